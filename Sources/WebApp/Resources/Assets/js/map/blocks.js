// Which part of a layer is asked for: a square around the view out of a fixed grid, so that the answer can be kept by every
// cache between the store and the page. A layer is shown from one block at a time; what is cut off lies outside the view,
// and no seam is seen. The server knows the same grid; see MapBlock.swift. Pure.

import { resolution } from "./rd.js";

/** Pixels between the beginnings of two blocks; a block is three of these wide, and the view lies around its middle. */
const step = 2048;

/** Layers are not drawn finer than this, and the whole country fits in one block of the coarsest. */
const levels = { coarsest: 3, finest: 13 };

/**
 * @param {[number, number]} centre of the view in RD
 * @param {number} zoom of the view; may be a fraction
 * @returns {string} the name of the block: level, column and row of its lower left corner
 */
export function blockAround(centre, zoom) {
  const level = Math.min(Math.max(Math.floor(zoom + 0.01), levels.coarsest), levels.finest);
  const metres = step * resolution(level);
  const [column, row] = centre.map((value) => Math.floor(value / metres) - 1);
  return `${level}/${column}/${row}`;
}
