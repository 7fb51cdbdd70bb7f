// The page with the map: boxes of the legend put layers on and off, a click brings the list of that place, the address
// follows. Without this script the form does the same with a button.

import { make } from "./map/dom.js";
import { mostLayers } from "./map/look.js";
import { permalink, readPermalink } from "./map/permalink.js";

const form = document.querySelector("[data-map-form]");
const host = document.getElementById("kaart");
const count = document.getElementById("kaart-telling");
const boxes = [...form.querySelectorAll(".legend-item input")];
const filter = document.getElementById("legenda-zoek");

const depth = () => form.querySelector("input[name=diepte]:checked")?.value ?? "alles";
const shows = { alles: () => true, boven: (stratum) => stratum !== "underground", onder: (stratum) => stratum !== "surface" };

/** Fewer than the server sent: what does not match the words or the depth goes out of sight. */
function sift() {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const group of form.querySelectorAll(".kaart-group")) {
    let inGroup = 0;
    for (const item of group.querySelectorAll(".legend-item")) {
      const text = item.textContent.toLowerCase();
      const isShown = shows[depth()](item.dataset.stratum) && words.every((word) => text.includes(word));
      item.hidden = !isShown;
      if (isShown) inGroup += 1;
    }
    group.hidden = inGroup === 0;
    if ((words.length > 0 || depth() === "onder") && inGroup > 0) group.open = true;
    found += inGroup;
  }
  if (words.length > 0) count.textContent = found === 1 ? "1 kaartlaag gevonden." : `${found} kaartlagen gevonden.`;
}

function paint(box, mark) {
  const swatch = box.parentElement.querySelector(".swatch");
  swatch.classList.remove(...[...swatch.classList].filter((name) => name.startsWith("layer-")));
  if (mark !== null) swatch.classList.add(`layer-${mark + 1}`);
}

function tally() {
  for (const group of form.querySelectorAll(".kaart-group")) {
    const on = group.querySelectorAll("input:checked").length;
    group.querySelector(".on-count").textContent = on > 0 ? ` (${on} aan)` : "";
  }
}

function follow({ base }) {
  const write = () => {
    const address = permalink(location.href, {
      centre: base.centre,
      zoom: base.zoom,
      layers: base.layerIds,
      depth: depth() === "alles" ? null : depth(),
    });
    history.replaceState(null, "", address);
  };

  function toggle(box) {
    if (box.checked) {
      const mark = base.add(box.value);
      if (mark === null) {
        box.checked = false;
        count.textContent = `Er kunnen ${mostLayers} kaartlagen tegelijk aan staan. Zet er eerst een uit.`;
        return;
      }
      paint(box, mark);
    } else {
      base.remove(box.value);
      paint(box, null);
    }
    const on = base.layerIds.length;
    count.textContent = on === 1 ? "1 kaartlaag staat aan." : `${on} kaartlagen staan aan.`;
    tally();
    write();
  }

  for (const box of boxes) {
    paint(box, box.checked ? base.add(box.value) : null);
    box.addEventListener("change", () => toggle(box));
  }
  for (const radio of form.querySelectorAll("input[name=diepte]")) {
    radio.addEventListener("change", () => {
      sift();
      for (const box of boxes.filter((box) => box.checked && box.parentElement.hidden)) {
        box.checked = false;
        toggle(box);
      }
      write();
    });
  }
  host.addEventListener("kompas-map:moved", write);
}

/** Brings the list of a place out of the page that the server makes for it. */
async function bring(query) {
  const url = new URL(location.href);
  const { layers } = readPermalink(url.search);
  const asked = new URLSearchParams(query);
  asked.set("lagen", layers.join(","));
  asked.set("diepte", depth());
  const section = document.getElementById("op-deze-plek");
  section.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(`/kaart?${asked}`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("op-deze-plek");
    section.replaceChildren(...fresh.childNodes);
    const view = page.getElementById("kaart").dataset.view.split(" ").map(Number);
    for (const name of ["plek", "kern", "gebied"]) url.searchParams.delete(name);
    for (const [name, value] of new URLSearchParams(query)) url.searchParams.set(name, value);
    history.replaceState(null, "", url.href.replaceAll("%2C", ","));
    return view;
  } catch {
    section.replaceChildren(make("p", {}, ["De lijst kan nu niet worden gehaald. Probeer het opnieuw."]));
    return null;
  } finally {
    section.removeAttribute("aria-busy");
  }
}

form.querySelector(".kaart-filter").hidden = false;
filter.addEventListener("input", sift);
filter.addEventListener("keydown", (event) => {
  if (event.key === "Enter") event.preventDefault();
});
sift();

host.addEventListener("kompas-map:ready", ({ detail }) => {
  form.querySelector(".kaart-show").hidden = true;
  follow(detail);
  const chosen = host.dataset.chosen?.split(" ").map(Number);
  if (chosen) detail.part.mark(chosen);
  host.addEventListener("kompas-map:pick", async ({ detail: { x, y } }) => {
    form.elements.namedItem("plek").value = `${x}, ${y}`;
    await bring(`plek=${x},${y}`);
    const title = document.getElementById("plek-titel").textContent;
    const lies = document.querySelectorAll("#op-deze-plek ul:first-of-type li").length;
    detail.base.announcer.say(`${title}. ${lies} ${lies === 1 ? "aanduiding" : "aanduidingen"} in de lijst onder de kaart.`);
  });
  form.addEventListener("kompas-place:chosen", async (event) => {
    event.preventDefault();
    const view = await bring(event.detail.query.replace(/^x=(\d+)&y=(\d+)$/, "plek=$1,$2"));
    if (!view || view.length < 2) return;
    detail.part.mark(view.slice(0, 2));
    detail.base.open({ centre: view.slice(0, 2), zoom: 8 });
    document.getElementById("op-deze-plek").focus();
  });
});
