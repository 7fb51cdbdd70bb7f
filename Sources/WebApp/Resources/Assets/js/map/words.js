// What a drawing is, in words.

import * as numbers from "./numbers.js";
import { kindOf, partsOf } from "./geometry.js";
import { metres, squareMetres } from "./measure.js";

const names = { Point: ["punt", "punten"], LineString: ["lijn", "lijnen"], Polygon: ["vlak", "vlakken"] };

/** `2 vlakken: 12,3 ha, omtrek 1.450 m` */
export function describe(geometry) {
  if (!geometry) return "Er is nog niets getekend.";
  const kind = kindOf(geometry);
  const [one, more] = names[kind];
  const what = numbers.count(partsOf(geometry).length, one, more);
  if (kind === "Point") return `Getekend: ${what}.`;
  return `Getekend: ${what}, ${size(geometry)}.`;
}

/** `12,3 ha, omtrek 1.450 m`, `1,2 km lang`, or how many corners are still needed */
export function size(geometry) {
  const length = numbers.length(metres(geometry));
  if (kindOf(geometry) !== "Polygon") return `${length} lang`;
  const area = squareMetres(geometry);
  return area > 0 ? `${numbers.area(area)}, omtrek ${length}` : "Een vlak heeft minstens drie hoekpunten";
}
