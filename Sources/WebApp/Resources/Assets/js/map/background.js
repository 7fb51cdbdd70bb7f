// The base map, when the house has switched one on. It comes from this server, which keeps what it fetched.

import { code, extent, origin, resolutions, tileSize } from "./rd.js";

/** @param {{attribution: string, levels: number}} background as the catalogue tells it */
export function backgroundLayer({ ol }, background) {
  return new ol.layer.Tile({
    zIndex: 0,
    source: new ol.source.XYZ({
      projection: code,
      tileGrid: new ol.tilegrid.TileGrid({ extent, origin, tileSize, resolutions: resolutions.slice(0, background.levels) }),
      url: "/achtergrond/{z}/{x}/{y}.png",
      attributions: background.attribution,
      wrapX: false,
    }),
  });
}
