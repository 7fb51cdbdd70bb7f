// Where the pointer is, or without a pointer the middle of the map, in RD and in degrees.

import { make } from "./dom.js";
import * as numbers from "./numbers.js";
import { toDegrees } from "./rd.js";

export function readout(tools, map) {
  const element = make("p", { class: "map-readout" });
  const show = (position, what) => {
    element.textContent = `${what}: ${numbers.rd(position)} (${numbers.degrees(toDegrees(tools, position))})`;
  };
  const showCentre = () => show(map.getView().getCenter(), "Midden");
  map.on("pointermove", (event) => {
    if (event.originalEvent.pointerType === "mouse") show(event.coordinate, "Aanwijzer");
  });
  map.on("moveend", showCentre);
  map.getViewport().addEventListener("pointerleave", showCentre);
  return element;
}
