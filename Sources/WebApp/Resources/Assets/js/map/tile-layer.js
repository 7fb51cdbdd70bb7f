// Pictures of the server in the tiles of RD, below lines and names.

import { code, extent, origin, resolutions, tileSize } from "./rd.js";

/** @param {string} url of a tile, with `{z}`, `{x}` and `{y}` */
export function tileLayer({ ol }, url) {
  return new ol.layer.Tile({
    zIndex: 0.5,
    source: new ol.source.XYZ({
      projection: code,
      tileGrid: new ol.tilegrid.TileGrid({ extent, origin, tileSize, resolutions }),
      url,
      wrapX: false,
      interpolate: false,
      transition: 0,
    }),
  });
}
