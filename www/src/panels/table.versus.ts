// One figure of two selections in one table, with the difference in percentage points.
import type { Duration, Indicator, Row } from "../report";
import type { Versus } from "./chart";
import {
  base,
  type Cell,
  captionOf,
  count,
  decimalOf,
  type Speech,
  share,
  type Table,
  wholeOf,
} from "./table.cells";
import { points } from "./table.more";

export function beside(indicator: Indicator, { indicator: other, sides }: Versus, speech: Speech): Table[] {
  if (indicator.kind === "distribution" && other.kind === "distribution") {
    const bases: [number, number] = [base(indicator, speech), base(other, speech)];
    return [paired(indicator, indicator.rows, other.rows, bases, sides, speech)];
  }
  if (indicator.kind === "duration" && other.kind === "duration") {
    const bands = paired(indicator, indicator.rows, other.rows, [indicator.n, other.n], sides, speech);
    return [bands, days(indicator, other, sides, speech)];
  }
  return [];
}

function paired(
  indicator: Indicator,
  first: Row[],
  second: Row[],
  [n, m]: [number, number],
  [one, other]: [string, string],
  speech: Speech,
): Table {
  const { lang, own } = speech;
  const words = own.table;
  const known = new Set(first.map(({ code }) => code));
  const all = [...first, ...second.filter(({ code }) => !known.has(code))];
  const nothing = { count: 0 };
  const part = (row: Pick<Row, "count">, of: number) =>
    row.count === null || of === 0 ? null : row.count / of;
  return {
    caption: `${captionOf(indicator)}: ${one} ${own.beside} ${other}`,
    head: [words.answer, one, words.share, other, words.share, own.points],
    rows: [
      ...all.map(({ code, label }) => {
        const a = first.find((row) => row.code === code) ?? nothing;
        const b = second.find((row) => row.code === code) ?? nothing;
        return {
          cells: [
            label,
            count(a, speech),
            share(a, n),
            count(b, speech),
            share(b, m),
            points(part(a, n), part(b, m)),
          ],
        };
      }),
      { cells: ["n", wholeOf(n, lang), "", wholeOf(m, lang), "", ""], tone: "sum" as const },
    ],
  };
}

function days(first: Duration, second: Duration, [one, other]: [string, string], speech: Speech): Table {
  const { lang, own } = speech;
  const words = own.table;
  const written = (value: number | null | undefined): Cell =>
    value === null || value === undefined ? words.notReached : decimalOf(value, lang);
  const row = (label: string, of: (one: Duration) => number | null | undefined) => ({
    cells: [label, written(of(first)), written(of(second))],
  });
  return {
    caption: words.days,
    head: [words.measure, one, other],
    rows: [
      row(words.medianClosed, ({ summary }) => summary.median),
      row(words.p90Closed, ({ summary }) => summary.p90),
      row(words.medianAll, ({ kaplanMeier }) => kaplanMeier?.median),
      { cells: [words.open, wholeOf(first.open, lang), wholeOf(second.open, lang)], tone: "soft" as const },
    ],
  };
}
