// Choosing one place: by a click, or with the keyboard by moving the map under the cross in its middle.

import { tell } from "./dom.js";
import * as numbers from "./numbers.js";

/** Keys that choose the middle of the map. */
const keys = new Set(["Enter", " "]);

export class Picking {
  /** @param {import("./base-map.js").BaseMap} base @param {(position: number[]) => void} choose */
  constructor(base, choose) {
    this.base = base;
    this.choose = choose;
    this.source = base.addDrawing(base.look.chosen(), 110);
    base.frame.classList.add("can-pick");
    base.help.append(" Met Enter kiest u het midden van de kaart.");
    base.map.on("singleclick", (event) => this.pick(event.coordinate));
    base.canvas.addEventListener("keydown", (event) => {
      if (!keys.has(event.key) || event.target !== base.canvas) return;
      event.preventDefault();
      this.pick(base.centre);
    });
  }

  pick(position) {
    // While something is measured, a click is a corner and not a choice.
    if (this.base.host.dataset.measuring === "true") return;
    const rounded = position.map((value) => Math.round(value));
    this.mark(rounded);
    this.base.announcer.say(`Gekozen: ${numbers.rd(rounded)}.`);
    tell(this.base.host, "pick", { x: rounded[0], y: rounded[1] });
    this.choose(rounded);
  }

  /** Draws the chosen place without telling anybody. */
  mark(position) {
    const { ol } = this.base.tools;
    this.source.clear(true);
    if (position) this.source.addFeature(new ol.Feature(new ol.geom.Point(position)));
  }
}
