// The opportunity map and the map of claims: a click brings why, maps beside each other move together, the address follows.
// Without this script the forms do the same.

import { make } from "./map/dom.js";

const host = document.getElementById("kaart");
const field = document.getElementById("plek");
const address = document.getElementById("adres");
const section = "waarom";

/** Puts parameters in the address of the page and in what shows it. */
function write(parameters) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  // Commas and slashes need not be written as references.
  url.search = url.search.replaceAll("%2C", ",").replaceAll("%2F", "/");
  history.replaceState(null, "", url);
  if (address) address.textContent = url.pathname + url.search;
}

/** Brings the section about a place out of the page that the server makes for it. */
async function bring(place) {
  const old = document.getElementById(section);
  old.setAttribute("aria-busy", "true");
  write({ plek: place });
  const url = new URL(location.href);
  url.hash = "";
  try {
    const response = await fetch(url);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById(section);
    if (!fresh) throw new Error("no section");
    old.replaceWith(document.adoptNode(fresh));
    return fresh;
  } catch {
    old.replaceChildren(make("p", {}, ["Dit kan nu niet worden gehaald. Probeer het opnieuw."]));
    old.removeAttribute("aria-busy");
    return old;
  }
}

/** What is said of a place to who does not see the page. */
function summary(shown) {
  const title = shown.querySelector("h2").textContent;
  const classes = [...shown.querySelectorAll(".class-list li")].map((item) => item.textContent.trim());
  return `${title}. ${classes.slice(0, 3).join(", ") || "Niets dat van de plek afhangt"}. Onder de kaart staat waarom.`;
}

function follow(base) {
  base.map.on("moveend", () => {
    const [x, y] = base.centre.map(Math.round);
    write({ x, y, z: Math.round(base.zoom * 10) / 10 });
  });
}

/** Maps that stand beside each other show the same part. */
const others = [...document.querySelectorAll(".kompas-map")].filter((one) => one !== host);
const ready = (one) =>
  new Promise((resolve) => {
    if (one.kompasMap) resolve(one.kompasMap);
    else one.addEventListener("kompas-map:ready", ({ detail }) => resolve(detail));
  });

async function together() {
  const { base } = await ready(host);
  for (const one of others) ready(one).then((made) => made.base.map.setView(base.map.getView()));
}

function start({ base, part }) {
  const chosen = host.dataset.chosen?.split(" ").map(Number);
  if (chosen) part.mark(chosen);
  // The first view is the address's own.
  base.map.once("moveend", () => follow(base));
  host.addEventListener("kompas-map:pick", async ({ detail: { x, y } }) => {
    if (field) field.value = `${x},${y}`;
    base.announcer.say(summary(await bring(`${x},${y}`)));
  });
}

if (host) {
  ready(host).then(start);
  together();
}
