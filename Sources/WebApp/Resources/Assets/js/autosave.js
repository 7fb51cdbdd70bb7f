// Forms that save by themselves, and that lose nothing when the connection or the browser fails.
//
//   <form method="post" action="..." data-autosave data-draft-key="unique">      saves while one types
//   <form method="post" action="..." data-keep data-draft-key="unique">          only keeps a copy on this device
//
// Saving posts the form to its own action with `Accept: application/json`. The answer holds `savedAt` (a clock, or null when
// there was nothing to keep), `message` (instead of "Opgeslagen om"), `fields` (hidden fields that have another value now), `action` and `location` (when those
// changed) and `problems` (`[{field, text}]`: what was not kept). Status 409 means that somebody else changed the same: the
// form, sent as a page, then shows both. The copy on this device goes away as soon as everything is kept, and at sign-out.
// Controls with `data-no-save` (a search field) are left alone.
import {Copies} from "./autosave-copies.js";
import {StatusLine, restoreNotice} from "./autosave-notices.js";

const WAIT = 1500;
const RETRIES = [5000, 15000, 60000];
const UNSAVED = new Set(["csrf", "basis", "versie", "onderdeel"]);

function valuesOf(form) {
  const skipped = new Set([...form.elements].filter((e) => e.dataset.noSave !== undefined).map((e) => e.name));
  return [...new FormData(form)].filter(([name, value]) =>
    typeof value === "string" && !UNSAVED.has(name) && !skipped.has(name) && !name.includes("wachtwoord"));
}

class SavingForm {
  constructor(form) {
    this.form = form;
    this.saves = form.dataset.autosave !== undefined;
    this.key = form.dataset.draftKey || form.getAttribute("action");
    this.status = new StatusLine(form);
    this.kept = JSON.stringify(valuesOf(form));
    this.failures = 0;
    this.offerCopy();
    form.addEventListener("input", (event) => this.changed(event));
    form.addEventListener("change", (event) => this.changed(event));
    form.addEventListener("kompas-map:change", () => this.changed());
    form.addEventListener("submit", () => this.submitted());
    window.addEventListener("online", () => this.isDirty && this.saves && this.save());
    window.addEventListener("pagehide", () => this.isDirty && !this.isSent && this.keepCopy());
    window.addEventListener("beforeunload", (event) => {
      if (this.isDirty && !this.isSent) event.preventDefault();
    });
  }

  get now() { return JSON.stringify(valuesOf(this.form)); }
  get isDirty() { return this.now !== this.kept; }

  // What a crash or a lost connection left behind is offered; a copy of what stands here already goes away.
  offerCopy() {
    const copy = Copies.get(this.key);
    const hasErrors = this.form.querySelector(".has-error, .theirs") !== null;
    if (copy && JSON.stringify(copy.values) !== this.kept) {
      restoreNotice(this.form, copy, () => this.restore(copy.values), () => Copies.remove(this.key));
    } else if (copy) {
      Copies.remove(this.key);
    }
    if (hasErrors) this.kept = "";
  }

  restore(values) {
    const byName = Map.groupBy
      ? Map.groupBy(values, ([name]) => name)
      : values.reduce((map, pair) => map.set(pair[0], [...(map.get(pair[0]) || []), pair]), new Map());
    for (const control of this.form.elements) {
      if (!control.name || UNSAVED.has(control.name) || control.dataset.noSave !== undefined) continue;
      const given = (byName.get(control.name) || []).map(([, value]) => value);
      if (control.type === "checkbox" || control.type === "radio") {
        control.checked = given.includes(control.value);
      } else if (given.length > 0 && control.type !== "submit") {
        control.value = given[0];
      }
    }
    this.addMissing(values);
    this.form.dispatchEvent(new Event("kompas:restored", {bubbles: true}));
    this.changed();
  }

  // Boxes that were ticked in a list that is not on this page now.
  addMissing(values) {
    for (const [name, value] of values) {
      const known = [...this.form.elements].some((e) => e.name === name && (e.value === value || e.type !== "checkbox"));
      if (known) continue;
      const field = document.createElement("input");
      Object.assign(field, {type: "hidden", name, value});
      this.form.append(field);
    }
  }

  changed(event) {
    if (event?.target?.dataset.noSave !== undefined) return;
    clearTimeout(this.timer);
    if (!this.isDirty) return;
    this.keepCopy();
    if (this.saves) this.timer = setTimeout(() => this.save(), WAIT);
  }

  keepCopy() {
    if (!Copies.put(this.key, valuesOf(this.form))) this.status.problem("Uw tekst kan niet op dit apparaat worden bewaard.");
  }

  submitted() {
    clearTimeout(this.timer);
    this.isSent = true;
    if (this.isDirty) this.keepCopy();
    Copies.markSent(this.key);
  }

  async save() {
    if (this.isSaving) return;
    this.isSaving = true;
    const sent = this.now;
    try {
      const response = await fetch(this.form.getAttribute("action"), {
        method: "POST", headers: {Accept: "application/json"}, body: new URLSearchParams(new FormData(this.form)),
        credentials: "same-origin", redirect: "error",
      });
      this.failures = 0;
      await this.answered(response, sent);
    } catch {
      this.status.problem("Geen verbinding: uw tekst blijft op dit apparaat bewaard.");
      this.retry();
    } finally {
      this.isSaving = false;
    }
    if (this.isDirty && this.now !== sent) this.changed();
  }

  async answered(response, sent) {
    if (response.status === 409) {
      this.status.problem("Dit is ook in een ander venster veranderd. Uw tekst blijft op dit apparaat bewaard.",
        "Bekijk beide", () => { this.isSent = true; this.form.submit(); });
      return;
    }
    if (response.status === 403 || response.status === 401) {
      this.status.problem("Uw sessie is verlopen. Uw tekst blijft op dit apparaat bewaard.", "Ga verder",
        () => { this.isSent = true; this.form.submit(); });
      return;
    }
    if (!response.ok) {
      this.status.problem("Opslaan lukt nu niet: uw tekst blijft op dit apparaat bewaard.");
      if (response.status >= 500 || response.status === 429) this.retry();
      return;
    }
    this.take(await response.json(), sent);
  }

  take(answer, sent) {
    for (const [name, value] of Object.entries(answer.fields || {})) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    if (answer.location) {
      Copies.remove(this.key);
      this.key = answer.draftKey || answer.location;
      history.replaceState(history.state, "", answer.location);
    }
    if (answer.action) this.form.setAttribute("action", answer.action);
    if (answer.problems?.length) {
      this.status.problem(`Opgeslagen om ${answer.savedAt}, behalve dit: ${answer.problems.map((p) => p.text).join(" ")}`);
      return;
    }
    if (!answer.savedAt) return;
    this.kept = sent;
    this.status.say(answer.message || `Opgeslagen om ${answer.savedAt}`);
    if (!this.isDirty) Copies.remove(this.key);
  }

  retry() {
    const wait = RETRIES[Math.min(this.failures, RETRIES.length - 1)];
    this.failures += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }
}

const forms = [...document.querySelectorAll("form[data-autosave], form[data-keep]")];
for (const form of forms) new SavingForm(form);
// What was sent and led to a page that does not show it again, has been kept.
Copies.forgetSent(new Set(forms.map((form) => form.dataset.draftKey || form.getAttribute("action"))));
for (const form of document.querySelectorAll("form[data-sign-out]")) form.addEventListener("submit", () => Copies.clear());
