// Small things about GeoJSON geometries of one kind. Pure.

/** `Point`, `LineString` or `Polygon`; `null` for nothing. */
export function kindOf(geometry) {
  return geometry ? geometry.type.replace("Multi", "") : null;
}

/** The single points, lines or areas. */
export function partsOf(geometry) {
  if (!geometry) return [];
  if (!geometry.type.startsWith("Multi")) return [geometry];
  return geometry.coordinates.map((coordinates) => ({ type: kindOf(geometry), coordinates }));
}

/** Parts of one kind as one geometry; `null` for none. */
export function join(parts) {
  if (parts.length < 2) return parts[0] ?? null;
  return { type: `Multi${parts[0].type}`, coordinates: parts.map((part) => part.coordinates) };
}

/** Positions to the centimetre, which is finer than anybody draws. */
export function rounded(geometry) {
  const round = (value) => (Array.isArray(value) ? value.map(round) : Math.round(value * 100) / 100);
  return geometry ? { type: geometry.type, coordinates: round(geometry.coordinates) } : null;
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
