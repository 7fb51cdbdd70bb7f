// Loads OpenLayers and proj4 when the first map of a page needs them. Both are classic scripts that set a global.

const sources = { ol: "/vendor/ol.js", proj4: "/vendor/proj4.min.js" };
let loading;

/** @returns {Promise<{ol: object, proj4: Function}>} rejected when a library cannot be had */
export function libraries() {
  loading ??= Promise.all([load("ol"), load("proj4")]).then(([ol, proj4]) => ({ ol, proj4 }));
  return loading;
}

function load(name) {
  if (globalThis[name]) return Promise.resolve(globalThis[name]);
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = sources[name];
    script.addEventListener("load", () =>
      globalThis[name] ? resolve(globalThis[name]) : reject(new Error(`${name} is not in ${script.src}`)),
    );
    script.addEventListener("error", () => reject(new Error(`${script.src} cannot be loaded`)));
    document.head.append(script);
  });
}
