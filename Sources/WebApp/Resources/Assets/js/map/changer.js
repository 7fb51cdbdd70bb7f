// Changing what has been drawn: moving and adding corners, or taking corners and whole shapes away.

const reach = 12;

export class Changer {
  /** @param {object} source of OpenLayers with the drawing @param {() => void} changed */
  constructor(base, source, changed) {
    Object.assign(this, { base, source, changed });
    this.click = (event) => this.remove(event);
  }

  /** @param {"change" | "remove"} mode */
  start(mode) {
    const { ol } = this.base.tools;
    const { altKeyOnly, singleClick } = ol.events.condition;
    if (mode === "remove") {
      this.base.map.on("singleclick", this.click);
      this.base.frame.classList.add("can-pick");
      return;
    }
    this.modify = new ol.interaction.Modify({
      source: this.source,
      style: this.base.look.handle(),
      pixelTolerance: reach,
      deleteCondition: (event) => altKeyOnly(event) && singleClick(event),
    });
    this.modify.on("modifyend", this.changed);
    this.base.map.addInteraction(this.modify);
  }

  stop() {
    this.base.map.un("singleclick", this.click);
    this.base.frame.classList.remove("can-pick");
    if (this.modify) this.base.map.removeInteraction(this.modify);
    this.modify = undefined;
  }

  /** Takes the corner away that was clicked, or else the shape. */
  remove({ map, pixel, coordinate }) {
    const metres = reach * map.getView().getResolution();
    const found = this.source.getFeatures().map((feature) => ({ feature, corner: nearest(feature, coordinate) }));
    const corner = found.filter(({ corner }) => corner && corner.distance <= metres).sort((a, b) => a.corner.distance - b.corner.distance)[0];
    if (corner) {
      this.removeCorner(corner.feature, corner.corner.path);
      this.changed();
      return;
    }
    const feature = map.forEachFeatureAtPixel(pixel, (hit) => (this.source.hasFeature(hit) ? hit : undefined), { hitTolerance: reach });
    if (!feature) return;
    this.source.removeFeature(feature);
    this.changed();
  }

  removeCorner(feature, [ring, index]) {
    const geometry = feature.getGeometry();
    const type = geometry.getType();
    if (type === "Point") {
      this.source.removeFeature(feature);
      return;
    }
    const lines = type === "Polygon" ? geometry.getCoordinates() : [geometry.getCoordinates()];
    const line = type === "Polygon" ? lines[ring].slice(0, -1) : lines[ring];
    line.splice(index, 1);
    const isEnough = line.length >= (type === "Polygon" ? 3 : 2);
    if (type === "LineString") {
      if (isEnough) geometry.setCoordinates(line);
      else this.source.removeFeature(feature);
      return;
    }
    lines[ring] = [...line, line[0]];
    if (isEnough) geometry.setCoordinates(lines);
    else if (ring > 0) geometry.setCoordinates(lines.toSpliced(ring, 1));
    else this.source.removeFeature(feature);
  }
}

/** The corner of a feature nearest to a position: its ring, its place in the ring, and how far it is. */
function nearest(feature, [x, y]) {
  const geometry = feature.getGeometry();
  const type = geometry.getType();
  const coordinates = geometry.getCoordinates();
  const rings = type === "Polygon" ? coordinates.map((ring) => ring.slice(0, -1)) : type === "Point" ? [[coordinates]] : [coordinates];
  let best = null;
  rings.forEach((ring, number) =>
    ring.forEach((corner, index) => {
      const distance = Math.hypot(corner[0] - x, corner[1] - y);
      if (!best || distance < best.distance) best = { path: [number, index], distance };
    }),
  );
  return best;
}
