// What can be chosen of a publication, and the choice as `publish()` is asked it. No page, no words.
import type { Publication } from "../../publication";
import type { PublishOptions } from "../../publication/make";
import type { Indicator, Report, RiskSplit } from "../../report";

export type Preset = PublishOptions["preset"];

/** Least number of cases in a group: as src/disclosure/limits.rs has it. */
export const LEAST: Record<Preset, number> = { website: 10, stuurgroep: 5 };

/** What somebody chose; empty is all, or none where that is meant. */
export interface Choices {
  preset: Preset;
  /** First and last quarter; all that are over when empty. */
  from: string;
  until: string;
  split: string;
  /** Ids of the figures that are left out. */
  off: string[];
  keepApart: string[];
  previous: Publication | null;
  title: string;
}

/** Strict unless somebody says otherwise. */
export const NOTHING_CHOSEN: Choices = {
  preset: "website",
  from: "",
  until: "",
  split: "",
  off: [],
  keepApart: [],
  previous: null,
  title: "",
};

/** A quarter that is over. */
export interface Quarter {
  code: string;
  label: string;
}

/** The quarters in the files that are over, the first one first. */
export function closedQuarters(report: Report): Quarter[] {
  for (const one of report.indicators) {
    if (one.kind !== "series" || one.unit !== "quarter") continue;
    return one.rows.filter(({ provisional }) => !provisional).map(({ code, label }) => ({ code, label }));
  }
  return [];
}

/** Kinds of figures whose counts are cells of tables that can be audited one by one. */
const KINDS = new Set(["distribution", "series", "duration", "share"]);

/** Ids of the figures that can be published, and of those that never are. */
export function figuresOf(report: Report): { may: string[]; never: string[] } {
  const ids = (wanted: (one: Indicator) => boolean) => [
    ...new Set(report.indicators.filter(wanted).map(({ id }) => id)),
  ];
  const isOwn = (one: Indicator) => one.label !== undefined;
  return {
    may: ids((one) => !isOwn(one) && mayBePublished(one)),
    never: ids((one) => one.kind !== "crosstab" && !isOwn(one) && !mayBePublished(one)),
  };
}

/** Groups that somebody made rules for are tied to too many other figures. */
function mayBePublished(one: Indicator): boolean {
  if (!KINDS.has(one.kind)) return false;
  return one.kind !== "distribution" || one.rows.every(({ rule }) => rule === undefined);
}

/** Why a field is not offered to split by. */
export type WhyNot = "single" | "small" | "alike";

export function whyNot(split: RiskSplit, preset: Preset): WhyNot | null {
  if (split.mayOffer) return null;
  if (split.classes < 2) return "single";
  return split.smallest < LEAST[preset] ? "small" : "alike";
}

/** The choice as the element is asked it. */
export function wishOf(choices: Choices, quarters: Quarter[], figures: string[]): PublishOptions {
  const { preset, split, off, keepApart, previous, title } = choices;
  const wish: PublishOptions = { preset };
  const periods = periodsOf(choices, quarters);
  if (periods.length > 0) wish.periods = periods;
  if (split) wish.split = split;
  if (off.length > 0) wish.indicators = figures.filter((id) => !off.includes(id));
  if (keepApart.length > 0) wish.keepApart = keepApart;
  if (previous) wish.previous = previous;
  if (title.trim()) wish.title = title.trim();
  return wish;
}

/** The quarters from the one to the other in as few periods as can be; none where all of them are meant. */
function periodsOf({ from, until }: Choices, quarters: Quarter[]): string[] {
  const codes = quarters.map(({ code }) => code);
  const first = Math.max(0, codes.indexOf(from));
  const last = until ? codes.indexOf(until) : codes.length - 1;
  if (first === 0 && last === codes.length - 1) return [];
  const wanted = codes.slice(first, last + 1);
  const periods: string[] = [];
  for (let at = 0; at < wanted.length; ) {
    const [period, length] = longest(wanted.slice(at, at + 4));
    periods.push(period);
    at += length;
  }
  return periods;
}

/** The year, half-year or quarter that these begin with, and of how many quarters it is. */
function longest(quarters: string[]): [string, number] {
  const [first = ""] = quarters;
  const year = first.slice(0, 4);
  const begins = (numbers: number[]) => numbers.every((number, at) => quarters[at] === `${year}-Q${number}`);
  if (begins([1, 2, 3, 4])) return [year, 4];
  if (begins([1, 2])) return [`${year}-H1`, 2];
  return begins([3, 4]) ? [`${year}-H2`, 2] : [first, 1];
}
