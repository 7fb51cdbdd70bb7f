// The map itself: OpenLayers in RD with buttons, scale, read-out, keyboard and touch.

import { Announcer } from "./announcer.js";
import { backgroundLayer } from "./background.js";
import { mapButtons } from "./buttons.js";
import { make, freshId } from "./dom.js";
import { ground } from "./ground.js";
import { HouseLayer } from "./house-layer.js";
import { Look, mostLayers } from "./look.js";
import { readout } from "./readout.js";
import { register, resolutions } from "./rd.js";

const closest = 14;

export class BaseMap {
  /**
   * @param {HTMLElement} host the element of the page
   * @param {{ol: object, proj4: Function}} tools
   * @param {object} house the catalogue
   */
  constructor(host, tools, house) {
    const { ol } = tools;
    Object.assign(this, { host, tools, house, look: new Look(ol, host), shown: new Map(), announcer: new Announcer() });
    const projection = register(tools);
    this.help = make("p", { class: "map-help", id: freshId("kaart-hulp") }, [
      "Met de pijltjestoetsen verschuift u de kaart, met + en \u2212 zoomt u.",
    ]);
    this.canvas = make("div", {
      class: "map-canvas",
      tabindex: "0",
      role: "application",
      "aria-roledescription": "kaart",
      "aria-label": host.dataset.label ?? "Kaart",
      "aria-describedby": this.help.id,
    });
    this.frame = make("div", { class: "map-frame" }, [this.canvas]);
    this.foot = make("div", { class: "map-foot" });
    host.append(this.frame, this.foot, this.help, this.announcer.element);
    this.map = new ol.Map({
      target: this.canvas,
      keyboardEventTarget: this.canvas,
      controls: [],
      interactions: this.interactions(),
      layers: house.background ? [backgroundLayer(tools, house.background)] : [],
      view: new ol.View({
        projection,
        resolutions: resolutions.slice(0, closest + 1),
        constrainResolution: false,
        extent: grown(house.extent, 0.5),
        smoothExtentConstraint: false,
        enableRotation: false,
      }),
    });
    this.furnish();
    // A map without its ground still shows its layers.
    ground(tools, this.look).then((layers) => layers.forEach((layer) => this.map.addLayer(layer)), console.error);
    this.map.on("moveend", () => this.refresh());
  }

  interactions() {
    const { ol } = this.tools;
    const { DragPan, defaults } = ol.interaction;
    // The wheel scrolls the page until the map has been chosen, and one finger always does: nobody gets stuck on a map.
    const list = defaults.defaults({ onFocusOnly: true, dragPan: false, altShiftDragRotate: false, pinchRotate: false });
    list.push(
      new DragPan({
        condition(event) {
          const isTouch = event.originalEvent.pointerType === "touch";
          return isTouch ? this.getPointerCount() === 2 : ol.events.condition.primaryAction(event);
        },
      }),
    );
    return list;
  }

  furnish() {
    const { ol } = this.tools;
    this.frame.append(mapButtons(this.map, () => this.showAll()), make("div", { class: "map-cross", "aria-hidden": "true" }));
    const scale = make("div", { class: "map-scale" });
    this.map.addControl(new ol.control.ScaleLine({ target: scale, className: "map-scale-line", minWidth: 64 }));
    this.foot.append(scale, readout(this.tools, this.map));
    if (this.house.background) this.foot.append(make("p", { class: "map-source" }, [this.house.background.attribution]));
  }

  // View

  /** @param {{centre: number[] | null, zoom: number | null}} wanted the whole house when left out */
  open({ centre, zoom }) {
    const view = this.map.getView();
    if (centre) {
      view.setCenter(centre);
      view.setZoom(zoom ?? 9);
    } else {
      this.showAll();
    }
  }

  showAll() {
    this.map.getView().fit(this.house.extent, { padding: [16, 16, 16, 16], size: this.map.getSize() ?? [640, 480] });
  }

  /** Brings a GeoJSON geometry into view with room around it. */
  fit(geometry) {
    const shape = new this.tools.ol.format.GeoJSON().readGeometry(geometry);
    this.map.getView().fit(shape, { padding: [64, 64, 64, 64], maxZoom: 10, size: this.map.getSize() ?? [640, 480] });
  }

  get centre() {
    return this.map.getView().getCenter();
  }

  get zoom() {
    return this.map.getView().getZoom();
  }

  // Layers

  entry(id) {
    return this.house.layers.find((layer) => layer.id === id);
  }

  get layerIds() {
    return [...this.shown.keys()];
  }

  /**
   * Puts a layer on.
   * @returns {number | null} its mark, from 0; `null` when there is no such layer or no room
   */
  add(id) {
    const known = this.shown.get(id);
    if (known) return known.mark;
    const entry = this.entry(id);
    if (!entry || this.shown.size >= mostLayers) return null;
    const taken = new Set([...this.shown.values()].map((layer) => layer.mark));
    const mark = Array.from({ length: mostLayers }, (_, index) => index).find((index) => !taken.has(index));
    const layer = new HouseLayer(this.tools, entry, mark, this.look);
    this.shown.set(id, layer);
    this.map.addLayer(layer.layer);
    this.refresh();
    return mark;
  }

  remove(id) {
    const layer = this.shown.get(id);
    if (!layer) return;
    layer.stop();
    this.map.removeLayer(layer.layer);
    this.shown.delete(id);
  }

  refresh() {
    if (!this.centre) return;
    for (const layer of this.shown.values()) {
      layer.show(this.centre, this.zoom).catch(() => {
        this.announcer.say(`De kaartlaag ${layer.entry.title} kan nu niet worden getoond.`);
      });
    }
  }

  /** Puts an own layer above those of the house. */
  addDrawing(style, zIndex = 100) {
    const { ol } = this.tools;
    const source = new ol.source.Vector({ wrapX: false });
    this.map.addLayer(new ol.layer.Vector({ source, style, zIndex, updateWhileInteracting: true }));
    return source;
  }
}

function grown([minX, minY, maxX, maxY], share) {
  const [width, height] = [(maxX - minX) * share, (maxY - minY) * share];
  return [minX - width, minY - height, maxX + width, maxY + height];
}
