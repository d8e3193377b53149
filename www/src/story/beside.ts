// An indicator of two selections beside each other. They differ in size: what can be compared is parts, of periods the
// counts. Only exact figures have two selections: nothing in them is hidden.
import { baseOf } from "../base";
import type { Indicator, Report, Series } from "../report";
import type { Bars } from "./model";
import type { Told } from "./told";

/** Each answer has two bars: a list of as many is drawn whole, of a longer one so many. */
const WHOLE = 10;
const KEPT = 9;
/** The field that periods are of. */
const REFERRAL = "aanmelddatum";

/** An answer with its count in each. */
interface Pair {
  label: string;
  counts: [number | null, number | null];
}

/** `null` where bars of two would say nothing: of other kinds, and of the field that they were chosen by. */
export function beside(one: Indicator, other: Indicator, told: Told): Bars | null {
  const { sides, own, report } = told;
  if (!sides || isChosenBy(one, report)) return null;
  const pairs = pairsOf(one, other, own.yes);
  if (pairs.length === 0) return null;
  const counts = one.kind === "series";
  // Of lead times parts are always of those that are over, as on the page.
  const bases = [one, other].map((about) =>
    about.kind === "duration" ? about.n : baseOf(about, report.shareOf),
  );
  // Who has no answer at all has no part of them, not a part of nothing.
  const value = (count: number | null, base: number) =>
    counts || count === null ? count : base > 0 ? count / base : null;
  const drawn = counts || isOrdered(one) ? pairs : largest(pairs, bases);
  return {
    kind: "bars",
    stands: counts,
    of: counts ? "count" : "share",
    heading: counts ? own.periodHead : own.answer,
    answers: drawn.map(({ label }) => ({ label })),
    series: sides.map((name, side) => ({
      name,
      values: drawn.map((pair) => value(pair.counts[side] ?? null, bases[side] ?? 0)),
    })),
    parts: drawn.map(() => null),
  };
}

/** Of periods: unless both selections are of the same ones, and the other is not what these leave. */
function isChosenBy({ id, kind }: Indicator, { filter, against }: Report): boolean {
  const both = [filter, against?.filter ?? []];
  if (kind !== "series") return both.flat().some(({ field }) => field === id);
  const [first, second] = both.map((clauses) => clauses.find(({ field }) => field === REFERRAL)?.values);
  return first?.join() !== second?.join() || (against?.rest === true && first !== undefined);
}

/** How many answers of the two are in no bar. */
export function undrawnBeside(one: Indicator, other: Indicator): number {
  if (one.kind !== "distribution" || isOrdered(one)) return 0;
  const all = pairsOf(one, other, "").length;
  return all > WHOLE ? all - KEPT : 0;
}

/**
 * The answers of both: those of the first, then those that only the second has. Who has no row for an answer has no
 * case with it.
 */
function pairsOf(one: Indicator, other: Indicator, yes: string): Pair[] {
  if (one.kind === "share" && other.kind === "share")
    return [{ label: yes, counts: [one.count, other.count] }];
  if (one.kind === "series" && other.kind === "series") return periodsOf(one, other);
  const [first, second] = [rowsOf(one), rowsOf(other)];
  const codes = new Set([...first, ...second].map(({ code }) => code));
  return [...codes].map((code) => {
    const [here, there] = [first, second].map((rows) => rows.find((row) => row.code === code));
    return {
      label: here?.label ?? there?.label ?? code,
      counts: [here ? here.count : 0, there ? there.count : 0],
    };
  });
}

/** Periods in their order. Which of them a selection has is what its files cover: beyond that nothing is known. */
function periodsOf({ rows: first }: Series, { rows: second }: Series): Pair[] {
  const codes = [...new Set([...first, ...second].map(({ code }) => code))].sort();
  const pairs = codes.map((code) => {
    const [here, there] = [first, second].map((rows) => rows.find((row) => row.code === code));
    const counts: Pair["counts"] = [here?.count ?? null, there?.count ?? null];
    return { label: here?.label ?? there?.label ?? code, counts, isShared: here && there };
  });
  return pairs.some(({ isShared }) => isShared) ? pairs : [];
}

function rowsOf(indicator: Indicator) {
  return indicator.kind === "distribution" || indicator.kind === "duration" ? indicator.rows : [];
}

function isOrdered(indicator: Indicator): boolean {
  return indicator.kind === "duration" || (indicator.kind === "distribution" && indicator.ordered === true);
}

/** Of a long list those that are largest in one of the two, in their order. */
function largest(pairs: Pair[], bases: number[]): Pair[] {
  if (pairs.length <= WHOLE) return pairs;
  const size = ({ counts }: Pair) =>
    Math.max(...counts.map((count, side) => (count ?? 0) / Math.max(1, bases[side] ?? 1)));
  const kept = new Set([...pairs].sort((a, b) => size(b) - size(a)).slice(0, KEPT));
  return pairs.filter((pair) => kept.has(pair));
}
