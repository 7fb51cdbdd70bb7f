// RD New (EPSG:28992), the coordinate system of every map, and its tile grid NetherlandsRDNewQuad.

export const code = "EPSG:28992";

// The constants of EPSG:28992 and of the seven parameters that the server uses without its grid; up to 25 cm off, which
// no read-out shows.
const definition =
  "+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel" +
  " +towgs84=565.7381,50.4018,465.2904,-0.395025981036064,0.330772431242031,-1.87607329462821,4.07244" +
  " +units=m +no_defs";

/** The corner from which tiles are counted. */
export const origin = [-285401.92, 903401.92];
export const extent = [-285401.92, 22598.08, 595401.92, 903401.92];
export const tileSize = 256;
export const zoomLevels = 15;

/** Metres per pixel at a level of the grid; level 0 shows the whole country in one tile. */
export function resolution(zoom) {
  return 3440.64 / 2 ** zoom;
}

export const resolutions = Array.from({ length: zoomLevels }, (_, zoom) => resolution(zoom));

/** Makes the projection known to OpenLayers; returns it. */
export function register({ ol, proj4 }) {
  proj4.defs(code, definition);
  ol.proj.proj4.register(proj4);
  const projection = ol.proj.get(code);
  projection.setExtent(extent);
  return projection;
}

/** Longitude and latitude in degrees of a position in RD. */
export function toDegrees({ proj4 }, position) {
  return proj4(code, "WGS84", [position[0], position[1]]);
}
