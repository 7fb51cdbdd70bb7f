// Two handles beside a column of soil: from which depth to which depth something is used. The number fields are the truth;
// the handles follow them, and the drawing follows both. docs/map-component.md tells which markup it wants.

import { button, freshId, make } from "./map/dom.js";
import { SoilScale } from "./soil-scale.js";

const names = { from: "Begin van het gebruik", to: "Einde van het gebruik" };

class DepthSlider {
  constructor(host) {
    this.host = host;
    this.drawing = host.querySelector(".soil-column");
    this.fields = {
      from: host.querySelector("input[data-depth=from]"),
      to: host.querySelector("input[data-depth=to]"),
    };
    if (!this.drawing || !this.fields.from || !this.fields.to) return;
    this.scale = new SoilScale(this.drawing.dataset);
    this.ranges = { from: this.range("from"), to: this.range("to") };
    this.told = make("output", { class: "depth-told" });
    const box = make("div", { class: "depth-ranges", role: "group", "aria-label": "Diepte met schuiven kiezen" }, [
      ...["from", "to"].map((end) => make("div", {}, [make("label", { for: this.ranges[end].id }, [names[end]]), this.ranges[end]])),
      this.told,
      button("Diepte wissen", { class: "secondary" }, () => this.clear()),
    ]);
    this.drawing.after(box);
    for (const end of ["from", "to"]) {
      this.fields[end].addEventListener("input", () => this.follow());
      this.ranges[end].addEventListener("input", () => this.slide(end));
    }
    this.follow();
  }

  range(end) {
    const { top, bottom } = this.scale;
    return make("input", { type: "range", id: freshId(`diepte-${end}`), min: String(top), max: String(bottom), step: "1" });
  }

  /** A handle was moved: the other one gives way. */
  slide(end) {
    const metres = this.scale.metres(Number(this.ranges[end].value));
    const other = end === "from" ? "to" : "from";
    this.fields[end].value = String(metres);
    const known = this.value(other);
    if (known === null || (end === "from" ? known < metres : known > metres)) this.fields[other].value = String(metres);
    for (const field of Object.values(this.fields)) field.dispatchEvent(new Event("change", { bubbles: true }));
    this.follow(end);
  }

  value(end) {
    const text = this.fields[end].value.trim().replace(",", ".");
    const number = text === "" ? Number.NaN : Number(text);
    return Number.isFinite(number) && number >= 0 ? number : null;
  }

  clear() {
    for (const field of Object.values(this.fields)) {
      field.value = "";
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    this.follow();
  }

  /** Handles, drawing and words after the fields. */
  follow(moved) {
    const [from, to] = [this.value("from"), this.value("to")];
    for (const end of ["from", "to"]) {
      const metres = this.value(end);
      if (end !== moved) this.ranges[end].value = String(this.scale.y(metres ?? 0));
      this.ranges[end].setAttribute("aria-valuetext", metres === null ? "niet ingevuld" : `${metres} meter onder het maaiveld`);
    }
    const isWhole = from !== null && to !== null && from <= to;
    this.draw("use", isWhole ? from : null, to);
    this.draw("reach", isWhole && this.host.dataset.reach === "surface" ? 0 : null, to);
    this.told.textContent = isWhole ? `Van ${from} tot ${to} meter onder het maaiveld` : "Nog geen diepte gekozen";
    this.host.dispatchEvent(new CustomEvent("kompas-depth:change", { bubbles: true, detail: { from, to } }));
  }

  draw(name, from, to) {
    const rectangle = this.drawing.querySelector(`[data-soil=${name}]`);
    if (!rectangle) return;
    const start = from === null ? this.scale.top : this.scale.y(from);
    const height = from === null ? 0 : Math.max(2, this.scale.y(to) - start);
    rectangle.setAttribute("y", String(start));
    rectangle.setAttribute("height", String(height));
  }
}

for (const host of document.querySelectorAll("[data-depth-slider]")) new DepthSlider(host);
