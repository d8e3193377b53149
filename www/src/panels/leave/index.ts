// Where figures leave the page: at each of them, and for all of them in one place.
import { html, nothing, type TemplateResult } from "lit";
import type { BenMonitor } from "../../monitor";
import type { Indicator } from "../../report";
import { giveRoomBack } from "../../room";
import { leave } from "../../styles/leave";
import "./menu";
import { printWell } from "./paper";
import "./whole";

export { exportImage, exportTable, exportWorkbook } from "./actions";

/** A figure as it stands on the page. */
interface Standing extends HTMLElement {
  indicator: Indicator;
  index: number;
}

/** The menu of a figure; nothing for one that stands elsewhere, such as in a preview. */
export function leaving(chart: Standing, drawn: boolean): TemplateResult | typeof nothing {
  const element = hostOf(chart);
  if (!element) return nothing;
  const { indicator, index } = chart;
  return html`<ben-monitor-leave .element=${element} .index=${index} .named=${indicator.title ?? indicator.id}
    .drawn=${drawn}></ben-monitor-leave>`;
}

/** The element that something stands in; `null` where it stands in a preview. */
export function hostOf(inside: HTMLElement): BenMonitor | null {
  const root = inside.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : null;
  return host?.localName === "ben-monitor" ? (host as BenMonitor) : null;
}

/** What can be done with all of it. */
export function leavingAll(element: BenMonitor): TemplateResult {
  const { styleSheet } = leave;
  const root = element.renderRoot as ShadowRoot;
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  printWell(element);
  giveRoomBack(element);
  return html`<ben-monitor-leave-all .element=${element} .lang=${element.language}></ben-monitor-leave-all>`;
}
