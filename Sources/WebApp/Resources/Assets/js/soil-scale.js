// Between depth and height in the drawing of a column of soil. The drawing tells its scale itself; see SoilScale.swift. Pure.

export class SoilScale {
  /** @param {Record<string, string>} data `top`, `break`, `breakMetres`, `bottom`, `bottomMetres` of the drawing */
  constructor(data) {
    const number = (name) => Number(data[name]);
    Object.assign(this, {
      top: number("top"),
      break: number("break"),
      breakMetres: number("breakMetres"),
      bottom: number("bottom"),
      bottomMetres: number("bottomMetres"),
    });
  }

  /** Height in the drawing of a depth in metres; what is deeper than the drawing stands at its bottom. */
  y(metres) {
    const depth = Math.min(Math.max(metres, 0), this.bottomMetres);
    if (depth <= this.breakMetres) return this.top + (depth / this.breakMetres) * (this.break - this.top);
    const share = (depth - this.breakMetres) / (this.bottomMetres - this.breakMetres);
    return this.break + share * (this.bottom - this.break);
  }

  /** Depth in metres at a height, as round as can be pointed at there. */
  metres(y) {
    if (y <= this.break) {
      const depth = ((y - this.top) / (this.break - this.top)) * this.breakMetres;
      return round(depth, depth < 100 ? 1 : 5);
    }
    const share = (y - this.break) / (this.bottom - this.break);
    return round(this.breakMetres + share * (this.bottomMetres - this.breakMetres), 50);
  }
}

const round = (value, step) => Math.max(0, Math.round(value / step) * step);
