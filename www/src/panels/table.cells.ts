// What the tables share: how a number is written, and what a share is a part of. The page, and all that leaves it, is made
// of the same cells.
import { baseOf } from "../base";
import { decimal, fractionPercent, type Lang, percent, whole } from "../format";
import type { About, Indicator, Report, Row, Status } from "../report";
import type { Texts } from "../texts";
import { type FigureTexts, figureTextsOf } from "../texts/figures";
import type { Versus } from "./chart";

/** Beside a small count, with a hard space. */
const RING = "\u00a0○";

/** How a number is written where it can be calculated with: whole, with one decimal, as a whole percentage, as a
 * difference, with three decimals. */
export type Format = "whole" | "decimal" | "percent" | "change" | "fine";

/** A number as people read it, and the number itself. */
export interface Figure {
  text: string;
  value: number;
  format: Format;
  /** A small count of persons. */
  small?: boolean;
}

/** A figure, or words: also where there is no figure, or where it is not shown. */
export type Cell = Figure | string;

/** A table before it is written: first cell of a row is its heading. */
export interface Table {
  caption: string;
  head: string[];
  rows: { cells: Cell[]; tone?: "sum" | "soft" }[];
}

/** As people read it. */
export function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

/** In which words, and beside what. */
export interface Speech {
  texts: Texts;
  own: FigureTexts;
  lang: Lang;
  shareOf: NonNullable<Report["shareOf"]> | "known";
  versus: Versus | null;
  /** Every number has a cell of its own, where on the page several stand in one. */
  apart?: boolean;
}

export function speechOf(of: Omit<Speech, "own">): Speech {
  const { texts, lang, shareOf, versus, apart = false } = of;
  return { texts, lang, shareOf, versus, apart, own: figureTextsOf(lang) };
}

export function captionOf(indicator: Indicator): string {
  return indicator.subtitle ?? indicator.title ?? indicator.id;
}

/** What shares are a part of. */
export function base(about: About, { shareOf }: Pick<Speech, "shareOf">): number {
  return baseOf(about, shareOf);
}

/** Counts of persons under this are small: as in src/disclosure/limits.rs. */
const SMALL_BELOW = 5;

/** A count with the ring that the drawing has at a small one. */
export function count(
  { count, status }: { count: number | null; status?: Status },
  { texts, lang }: Pick<Speech, "texts" | "lang">,
): Cell {
  if (count === null) return texts.hidden;
  const figure = wholeOf(count, lang);
  const small = status === "small" && count > 0 && count < SMALL_BELOW;
  return small ? { ...figure, text: figure.text + RING, small } : figure;
}

/** A share from its counts, so that it is rounded exactly. */
export function share(row: Pick<Row, "count">, n: number): Cell {
  if (row.count === null) return "";
  const text = percent(row.count, n);
  return n > 0 ? { text, value: row.count / n, format: "percent" } : text;
}

export function wholeOf(value: number, lang: Lang): Figure {
  return { text: whole(value, lang), value, format: "whole" };
}

export function decimalOf(value: number, lang: Lang): Figure {
  return { text: decimal(value, lang), value, format: "decimal" };
}

export function fractionOf(value: number): Figure {
  return { text: fractionPercent(value), value, format: "percent" };
}

/** A difference, with its sign. */
export function changeOf(value: number, lang: Lang): Figure {
  const sign = value > 0 ? "+" : value < 0 ? "−" : "";
  return { text: `${sign}${whole(Math.abs(value), lang)}`, value, format: "change" };
}
