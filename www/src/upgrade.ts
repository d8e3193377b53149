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
/** Of this site alone: who may write such a div is not always who may say what runs. */
const RUNS = ["wasm-src", "frame-src"];

/** Puts an element in each of them that has none yet. */
export function upgrade(divs: Iterable<Element>): void {
  for (const div of divs) {
    if (div.querySelector("ben-monitor")) continue;
    const element = document.createElement("ben-monitor");
    for (const name of [...ATTRIBUTES, ...RUNS]) {
      const value = div.getAttribute(`data-${name}`);
      if (value !== null && (!RUNS.includes(name) || isHere(value))) element.setAttribute(name, value);
    }
    // What stood there was for who has no script.
    div.replaceChildren(element);
  }
}

function isHere(address: string): boolean {
  return (
    URL.canParse(address, document.baseURI) && new URL(address, document.baseURI).origin === location.origin
  );
}
