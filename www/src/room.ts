// The room that `ben-monitor.css` keeps free is given back once the figures stand: few of them need less. Only where
// nobody sees anything move.
import { css } from "lit";
import type { BenMonitor } from "./monitor";

/** Stronger than what the page says. */
const { styleSheet: given } = css`
  :host {
    min-height: 0 !important;
  }
`;

/** Where the page stays in place when something above it becomes shorter. */
const STAYS = CSS.supports("overflow-anchor", "auto");

const known = new WeakSet<BenMonitor>();

/** Gives it back when all is drawn: at once where what comes after it stays out of view, else when the element is. */
export function giveRoomBack(element: BenMonitor): void {
  if (known.has(element)) return;
  known.add(element);
  const watch = new IntersectionObserver(() => {
    if (!isUnseen(element)) return;
    watch.disconnect();
    give(element);
  });
  element.addEventListener("ben-rendered", (event) => {
    if (!(event as CustomEvent<{ all: boolean }>).detail.all) return;
    // It tells how things stand, and then of every change.
    watch.disconnect();
    watch.observe(element);
  });
}

function isUnseen(element: BenMonitor): boolean {
  const { bottom } = element.getBoundingClientRect();
  const needed = element.renderRoot.querySelector(".el")?.getBoundingClientRect().bottom ?? bottom;
  return bottom - needed < 1 || needed >= innerHeight || (bottom <= 0 && STAYS);
}

function give(element: BenMonitor): void {
  const { adoptedStyleSheets: all } = element.renderRoot as ShadowRoot;
  if (given && !all.includes(given)) all.push(given);
}
