// Keeps the address of the page in step with the map, so that it can be kept and shared: `x`, `y` and `z` are the middle
// and the zoom of the view, `lagen` the layers that are on, `diepte` the part of the ground that is shown. Pure.

export function readPermalink(search) {
  const parameters = new URLSearchParams(search);
  const number = (name) => {
    const text = parameters.get(name);
    return text !== null && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
  };
  const [x, y, zoom] = [number("x"), number("y"), number("z")];
  return {
    centre: x !== null && y !== null ? [x, y] : null,
    zoom,
    layers: parameters.getAll("lagen").flatMap((text) => text.split(",")).filter((id) => id !== ""),
    depth: parameters.get("diepte"),
  };
}

/** The address with this state; other parameters stay as they are. */
export function permalink(address, { centre, zoom, layers, depth }) {
  const url = new URL(address);
  const set = (name, value) => (value ? url.searchParams.set(name, value) : url.searchParams.delete(name));
  set("x", String(Math.round(centre[0])));
  set("y", String(Math.round(centre[1])));
  set("z", String(Math.round(zoom * 10) / 10));
  url.searchParams.delete("lagen");
  set("lagen", layers.join(","));
  set("diepte", depth);
  // A comma need not be written as a reference.
  return url.href.replaceAll("%2C", ",");
}
