// Copies of what was typed, on this device, until the server has it.
const PREFIX = "kompas:";

function read(name) {
  try {
    const copy = JSON.parse(localStorage.getItem(name));
    return Array.isArray(copy?.values) ? copy : null;
  } catch {
    return null;
  }
}

function write(key, copy) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

function names() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
}

export const Copies = {
  get: (key) => read(PREFIX + key),

  put: (key, values) => write(key, {values, at: Date.now()}),

  remove(key) {
    try { localStorage.removeItem(PREFIX + key); } catch { /* nothing was kept there */ }
  },

  // The form is on its way to the server as a page; whether it arrived, the next page tells.
  markSent(key) {
    const copy = read(PREFIX + key);
    if (copy) write(key, {...copy, isSent: true});
  },

  forgetSent(shown) {
    for (const name of names()) {
      if (read(name)?.isSent && !shown.has(name.slice(PREFIX.length))) localStorage.removeItem(name);
    }
  },

  clear() {
    for (const name of names()) localStorage.removeItem(name);
  },
};
