// Buttons on the map, for who has no wheel, no second finger or no keyboard: zoom, move, and back to the whole house.

import { button, make } from "./dom.js";

const pan = 0.4;

/** @param {object} map of OpenLayers @param {() => void} showAll */
export function mapButtons(map, showAll) {
  const quick = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 200;
  // Maps beside each other share a view that came later.
  const zoomBy = (difference, view = map.getView()) => view.animate({ zoom: view.getConstrainedZoom(view.getZoom() + difference), duration: quick });
  const moveBy = (right, up) => {
    const view = map.getView();
    const [width, height] = map.getSize();
    const [x, y] = view.getCenter();
    const metres = view.getResolution() * pan;
    view.animate({ center: [x + right * width * metres, y + up * height * metres], duration: quick });
  };
  const sign = (text, label, act, name) => button(make("span", { "aria-hidden": "true" }, [text]), { class: name, "aria-label": label, title: label }, act);
  return make("div", { class: "map-buttons", role: "group", "aria-label": "Kaart bewegen" }, [
    make("div", { class: "map-zoom" }, [
      sign("+", "Inzoomen", () => zoomBy(1), "zoom-in"),
      sign("\u2212", "Uitzoomen", () => zoomBy(-1), "zoom-out"),
    ]),
    make("div", { class: "map-pad" }, [
      sign("\u2191", "Naar het noorden", () => moveBy(0, 1), "north"),
      sign("\u2190", "Naar het westen", () => moveBy(-1, 0), "west"),
      sign("\u25A1", "Het hele gebied", showAll, "whole"),
      sign("\u2192", "Naar het oosten", () => moveBy(1, 0), "east"),
      sign("\u2193", "Naar het zuiden", () => moveBy(0, -1), "south"),
    ]),
  ]);
}
