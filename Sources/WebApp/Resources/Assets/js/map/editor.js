// Mode `editor`: points, lines or areas are drawn and changed, in step with a textarea with GeoJSON and one with a list of
// places. The drawing is one GeoJSON geometry in RD; `null` when there is none.

import { Bound } from "./bound-text.js";
import { Changer } from "./changer.js";
import { tell } from "./dom.js";
import { editorTools } from "./editor-tools.js";
import { join, kindOf, partsOf, same } from "./geometry.js";
import { HistoryStack } from "./history-stack.js";
import { metres, squareMetres } from "./measure.js";
import { Sketcher } from "./sketcher.js";
import { describe } from "./words.js";

const replaced = { Point: "De punten zijn", LineString: "De lijn is", Polygon: "Het vlak is" };

export class Editor {
  constructor(base) {
    this.base = base;
    const { ol } = base.tools;
    this.format = new ol.format.GeoJSON();
    this.source = base.addDrawing([...base.look.plan(), base.look.corners()]);
    this.kinds = (base.host.dataset.shapes ?? "polygon line point").split(/\s+/);
    this.text = new Bound(base, (geometry) => this.take(geometry, { from: "text" }));
    this.history = new HistoryStack(this.text.first);
    this.sketcher = new Sketcher(base, {
      measured: (text) => this.tools.measure(text),
      drawn: (geometry) => this.addPart(geometry),
    });
    this.changer = new Changer(base, this.source, () => this.changed());
    this.tools = editorTools(this);
    this.draw(this.history.current);
    if (this.history.current) base.fit(this.history.current);
  }

  /** @param {"Point" | "LineString" | "Polygon" | "change" | "remove" | null} mode `null` only looks */
  setMode(mode) {
    this.sketcher.stop();
    this.changer.stop();
    this.mode = mode;
    if (mode === "change" || mode === "remove") this.changer.start(mode);
    else if (mode) this.sketcher.start(mode);
    this.tools.update();
  }

  get geometry() {
    return this.history.current;
  }

  // Changes

  addPart(part) {
    const known = this.geometry;
    const kind = kindOf(known);
    if (kind && kind !== part.type) {
      this.take(part);
      this.base.announcer.say(`${replaced[kind]} vervangen. Met \u2018Ongedaan maken\u2019 komt het vorige terug.`);
      return;
    }
    this.take(join([...partsOf(known), part]));
  }

  /** The drawing was changed on the map. */
  changed() {
    const parts = this.source.getFeatures().flatMap((feature) => partsOf(this.format.writeGeometryObject(feature.getGeometry(), { decimals: 2 })));
    this.take(join(parts), { from: "map" });
  }

  clear() {
    this.take(null);
  }

  undo() {
    this.show(this.history.undo());
  }

  redo() {
    this.show(this.history.redo());
  }

  /** Makes a geometry the drawing and remembers it. */
  take(geometry, { from } = {}) {
    if (same(geometry, this.geometry)) return;
    this.history.push(geometry);
    this.show(geometry, from);
    if (from === "text" && geometry) this.base.fit(geometry);
  }

  show(geometry, from) {
    if (from !== "map") this.draw(geometry);
    if (from !== "text") this.text.write(geometry);
    this.tools.update();
    const text = describe(geometry);
    this.base.announcer.say(text);
    tell(this.base.host, "change", {
      geometry,
      areaSquareMetres: squareMetres(geometry),
      lengthMetres: metres(geometry),
    });
  }

  draw(geometry) {
    const { ol } = this.base.tools;
    this.source.clear(true);
    this.source.addFeatures(partsOf(geometry).map((part) => new ol.Feature(this.format.readGeometry(part))));
  }
}
