import assert from "node:assert/strict";
import test from "node:test";
import { blockAround } from "../../Sources/WebApp/Resources/Assets/js/map/blocks.js";
import { join, partsOf, rounded } from "../../Sources/WebApp/Resources/Assets/js/map/geometry.js";
import { HistoryStack } from "../../Sources/WebApp/Resources/Assets/js/map/history-stack.js";
import { metres, squareMetres } from "../../Sources/WebApp/Resources/Assets/js/map/measure.js";
import { permalink, readPermalink } from "../../Sources/WebApp/Resources/Assets/js/map/permalink.js";
import { describe, size } from "../../Sources/WebApp/Resources/Assets/js/map/words.js";
import { SoilScale } from "../../Sources/WebApp/Resources/Assets/js/soil-scale.js";

const square = (x, y, side) => [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]];

test("areas and lengths are those of the plane, without holes", () => {
  const area = { type: "Polygon", coordinates: [square(240000, 550000, 100), square(240010, 550010, 10)] };
  assert.equal(squareMetres(area), 9900);
  assert.equal(metres(area), 440);
  assert.equal(squareMetres({ type: "MultiPolygon", coordinates: [[square(0, 0, 10)], [square(20, 0, 10)]] }), 200);
  assert.equal(metres({ type: "LineString", coordinates: [[0, 0], [3, 4], [3, 10]] }), 11);
  assert.equal(squareMetres(null), 0);
});

test("a drawing is told in words", () => {
  const area = { type: "MultiPolygon", coordinates: [[square(0, 0, 100)], [square(200, 0, 100)]] };
  assert.equal(describe(area), "Getekend: 2 vlakken, 2,0 ha, omtrek 800 m.");
  assert.equal(describe({ type: "Point", coordinates: [0, 0] }), "Getekend: 1 punt.");
  assert.equal(size({ type: "LineString", coordinates: [[0, 0], [1234, 0]] }), "1,2 km lang");
  assert.equal(describe(null), "Er is nog niets getekend.");
});

test("parts are taken apart and joined again", () => {
  const many = { type: "MultiPoint", coordinates: [[1, 2], [3, 4]] };
  assert.deepEqual(join(partsOf(many)), many);
  assert.deepEqual(join([{ type: "Point", coordinates: [1, 2] }]), { type: "Point", coordinates: [1, 2] });
  assert.equal(join([]), null);
  assert.deepEqual(rounded({ type: "Point", coordinates: [1.23456, 2] }).coordinates, [1.23, 2]);
});

test("what was undone comes back until something else is done", () => {
  const stack = new HistoryStack("a");
  stack.push("b");
  stack.push("c");
  assert.equal(stack.undo(), "b");
  assert.equal(stack.redo(), "c");
  stack.undo();
  stack.push("d");
  assert.equal(stack.canRedo, false);
  assert.equal(stack.undo(), "b");
  assert.equal(stack.undo(), "a");
  assert.equal(stack.undo(), "a");
});

test("a view lies in the middle third of its block", () => {
  // At level 9 a step is 2048 * 6.72 = 13762.56 m: 245000 lies in step 17, 548000 in step 39.
  assert.equal(blockAround([245000, 548000], 9), "9/16/38");
  assert.equal(blockAround([245000, 548000], 9.7), "9/16/38");
  assert.equal(blockAround([245000, 548000], 1).split("/")[0], "3");
  assert.equal(blockAround([245000, 548000], 14).split("/")[0], "13");
});

test("an address keeps what the map shows, and gives it back", () => {
  const address = permalink("https://example.nl/kaart?plek=1,2&lagen=x", {
    centre: [245000.4, 548000.6],
    zoom: 8.04,
    layers: ["a", "b"],
    depth: "onder",
  });
  assert.equal(address, "https://example.nl/kaart?plek=1,2&x=245000&y=548001&z=8&lagen=a,b&diepte=onder");
  assert.deepEqual(readPermalink(new URL(address).search), {
    centre: [245000, 548001],
    zoom: 8,
    layers: ["a", "b"],
    depth: "onder",
  });
  assert.equal(readPermalink("?x=no&y=1").centre, null);
});

test("depth and height go into each other on both sides of the break", () => {
  const scale = new SoilScale({ top: "40", break: "360", breakMetres: "500", bottom: "560", bottomMetres: "2000" });
  assert.equal(scale.y(0), 40);
  assert.equal(scale.y(250), 200);
  assert.equal(scale.y(500), 360);
  assert.equal(scale.y(1250), 460);
  assert.equal(scale.y(9000), 560);
  assert.equal(scale.metres(200), 250);
  assert.equal(scale.metres(460), 1250);
  assert.equal(scale.metres(41), 2);
});
