// The figures of a drawing as real tables: the same numbers, missing answers included.
import { html, type TemplateResult } from "lit";
import { hasSmall } from "../base";
import type {
  About,
  Crosstab,
  Distribution,
  Duration,
  Indicator,
  KaplanMeier,
  Row,
  Series,
  Share,
  Totals,
} from "../report";
import {
  base,
  type Cell,
  captionOf,
  changeOf,
  count,
  decimalOf,
  fractionOf,
  type Speech,
  share,
  speechOf,
  type Table,
  textOf,
  wholeOf,
} from "./table.cells";
import { ofCooccurrence, ofGroups, ofPyramid, ofThreads, underThreads } from "./table.more";
import { beside } from "./table.versus";

/** Days at which the curve is read: the quarters of two years, as far as it runs. */
const CURVE_MONTHS = [3, 6, 9, 12, 18, 24];
const DAYS_PER_MONTH = 365.25 / 12;

export function tables(indicator: Indicator, of: Omit<Speech, "own">): TemplateResult {
  const speech = speechOf(of);
  return html`<div class="tables" part="table" tabindex="0" role="group" aria-label=${captionOf(indicator)}>
    ${allOf(indicator, speech).map(written)}
    ${notes(indicator, speech).map((note) => html`<p class="under">${note}</p>`)}
  </div>`;
}

/** The same tables where every number has a cell of its own. */
export function tablesApart(indicator: Indicator, of: Omit<Speech, "own">): Table[] {
  return allOf(indicator, speechOf(of));
}

export function notesApart(indicator: Indicator, of: Omit<Speech, "own">): string[] {
  return notes(indicator, speechOf(of));
}

/** Of a share its count, of how many, and the share; once for each selection. */
export function sharesApart(indicator: Share, of: Omit<Speech, "own">): Cell[][] {
  const speech = speechOf(of);
  const other = of.versus?.indicator;
  return [indicator, ...(other?.kind === "share" ? [other] : [])].map((one) => {
    const n = base(one, speech);
    return [count(one, speech), wholeOf(n, speech.lang), share(one, n)];
  });
}

/** With two selections: what can be compared in one table, and then the tables of each by name. */
function allOf(indicator: Indicator, speech: Speech): Table[] {
  const { versus } = speech;
  if (!versus) return tablesOf(indicator, speech);
  const { sides } = versus;
  // What is measured is told once, with the first.
  const { subtitle } = indicator;
  const second = { ...versus.indicator, ...(subtitle && { subtitle }) };
  const named = (tables: Table[], name: string) =>
    tables.map((table) => ({ ...table, caption: `${name}: ${table.caption}` }));
  return [
    ...beside(indicator, versus, speech),
    ...named(tablesOf(indicator, speech), sides[0]),
    ...named(tablesOf(second, speech), sides[1]),
  ];
}

function tablesOf(indicator: Indicator, speech: Speech): Table[] {
  switch (indicator.kind) {
    case "distribution":
      return ofDistribution(indicator, speech);
    case "series":
      return ofSeries(indicator, speech);
    case "duration":
      return [...ofDuration(indicator, speech), ...ofGroups(indicator, speech)];
    case "totals":
      return [ofTotals(indicator, speech)];
    case "crosstab":
      return [ofCrosstab(indicator, captionOf(indicator), speech)];
    case "cooccurrence":
      return ofCooccurrence(indicator, speech);
    case "threads":
      return ofThreads(indicator, speech);
    case "share":
      return [];
  }
}

/** What a reader of the tables has to know. */
function notes(indicator: Indicator, { texts, shareOf, own, versus }: Speech): string[] {
  const multiple = indicator.kind === "distribution" && indicator.multiple;
  return [
    multiple ? own.table.multiple : "",
    hasSmall(indicator) || (versus && hasSmall(versus.indicator)) ? texts.smallMark : "",
    shareOf === "all" && indicator.kind === "distribution" ? own.shareOfAll : "",
    indicator.kind === "cooccurrence" ? own.liftWhat : "",
    indicator.kind === "threads" ? underThreads(indicator, own) : "",
  ].filter(Boolean);
}

function written({ caption, head, rows }: Table): TemplateResult {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head.map((text) => html`<th scope="col">${text}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ cells: [first, ...rest], tone }) => html`<tr class=${tone ?? ""}>
          <th scope="row">${first && textOf(first)}</th>
          ${rest.map((cell) => html`<td>${textOf(cell)}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function ofDistribution(indicator: Distribution, speech: Speech): Table[] {
  const words = speech.own.table;
  const first = indicator.id === "leeftijd" ? words.age : words.answer;
  const head = [first, words.count, words.share];
  const n = base(indicator, speech);
  const counted = (row: Row) => ({
    cells: [row.rule ? `${row.label}: ${row.rule}` : row.label, count(row, speech), share(row, n)],
  });
  const bands: Table = {
    caption: captionOf(indicator),
    head,
    rows: [...indicator.rows.map(counted), ...closing(indicator, speech)],
  };
  const { years = [] } = indicator;
  const single = years.length > 0 ? [{ caption: words.singleYears, head, rows: years.map(counted) }] : [];
  return [bands, ...single, ...ofPyramid(indicator, speech)];
}

/** The total of the known answers, then the missing ones by reason. */
function closing({ n, missing, missingBy }: About, { own, lang }: Speech): Table["rows"] {
  const words = own.table;
  const reasons: [string, number][] = [
    [words.blank, missingBy?.blank ?? 0],
    [words.notKnown, missingBy?.unknown ?? 0],
    [words.notApplicable, missingBy?.notApplicable ?? 0],
    [words.unrecognised, missingBy?.unrecognised ?? 0],
  ];
  const named = reasons.filter(([, number]) => number > 0);
  const missingRows = named.length > 0 ? named : missing > 0 ? [[words.unknown, missing] as const] : [];
  return [
    { cells: [words.totalKnown, wholeOf(n, lang), ""], tone: "sum" },
    ...missingRows.map(([label, number]) => ({
      cells: [label, wholeOf(number, lang), ""],
      tone: "soft" as const,
    })),
  ];
}

function ofSeries(indicator: Series, speech: Speech): Table[] {
  const { lang, own } = speech;
  const words = own.table;
  const { rows, regions = [] } = indicator;
  // A column that would be empty is left out.
  const compared = rows.some(({ change }) => change !== undefined);
  const number = (value: number | undefined) => (value === undefined ? "–" : wholeOf(value, lang));
  const signed = (value: number | undefined) => (value === undefined ? "–" : changeOf(value, lang));
  const periods: Table = {
    caption: captionOf(indicator),
    head: [words.period, words.count, ...(compared ? [own.previous, own.change] : [])],
    rows: [
      ...rows.map((row) => ({
        cells: [
          row.provisional ? own.provisional(row.label) : row.label,
          count(row, speech),
          ...(compared ? [number(row.previous), signed(row.change)] : []),
        ],
      })),
      ...closing(indicator, speech).map(({ cells, tone }) => ({
        cells: [...cells.slice(0, 2), ...(compared ? ["", ""] : [])],
        ...(tone && { tone }),
      })),
    ],
  };
  const places = regions.map((row) => ({ cells: [row.label, count(row, speech)] }));
  return places.length > 1
    ? [periods, { caption: own.byRegion, head: [own.region, words.count], rows: places }]
    : [periods];
}

function ofDuration(indicator: Duration, speech: Speech): Table[] {
  const { own, lang } = speech;
  const words = own.table;
  const closed = closing(indicator, speech);
  const bands: Table = {
    caption: captionOf(indicator),
    head: [words.band, words.count, words.share],
    rows: [
      ...indicator.rows.map((row) => ({ cells: [row.label, count(row, speech), share(row, indicator.n)] })),
      ...closed.slice(0, 1),
      { cells: [words.open, wholeOf(indicator.open, lang), ""], tone: "soft" },
      ...(indicator.excluded > 0
        ? [{ cells: [words.excluded, wholeOf(indicator.excluded, lang), ""], tone: "soft" as const }]
        : []),
      ...closed.slice(1),
    ],
  };
  const estimate = indicator.kaplanMeier;
  const days = (value: number | null | undefined): Cell =>
    value === null || value === undefined ? words.notReached : decimalOf(value, lang);
  const measures: Table = {
    caption: words.days,
    head: [words.measure, words.days],
    rows: [
      { cells: [words.medianClosed, days(indicator.summary.median)] },
      { cells: [words.p90Closed, days(indicator.summary.p90)] },
      ...(estimate
        ? [
            { cells: [words.medianAll, days(estimate.median)] },
            { cells: [words.low, days(estimate.low)] },
            { cells: [words.high, days(estimate.high)] },
          ]
        : []),
    ],
  };
  return estimate ? [bands, measures, ofCurve(estimate, speech)] : [bands, measures];
}

function ofCurve({ points }: KaplanMeier, { own, lang }: Speech): Table {
  const words = own.table;
  const last = points.at(-1)?.[0] ?? 0;
  const readings = CURVE_MONTHS.map((months) => ({ months, day: Math.round(months * DAYS_PER_MONTH) }));
  return {
    caption: words.runningTitle,
    head: [words.after, words.running, words.inCare],
    rows: readings
      .filter(({ day }) => day <= last)
      .map(({ months, day }) => {
        const survival = points.findLast(([at]) => at <= day)?.[1] ?? 1;
        const followed = points.find(([at]) => at >= day)?.[2] ?? 0;
        return { cells: [words.months(months), fractionOf(survival), wholeOf(followed, lang)] };
      }),
  };
}

function ofTotals(indicator: Totals, { own, lang }: Speech): Table {
  const words = own.table;
  const number = (value: number | null) => (value === null ? "–" : decimalOf(value, lang));
  return {
    caption: captionOf(indicator),
    head: [words.field, words.total, words.mean, "n"],
    rows: indicator.rows.map(({ label, total, mean, n }) => ({
      cells: [label, number(total), number(mean), wholeOf(n, lang)],
    })),
  };
}

function ofCrosstab(indicator: Crosstab, caption: string, speech: Speech): Table {
  const { texts, lang, own } = speech;
  const words = own.table;
  const number = (value: number | null) => (value === null ? texts.hidden : wholeOf(value, lang));
  return {
    caption,
    head: [words.answer, ...indicator.columns.map(({ label }) => label), words.total],
    rows: [
      ...indicator.rows.map(({ label, cells, total }) => ({
        cells: [label, ...cells.map((cell) => count(cell, speech)), number(total)],
      })),
      {
        cells: [
          words.total,
          ...indicator.columns.map(({ total }) => number(total)),
          wholeOf(indicator.total, lang),
        ],
        tone: "sum" as const,
      },
    ],
  };
}
