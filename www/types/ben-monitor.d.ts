// The types of the package, as a page that uses it sees them. Written by hand, so that they need no other
// package's types; `check.ts` beside this file keeps them in step with the element.

/** A monitor file, or where it is. */
export type Loadable = File | Blob | ArrayBuffer | string | URL;

/**
 * The field has one of these values. Of what is worked out of a case `field` is the indicator's id and `values` are
 * codes of its rows: `doorlooptijd` `3-6`, `stapeling` `2`, `samenhang` `trauma+hechting`.
 */
export interface Clause {
  field: string;
  values: string[];
}

/** The figures of the cases shown. Keys may be added; none changes its meaning within `@1`. */
export interface Report {
  /** `ben-monitor/report@1` */
  schema: string;
  /** `used + excluded = read`; of `used` the filter leaves `selected`. */
  cases: { read: number; used: number; excluded: number; selected: number };
  sources: { name: string; cases: number }[];
  /** ISO date at which open cases are censored. */
  referenceDate: string | null;
  filter: Clause[];
  protection: object | null;
  indicators: Indicator[];
  /** The figures of a second selection, in the same places; `rest`: of all cases that the first leaves out. */
  /** `overlap`: cases that are in both. `unsure`: cases in neither, since it is not known whether they are in the first. */
  against?: {
    filter: Clause[];
    rest?: boolean;
    selected: number;
    overlap?: number;
    unsure?: number;
    indicators: Indicator[];
  };
  /** What shares are drawn and told of; the known answers when it is left out. */
  shareOf?: "all";
}

/** One indicator; `kind` says which other keys it has. */
export interface Indicator {
  id: string;
  kind: string;
  /** The heading of the column, where the file's own column is shown as it is. */
  label?: string;
  /** Cases with a known answer. */
  n: number;
  /** Cases without. */
  missing: number;
  /** The length of a period, where the rows are periods. */
  unit?: "month" | "quarter" | "half-year" | "year";
  rows?: Row[];
  text?: string;
}

/** An answer, a band or a period, and how many cases have it. */
export interface Row {
  /** Left out where a row is about a group and a trait (`threads`). */
  code?: string;
  label?: string;
  count?: number | null;
}

/** What was noticed while reading. Never holds a cell's value. */
export interface Finding {
  code: string;
  severity: "error" | "warning" | "info";
  /** Which of the files, from 0. */
  source: number;
  /** That file's name. */
  sourceName: string;
  field?: string;
  column?: number;
  count: number;
  /** The first 20 row numbers as a person sees them in the file. */
  rows: number[];
  /** The same as a sentence, in the element's language. */
  text: string;
}

/** Which heading is which field, and which spelling is which answer. */
export interface Mapping {
  columns: Record<string, string | null>;
  values: Record<string, Record<string, string>>;
  /** How the rows are read; left out when nothing is wished. */
  reading?: {
    /** The row that holds the headings, as a person counts. */
    header?: number;
    dates?: "dmy" | "mdy";
    /** Rows left out as title, total or note are counted after all. */
    keepRows?: boolean;
    /** Double cases are all counted. */
    keepDoubles?: boolean;
    /** Headings of which a person said that they are no identifier; for this session, never saved. */
    clean?: string[];
  };
}

/** Two files that tell the same cases, by their numbers in `report.sources`. */
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

/** What changed between two files. */
export interface Comparison {
  older: Moment;
  newer: Moment;
  total: Changes;
  /** By name; `null` for cases without a region. */
  regions: { region: string | null; counts: Changes }[];
}

/** One of two compared files. */
export interface Moment {
  source: number;
  name: string;
  /** The latest day in it, `jjjj-mm-dd`. */
  latest: string | null;
  cases: number;
  /** Rows without a case number: these are not compared. */
  withoutNumber: number;
}

/** What is to be published. A setting that can't be read is refused. */
export interface PublishOptions {
  /** For everybody (no count under 10, rounded to 5), or for a steering group (exact, none under 5). */
  preset: "website" | "stuurgroep";
  /** Limits stricter than those of the preset. */
  stricter?: Partial<
    Record<"minimum" | "base" | "percentFrom" | "medianFrom" | "quartilesFrom" | "p90From", number>
  >;
  title?: string;
  /** Closed periods of a quarter or longer (`2024`, `2024-H1`, `2024-Q1`); all closed quarters when left out. */
  periods?: string[];
  /** Ids of the indicators, in this order; all that can be published when left out. */
  indicators?: string[];
  /** The field of whose values there is a state each. */
  split?: string;
  /** Indicators whose small answers are hidden, not put together. */
  keepApart?: string[];
  /** The publication before this one: nothing may follow from both together. */
  previous?: Publication;
  referenceDate?: string;
  settings?: Settings;
}

/** Protected figures of a fixed list of views: all that a website gets. */
export interface Publication {
  schema: "ben-monitor/publication@1";
  engine: string;
  lang: "nl" | "en";
  title: string;
  preset: "website" | "stuurgroep";
  policy: {
    minimum: number;
    base: number | null;
    percentFrom: number;
    medianFrom: number;
    quartilesFrom: number;
    p90From: number;
  };
  audit: { tables: number; hidden: number; narrowest: number | null; previous: boolean };
  made: string | null;
  period: { from: string; to: string; units: string[] };
  regions: string[];
  split: { field: string; label: string } | null;
  report: Report;
  states: { code: string; label: string; report: Report }[];
  merged: { indicator: string; groups: { label: string; codes: string[] }[] }[];
  leftOut: { indicator: string; state?: string; code: string; text: string }[];
  /** SHA-256 of the publication as JSON without spaces, this text empty. */
  hash: string;
}

/** How recognisable the children in the files are: counts and ids of fields alone. */
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

/** How a file is read and looked at, without any data. */
export interface SavedState {
  schema: "ben-monitor/state@1";
  mapping: Mapping | null;
  filter: Clause[];
  /** A second selection beside the first: another filter, or all other cases. */
  against: { filter: Clause[] } | "rest" | null;
  /** The two fields of the cross table. */
  crosstab: [string, string] | null;
  settings: Settings;
  referenceDate: string | null;
  indicators: string[];
}

/** Choices about the figures; what is left out is as the catalog has it. */
export interface Settings {
  /** First year of each age band but the youngest: `[4, 9, 13, 17]`. */
  ageBands?: number[];
  /** Whole months at which each lead-time band but the longest ends: `[3, 6]`. */
  leadTimeBands?: number[];
  /** What shares are drawn and told of: the known answers, unless it is `all`. */
  shareOf?: "known" | "all";
  /** The groups of the indicator `doelgroepen`. */
  profiles?: Profile[];
}

/** A group of cases, by rules that all hold. */
export interface Profile {
  id: string;
  label: string;
  all: Rule[];
}

/** One rule: so many of these answers, or a number between these. */
export interface Rule {
  field: string;
  values?: string[];
  least?: number;
  from?: number;
  to?: number;
}

/** What `load` rejects with. */
export interface BenMonitorError extends Error {
  readonly code: string;
  /** Name of the file that was being read, where there is one. */
  readonly source: string | undefined;
  readonly params: Readonly<Record<string, number | string>>;
  /** Where in the file, as a spreadsheet program counts. */
  readonly position: { row: number; column?: number } | undefined;
}

/** `<ben-monitor>`. */
export interface BenMonitor extends HTMLElement {
  /** Address of a monitor file to show at once. */
  src: string | null;
  /** `analyse`, the default, or `publicatie`: shows a publication, takes no file with cases, starts no worker. */
  mode: string;
  /** `auto`, `light`, `dark` or `contrast`. */
  theme: string;
  /** Level of the first heading, 2 to 6. */
  headingLevel: number;
  /** ISO date at which open cases are censored; the latest date in the data when it is null. */
  referenceDate: string | null;
  /** A saved mapping (`ben-monitor/recept@1`), or its address. */
  recept: string | object | null;
  /** Space-separated ids to show, in this order; all when it is empty. */
  indicators: string;
  /** Bands, profiles, and what shares are of. */
  settings: Settings;
  /** Address of the wasm file when it is not beside the script. */
  wasmSrc: string | null;
  /** Address of `frame.html`, shown in a frame where the page may not run wasm. */
  frameSrc: string | null;
  /** The element can read a file at once: wasm compiled, worker up. */
  readonly ready: Promise<void>;
  /** The report now shown. */
  readonly report: Report | null;
  /** What was noticed while reading: codes, counts and rows, never a cell's value. */
  readonly findings: Finding[];
  /** The mapping in force, as `setMapping` takes it. */
  readonly mapping: Mapping | null;
  /** Files that tell the same cases. */
  readonly overlaps: readonly Overlap[];
  /** Files that were refused while others beside them were read; `source` is the file's name. */
  readonly refused: readonly BenMonitorError[];
  /** Resolves with the report once its charts are drawn; rejects with a `BenMonitorError`. */
  load(source: Loadable | readonly Loadable[]): Promise<Report>;
  /** Reads further files beside those that are shown. */
  add(source: Loadable | readonly Loadable[]): Promise<Report>;
  /** What changed between two files that are shown, by their numbers in `report.sources`. */
  compare(older: number, newer: number): Promise<Comparison>;
  /** How recognisable the children in the files that are shown are. */
  risk(): Promise<Risk>;
  /** Protected figures that may be shown to anyone, as plain JSON; rejects with a code when they can't be made safe. */
  publish(options: PublishOptions): Promise<Publication>;
  /** A picture of a figure with its title, source and n; a PNG (the default) has two pixels for each of the page. */
  exportImage(indicator: string, options?: { type?: "image/png" | "image/svg+xml" }): Promise<Blob>;
  /** The tables of a figure as CSV for Dutch Excel. */
  exportTable(indicator: string): Promise<Blob>;
  /** All tables as a workbook (XLSX). */
  exportWorkbook(): Promise<Blob>;
  /** Shows the figures slide by slide, over the whole screen where the browser allows it; resolves when it stands. */
  present(): Promise<void>;
  /** The same as a PPTX file with charts that can be edited; rejects with `meeting.nothing` when nothing is shown. */
  exportSlides(): Promise<Blob>;
  /** Selects cases; `[]` shows all. Resolves with the new report once drawn. */
  setFilter(clauses: Clause[]): Promise<Report>;
  /** Shows one field against another; without a file it waits for one. Resolves as `setFilter` does. */
  setCrosstab(row: string, column: string): Promise<Report | null>;
  /** Reads the files again with other meanings; without a file it waits for one. */
  setMapping(mapping: Mapping): Promise<Report | null>;
  /** The mapping and the view, without any data. */
  save(): SavedState;
  /** Takes up what `save` gave: at once when there is a file, else with the next one. */
  restore(saved: SavedState): Promise<Report | null>;
  /** Drops the data, ends the worker, frees its memory. */
  forget(): void;
}

/** Their detail never holds a row, a cell or a file's content. */
export interface BenMonitorEventMap {
  /** It can read a file at once. */
  "ben-ready": CustomEvent<Record<string, never>>;
  /** How far reading is, in bytes. */
  "ben-progress": CustomEvent<{ phase: "read"; done: number; total: number }>;
  /** A file was read. */
  "ben-file-read": CustomEvent<{ rows: number; columns: number; findings: number }>;
  /** The drawings in view stand, and once more when all of them do. */
  "ben-rendered": CustomEvent<{ indicators: string[]; all: boolean }>;
  /** The selection changed. */
  "ben-filter-change": CustomEvent<{ clauses: Clause[] }>;
  /** Something left the page: `image`, `table`, `workbook`, `slides`, `print`, `copy-image`, `copy-table` or `copy-text`. */
  "ben-export": CustomEvent<{ kind: string }>;
  /** A publication was made or saved; never of a preview. */
  "ben-publish": CustomEvent<Record<string, never>>;
  /** What went wrong, beside the rejection. */
  "ben-error": CustomEvent<{ code: string; params: Readonly<Record<string, number | string>> }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "ben-monitor": BenMonitor;
  }
  interface HTMLElementEventMap extends BenMonitorEventMap {}
}
