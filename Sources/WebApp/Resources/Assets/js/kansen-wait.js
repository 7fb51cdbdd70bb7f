// While a map is made: tells how far it is, and opens it when it is there. Without this script the page asks again by itself.

const told = document.getElementById("stand");
const bar = document.getElementById("voortgang");
const wait = 600;

async function ask() {
  try {
    const response = await fetch(told.dataset.stand, { headers: { accept: "application/json" } });
    if (response.ok) {
      const state = await response.json();
      if (state.isReady || state.failure) {
        location.reload();
        return;
      }
      if (told.textContent !== state.text) told.textContent = state.text;
      if (state.percent !== null) bar.value = state.percent;
    }
  } catch {
    // Asked again.
  }
  setTimeout(ask, wait);
}

setTimeout(ask, wait);
