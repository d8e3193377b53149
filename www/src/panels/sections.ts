// The figures in the order of the annual report: sections, and in them charts, tables and single shares.
import type { Painter } from "ben-monitor-wasm";
import { html, nothing, type TemplateResult } from "lit";
import { baseOf } from "../base";
import { type Lang, percent } from "../format";
import { later } from "../later";
import type { Catalog, Indicator, Report, Series, Share } from "../report";
import type { Choice } from "../selecting";
import type { Texts } from "../texts";
import type { Theme } from "../theme";
import { cautions } from "./cautions";
import { heading } from "./heading";

/** Drawn over the full width: two drawings beside each other, twelve months, sentences. */
const WIDE = new Set(["aanmeldingen", "leeftijd", "doorlooptijd", "samenhang", "rode_draden"]);
/** Tell most of a section: drawn large, two beside each other. The others are small cards. */
const LARGE = new Set([
  "aanmelder",
  "reden",
  "actie",
  "verblijf",
  "problematiek",
  "bijkomend",
  "ouderproblematiek",
  "doelgroepen",
  "advies_opvolging",
  "belemmering",
  "uitkomst",
]);

/** What the figures are made from, and what can be done with them. */
export interface Figures {
  report: Report;
  painter: Painter;
  catalog: Catalog;
  theme: Theme | null;
  /** Which of the series is drawn. */
  unit: Series["unit"];
  /** Names of the two selections, where there are two. */
  sides: [string, string] | null;
  /** Ids that the host page or a person asks for; all when there are none. */
  wanted: string[];
  choose(choice: Choice): void;
  setUnit(unit: Series["unit"]): void;
}

interface Placed {
  indicator: Indicator;
  index: number;
}

/** A section with what is in it. */
interface Section {
  id: string;
  label: string;
  inside: Placed[];
}

/** The sections that hold something; where an order is asked for, in the order of their first figure. */
export function sectionsOf({ report, catalog, unit, wanted }: Figures, texts: Texts): Section[] {
  const sectionOf = new Map(catalog.indicators.map(({ id, section }) => [id, section]));
  const placed = report.indicators
    .map((indicator, index) => ({ indicator, index }))
    .filter(({ indicator }) => isShown(indicator, unit));
  const of = ({ indicator }: Placed) => sectionOf.get(indicator.id) ?? "";
  const first = (id: string) => placed.findIndex((one) => of(one) === id);
  const all = [...catalog.sections, { id: "", label: texts.otherSection }]
    .map(({ id, label }) => ({ id, label, inside: placed.filter((one) => of(one) === id) }))
    .filter(({ inside }) => inside.length > 0);
  return wanted.length > 0 ? all.sort((one, other) => first(one.id) - first(other.id)) : all;
}

export function sections(figures: Figures, texts: Texts, lang: Lang, level: number): TemplateResult {
  return html`${sectionsOf(figures, texts).map(
    ({ id, label, inside }) => html`<section aria-labelledby="section-${id}">
      ${heading(level + 1, "sec", label, `section-${id}`)}
      <div class="grid">${content(inside, figures, texts, lang, level + 2)}</div>
    </section>`,
  )}`;
}

/** Referrals come by month, quarter, half-year and year: one of these is drawn. A cross table has its own place. */
function isShown(indicator: Indicator, unit: Series["unit"]): boolean {
  return indicator.kind === "series" ? indicator.unit === unit : indicator.kind !== "crosstab";
}

function content(inside: Placed[], figures: Figures, texts: Texts, lang: Lang, level: number) {
  const shares = inside.flatMap(({ indicator, index }) =>
    indicator.kind === "share" ? [{ indicator, index }] : [],
  );
  const drawn = inside.filter(({ indicator }) => indicator.kind !== "share");
  const wide = drawn.filter(({ indicator }) => WIDE.has(indicator.id));
  const large = drawn.filter(({ indicator }) => LARGE.has(indicator.id));
  const small = drawn.filter((one) => !wide.includes(one) && !large.includes(one));
  // Two stand beside each other: one that is alone gets company.
  if (large.length % 2 === 1 || small.length === 1) large.push(...small.splice(0, 1));
  // Beside a chart that stays alone there is room for the shares.
  const beside = large.length % 2 === 1 && small.length === 0 ? "beside" : "";
  const all = (placed: Placed[], size: string) =>
    placed.map((one) => figure(one, size, figures, texts, lang, level));
  return html`${all(wide, "wide")} ${all(large, "")}
    ${small.length > 0 ? html`<div class="cards">${all(small, "small")}</div>` : nothing}
    ${shares.length > 0 ? html`<div class="shares ${beside}">${shares.map((one) => share(one, figures, texts, level))}</div>` : nothing}`;
}

function figure(
  { indicator, index }: Placed,
  size: string,
  figures: Figures,
  texts: Texts,
  lang: Lang,
  level: number,
): TemplateResult {
  const { report, sides } = figures;
  const other = report.against?.indicators[index];
  return html`<ben-monitor-chart
    class=${size}
    .indicator=${indicator}
    .index=${index}
    .painter=${figures.painter}
    .theme=${figures.theme}
    .texts=${texts}
    .lang=${lang}
    .level=${level}
    .sources=${report.sources.map(({ name }) => name)}
    .choose=${figures.choose}
    .shareOf=${report.shareOf ?? "known"}
    .versus=${other && sides ? { indicator: other, sides } : null}
    .extra=${indicator.kind === "series" ? later()?.units(indicator.unit, lang, figures.setUnit) : nothing}
  ></ben-monitor-chart>`;
}

/** A share is a figure with a sentence, not a drawing. */
function share(
  { indicator, index }: { indicator: Share; index: number },
  { report, sides }: Figures,
  texts: Texts,
  level: number,
): TemplateResult {
  const { count, missing } = indicator;
  const other = report.against?.indicators[index];
  const base = (one: Share) => baseOf(one, report.shareOf);
  const details = [
    count === null ? texts.hidden : texts.keyOf(count, base(indicator)),
    missing > 0 ? texts.missing(missing) : "",
    indicator.status === "small" ? texts.smallMark : "",
  ];
  const beside =
    other?.kind === "share" && other.count !== null && sides
      ? html`<p class="d">${sides[1]}: <b>${percent(other.count, base(other))}</b> · ${texts.keyOf(other.count, base(other))}</p>`
      : nothing;
  return html`<div class="key" part="share">
    ${heading(level, "w", indicator.title ?? indicator.id)}
    <p class="n">${count === null ? "–" : percent(count, base(indicator))}</p>
    <p class="d">${details.filter(Boolean).join(" · ")}</p>
    ${beside}
    ${cautions(indicator)}
  </div>`;
}
