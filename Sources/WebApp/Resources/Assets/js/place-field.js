// Completes the name of a place while somebody types it: a combobox with a list, after the pattern of WAI-ARIA. Without
// this script the form works as it is.

import { make, freshId } from "./map/dom.js";

const wait = 150;

class PlaceField {
  constructor(host) {
    this.input = host.querySelector("input[type=text]");
    this.row = host.querySelector(".place-row");
    this.isForEverything = "placeEverything" in host.dataset;
    this.list = make("ul", { class: "place-options", role: "listbox", id: freshId("plekken"), "aria-label": "Gevonden plekken", hidden: true });
    this.spoken = make("p", { class: "visually-hidden", role: "status" });
    this.row.append(this.list);
    host.append(this.spoken);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    })) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.ask());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  ask() {
    clearTimeout(this.timer);
    const text = this.input.value.trim();
    if (text.length < 2) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.fetch(text), wait);
  }

  async fetch(text) {
    this.waiting?.abort();
    this.waiting = new AbortController();
    try {
      const response = await fetch(`/plekken?q=${encodeURIComponent(text)}`, {
        headers: { accept: "application/json" },
        signal: this.waiting.signal,
      });
      if (response.ok) this.show(await response.json());
    } catch {
      // The form still works.
    }
  }

  show({ results, message }) {
    this.results = results;
    this.active = -1;
    this.list.replaceChildren(
      ...results.map((result, index) => {
        const option = make("li", { role: "option", id: `${this.list.id}-${index}`, "aria-selected": "false" }, [
          make("span", {}, [result.alias ? `${result.label} (${result.alias})` : result.label]),
          make("span", { class: "kind" }, [result.kind]),
        ]);
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          this.choose(index);
        });
        return option;
      }),
    );
    const count = results.length;
    this.spoken.textContent = count > 0 ? `${count} ${count === 1 ? "plek" : "plekken"} gevonden.` : (message ?? "");
    this.toggle(count > 0);
  }

  toggle(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.toggle(false);
    this.active = -1;
  }

  move(step) {
    const options = [...this.list.children];
    if (options.length === 0) return;
    this.toggle(true);
    this.active = (this.active + step + options.length + (this.active < 0 && step < 0 ? 1 : 0)) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.active)));
    this.input.setAttribute("aria-activedescendant", options[this.active].id);
    options[this.active].scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const acts = {
      ArrowDown: () => this.move(1),
      ArrowUp: () => this.move(-1),
      Escape: () => this.close(),
    };
    if (event.key === "Enter" && !this.list.hidden && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
      return;
    }
    const act = acts[event.key];
    if (!act || (event.key === "Escape" && this.list.hidden)) return;
    event.preventDefault();
    act();
  }

  /** Tells the page; when nobody takes it over, goes to the place. */
  choose(index) {
    const result = this.results[index];
    this.input.value = result.label;
    this.close();
    const told = new CustomEvent("kompas-place:chosen", { bubbles: true, cancelable: true, detail: result });
    if (!this.input.dispatchEvent(told)) return;
    const target = this.input.form?.getAttribute("action");
    const naar = this.input.form?.elements.namedItem("naar")?.value;
    const page = this.isForEverything || target === "/plekken" ? (naar ?? "/plek") : target;
    location.assign(`${page}?${result.query}`);
  }
}

for (const host of document.querySelectorAll("[data-place-field]")) new PlaceField(host);
