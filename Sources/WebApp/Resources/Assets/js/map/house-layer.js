// One layer of the house on a map.

import { blockAround } from "./blocks.js";
import { code } from "./rd.js";

export class HouseLayer {
  /**
   * @param {{id: string, title: string, widthMetres: number, version: string}} entry of the catalogue
   * @param {number} mark which of the seven looks it has
   */
  constructor({ ol }, entry, mark, look) {
    this.entry = entry;
    this.mark = mark;
    this.format = new ol.format.GeoJSON({ dataProjection: code, featureProjection: code });
    this.source = new ol.source.Vector({ wrapX: false });
    this.layer = new ol.layer.Vector({
      source: this.source,
      style: look.layer(mark, entry.widthMetres),
      zIndex: 10 - mark / 10,
      updateWhileInteracting: true,
    });
  }

  /**
   * Shows what lies around the view; asks the server only when that is another block than the one shown.
   * @returns {Promise<void>} rejected when the server does not answer
   */
  async show(centre, zoom) {
    const block = blockAround(centre, zoom);
    if (block === this.block) return;
    this.block = block;
    this.waiting?.abort();
    this.waiting = new AbortController();
    const address = `/kaartdata/${encodeURIComponent(this.entry.id)}.json?blok=${block}&v=${this.entry.version}`;
    try {
      const response = await fetch(address, { signal: this.waiting.signal });
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      const features = this.format.readFeatures(await response.json());
      this.source.clear(true);
      this.source.addFeatures(features);
    } catch (error) {
      if (error.name === "AbortError") return;
      this.block = null;
      throw error;
    }
  }

  stop() {
    this.waiting?.abort();
  }
}
