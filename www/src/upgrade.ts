// Where an editor strips tags that it does not know: a div that says what the element is to show becomes one.

/** Attributes of the element, of which `data-…` says the same. */
const ATTRIBUTES = [
  "src",
  "mode",
  "lang",
  "theme",
  "heading-level",
  "reference-date",
  "recept",
  "indicators",
];
const FURTHER = ["wasm-src", "frame-src"];

/** Puts an element in each of them that has none yet. */
export function upgrade(divs: Iterable<Element>): void {
  for (const div of divs) {
    if (div.querySelector("ben-monitor")) continue;
    const element = document.createElement("ben-monitor");
    for (const name of [...ATTRIBUTES, ...FURTHER]) {
      const value = div.getAttribute(`data-${name}`);
      if (value !== null) element.setAttribute(name, value);
    }
    // What stood there was for who has no script.
    div.replaceChildren(element);
  }
}
