// What a page loads: defines <ben-monitor>, once.
import { BenMonitor } from "./monitor";

export type { BenMonitor } from "./monitor";

if (!customElements.get("ben-monitor")) customElements.define("ben-monitor", BenMonitor);

// Where an editor strips unknown tags: <div data-ben-monitor data-src="…">.
const divs = document.querySelectorAll("[data-ben-monitor]");
if (divs[0]) import("./upgrade").then(({ upgrade }) => upgrade(divs));

declare global {
  interface HTMLElementTagNameMap {
    "ben-monitor": BenMonitor;
  }
}
