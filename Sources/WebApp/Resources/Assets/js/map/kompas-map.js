// Maps in a page. Every element with the class `kompas-map` becomes a map; what stands inside it is shown until then, and
// stays when there is no script, no network or no canvas.
//
//   <div class="kompas-map" data-map="viewer" data-layers="a b" data-view="233000 556000 8" data-label="...">...</div>
//
// `data-map` is
//   viewer   looks; with `data-pick` a click tells the page a place, with `data-ruler` there are buttons for measuring
//   picker   a click fills two inputs: `data-x` and `data-y` hold their ids
//   editor   draws; `data-geojson` and `data-coordinates` hold the ids of one or two textareas, `data-shapes` the kinds that
//            can be drawn (`polygon line point`)
// `data-tiles` is the address of pictures of the server, with `{z}`, `{x}` and `{y}`.
// `data-plan` holds the id of a `<script type="application/geo+json">` or a textarea with a geometry to show in ink, with
// `data-plan-look="outline"` only its edge.
//
// Events on the element, all bubbling: `kompas-map:ready` {map}, `kompas-map:pick` {x, y}, `kompas-map:change` {geometry,
// areaSquareMetres, lengthMetres}, `kompas-map:moved` {centre, zoom}, `kompas-map:failed`. docs/map-component.md tells more.

import { BaseMap } from "./base-map.js";
import { catalogue } from "./catalogue.js";
import { make, tell } from "./dom.js";
import { Editor } from "./editor.js";
import { libraries } from "./libraries.js";
import { startPicker } from "./picker.js";
import { tileLayer } from "./tile-layer.js";
import { startViewer } from "./viewer.js";

/** Makes a map of an element; a page that adds one later calls this itself. */
export async function upgrade(host) {
  if (host.dataset.state) return;
  host.dataset.state = "loading";
  try {
    const [tools, house] = await Promise.all([libraries(), catalogue()]);
    // Opening the map measures it, so the fallback goes first.
    host.replaceChildren();
    host.dataset.state = "ready";
    const base = new BaseMap(host, tools, house);
    const [x, y, zoom] = (host.dataset.view ?? "").split(/\s+/).filter(Boolean).map(Number);
    base.open({ centre: Number.isFinite(y) ? [x, y] : null, zoom: zoom ?? null });
    if (host.dataset.tiles) base.map.addLayer(tileLayer(tools, host.dataset.tiles));
    for (const id of (host.dataset.layers ?? "").split(/\s+/).filter(Boolean)) base.add(id);
    showPlan(base);
    const part = start(base, host.dataset.map);
    base.map.on("moveend", () => tell(host, "moved", { centre: base.centre, zoom: base.zoom }));
    host.kompasMap = { base, part };
    tell(host, "ready", host.kompasMap);
  } catch (error) {
    host.dataset.state = "failed";
    host.append(make("p", { class: "map-failed" }, ["De kaart kan nu niet worden getoond. Alles op deze pagina werkt ook zonder kaart."]));
    tell(host, "failed", { error });
    console.error(error);
  }
}

function start(base, mode) {
  if (mode === "editor") return new Editor(base);
  if (mode === "picker") return startPicker(base);
  return startViewer(base);
}

function showPlan(base) {
  const element = document.getElementById(base.host.dataset.plan ?? "");
  if (!element) return;
  const { ol } = base.tools;
  const features = new ol.format.GeoJSON().readFeatures(JSON.parse(element.value ?? element.textContent));
  if (features.length === 0) return;
  const source = base.addDrawing(base.host.dataset.planLook === "outline" ? base.look.outline() : base.look.plan());
  source.addFeatures(features);
  if (!base.host.dataset.view) base.map.getView().fit(source.getExtent(), { padding: [64, 64, 64, 64], maxZoom: 10, size: base.map.getSize() ?? [640, 480] });
}

for (const host of document.querySelectorAll(".kompas-map")) upgrade(host);
