// The figures of a drawing as real tables: the same numbers, missing answers included.
import { html, nothing, type TemplateResult } from "lit";
import { decimal, fractionPercent, type Lang, percent, whole } from "../format";
import type {
  About,
  Crosstab,
  Distribution,
  Duration,
  Indicator,
  KaplanMeier,
  Row,
  Series,
  Totals,
} from "../report";
import type { Texts } from "../texts";

/** A table before it is written: first cell of a row is its heading. */
interface Table {
  caption: string;
  head: string[];
  rows: { cells: string[]; tone?: "sum" | "soft" }[];
}

interface Speech {
  texts: Texts;
  lang: Lang;
}

/** Days at which the curve is read: the quarters of two years, as far as it runs. */
const CURVE_MONTHS = [3, 6, 9, 12, 18, 24];
const DAYS_PER_MONTH = 365.25 / 12;

export function tables(indicator: Indicator, texts: Texts, lang: Lang): TemplateResult {
  const speech = { texts, lang };
  const multiple = indicator.kind === "distribution" && indicator.multiple;
  return html`<div class="tables" part="table" tabindex="0" role="group" aria-label=${captionOf(indicator)}>
    ${tablesOf(indicator, speech).map(written)}
    ${multiple ? html`<p class="under">${texts.table.multiple}</p>` : nothing}
  </div>`;
}

function tablesOf(indicator: Indicator, speech: Speech): Table[] {
  switch (indicator.kind) {
    case "distribution":
      return ofDistribution(indicator, speech);
    case "series":
      return [ofSeries(indicator, speech)];
    case "duration":
      return ofDuration(indicator, speech);
    case "totals":
      return [ofTotals(indicator, speech)];
    case "crosstab":
      return [ofCrosstab(indicator, speech)];
    case "share":
      return [];
  }
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
          <th scope="row">${first}</th>
          ${rest.map((text) => html`<td>${text}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function captionOf(indicator: Indicator): string {
  return indicator.subtitle ?? indicator.title ?? indicator.id;
}

function ofDistribution(indicator: Distribution, speech: Speech): Table[] {
  const { texts } = speech;
  const words = texts.table;
  const first = indicator.id === "leeftijd" ? words.age : words.answer;
  const head = [first, words.count, words.share];
  const counted = (row: Row) => ({ cells: [row.label, count(row, speech), share(row, indicator.n)] });
  const bands: Table = {
    caption: captionOf(indicator),
    head,
    rows: [...indicator.rows.map(counted), ...closing(indicator, speech)],
  };
  const { years = [] } = indicator;
  return years.length > 0 ? [bands, { caption: words.singleYears, head, rows: years.map(counted) }] : [bands];
}

/** The total of the known answers, then the missing ones by reason. */
function closing({ n, missing, missingBy }: About, { texts, lang }: Speech): Table["rows"] {
  const words = texts.table;
  const reasons: [string, number][] = [
    [words.blank, missingBy?.blank ?? 0],
    [words.notKnown, missingBy?.unknown ?? 0],
    [words.notApplicable, missingBy?.notApplicable ?? 0],
    [words.unrecognised, missingBy?.unrecognised ?? 0],
  ];
  const named = reasons.filter(([, number]) => number > 0);
  const missingRows = named.length > 0 ? named : missing > 0 ? [[words.unknown, missing] as const] : [];
  return [
    { cells: [words.totalKnown, whole(n, lang), ""], tone: "sum" },
    ...missingRows.map(([label, number]) => ({
      cells: [label, whole(number, lang), ""],
      tone: "soft" as const,
    })),
  ];
}

function ofSeries(indicator: Series, speech: Speech): Table {
  const words = speech.texts.table;
  return {
    caption: captionOf(indicator),
    head: [words.period, words.count],
    rows: [
      ...indicator.rows.map((row) => ({ cells: [row.label, count(row, speech)] })),
      ...closing(indicator, speech).map(({ cells, tone }) => ({
        cells: cells.slice(0, 2),
        ...(tone && { tone }),
      })),
    ],
  };
}

function ofDuration(indicator: Duration, speech: Speech): Table[] {
  const { texts, lang } = speech;
  const words = texts.table;
  const closed = closing(indicator, speech);
  const bands: Table = {
    caption: captionOf(indicator),
    head: [words.band, words.count, words.share],
    rows: [
      ...indicator.rows.map((row) => ({ cells: [row.label, count(row, speech), share(row, indicator.n)] })),
      ...closed.slice(0, 1),
      { cells: [words.open, whole(indicator.open, lang), ""], tone: "soft" },
      ...(indicator.excluded > 0
        ? [{ cells: [words.excluded, whole(indicator.excluded, lang), ""], tone: "soft" as const }]
        : []),
      ...closed.slice(1),
    ],
  };
  const estimate = indicator.kaplanMeier;
  const days = (value: number | null | undefined) =>
    value === null || value === undefined ? words.notReached : decimal(value, lang);
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

function ofCurve({ points }: KaplanMeier, { texts, lang }: Speech): Table {
  const words = texts.table;
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
        return { cells: [words.months(months), fractionPercent(survival), whole(followed, lang)] };
      }),
  };
}

function ofTotals(indicator: Totals, { texts, lang }: Speech): Table {
  const words = texts.table;
  const number = (value: number | null) => (value === null ? "–" : decimal(value, lang));
  return {
    caption: captionOf(indicator),
    head: [words.field, words.total, words.mean, "n"],
    rows: indicator.rows.map(({ label, total, mean, n }) => ({
      cells: [label, number(total), number(mean), whole(n, lang)],
    })),
  };
}

function ofCrosstab(indicator: Crosstab, { texts, lang }: Speech): Table {
  const words = texts.table;
  const number = (value: number | null) => (value === null ? words.hidden : whole(value, lang));
  return {
    caption: captionOf(indicator),
    head: [words.answer, ...indicator.columns.map(({ label }) => label), words.total],
    rows: [
      ...indicator.rows.map(({ label, cells, total }) => ({
        cells: [label, ...cells.map((cell) => number(cell.count)), number(total)],
      })),
      {
        cells: [
          words.total,
          ...indicator.columns.map(({ total }) => number(total)),
          whole(indicator.total, lang),
        ],
        tone: "sum" as const,
      },
    ],
  };
}

function count(row: Row, { texts, lang }: Speech): string {
  return row.count === null ? texts.table.hidden : whole(row.count, lang);
}

function share(row: Row, n: number): string {
  return row.count === null ? "" : percent(row.count, n);
}
