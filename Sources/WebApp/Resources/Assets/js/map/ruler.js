// Measuring a distance or an area that is kept nowhere.

import { button, make } from "./dom.js";
import { Sketcher } from "./sketcher.js";
import { size } from "./words.js";

const kinds = [
  ["LineString", "Afstand meten"],
  ["Polygon", "Oppervlakte meten"],
];

/** @returns {HTMLElement} the buttons and the result */
export function ruler(base) {
  const { ol } = base.tools;
  const source = base.addDrawing(base.look.ruler(), 105);
  const format = new ol.format.GeoJSON();
  const result = make("output", { class: "map-measure" });
  const sketcher = new Sketcher(base, {
    measured: (text) => {
      if (text !== "" || source.getFeatures().length === 0) result.textContent = text;
    },
    drawn: (geometry) => {
      source.clear(true);
      source.addFeature(new ol.Feature(format.readGeometry(geometry)));
      result.textContent = size(geometry);
      base.announcer.say(`Gemeten: ${size(geometry)}.`);
    },
  });
  const buttons = kinds.map(([kind, label]) =>
    button(label, { "aria-pressed": "false" }, (event) => toggle(kind, event.currentTarget)),
  );
  const toggle = (kind, pressed) => {
    const isOn = pressed.getAttribute("aria-pressed") === "true";
    source.clear(true);
    result.textContent = "";
    for (const other of buttons) other.setAttribute("aria-pressed", String(other === pressed && !isOn));
    base.host.dataset.measuring = String(!isOn);
    if (isOn) {
      sketcher.stop();
      return;
    }
    sketcher.start(kind);
    base.announcer.say("Klik hoekpunten op de kaart, of verschuif de kaart en druk op Enter. Dubbelklikken eindigt.");
  };
  return make("div", { class: "map-tools", role: "group", "aria-label": "Meten" }, [...buttons, result]);
}
