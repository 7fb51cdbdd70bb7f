// Mode `viewer`: layers are looked at; a click tells the page which place was chosen.

import { Picking } from "./picking.js";
import { ruler } from "./ruler.js";

/** @returns {Picking | null} */
export function startViewer(base) {
  const { dataset } = base.host;
  if ("ruler" in dataset) base.host.prepend(ruler(base));
  if (!("pick" in dataset)) return null;
  return new Picking(base, () => {});
}
