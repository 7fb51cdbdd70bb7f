// Keeps the drawing in step with two textareas: one with GeoJSON for the server, one with a list of places for people.

import { readList, writeList } from "./coordinate-list.js";
import { make } from "./dom.js";
import { code } from "./rd.js";

export class Bound {
  /** @param {(geometry: object | null) => void} typed gets what somebody wrote */
  constructor(base, typed) {
    this.base = base;
    const { geojson, coordinates } = base.host.dataset;
    this.json = geojson ? document.getElementById(geojson) : null;
    this.list = coordinates ? document.getElementById(coordinates) : null;
    if (!this.json && !this.list) throw new Error("an editor needs data-geojson or data-coordinates");
    if (this.json && this.list) this.hide(this.json);
    if (this.list) this.listen(typed);
  }

  /** The geometry that the page came with. */
  get first() {
    const fromJSON = this.json?.value.trim() ? geometryOf(this.json.value) : null;
    return fromJSON ?? (this.list ? this.read().geometry : null);
  }

  write(geometry) {
    if (this.json) this.json.value = geometry ? JSON.stringify(geometry) : "";
    if (!this.list) return;
    this.list.value = writeList(geometry);
    this.complain([]);
  }

  read() {
    const { proj4 } = this.base.tools;
    return readList(this.list.value, (degrees) => proj4("WGS84", code, degrees).map((value) => Math.round(value * 100) / 100));
  }

  listen(typed) {
    this.problems = make("ul", { class: "map-problems", role: "alert" });
    this.list.after(this.problems);
    let timer;
    this.list.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { geometry, problems } = this.read();
        this.complain(problems);
        if (problems.length > 0) return;
        if (this.json) this.json.value = geometry ? JSON.stringify(geometry) : "";
        typed(geometry);
      }, 600);
    });
  }

  complain(problems) {
    this.list.toggleAttribute("aria-invalid", problems.length > 0);
    this.problems.replaceChildren(
      ...problems.slice(0, 5).map(({ line, message }) => make("li", {}, [`Regel ${line}: ${message}`])),
    );
  }

  /** The list says the same to people; two fields for one thing would confuse them. */
  hide(field) {
    const box = field.closest("[data-map-hides]") ?? field;
    box.hidden = true;
  }
}

function geometryOf(text) {
  try {
    const value = JSON.parse(text);
    return value.geometry ?? (value.type ? value : null);
  } catch {
    return null;
  }
}
