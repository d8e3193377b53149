// The report's JSON (`ben-monitor/report@1`) as the page reads it. Types only; src/report/mod.rs is the source.
import type { Profile } from "./protocol";

/** How many cases there are; `used + excluded = read`, and `selected` of `used` are left by the filter. */
export interface CaseCount {
  read: number;
  used: number;
  excluded: number;
  selected: number;
}

/** One condition of a filter: the field has one of these values. */
export interface Clause {
  field: string;
  values: string[];
}

/** Of a count: few cases, or not shown. */
export type Status = "small" | "hidden";

/** Under which policy figures were released. `base` and `hidden` are of a publication. */
export interface Protection {
  policy: string;
  smallBelow: number;
  marked: number;
  base?: number;
  hidden?: number;
}

/** A count and its part of `n`; `null` when protected. */
export interface Row {
  code: string;
  label: string;
  count: number | null;
  share?: number | null;
  status?: Status;
  /** Of a target group: its rules in words. */
  rule?: string;
  /** Of a period: the same period a year earlier, and the difference, where both are over and wholly in the data. */
  previous?: number;
  change?: number;
  /** Of a period: it is not over at the reference date. */
  provisional?: boolean;
}

/** Mean, median and 90th percentile in the indicator's unit. */
export interface Summary {
  mean?: number | null;
  median: number | null;
  p90?: number | null;
}

/** The Kaplan–Meier estimate in days; `null` where not reached. */
export interface KaplanMeier {
  median: number | null;
  low: number | null;
  high: number | null;
  /** `[day, survival, at risk]` */
  points: [number, number, number][];
}

/** What every indicator has. */
export interface About {
  id: string;
  /** What it is called, when that stands in the file: the heading of a column of its own. */
  label?: string;
  n: number;
  missing: number;
  missingBy: { blank: number; unknown: number; notApplicable: number; unrecognised: number };
  /** Of a publication: it is not shown how many have none; `n` is then of all cases and `missing` 0. */
  missingStatus?: Status;
  /** Its shares are by definition of the known answers. */
  ofKnown?: boolean;
  /** Values of its own field that the filter chooses: the figures are of what all other clauses leave. */
  chosen?: string[];
  title?: string;
  subtitle?: string;
  text?: string;
  cautions?: string[];
}

export interface Distribution extends About {
  kind: "distribution";
  multiple?: boolean;
  ordered?: boolean;
  rows: Row[];
  years?: Row[];
  summary?: Summary;
  /** Of ages: each single year by geslacht. */
  pyramid?: CrosstabTable;
}

export interface Series extends About {
  kind: "series";
  unit: "month" | "quarter" | "half-year" | "year";
  rows: Row[];
  mean: number | null;
  regions?: Row[];
}

export interface Duration extends About {
  kind: "duration";
  open: number;
  openStatus?: Status;
  excluded: number;
  rows: Row[];
  summary: Summary;
  kaplanMeier: KaplanMeier | null;
  /** The same by the answers in other fields. */
  by?: { field: string; multiple?: boolean; groups: DurationGroup[] }[];
}

/** Lead times of the cases with one answer. */
export interface DurationGroup {
  code: string;
  label: string;
  n: number;
  open: number;
  summary: Summary;
  kaplanMeier: KaplanMeier | null;
  /** `n` or `open` is small. */
  status?: Status;
}

export interface Share extends About {
  kind: "share";
  count: number | null;
  status?: Status;
  share: number | null;
}

export interface Totals extends About {
  kind: "totals";
  rows: { code: string; label: string; n: number; total: number | null; mean: number | null }[];
}

/** One field against another. */
export interface CrosstabTable {
  row: string;
  column: string;
  columns: { code: string; label: string; total: number | null }[];
  rows: {
    code: string;
    label: string;
    cells: { code: string; count: number | null; status?: Status }[];
    total: number | null;
  }[];
  total: number;
}

export interface Crosstab extends About, CrosstabTable {
  kind: "crosstab";
}

/** Which problems come together; codes of the parents' problems begin with `ouder:`. */
export interface Cooccurrence extends About {
  kind: "cooccurrence";
  rows: Row[];
  pairs: {
    a: string;
    b: string;
    count: number | null;
    share: number | null;
    lift: number | null;
    status?: Status;
  }[];
  combinations: { codes: string[]; count: number | null; status?: Status }[];
}

/** One answer in one field. */
export interface AnswerOf {
  field: string;
  code: string;
  label: string;
}

/** One trait that one group has more, or less, often than all other cases. */
export interface Thread {
  group: AnswerOf;
  trait: AnswerOf;
  count: number | null;
  n: number;
  share: number | null;
  restCount: number | null;
  restN: number;
  restShare: number | null;
  /** One of the two counts is small. */
  status?: Status;
  p: number;
  q: number;
}

export interface Threads extends About {
  kind: "threads";
  rows: Thread[];
  tested: number;
}

export type Indicator = Distribution | Series | Duration | Share | Totals | Crosstab | Cooccurrence | Threads;

/** All figures about one selection of cases. */
export interface Report {
  schema: string;
  cases: CaseCount;
  sources: { name: string; cases: number }[];
  referenceDate: string | null;
  period?: { from: string; to: string };
  filter: Clause[];
  protection: Protection | null;
  indicators: Indicator[];
  /** The same figures of another selection; `rest`: of all cases that the first leaves out. */
  against?: {
    filter: Clause[];
    rest?: boolean;
    selected: number;
    period?: { from: string; to: string };
    indicators: Indicator[];
  };
  /** What shares are drawn and told of; `known` when left out. */
  shareOf?: "all";
}

/** Something noticed while reading: counts and row numbers, never a cell's value. */
export interface Finding {
  code: string;
  severity: "error" | "warning" | "info";
  source: number;
  field?: string;
  column?: number;
  count: number;
  rows: number[];
  /** The sentence that a person reads. */
  text: string;
  sourceName: string;
}

/** Which heading is which field, and which spelling is which answer. */
export interface Mapping {
  columns: Record<string, string | null>;
  values: Record<string, Record<string, string>>;
  /** How the rows are read; left out when nothing is wished. */
  reading?: Wishes;
}

/** How a person wants rows to be read. */
export interface Wishes {
  /** The row that holds the headings, as a person counts. */
  header?: number;
  dates?: "dmy" | "mdy";
  /** Rows left out as title, total or note are counted after all. */
  keepRows?: boolean;
  /** Double cases are all counted. */
  keepDoubles?: boolean;
  /** Headings of which a person said that they are no identifier; never saved. */
  clean?: string[];
}

/** Two files that tell the same cases, by their numbers among the sources. */
export interface Overlap {
  /** The file whose latest date is the earlier one. */
  older: number;
  newer: number;
  shared: number;
}

/** Numbers of cases; each case is in one of them. */
export interface Changes {
  new: number;
  closed: number;
  changed: number;
  gone: number;
  same: number;
}

/** One of two compared files; `latest` is the latest day in it. */
export interface Moment {
  source: number;
  name: string;
  latest: string | null;
  cases: number;
  withoutNumber: number;
}

/** What changed between two files; src/report/comparison.rs is the source. */
export interface Comparison {
  older: Moment;
  newer: Moment;
  total: Changes;
  /** By name; `null` for cases without a region. */
  regions: { region: string | null; counts: Changes }[];
}

/** How recognisable the children in the files are, in counts alone; src/report/risk.rs is the source. */
export interface Risk {
  files: number;
  cases: number;
  /** Fields that would be looked at and that no file has. */
  lacking: string[];
  /** By place, age, gender and month of referral. */
  groups: RiskGroups;
  /** The same with age bands, with quarters, and with both. */
  coarser: RiskGroups[];
  /** By all fields of `causes` together. */
  wide: RiskGroups;
  /** What each field adds to all others, the one that causes most first. */
  causes: {
    field: string;
    uniqueWithout: number;
    fall: number;
    distinction: number;
    separation: number;
  }[];
  /** Different problems in front within `groups`; `null` when no file has them. */
  problems: { smallest: number; alike: number; alikeTogether: number } | null;
  /** By what a publication could be split, for each of the two presets. */
  splits: { stuurgroep: RiskSplit[]; website: RiskSplit[] };
  /** How many children are unique; without a full stop. */
  title: string;
  text: string;
  meaning: string;
  because: string;
  coarsened?: string;
  alike?: string;
  leftOut?: string;
  advice: string[];
}

/** Groups of cases that are the same in some fields; no answer is an answer of its own. */
export interface RiskGroups {
  fields: string[];
  ages: "years" | "bands";
  periods: "months" | "quarters";
  classes: number;
  smallest: number;
  unique: number;
  uniqueShare: number;
  /** Cases in groups of fewer than 5, and of fewer than 10. */
  under5: number;
  under10: number;
  highestRisk: number;
  averageRisk: number;
}

/** A field that a publication could be split by. */
export interface RiskSplit {
  field: string;
  classes: number;
  missing: number;
  smallest: number;
  diversity: number | null;
  mayOffer: boolean;
}

/** What a person can change about a decision, with what is in force now. */
export type Change =
  | { kind: "header"; row: number }
  | { kind: "dates"; order: "dmy" | "mdy" }
  /** Rows that were left out are counted after all. */
  | { kind: "rows" }
  /** Double cases are counted each. */
  | { kind: "doubles" }
  | { kind: "column"; heading: string; field: string | null }
  | { kind: "value"; field: string; written: string; code: string | null }
  | { kind: "identifier"; heading: string };

/** One thing that was decided while reading, as a short sentence. */
export interface Decision {
  source: number;
  code: string;
  column?: number;
  text: string;
  change?: Change;
}

/** What a column was taken for. */
export interface ColumnRead {
  source: number;
  number: number;
  heading: string;
  field: string | null;
  /** `answers`: it holds one of the answers of the field, as yes or no. */
  status: "sure" | "likely" | "unused" | "identifier" | "double" | "answers";
  filled: number;
  /** Ids of fields that it may hold, the likeliest first. */
  proposals: string[];
}

/** Answers of one field that are alike and are not understood. */
export interface Question {
  /** None when it is about several files. */
  source?: number;
  field: string;
  count: number;
  proposal: string | null;
  sure: "likely" | "unsure";
  /** The spellings, the most frequent first. */
  written: { text: string; count: number }[];
  /** Spellings that are not shown, since they may say who a child is. */
  withheld: number;
}

/** How the files were read. Holds headings and written answers: only for the eyes of the person whose files they are. */
export interface Understanding {
  decisions: Decision[];
  columns: ColumnRead[];
  questions: Question[];
}

/** What the catalog says of sections, indicators and fields, in one language. */
export interface Catalog {
  sections: { id: string; label: string }[];
  indicators: { id: string; section: string; field?: string; label: string }[];
  fields: { id: string; label: string; values: { id: string; label: string }[] }[];
  /** What holds where nothing is set: first years of age bands, ends of lead-time bands in months, profiles. */
  ageBands?: number[];
  leadTimeBands?: number[];
  profiles?: Profile[];
}

/** One thing in a drawing that can be pointed at, in CSS pixels. */
export interface Mark {
  x: number;
  y: number;
  width: number;
  height: number;
  code: string;
  label: string;
  /** The answer that it stands for, where cases can be selected by it. */
  choice?: { field: string; value: string; chosen: boolean };
}

/** Size of a drawing in CSS pixels, and its marks. */
export interface Layout {
  width: number;
  height: number;
  marks: Mark[];
}
