// The figures in the order of the annual report: sections, and in them charts, tables and single shares.
import type { Painter } from "ben-monitor-wasm";
import { html, nothing, type TemplateResult } from "lit";
import { type Lang, percent } from "../format";
import type { Catalog, Indicator, Report, Share } from "../report";
import type { Texts } from "../texts";
import { heading } from "./heading";

/** Drawn over the full width: two drawings beside each other, or twelve months. */
const WIDE = new Set(["aanmeldingen", "leeftijd", "doorlooptijd"]);

/** What the figures are made from. */
export interface Figures {
  report: Report;
  painter: Painter;
  catalog: Catalog;
  theme: string;
}

interface Placed {
  indicator: Indicator;
  index: number;
}

export function sections(figures: Figures, texts: Texts, lang: Lang, level: number): TemplateResult {
  const { report, catalog } = figures;
  const sectionOf = new Map(catalog.indicators.map(({ id, section }) => [id, section]));
  const placed = report.indicators
    .map((indicator, index) => ({ indicator, index }))
    .filter(({ indicator }) => isShown(indicator));
  const titles = [...catalog.sections, { id: "", label: texts.otherSection }];
  return html`${titles.map(({ id, label }) => {
    const inside = placed.filter(({ indicator }) => (sectionOf.get(indicator.id) ?? "") === id);
    if (inside.length === 0) return nothing;
    return html`<section aria-labelledby="section-${id}">
      ${heading(level + 1, "sec", label, `section-${id}`)}
      <div class="grid">${content(inside, figures, texts, lang, level + 2)}</div>
    </section>`;
  })}`;
}

/** Referrals come by month, quarter, half-year and year; the months are drawn. */
function isShown(indicator: Indicator): boolean {
  return indicator.kind !== "series" || indicator.unit === "month";
}

function isWide({ indicator }: Placed): boolean {
  return WIDE.has(indicator.id);
}

function content(inside: Placed[], figures: Figures, texts: Texts, lang: Lang, level: number) {
  const shares = inside.flatMap(({ indicator }) => (indicator.kind === "share" ? [indicator] : []));
  const drawn = inside.filter(({ indicator }) => indicator.kind !== "share");
  // The wide ones first, so that the others can stand side by side.
  const [wide, half] = [drawn.filter(isWide), drawn.filter((one) => !isWide(one))];
  return html`${[...wide, ...half].map(
    ({ indicator, index }) => html`<ben-monitor-chart
        class=${WIDE.has(indicator.id) ? "wide" : ""}
        .indicator=${indicator}
        .index=${index}
        .painter=${figures.painter}
        .theme=${figures.theme}
        .texts=${texts}
        .lang=${lang}
        .level=${level}
        .sources=${figures.report.sources.map(({ name }) => name)}
      ></ben-monitor-chart>`,
  )}
    ${shares.length > 0 ? html`<div class="shares">${shares.map((one) => share(one, texts, level))}</div>` : nothing}`;
}

/** A share is a figure with a sentence, not a drawing. */
function share(indicator: Share, texts: Texts, level: number): TemplateResult {
  const { count, n, missing } = indicator;
  const details = [
    count === null ? texts.table.hidden : texts.keyOf(count, n),
    missing > 0 ? texts.missing(missing) : "",
  ];
  return html`<div class="key" part="share">
    ${heading(level, "w", indicator.title ?? indicator.id)}
    <p class="n">${count === null ? "–" : percent(count, n)}</p>
    <p class="d">${details.filter(Boolean).join(" · ")}</p>
    ${(indicator.cautions ?? []).map((caution) => html`<p class="note">${caution}</p>`)}
  </div>`;
}
