// How things are drawn: colours come from the tokens of the page, so that a house that brings its own is obeyed.

/** What distinguishes the seven layers that can be on at once: colour, dashes and the angle of the hatching. */
const marks = [
  { token: "open", dash: [], angle: 45 },
  { token: "provide", dash: [7, 3], angle: 135 },
  { token: "restrain", dash: [2, 3], angle: 0 },
  { token: "order", dash: [10, 3, 2, 3], angle: 90 },
  { token: "block", dash: [14, 4], angle: 45 },
  { token: "unknown", dash: [4, 4], angle: 135 },
  { token: "ink", dash: [1, 4], angle: 0 },
];

/** More layers than these make a map unreadable. */
export const mostLayers = marks.length;

/** A band wider than this would cover the map and say nothing any more. */
const widestBand = 32;

export class Look {
  /** @param {Element} element whose tokens count */
  constructor(ol, element) {
    this.ol = ol;
    const style = getComputedStyle(element);
    this.colour = (token) => style.getPropertyValue(`--kompas-${token}`).trim() || "#1D2226";
    this.font = `14px ${style.fontFamily}`;
    this.patterns = new Map();
  }

  /**
   * The style of a layer: an outline with a light fill; hatched when the line is not precise, with the width in which the
   * real line may lie as a soft band.
   */
  layer(mark, widthMetres) {
    const { Style, Stroke, Fill, Circle } = this.ol.style;
    const { token, dash, angle } = marks[mark];
    const colour = this.colour(token);
    const isIndicative = widthMetres > 0;
    const plain = new Fill({ color: faint(colour, 0.15) });
    const hatched = isIndicative ? new Fill({ color: this.hatch(colour, angle) }) : plain;
    const band = new Style({ stroke: new Stroke({ color: faint(colour, 0.16), lineJoin: "round" }), zIndex: mark });
    const line = (fill, width) =>
      new Style({
        stroke: new Stroke({ color: colour, width, lineDash: dash, lineJoin: "round" }),
        fill,
        image: new Circle({ radius: 6, fill: plain, stroke: new Stroke({ color: colour, width: 1.8 }) }),
        zIndex: 10 + mark,
      });
    const sharp = line(hatched, 1.8);
    const vague = line(hatched, 1);
    return (feature, resolution) => {
      const width = (2 * widthMetres) / resolution;
      if (width > widestBand) return vague;
      if (width < 2) return sharp;
      band.getStroke().setWidth(width);
      return [band, sharp];
    };
  }

  /** Thin slanted lines; repeats every 12 pixels. */
  hatch(colour, angle) {
    const key = `${colour} ${angle}`;
    const known = this.patterns.get(key);
    if (known) return known;
    const ratio = globalThis.devicePixelRatio || 1;
    const size = Math.round(12 * ratio);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = size;
    const context = canvas.getContext("2d");
    context.fillStyle = faint(colour, 0.08);
    context.fillRect(0, 0, size, size);
    context.strokeStyle = faint(colour, 0.28);
    context.lineWidth = ratio;
    context.beginPath();
    for (const shift of [-size, 0, size]) {
      if (angle === 45) { context.moveTo(shift, size); context.lineTo(shift + size, 0); }
      if (angle === 135) { context.moveTo(shift, 0); context.lineTo(shift + size, size); }
      if (angle === 0) { context.moveTo(0, size / 2); context.lineTo(size, size / 2); }
      if (angle === 90) { context.moveTo(size / 2, 0); context.lineTo(size / 2, size); }
    }
    context.stroke();
    const pattern = context.createPattern(canvas, "repeat");
    this.patterns.set(key, pattern);
    return pattern;
  }

  /** Outline, neighbours and towns: quiet, below everything. */
  ground() {
    const { Style, Stroke, Fill } = this.ol.style;
    const unknown = this.colour("unknown");
    const looks = {
      omtrek: new Style({ stroke: new Stroke({ color: this.colour("ink"), width: 1.4 }) }),
      buur: new Style({ fill: new Fill({ color: this.colour("sand") }), zIndex: -1 }),
      gemeente: new Style({ stroke: new Stroke({ color: this.colour("line"), width: 1 }) }),
      kern: new Style({ fill: new Fill({ color: faint(unknown, 0.14) }), stroke: new Stroke({ color: faint(unknown, 0.5), width: 1 }) }),
    };
    return (feature) => looks[feature.get("role")];
  }

  /** Names of towns; the larger ones go before the smaller, and a small one is named when there is room. */
  names() {
    const { Style, Stroke, Fill, Text } = this.ol.style;
    const style = new Style({
      text: new Text({
        font: this.font,
        overflow: true,
        fill: new Fill({ color: this.colour("ink") }),
        stroke: new Stroke({ color: faint(this.colour("paper"), 0.9), width: 4 }),
      }),
    });
    return (feature, resolution) => {
      const size = feature.get("size");
      // The wider the view, the larger a town must be.
      if (feature.get("role") !== "kern" || Math.sqrt(size) / resolution < 6) return undefined;
      style.getText().setText(feature.get("name"));
      style.setZIndex(size);
      return style;
    };
  }

  /** The plan: in ink, above everything. */
  plan() {
    const { Style, Stroke, Fill, Circle } = this.ol.style;
    const ink = this.colour("ink");
    const paper = this.colour("paper");
    return [
      new Style({ stroke: new Stroke({ color: faint(paper, 0.9), width: 7 }), zIndex: 100 }),
      new Style({
        stroke: new Stroke({ color: ink, width: 3 }),
        fill: new Fill({ color: faint(ink, 0.2) }),
        image: new Circle({ radius: 7, fill: new Fill({ color: ink }), stroke: new Stroke({ color: paper, width: 2 }) }),
        zIndex: 101,
      }),
    ];
  }

  /** A place that is looked at: only its edge, so that what lies there is seen. */
  outline() {
    const { Style, Stroke, Circle } = this.ol.style;
    const edge = (color, width) =>
      new Style({ stroke: new Stroke({ color, width }), image: new Circle({ radius: 9, stroke: new Stroke({ color, width }) }) });
    return [edge(faint(this.colour("paper"), 0.9), 7), edge(this.colour("ink"), 3)];
  }

  /** The corners of what is being drawn or changed. */
  corners() {
    const { Style, Stroke, Fill, Circle } = this.ol.style;
    const { MultiPoint } = this.ol.geom;
    return new Style({
      image: new Circle({
        radius: 5,
        fill: new Fill({ color: this.colour("paper") }),
        stroke: new Stroke({ color: this.colour("ink"), width: 2 }),
      }),
      geometry: (feature) => new MultiPoint(positions(feature.getGeometry().getCoordinates())),
      zIndex: 102,
    });
  }

  /** The corner under the pointer, which can be dragged. */
  handle() {
    const { Style, Stroke, Fill, Circle } = this.ol.style;
    return new Style({
      image: new Circle({
        radius: 8,
        fill: new Fill({ color: this.colour("ink") }),
        stroke: new Stroke({ color: this.colour("paper"), width: 2 }),
      }),
      zIndex: 103,
    });
  }

  /** The place that was chosen: a ring with a cross, recognisable without colour. */
  chosen() {
    const { Style, Stroke, Circle, RegularShape } = this.ol.style;
    const [ink, paper] = [this.colour("ink"), this.colour("paper")];
    const ring = (width, color) =>
      new Style({ image: new Circle({ radius: 11, stroke: new Stroke({ color, width }) }), zIndex: 110 });
    const cross = (width, color) =>
      new Style({
        image: new RegularShape({ points: 4, radius: 17, radius2: 0, stroke: new Stroke({ color, width }) }),
        zIndex: 111,
      });
    return [ring(6, paper), cross(6, paper), ring(2.5, ink), cross(2, ink)];
  }

  /** A length or an area that is only measured. */
  ruler() {
    const { Style, Stroke, Fill } = this.ol.style;
    return new Style({
      stroke: new Stroke({ color: this.colour("ink"), width: 2, lineDash: [6, 6] }),
      fill: new Fill({ color: faint(this.colour("ink"), 0.08) }),
      zIndex: 105,
    });
  }
}

function faint(colour, opacity) {
  const bits = Number.parseInt(colour.replace("#", ""), 16);
  return `rgba(${bits >> 16}, ${(bits >> 8) & 255}, ${bits & 255}, ${opacity})`;
}

/** Every position of nested coordinates. */
function positions(coordinates) {
  return typeof coordinates[0] === "number" ? [coordinates] : coordinates.flatMap(positions);
}
