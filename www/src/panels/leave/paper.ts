// The page on paper: a cover line, drawings made for the width of a sheet in dark on white, and their tables. What is
// added stands there only while the browser prints.
import { html, render } from "lit";
import { later } from "../../later";
import type { BenMonitor } from "../../monitor";
import type { Indicator } from "../../report";
import type { BenMonitorChart } from "../chart";
import { type InView, inView } from "./view";

/** Between the margins of an A4 sheet, in CSS pixels: 180 mm. */
const WIDTH = 680;
const MARK = "on-paper";

const printed = new Set<BenMonitor>();
let sheet: CSSStyleSheet | null = null;

/** Lays this element out whenever the page is printed. */
export function printWell(element: BenMonitor): void {
  if (printed.size === 0) {
    addEventListener("beforeprint", layOut);
    addEventListener("afterprint", takeBack);
  }
  printed.add(element);
}

function layOut(): void {
  takeBack();
  for (const element of printed) {
    if (!element.isConnected) printed.delete(element);
    else if (element.shown || element.published) layOutOne(element);
  }
}

function layOutOne(element: BenMonitor): void {
  const view = inView(element);
  const root = element.renderRoot.querySelector(".page");
  const head = added("div", "cover");
  render(cover(element, view), head);
  root?.prepend(head);
  const canvas = document.createElement("canvas");
  const family = getComputedStyle(root ?? element).fontFamily;
  for (const chart of element.charts()) drawFor(chart, canvas, family, view.isPublic);
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(margins(view));
  document.adoptedStyleSheets.push(sheet);
}

function takeBack(): void {
  for (const element of printed) {
    for (const one of element.renderRoot.querySelectorAll(`.${MARK}`)) one.remove();
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
}

/** The drawing as lines and letters instead of pixels, and below it its tables unless they are on the page. */
function drawFor(chart: BenMonitorChart, canvas: HTMLCanvasElement, family: string, isPublic: boolean): void {
  const { painter, index, indicator } = chart;
  const drawing = painter.pictureForPaper(index, WIDTH, canvas, family);
  const plot = chart.querySelector(".plot");
  if (drawing !== undefined && plot) {
    const made = new DOMParser().parseFromString(drawing, "image/svg+xml").documentElement;
    made.classList.add(MARK);
    plot.append(document.importNode(made, true));
  }
  // Those of a publication, and of a figure without a drawing, stand there already.
  if (isPublic || chart.bare || chart.querySelector(".tables")) return;
  const tables = added("div", "paper-tables");
  render(later()?.tables(indicator as Indicator, chart), tables);
  chart.querySelector("figure")?.append(tables);
}

function added(tag: string, name: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = `${MARK} ${name}`;
  return made;
}

function cover({ headingLevel }: BenMonitor, { mark, title, about }: InView) {
  const level = Math.min(6, Math.max(2, headingLevel || 2));
  return html`<p class="cover-mark">${mark}</p>
    <p class="cover-title" role="heading" aria-level=${level}>${title}</p>
    <dl>
      ${about.filter(([, words]) => words).map(([name, words]) => html`<div><dt>${name}</dt><dd>${words}</dd></div>`)}
    </dl>`;
}

/** What stands on every sheet; browsers that know no words in margins leave them out. */
function margins({ mark, title }: InView): string {
  const words = (text: string) => `"${text.replace(/["\\\n]/g, " ")}"`;
  const small = "font: 8pt sans-serif; color: #566271;";
  return `@page { margin: 18mm 15mm 16mm;
    @top-left { content: ${words(mark)}; ${small} font-weight: bold; }
    @bottom-left { content: ${words(title)}; ${small} }
    @bottom-right { content: counter(page) " / " counter(pages); ${small} } }`;
}
