// The buttons of the editor, and what is drawn in words.

import { button, make } from "./dom.js";
import { describe } from "./words.js";

/** Mode, the words on the button, and the whole name of it. */
const shapes = {
  polygon: ["Polygon", "Vlak", "Vlak tekenen"],
  line: ["LineString", "Lijn", "Lijn tekenen"],
  point: ["Point", "Punt", "Punt zetten"],
};
const hints = {
  Polygon: "Klik de hoekpunten op de kaart. Dubbelklik of kies \u2018Klaar\u2019 om te sluiten. Met het toetsenbord: verschuif de kaart en druk op Enter.",
  LineString: "Klik de punten van de lijn. Dubbelklik of kies \u2018Klaar\u2019 om te eindigen. Met het toetsenbord: verschuif de kaart en druk op Enter.",
  Point: "Klik op de plek. Met het toetsenbord: verschuif de kaart en druk op Enter.",
  change: "Sleep een hoekpunt naar zijn nieuwe plek. Sleep aan een rand om een hoekpunt toe te voegen.",
  remove: "Klik op een hoekpunt om het weg te halen, of in een vorm om die weg te halen.",
};

export function editorTools(editor) {
  const modes = new Map();
  const mode = (name, label, full = null) => {
    const element = button(label, { "aria-pressed": "false", "aria-label": full }, () => editor.setMode(editor.mode === name ? null : name));
    modes.set(name, element);
    return element;
  };
  const act = (label, run) => button(label, {}, run);
  const drawing = editor.kinds.filter((kind) => shapes[kind]).map((kind) => mode(...shapes[kind]));
  const changing = [mode("change", "Veranderen"), mode("remove", "Weghalen")];
  const done = act("Klaar", () => editor.sketcher.finish());
  const corner = act("Hoekpunt terug", () => editor.sketcher.undoCorner());
  const undo = act("Ongedaan maken", () => editor.undo());
  const redo = act("Opnieuw", () => editor.redo());
  const clear = act("Alles wissen", () => editor.clear());
  const hint = make("p", { class: "map-hint" });
  const measured = make("output", { class: "map-measure" });
  const group = (label, buttons) =>
    make("div", { class: "map-tools", role: "group", "aria-label": label }, [make("span", { "aria-hidden": "true" }, [label]), ...buttons]);
  editor.base.host.prepend(
    make("div", { class: "map-desk" }, [
      group("Teken", [...drawing, done, corner]),
      group("Wijzig", [...changing, undo, redo, clear]),
      hint,
    ]),
  );
  editor.base.frame.after(measured);

  const tools = {
    measure(text) {
      measured.textContent = text || describe(editor.geometry);
    },
    update() {
      const { history, geometry } = editor;
      for (const [name, element] of modes) element.setAttribute("aria-pressed", String(editor.mode === name));
      for (const element of changing) element.disabled = !geometry && editor.mode === null;
      const draws = editor.mode === "Polygon" || editor.mode === "LineString";
      done.hidden = corner.hidden = !draws;
      undo.disabled = !history.canUndo;
      redo.disabled = !history.canRedo;
      clear.disabled = !geometry;
      hint.textContent = hints[editor.mode] ?? "Kies wat u wilt tekenen, of schrijf de plekken hieronder op.";
      tools.measure("");
    },
  };
  editor.mode = null;
  queueMicrotask(() => tools.update());
  return tools;
}
