// Mode `picker`: a click fills two inputs with x and y in RD, and what is typed there is shown on the map.

import { Picking } from "./picking.js";

export function startPicker(base) {
  const { host } = base;
  const [xInput, yInput] = ["x", "y"].map((name) => document.getElementById(host.dataset[name] ?? ""));
  if (!xInput || !yInput) throw new Error("a picker needs data-x and data-y with the ids of two inputs");
  const picking = new Picking(base, ([x, y]) => {
    xInput.value = String(x);
    yInput.value = String(y);
    for (const input of [xInput, yInput]) input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  const typed = () => {
    const position = [xInput, yInput].map((input) => Number.parseFloat(input.value.replace(",", ".")));
    const isPlace = position.every(Number.isFinite);
    picking.mark(isPlace ? position : null);
    return isPlace ? position : null;
  };
  const centre = typed();
  if (centre) base.open({ centre, zoom: 9 });
  for (const input of [xInput, yInput]) {
    input.addEventListener("input", () => {
      const position = typed();
      if (position) base.map.getView().setCenter(position);
    });
  }
}
