// What a form that saves by itself tells.

// One line at the end of the form; spoken politely.
export class StatusLine {
  constructor(form) {
    this.line = form.querySelector("[data-autosave-status]");
    if (this.line) return;
    this.line = document.createElement("p");
    this.line.className = "autosave-status";
    this.line.setAttribute("role", "status");
    const actions = form.querySelector(".actions");
    if (actions) actions.after(this.line);
    else form.append(this.line);
  }

  say(text) {
    delete this.line.dataset.state;
    this.line.textContent = text;
  }

  problem(text, label, act) {
    this.line.dataset.state = "problem";
    this.line.textContent = text;
    if (!label) return;
    const button = document.createElement("button");
    Object.assign(button, {type: "button", className: "link-button", textContent: label});
    button.addEventListener("click", act);
    this.line.append(" ", button);
  }
}

const SHOWN = 400;

// What the copy holds and the page does not, with the names of the fields.
function differences(form, values) {
  const list = document.createElement("dl");
  const now = new Set([...new FormData(form)].map((pair) => JSON.stringify(pair)));
  for (const [name, value] of values) {
    if (value.trim() === "" || now.has(JSON.stringify([name, value]))) continue;
    const control = [...form.elements].find((element) => element.name === name);
    const term = document.createElement("dt");
    term.textContent = control?.labels?.[0]?.textContent.trim() || name;
    const text = document.createElement("dd");
    text.textContent = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
    list.append(term, text);
  }
  return list;
}

// Asks what to do with a copy that is not what the page shows.
export function restoreNotice(form, {at, values}, restore, forget) {
  const notice = document.createElement("section");
  notice.className = "restore";
  notice.setAttribute("aria-label", "Niet opgeslagen tekst");
  const when = new Date(at).toLocaleString("nl-NL", {day: "numeric", month: "long", hour: "2-digit", minute: "2-digit"});
  const title = document.createElement("h2");
  title.textContent = "Er staat nog iets op dit apparaat";
  const text = document.createElement("p");
  text.textContent = `Op ${when} hebt u hier iets ingevuld dat niet is opgeslagen. Wilt u dat terugzetten?`;
  const actions = document.createElement("p");
  actions.className = "actions";
  for (const [label, act, look] of [["Zet terug", restore, ""], ["Gooi weg", forget, "secondary"]]) {
    const button = document.createElement("button");
    Object.assign(button, {type: "button", className: look, textContent: label});
    button.addEventListener("click", () => {
      notice.remove();
      act();
    });
    actions.append(button);
  }
  notice.append(title, text, differences(form, values), actions);
  form.before(notice);
}
