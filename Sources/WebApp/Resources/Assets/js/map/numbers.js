// Numbers as Dutch readers write them. The server writes the same words; see Numbers.swift.

function decimal(value, digits) {
  return new Intl.NumberFormat("nl-NL", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** Square metres below a hectare, hectares above. */
export function area(squareMetres) {
  return Math.round(squareMetres) < 10000 ? `${decimal(squareMetres, 0)} m²` : `${decimal(squareMetres / 10000, 1)} ha`;
}

export function length(metres) {
  return Math.round(metres) < 1000 ? `${decimal(metres, 0)} m` : `${decimal(metres / 1000, 1)} km`;
}

/** `RD 233.450, 556.120` */
export function rd([x, y]) {
  return `RD ${decimal(x, 0)}, ${decimal(y, 0)}`;
}

/** `52,99123° NB, 6,56012° OL` */
export function degrees([longitude, latitude]) {
  return `${decimal(latitude, 5)}° NB, ${decimal(longitude, 5)}° OL`;
}

/** `1 vlak`, `3 vlakken` */
export function count(number, one, more) {
  return `${number} ${number === 1 ? one : more}`;
}
