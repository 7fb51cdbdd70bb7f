// A link to something inside closed details opens them, also where the browser does not do so by itself.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  let isOpened = false;
  for (let place = target; place; place = place.parentElement) {
    if (place instanceof HTMLDetailsElement && !place.open) {
      place.open = true;
      isOpened = true;
    }
  }
  if (isOpened) target.scrollIntoView();
}

window.addEventListener("hashchange", reveal);
reveal();
