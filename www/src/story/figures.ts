// An indicator in numbers, as bars or as a table. From the released report alone; what is hidden stays `null`, and of a
// publication nothing is worked out.
import { baseOf } from "../base";
import { decimal, fractionPercent, percent } from "../format";
import type {
  Cooccurrence,
  Crosstab,
  Distribution,
  Duration,
  Indicator,
  Row,
  Series,
  Share,
  Threads,
  Totals,
} from "../report";
import { beside } from "./beside";
import { fold } from "./fold";
import type { Bars, Figure, Grid, Part } from "./model";
import type { Told } from "./told";

/** Most pairs of answers, and rows of a table, that can be read from a distance. */
export const MOST_PAIRS = 10;
export const MOST_ROWS = 12;

export function figureOf(indicator: Indicator, index: number, told: Told): Figure | null {
  const other = told.report.against?.indicators[index];
  return other ? beside(indicator, other, told) : alone(indicator, told);
}

function alone(indicator: Indicator, told: Told): Figure | null {
  switch (indicator.kind) {
    case "distribution":
      return ofDistribution(indicator, told);
    case "duration":
      return ofDuration(indicator, told);
    case "series":
      return ofSeries(indicator, told);
    case "share":
      return ofShare(indicator, told);
    case "cooccurrence":
      return ofPairs(indicator, told);
    case "totals":
      return ofTotals(indicator, told);
    case "crosstab":
      return ofCrosstab(indicator, told);
    case "threads":
      return ofThreads(indicator, told);
  }
}

/** One line of bars: an answer with its count. */
export interface Bar {
  label: string;
  count: number | null;
  /** What it is a part of. */
  base?: number;
  /** The part that a publication tells. */
  share?: number | null;
  soft?: boolean;
}

/** The part of a bar; none of what is hidden. */
function partOf({ count, base = 0, share = null }: Bar): Part | null {
  if (count === null) return null;
  if (share !== null) return { value: share, words: fractionPercent(share) };
  return base > 0 ? { value: count / base, words: percent(count, base) } : null;
}

function barsOf(bars: Bar[], heading: string, { own }: Told, stands = false): Bars {
  return {
    kind: "bars",
    stands,
    of: "count",
    heading,
    answers: bars.map(({ label, count, soft }) => ({
      label: count === null ? own.hiddenLabel(label) : label,
      ...(soft && { soft }),
    })),
    series: [{ name: own.count, values: bars.map(({ count }) => count) }],
    parts: bars.map(partOf),
  };
}

/** The part of the base; of a publication only where it tells one. */
function barOf(row: Row, base: number, { isPublic }: Told): Bar {
  const { label, count, share = null } = row;
  return isPublic ? { label, count, share } : { label, count, base };
}

/** Those without an answer, as a bar of their own. */
function unknown({ missing, missingStatus }: Indicator, { own }: Told): Bar[] {
  if (missingStatus === "hidden") return [{ label: own.unknown, count: null, soft: true }];
  return missing > 0 ? [{ label: own.unknown, count: missing, soft: true }] : [];
}

function ofDistribution(indicator: Distribution, told: Told): Bars {
  const base = baseOf(indicator, told.report.shareOf);
  const bars = indicator.rows.map((row) => barOf(row, base, told));
  const { own } = told;
  const heading = indicator.id === "leeftijd" ? own.age : own.answer;
  return barsOf([...fold(indicator, bars, told).bars, ...unknown(indicator, told)], heading, told);
}

function ofDuration(indicator: Duration, told: Told): Bars {
  const { own } = told;
  const { open, openStatus } = indicator;
  const running = { label: own.stillOpen, count: openStatus === "hidden" ? null : open, soft: true };
  const bars = indicator.rows.map((row) => barOf(row, indicator.n, told));
  return barsOf([...bars, ...(running.count === 0 ? [] : [running])], own.band, told);
}

function ofSeries({ rows }: Series, told: Told): Bars {
  const bars = rows.map(({ label, count, provisional }) => ({
    label,
    count,
    ...(provisional && { soft: true }),
  }));
  return barsOf(bars, told.own.periodHead, told, true);
}

function ofShare(indicator: Share, told: Told): Bars {
  const { own, isPublic, report } = told;
  const { count, n, share } = indicator;
  const base = baseOf(indicator, report.shareOf);
  const yes = isPublic ? { label: own.yes, count, share } : { label: own.yes, count, base };
  const others =
    isPublic || count === null ? { label: own.known, count: n } : { label: own.no, count: n - count, base };
  return barsOf([yes, { ...others, soft: true }, ...unknown(indicator, told)], own.answer, told);
}

function ofPairs(indicator: Cooccurrence, told: Told): Bars | null {
  if (indicator.pairs.length === 0) return null;
  const base = baseOf(indicator, told.report.shareOf);
  const bars = pairsOf(indicator).map((pair) => barOf(pair, base, told));
  return barsOf(bars.slice(0, MOST_PAIRS), told.own.pair, told);
}

/** Pairs of answers as rows, by the names of both. */
export function pairsOf({ rows, pairs }: Cooccurrence): Row[] {
  const name = (wanted: string) => rows.find(({ code }) => code === wanted)?.label ?? wanted;
  return pairs.map(({ a, b, count, share }) => ({
    code: `${a} ${b}`,
    label: `${name(a)} + ${name(b)}`,
    count,
    share,
  }));
}

function ofTotals({ rows }: Totals, { own, lang }: Told): Grid {
  const number = (value: number | null) =>
    value === null ? "–" : Number.isInteger(value) ? value : decimal(value, lang);
  return {
    kind: "grid",
    head: own.totals,
    rows: rows.map(({ label, total, mean, n }) => ({ cells: [label, number(total), number(mean), n] })),
  };
}

function ofCrosstab({ columns, rows, total }: Crosstab, { own }: Told): Grid {
  const told = (count: number | null) => count ?? own.hidden;
  return {
    kind: "grid",
    head: ["", ...columns.map(({ label }) => label), own.total],
    rows: [
      ...rows.slice(0, MOST_ROWS).map((row) => ({
        cells: [row.label, ...row.cells.map(({ count }) => told(count)), told(row.total)],
      })),
      { cells: [own.total, ...columns.map((column) => told(column.total)), total], sum: true },
    ],
  };
}

function ofThreads({ rows }: Threads, { own }: Told): Grid | null {
  if (rows.length === 0) return null;
  const part = (count: number | null, n: number) => (count === null ? own.hidden : percent(count, n));
  return {
    kind: "grid",
    head: own.threads,
    rows: rows.slice(0, MOST_ROWS).map(({ group, trait, count, n, restCount, restN }) => ({
      cells: [group.label, trait.label, part(count, n), part(restCount, restN)],
    })),
  };
}
