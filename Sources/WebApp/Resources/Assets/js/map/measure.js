// Areas and lengths in the RD plane, as the server computes them. Pure: geometries are GeoJSON in RD.

/** Twice the signed area of a ring. */
function doubledArea(ring) {
  // Taken from the first position: large coordinates would cost digits.
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [x1, y1] = ring[i];
    const [x2, y2] = ring[i + 1];
    sum += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return sum;
}

function polygonArea(rings) {
  const [shell, ...holes] = rings.map((ring) => Math.abs(doubledArea(ring)) / 2);
  return (shell ?? 0) - holes.reduce((sum, hole) => sum + hole, 0);
}

function lineLength(line) {
  let sum = 0;
  for (let i = 0; i + 1 < line.length; i += 1) {
    sum += Math.hypot(line[i + 1][0] - line[i][0], line[i + 1][1] - line[i][1]);
  }
  return sum;
}

const total = (parts, measure) => parts.reduce((sum, part) => sum + measure(part), 0);

/** Square metres; 0 for points and lines. */
export function squareMetres(geometry) {
  if (geometry?.type === "Polygon") return polygonArea(geometry.coordinates);
  if (geometry?.type === "MultiPolygon") return total(geometry.coordinates, polygonArea);
  return 0;
}

/** Metres; the whole outline of an area, 0 for points. */
export function metres(geometry) {
  switch (geometry?.type) {
    case "LineString":
      return lineLength(geometry.coordinates);
    case "MultiLineString":
      return total(geometry.coordinates, lineLength);
    case "Polygon":
      return total(geometry.coordinates, lineLength);
    case "MultiPolygon":
      return total(geometry.coordinates, (rings) => total(rings, lineLength));
    default:
      return 0;
  }
}
