// A story for a meeting: an opening and one message a slide, as plain data. The presentation and the slides of
// PowerPoint are both made of it. No words of its own, no drawing.
import type { Lang } from "../format";
import type { Indicator } from "../report";

/** What a figure is in numbers, for a program that draws it itself. */
export type Figure = Bars | Grid;

/** Bars, lying or standing; `null` is a value that is hidden, and stays so. */
export interface Bars {
  kind: "bars";
  /** Periods stand, answers lie. */
  stands: boolean;
  /** What is counted: cases, or the part that they are. */
  of: "count" | "share";
  /** What the answers are called together. */
  heading: string;
  answers: { label: string; soft?: boolean }[];
  series: { name: string; values: (number | null)[] }[];
  /** The part that each count of the one series is, where it may be told; what was hidden has none. */
  parts: (Part | null)[];
}

/** A part of the cases: as a number, and in the words of the page, which rounds by the counts. */
export interface Part {
  value: number;
  words: string;
}

/** A table: what is text, and what is a number. */
export interface Grid {
  kind: "grid";
  head: string[];
  rows: { cells: (string | number)[]; sum?: boolean }[];
}

/** One message. */
export interface Slide {
  /** The same after another filter. */
  key: string;
  indicator: Indicator;
  /** Its place in the report, which the painter goes by. */
  index: number;
  /** The finding. */
  title: string;
  /** What is measured, of whom and when. */
  measure: string;
  /** Of which of the cases; empty when of all. */
  selection: string;
  sentence: string;
  /** `null` when there is nothing but words. */
  figure: Figure | null;
  /** How many, how many unknown, and where it is from. */
  foot: string;
  /** What one has to know before one believes it; empty when nothing. */
  caution: string;
  /** What `figure` leaves out of the indicator; empty when nothing. */
  undrawn: string;
  /** What the one who speaks may want to know. */
  notes: string[];
}

/** The whole of it, with what stands on the first slide. */
export interface Story {
  lang: Lang;
  title: string;
  /** Source, period, number of cases, selection, protection: what it is called, and what it is. */
  about: [label: string, words: string][];
  /** A word on every slide: who may see this. */
  mark: string;
  /** The same in a sentence. */
  protection: string;
  /** The figures are exact, and not to be shared. */
  isInternal: boolean;
  slides: Slide[];
}
