// What one finds one's way by on every map: the outline of the house, its neighbours, and its towns by name.

import { code } from "./rd.js";

let asked;

/** Layers for under and over those of the house. */
export async function ground({ ol }, look) {
  asked ??= fetch("/kaartdata/basis.json").then((response) => {
    if (!response.ok) throw new Error(`/kaartdata/basis.json: ${response.status}`);
    return response.json();
  });
  const features = new ol.format.GeoJSON({ dataProjection: code, featureProjection: code }).readFeatures(await asked);
  const source = new ol.source.Vector({ features, wrapX: false });
  const below = new ol.layer.Vector({ source, style: look.ground(), zIndex: 1, updateWhileInteracting: true });
  const names = new ol.layer.Vector({ source, style: look.names(), zIndex: 90, declutter: true });
  return [below, names];
}
