// Periods as a filter asks for them: `2024`, `2024-H1`, `2024-Q1`, `2024-03`, and a range of months. No screen.
import { type Lang, monthSpan } from "../../format";
import type { Row } from "../../report";

const MONTHS_IN: Record<string, number> = { Q: 3, H: 6 };

/** First and last month of a period, `jjjj-mm`. */
export function monthsOf(code: string): [string, string] {
  const [first = "", last] = code.split("..");
  if (last !== undefined) return [monthsOf(first)[0], monthsOf(last)[1]];
  const year = code.slice(0, 4);
  const part = code.slice(5);
  if (!part) return [`${year}-01`, `${year}-12`];
  const length = MONTHS_IN[part.slice(0, 1)];
  if (!length) return [code, code];
  const end = Number(part.slice(1)) * length;
  return [`${year}-${padded(end - length + 1)}`, `${year}-${padded(end)}`];
}

/** From one period up to and including another, as a filter asks for it. */
export function rangeOf(from: string, to: string): string {
  return from === to ? from : `${monthsOf(from)[0]}..${monthsOf(to)[1]}`;
}

/** Number of cases from one row up to and including another. */
export function casesIn(rows: Row[], from: string, to: string): number {
  const [first, last] = [monthsOf(from)[0], monthsOf(to)[1]];
  return rows.reduce((sum, { code, count }) => {
    const [start, end] = monthsOf(code);
    return start >= first && end <= last ? sum + (count ?? 1) : sum;
  }, 0);
}

/** A range of months in words. */
export function spanOf(code: string, lang: Lang): string {
  const [from, to] = monthsOf(code);
  return monthSpan(`${from}-01`, `${to}-01`, lang);
}

function padded(month: number): string {
  return String(month).padStart(2, "0");
}
