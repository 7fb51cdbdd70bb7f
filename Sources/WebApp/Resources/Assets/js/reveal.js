// A link to something inside closed details opens them, also where the browser does not do so by itself; so does a link to a
// chapter that is folded. On paper everything stands open.
function closedAround(target) {
  const folds = [];
  if (target.classList.contains("is-folded")) folds.push(target.querySelector("details"));
  for (let place = target; place; place = place.parentElement) {
    if (place instanceof HTMLDetailsElement) folds.push(place);
  }
  return folds.filter((fold) => !fold.open);
}

function reveal() {
  const target = location.hash.length > 1 ? document.querySelector(":target") : null;
  if (!target) return;
  const closed = closedAround(target);
  for (const fold of closed) fold.open = true;
  if (closed.length > 0) target.scrollIntoView();
}

let opened = [];
window.addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(".is-folded > details:not([open])")];
  for (const fold of opened) fold.open = true;
});
window.addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false;
});
window.addEventListener("hashchange", reveal);
// A link to where one already is changes no address.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
  if (link) setTimeout(reveal);
});
reveal();
