// What a page loads: defines <ben-monitor>, once.
import { BenMonitor } from "./monitor";

export type { BenMonitor } from "./monitor";

if (!customElements.get("ben-monitor")) customElements.define("ben-monitor", BenMonitor);

declare global {
  interface HTMLElementTagNameMap {
    "ben-monitor": BenMonitor;
  }
}
