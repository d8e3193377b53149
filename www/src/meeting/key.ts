// The key P starts the presentation: of the element that has the focus, or of the only one of the page when nothing
// has it. Never while somebody types; and it can be turned off, for who speaks to the computer (WCAG 2.1.4).
import type { BenMonitor } from "../monitor";

let isOn = true;
let isHeard = false;

export function keyIsOn(): boolean {
  return isOn;
}

export function turnKey(on: boolean): void {
  isOn = on;
}

/** From now on the key is heard; once for all elements of a page. */
export function startByKey(): void {
  if (isHeard) return;
  isHeard = true;
  document.addEventListener("keydown", (event) => {
    if (!isOn || event.defaultPrevented || event.repeat || !isPlainP(event)) return;
    const meant = meantBy(event);
    if (!meant?.report) return;
    event.preventDefault();
    meant.present().catch(() => undefined);
  });
}

function isPlainP({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyboardEvent): boolean {
  return key.toLowerCase() === "p" && !(ctrlKey || metaKey || altKey || shiftKey || isComposing);
}

/** The one that the key is for; none when it is typed into something, or when another part of the page has it. */
function meantBy(event: KeyboardEvent): BenMonitor | null {
  const path = event.composedPath();
  if (path.some((one) => one instanceof Element && takesText(one))) return null;
  const inside = path.find((one) => one instanceof Element && one.localName === "ben-monitor");
  if (inside) return inside as BenMonitor;
  const target = path[0];
  if (target !== document.body && target !== document.documentElement) return null;
  const all = document.querySelectorAll<BenMonitor>("ben-monitor");
  return all.length === 1 ? (all[0] ?? null) : null;
}

const TYPED =
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file]), textarea, select";

/** Letters are for it. */
export function takesText(element: Element): boolean {
  return element.matches(TYPED) || (element instanceof HTMLElement && element.isContentEditable);
}
