// A publication (`ben-monitor/publication@1`) as the page reads it. Types only; src/report/publication.rs is the source.
import type { Report } from "./report";

/** Protected figures of a fixed list of views: all that a website gets. */
export interface Publication {
  schema: "ben-monitor/publication@1";
  /** Name and version of what made it. */
  engine: string;
  lang: "nl" | "en";
  title: string;
  preset: "website" | "stuurgroep";
  policy: Policy;
  /** What the audit looked at, and what it found. */
  audit: { tables: number; hidden: number; narrowest: number | null; previous: boolean };
  /** The day on which it was made; `null` when that was not told. */
  made: string | null;
  /** The closed periods it is about, and their first and last day. */
  period: { from: string; to: string; units: string[] };
  regions: string[];
  /** The field of whose values there is a state each. */
  split: { field: string; label: string } | null;
  /** The figures of all cases. */
  report: Report;
  /** The figures of the cases with one value of the split, where they can be shown. */
  states: State[];
  /** Answers that were put together. */
  merged: { indicator: string; groups: { label: string; codes: string[] }[] }[];
  /** What is not in it, and why. */
  leftOut: LeftOut[];
  /** SHA-256 of the publication with this text empty, in hexadecimal. */
  hash: string;
}

export interface Policy {
  minimum: number;
  base: number | null;
  percentFrom: number;
  medianFrom: number;
  quartilesFrom: number;
  p90From: number;
}

export interface State {
  code: string;
  label: string;
  report: Report;
}

export interface LeftOut {
  indicator: string;
  /** Code of the state; none for all of them. */
  state?: string;
  code: string;
  text: string;
}
