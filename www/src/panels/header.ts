// What this is about, and that it stays here.
import { html, nothing, type TemplateResult } from "lit";
import { type Lang, monthSpan, years } from "../format";
import type { Report, Row } from "../report";
import type { Texts } from "../texts";
import { heading } from "./heading";

const LOCK = html`<svg viewBox="0 0 14 14" aria-hidden="true">
  <rect x="2" y="6" width="10" height="7" rx="1.5" fill="currentColor"></rect>
  <path d="M4.5 6V4a2.5 2.5 0 0 1 5 0v2" fill="none" stroke="currentColor" stroke-width="1.6"></path>
</svg>`;

/** Most regions that are named; of more the number is told. */
const MOST_REGIONS = 4;

/** The head of the page; without a report it says what the page is for. */
export function header(
  report: Report | null,
  texts: Texts,
  lang: Lang,
  level: number,
  trust?: TemplateResult,
): TemplateResult {
  const period = report?.period;
  const title = period ? texts.monitorOf(years(period.from, period.to)) : texts.monitor;
  return html`<header class="bar" part="header">
    <div>
      ${heading(level, "title", title)}
      <p class="meta">${report ? about(report, texts, lang) : texts.about}</p>
    </div>
    <div class="trust">
      ${trust ?? html`<p class="local">${LOCK} ${texts.local}</p>`}
      ${report?.protection ? html`<p class="private">${texts.private}</p>` : nothing}
    </div>
  </header>`;
}

function about(report: Report, texts: Texts, lang: Lang): string {
  const { period, referenceDate } = report;
  const names = regions(report).map((row) => row.label);
  return [
    texts.casesFromFiles(report.cases.used, report.sources.length),
    names.length > MOST_REGIONS ? texts.manyRegions(names.length) : texts.regions(names),
    period ? monthSpan(period.from, period.to, lang) : "",
    referenceDate ? texts.referenceDate(referenceDate) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The regions in the report with their numbers, as the yearly series gives them. */
export function regions(report: Report): Row[] {
  for (const indicator of report.indicators) {
    if (indicator.kind === "series" && indicator.unit === "year") return indicator.regions ?? [];
  }
  return [];
}
