// A geometry as a list of places, one on a line: the equal of drawing. The server reads the same lists and decides; see
// CoordinateList.swift. Pure.
//
//     vlak
//     233000, 556000
//     233400, 556000
//     233400, 556300
//
//     gat
//     ...
//
// `punt`, `lijn`, `vlak` and `gat` begin a part; an empty line is read over. Without a word one place is a point, two are
// a line, and more an area. An area need not be closed.

import { readPlace } from "./coordinates.js";

const words = { punt: "Point", punten: "Point", lijn: "LineString", vlak: "Polygon", gat: "hole" };
const names = { Point: "punt", LineString: "lijn", Polygon: "vlak" };
const least = { LineString: 2, Polygon: 3 };

/**
 * @param {string} text
 * @param {(degrees: [number, number]) => [number, number]} toRD
 * @returns {{geometry: object | null, problems: {line: number, message: string}[]}} `null` for an empty list
 */
export function readList(text, toRD) {
  const problems = [];
  const parts = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === "") return;
    const kind = words[line.toLowerCase().replace(/:$/, "")];
    if (kind) {
      parts.push({ kind, line: index + 1, positions: [] });
      return;
    }
    const place = readPlace(line);
    if (!place) {
      problems.push({ line: index + 1, message: `\u2018${line}\u2019 is geen plek in Nederland. Schrijf bijvoorbeeld 233000, 556000.` });
      return;
    }
    if (parts.length === 0) parts.push({ kind: null, line: index + 1, positions: [] });
    parts.at(-1).positions.push(place.rd ?? toRD(place.degrees));
  });
  if (parts.length === 0) return { geometry: null, problems };
  const geometry = assemble(parts, problems);
  return { geometry: problems.length > 0 ? null : geometry, problems };
}

function assemble(parts, problems) {
  const whole = [];
  for (const part of parts) {
    part.kind ??= part.positions.length === 1 ? "Point" : part.positions.length === 2 ? "LineString" : "Polygon";
    const isHole = part.kind === "hole";
    const owner = whole.at(-1);
    if (isHole && owner?.kind !== "Polygon") {
      problems.push({ line: part.line, message: "Een gat hoort na het vlak waar het in ligt." });
      continue;
    }
    if (!isHole && owner && owner.kind !== part.kind) {
      problems.push({ line: part.line, message: "Kies één soort: alleen punten, alleen lijnen of alleen vlakken." });
      continue;
    }
    const needed = least[isHole ? "Polygon" : part.kind] ?? 1;
    if (part.positions.length < needed) {
      const what = isHole ? "gat" : names[part.kind];
      problems.push({ line: part.line, message: `Een ${what} heeft minstens ${needed} ${needed === 1 ? "plek" : "plekken"} nodig.` });
    }
    if (isHole) owner?.rings?.push(closed(part.positions));
    else if (part.kind === "Point") whole.push(...part.positions.map((position) => ({ kind: "Point", position })));
    else if (part.kind === "LineString") whole.push({ kind: "LineString", positions: part.positions });
    else whole.push({ kind: "Polygon", rings: [closed(part.positions)] });
  }
  if (whole.length === 0) return null;
  const coordinates = whole.map((part) => part.position ?? part.positions ?? part.rings);
  const { kind } = whole[0];
  return whole.length === 1
    ? { type: kind, coordinates: coordinates[0] }
    : { type: `Multi${kind}`, coordinates };
}

function closed(positions) {
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || (first[0] === last[0] && first[1] === last[1])) return positions;
  return [...positions, first];
}

/** The list of a geometry, to the centimetre; empty for `null`. */
export function writeList(geometry) {
  if (!geometry) return "";
  const { type, coordinates } = geometry;
  const parts = type.startsWith("Multi") ? coordinates : [coordinates];
  const kind = type.replace("Multi", "");
  if (kind === "Point") return ["punt", ...parts.map(writePosition)].join("\n");
  if (kind === "LineString") return parts.map((line) => ["lijn", ...line.map(writePosition)].join("\n")).join("\n\n");
  return parts
    .flatMap((rings) =>
      rings.map((ring, index) => [index === 0 ? "vlak" : "gat", ...ring.slice(0, -1).map(writePosition)].join("\n")),
    )
    .join("\n\n");
}

const writePosition = ([x, y]) => `${Math.round(x * 100) / 100}, ${Math.round(y * 100) / 100}`;
