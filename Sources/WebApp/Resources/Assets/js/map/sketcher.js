// Drawing one point, line or area: with a pointer, or with the keyboard by moving the map under the cross in its middle.

import { rounded } from "./geometry.js";
import { size } from "./words.js";

const corners = { Point: 1, LineString: 2, Polygon: 3 };

export class Sketcher {
  /**
   * @param {import("./base-map.js").BaseMap} base
   * @param {{drawn: (geometry: object) => void, measured: (text: string) => void}} callbacks `measured` gets an empty text
   *   when nothing is being drawn
   */
  constructor(base, callbacks) {
    Object.assign(this, { base, ...callbacks });
    this.format = new base.tools.ol.format.GeoJSON();
    base.canvas.addEventListener("keydown", (event) => this.key(event));
  }

  get isDrawing() {
    return this.draw !== undefined;
  }

  /** @param {"Point" | "LineString" | "Polygon"} kind */
  start(kind) {
    this.stop();
    const { ol } = this.base.tools;
    const { look } = this.base;
    this.kind = kind;
    this.draw = new ol.interaction.Draw({
      type: kind,
      style: [...look.plan(), look.corners()],
      minPoints: corners[kind],
      stopClick: true,
    });
    this.draw.on("drawstart", ({ feature }) => this.follow(feature.getGeometry()));
    this.draw.on("drawabort", () => {
      this.sketch = undefined;
      this.measured("");
    });
    this.draw.on("drawend", ({ feature }) => this.end(feature.getGeometry()));
    this.base.map.addInteraction(this.draw);
    this.base.frame.classList.add("can-pick");
  }

  stop() {
    if (!this.draw) return;
    this.draw.abortDrawing();
    this.sketch = undefined;
    this.base.map.removeInteraction(this.draw);
    this.base.frame.classList.remove("can-pick");
    this.draw = undefined;
    this.measured("");
  }

  follow(geometry) {
    this.sketch = geometry;
    if (this.kind === "Point") return;
    geometry.on("change", () => this.measured(size(this.json(geometry))));
  }

  end(geometry) {
    this.sketch = undefined;
    this.measured("");
    this.drawn(rounded(this.json(geometry)));
  }

  json(geometry) {
    return this.format.writeGeometryObject(geometry);
  }

  // By button and by key

  /** Puts a corner in the middle of the map; where the last one stands it ends the drawing. */
  addCorner() {
    const position = this.base.centre.map((value) => Math.round(value * 100) / 100);
    if (this.kind === "Point") {
      this.drawn({ type: "Point", coordinates: position });
      return;
    }
    const placed = this.placed();
    const last = placed.at(-1);
    if (last && Math.hypot(last[0] - position[0], last[1] - position[1]) < this.base.map.getView().getResolution()) {
      this.finish();
      return;
    }
    this.draw.appendCoordinates([position]);
    const now = this.placed();
    const measure = now.length >= corners[this.kind] ? `, ${size(this.shapeOf(now))}` : "";
    this.base.announcer.say(`Hoekpunt ${now.length} gezet${measure}.`);
  }

  /** The corners that have been put, without the one that follows the pointer. */
  placed() {
    if (!this.sketch) return [];
    const coordinates = this.sketch.getCoordinates();
    // A ring ends where it begins; before that stands the corner of the pointer.
    return this.kind === "Polygon" ? coordinates[0].slice(0, -2) : coordinates.slice(0, -1);
  }

  shapeOf(list) {
    return this.kind === "Polygon"
      ? { type: "Polygon", coordinates: [[...list, list[0]]] }
      : { type: "LineString", coordinates: list };
  }

  undoCorner() {
    this.draw?.removeLastPoint();
  }

  finish() {
    if (!this.draw || this.kind === "Point") return;
    const needed = corners[this.kind];
    if (this.placed().length < needed) {
      this.base.announcer.say(`Zet eerst ${needed} hoekpunten.`);
      return;
    }
    this.draw.finishDrawing();
  }

  key(event) {
    if (!this.draw || event.target !== this.base.canvas) return;
    const acts = {
      Enter: () => this.addCorner(),
      " ": () => this.addCorner(),
      Backspace: () => this.undoCorner(),
      Escape: () => this.draw.abortDrawing(),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
}

