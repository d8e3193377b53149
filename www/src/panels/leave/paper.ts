// The page on paper: a cover line, drawings made for the width of a sheet in dark on white, and their tables. What is
// added stands there only while the browser prints.
import { html, render } from "lit";
import { emit } from "../../events";
import { later } from "../../later";
import type { BenMonitor } from "../../monitor";
import type { BenMonitorChart } from "../chart";
import { leaveTextsOf } from "./texts";
import { type InView, viewOf } from "./view";

/** Between the margins of an A4 sheet, in CSS pixels: 180 mm. */
const WIDTH = 680;
/** A drawing that would be higher than this leaves no room for its title: it is laid out for more width, and made smaller. */
const HIGHEST = 760;
const WIDER = 960;
/** Rows of a table on paper; longer ones are for a spreadsheet program. */
const MOST_ROWS = 30;
const MARK = "on-paper";

/** Held loosely: an element that leaves the page takes its figures with it. */
const known = new WeakSet<BenMonitor>();
const printed = new Set<WeakRef<BenMonitor>>();
/** What stands on every sheet: one for the page, whatever elements are on it. */
let sheet: CSSStyleSheet | null = null;

/** Lays this element out whenever the page is printed. */
export function printWell(element: BenMonitor): void {
  if (known.has(element)) return;
  if (printed.size === 0) {
    addEventListener("beforeprint", layOut);
    addEventListener("afterprint", takeBack);
  }
  known.add(element);
  printed.add(new WeakRef(element));
}

function standing(): BenMonitor[] {
  const all = [...printed].map((one) => one.deref());
  return all.filter((one): one is BenMonitor => one?.isConnected ?? false);
}

function layOut(): void {
  takeBack();
  const all = standing().filter(({ report }) => report);
  const views = all.map((element) => [element, viewOf(element)] as const);
  for (const [element, view] of views) {
    if (view) layOutOne(element, view);
    else if (!element.published) markOnly(element);
  }
  const exact = views.find(([element]) => !element.published) ?? exactElsewhere();
  const [element, view] = exact ?? views.find(([, view]) => view) ?? [];
  if (element) mark(exact ? leaveTextsOf(element.language).intern : (view?.mark ?? ""), view?.title ?? "");
  for (const one of all) emit(one, "ben-export", { kind: "print" });
}

/** An element whose figures stand there before what lays it out has come. */
function exactElsewhere(): readonly [BenMonitor, null] | undefined {
  const other = [...document.querySelectorAll<BenMonitor>("ben-monitor")].find(({ shown }) => shown);
  return other && [other, null];
}

function layOutOne(element: BenMonitor, view: InView): void {
  const root = element.renderRoot.querySelector(".page");
  const head = added("div", "cover");
  render(cover(element, view), head);
  root?.prepend(head);
  const read = element.renderRoot.querySelector(".paper");
  if (root && read) {
    const tail = added("section", "paper-read");
    render(
      html`<p class="sec" role="heading" aria-level=${levelOf(element) + 1}>${view.own.howRead}</p>`,
      tail,
    );
    tail.append(read.cloneNode(true));
    root.append(tail);
  }
  const canvas = document.createElement("canvas");
  const family = getComputedStyle(root ?? element).fontFamily;
  for (const chart of element.charts()) {
    drawFor(chart, canvas, family);
    // Those of a publication, and of a figure without a drawing, stand there already.
    const stand = view.isPublic || chart.bare || chart.querySelector(".tables");
    if (!stand && chart.indicator.n > 0) tablesFor(chart, view);
  }
}

/** Of a large file the first charts stand before the rest is there: these are printed as they are, and marked. */
function markOnly(element: BenMonitor): void {
  const words = added("p", "cover-mark");
  words.textContent = leaveTextsOf(element.language).intern;
  element.renderRoot.querySelector(".page")?.prepend(words);
}

/** On every sheet; exact figures make all of it INTERN, also what stands beside a publication. */
function mark(words: string, title: string): void {
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(margins(words, title));
  document.adoptedStyleSheets.push(sheet);
}

function takeBack(): void {
  for (const element of standing()) {
    for (const one of element.renderRoot.querySelectorAll(`.${MARK}`)) one.remove();
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
}

/** The drawing as lines and letters instead of pixels. */
function drawFor(
  { painter, index, renderRoot }: BenMonitorChart,
  canvas: HTMLCanvasElement,
  family: string,
): void {
  const plot = renderRoot.querySelector(".plot");
  const drawn = (width: number) => {
    const text = painter.picture(index, width, canvas, 0, family);
    return text && new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  };
  let drawing = drawn(WIDTH);
  if (drawing && Number(drawing.getAttribute("height")) > HIGHEST) drawing = drawn(WIDER);
  if (!drawing || !plot) return;
  drawing.classList.add(MARK);
  plot.append(document.importNode(drawing, true));
}

function tablesFor(chart: BenMonitorChart, { own }: InView): void {
  const tables = added("div", "paper-tables");
  render(later()?.tables(chart.indicator, chart), tables);
  for (const table of tables.querySelectorAll("table")) {
    // What the first table is of stands above the drawing.
    const { caption } = table;
    if (caption?.textContent?.trim() === chart.indicator.subtitle) caption?.classList.add("hidden");
    const rows = [...(table.tBodies[0]?.rows ?? [])];
    if (rows.length <= MOST_ROWS) continue;
    for (const row of rows.slice(MOST_ROWS)) row.remove();
    const note = document.createElement("p");
    note.className = "under";
    note.textContent = own.firstRows(MOST_ROWS, rows.length);
    table.after(note);
  }
  chart.querySelector("figure")?.append(tables);
}

function added(tag: string, name: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = `${MARK} ${name}`;
  return made;
}

function levelOf({ headingLevel }: BenMonitor): number {
  return Math.min(5, Math.max(2, headingLevel || 2));
}

function cover(element: BenMonitor, { mark, title, about, isPublic }: InView) {
  return html`<p class="cover-mark ${isPublic ? "public" : ""}">${mark}</p>
    <p class="cover-title" role="heading" aria-level=${levelOf(element)}>${title}</p>
    <dl>
      ${about.filter(([, words]) => words).map(([name, words]) => html`<div><dt>${name}</dt><dd>${words}</dd></div>`)}
    </dl>`;
}

/** What stands on every sheet; browsers that know no words in margins leave them out. */
function margins(mark: string, title: string): string {
  const words = (text: string) => `"${text.replace(/["\\\n]/g, " ")}"`;
  const small = "font: 8pt sans-serif; color: #566271;";
  return `@page { margin: 18mm 15mm 16mm;
    @top-left { content: ${words(mark)}; ${small} font-weight: bold; }
    @bottom-left { content: ${words(title)}; ${small} }
    @bottom-right { content: counter(page) " / " counter(pages); ${small} } }`;
}
