// Says things to people who do not see the map: one polite live region per map.

import { make } from "./dom.js";

export class Announcer {
  constructor() {
    this.element = make("p", { class: "map-spoken", role: "status" });
  }

  /** Waits a moment, so that what follows itself quickly is said once. */
  say(text) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      // The same text twice would not be said again.
      this.element.textContent = this.element.textContent === text ? `${text}\u00A0` : text;
    }, 300);
  }
}
