// Builds elements without a string of HTML, so that no text can become markup and no style attribute is written.

/**
 * @param {string} name of the element
 * @param {Record<string, string | boolean | null>} attributes `true` writes an empty attribute, `false` and `null` none
 * @param {(Node | string)[]} children
 */
export function make(name, attributes = {}, children = []) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** A button that does something in the page. */
export function button(label, attributes, act) {
  const element = make("button", { type: "button", ...attributes }, [label]);
  element.addEventListener("click", act);
  return element;
}

/** Tells the page around a map that something happened. */
export function tell(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`kompas-map:${name}`, { bubbles: true, detail }));
}

/** An id that is used nowhere else in the page. */
export function freshId(stem) {
  let number = 1;
  while (document.getElementById(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
