// What the tables share: how a number is written, and what a share is a part of.
import { baseOf } from "../base";
import { type Lang, percent, whole } from "../format";
import type { About, Indicator, Report, Row, Status } from "../report";
import type { Texts } from "../texts";
import { type FigureTexts, figureTextsOf } from "../texts/figures";
import type { Versus } from "./chart";

/** Beside a small count, with a hard space. */
const RING = "\u00a0○";

/** A table before it is written: first cell of a row is its heading. */
export interface Table {
  caption: string;
  head: string[];
  rows: { cells: string[]; tone?: "sum" | "soft" }[];
}

/** In which words, and beside what. */
export interface Speech {
  texts: Texts;
  own: FigureTexts;
  lang: Lang;
  shareOf: NonNullable<Report["shareOf"]> | "known";
  versus: Versus | null;
}

export function speechOf(of: Omit<Speech, "own">): Speech {
  const { texts, lang, shareOf, versus } = of;
  return { texts, lang, shareOf, versus, own: figureTextsOf(lang) };
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
): string {
  if (count === null) return texts.hidden;
  const small = status === "small" && count > 0 && count < SMALL_BELOW;
  return `${whole(count, lang)}${small ? RING : ""}`;
}

export function share(row: Pick<Row, "count">, n: number): string {
  return row.count === null ? "" : percent(row.count, n);
}
