// The script of the page reads places as the server does: the same file of examples.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { readList, writeList } from "../../Sources/WebApp/Resources/Assets/js/map/coordinate-list.js";
import { readPlace } from "../../Sources/WebApp/Resources/Assets/js/map/coordinates.js";

const lines = readFileSync(new URL("../Fixtures/places/typed.csv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("|"));

for (const [text, kind, first, second] of lines) {
  test(`reads ${text || "nothing"}`, () => {
    const place = readPlace(text);
    if (kind === "none") {
      assert.equal(place, null);
      return;
    }
    const [x, y] = place[kind];
    assert.ok(Math.abs(x - Number(first)) < 1e-9 && Math.abs(y - Number(second)) < 1e-9, `${x} ${y}`);
  });
}

const fail = () => assert.fail("no degrees here");
const read = (text) => readList(text, fail);

test("a list becomes a point, a line or an area, and is written back the same", () => {
  for (const [text, type] of [
    ["punt\n233000, 556000", "Point"],
    ["punt\n233000, 556000\n233100, 556000", "MultiPoint"],
    ["lijn\n233000, 556000\n233100.25, 556000", "LineString"],
    ["vlak\n233000, 556000\n233100, 556000\n233100, 556100\n\ngat\n233080, 556010\n233090, 556010\n233090, 556020", "Polygon"],
    ["vlak\n1e, 2", null],
  ]) {
    const { geometry, problems } = read(text);
    assert.equal(geometry?.type ?? null, type);
    if (type) assert.equal(writeList(geometry), text);
    else assert.equal(problems[0].line, 2);
  }
});

test("without a word the number of places tells the kind", () => {
  assert.equal(read("233000 556000").geometry.type, "Point");
  assert.equal(read("233000 556000\n233100 556000").geometry.type, "LineString");
  assert.deepEqual(read("233000 556000\n233100 556000\n233100 556100").geometry.coordinates[0].at(-1), [233000, 556000]);
});

test("problems say the same as those of the server", () => {
  const { problems } = read("vlak\n200000 500000\nhier ergens\n\nlijn\n200000 500000");
  assert.deepEqual(
    problems.map(({ line, message }) => `${line}: ${message}`),
    [
      "3: \u2018hier ergens\u2019 is geen plek in Nederland. Schrijf bijvoorbeeld 233000, 556000.",
      "1: Een vlak heeft minstens 3 plekken nodig.",
      "5: Kies één soort: alleen punten, alleen lijnen of alleen vlakken.",
    ],
  );
});
