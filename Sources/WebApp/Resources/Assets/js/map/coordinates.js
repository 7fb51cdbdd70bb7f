// Reads one place as people type it: RD (`233000, 556000`) or degrees (`52.99, 6.56`, `52°59'24" N 6°33'36" O`).
// The server reads the same texts and decides; see PlaceText.swift. Pure.

/** Where the Netherlands lie: x and y of RD, latitude and longitude. The four ranges do not overlap. */
const ranges = { x: [7000, 300000], y: [300000, 650000], latitude: [50, 54], longitude: [3, 8] };

const within = ([low, high], value) => value >= low && value <= high;

/**
 * @returns {{rd: [number, number]} | {degrees: [number, number]} | null} degrees are longitude and latitude;
 *   `null` for what is no place in the Netherlands
 */
export function readPlace(text) {
  const angles = readAngles(text);
  if (angles) return angles;
  for (const [first, second] of readPairs(text)) {
    const { x, y, latitude, longitude } = ranges;
    if (within(x, first) && within(y, second)) return { rd: [first, second] };
    if (within(y, first) && within(x, second)) return { rd: [second, first] };
    if (within(latitude, first) && within(longitude, second)) return { degrees: [second, first] };
    if (within(longitude, first) && within(latitude, second)) return { degrees: [first, second] };
  }
  return null;
}

/** Every way in which a text can be two numbers, the likeliest first: points and commas mean more than one thing. */
function readPairs(text) {
  const plain = text.trim().replace(/^rd\s*:?\s*/i, "");
  const parts = plain.split(/\s*[;/]\s*|,\s+|\s+/).filter((part) => part !== "");
  if (parts.length === 2) {
    const [first, second] = parts.map(readNumbers);
    return first.flatMap((one) => second.map((other) => [one, other]));
  }
  if (parts.length !== 1) return [];
  const pieces = parts[0].split(",");
  const halves =
    pieces.length === 2
      ? pieces
      : pieces.length === 4
        ? [`${pieces[0]},${pieces[1]}`, `${pieces[2]},${pieces[3]}`]
        : null;
  if (!halves) return [];
  const [first, second] = halves.map(readNumbers);
  return first.flatMap((one) => second.map((other) => [one, other]));
}

/** `52.99` is a fraction or 5299 cut into thousands: both are tried. */
function readNumbers(text) {
  const numbers = [];
  if (/^\d+([.,]\d+)?$/.test(text)) numbers.push(Number(text.replace(",", ".")));
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) numbers.push(Number(text.replaceAll(".", "").replace(",", ".")));
  return numbers;
}

const angle =
  /([NOEZS])?\s*(\d{1,2}(?:[.,]\d+)?)\s*°\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|'')\s*)?([NOEB])?/giu;

/** Two angles with degrees, and minutes and seconds when they are given; N or NB, O, E or OL tell which is which. */
function readAngles(text) {
  if (!text.includes("°")) return null;
  const plain = text.toUpperCase().replaceAll("NB", "N").replaceAll("OL", "O");
  const found = [...plain.matchAll(angle)].map(([, before, degrees, minutes, seconds, after]) => ({
    value: number(degrees) + number(minutes) / 60 + number(seconds) / 3600,
    side: before ?? after,
  }));
  if (found.length !== 2) return null;
  const isEast = ({ side }) => side === "O" || side === "E";
  const [latitude, longitude] = isEast(found[0]) ? [found[1], found[0]] : found;
  if (isEast(latitude) || longitude.side === "N") return null;
  if (!within(ranges.latitude, latitude.value) || !within(ranges.longitude, longitude.value)) return null;
  return { degrees: [longitude.value, latitude.value] };
}

const number = (text) => (text ? Number(text.replace(",", ".")) : 0);
