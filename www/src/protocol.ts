// What the page and its worker say to each other. Types only.
import type { Asked } from "./asked";
import type { FailureData } from "./failure";
import type { Publication } from "./publication";
import type { Comparison, Finding, Mapping, Overlap, Report, Risk, Understanding } from "./report";

/** What the figures are asked with; the core's own JSON. */
export interface ReportRequest {
  filter: { field: string; values: string[] }[];
  crosstabs: [string, string][];
  referenceDate: string | null;
  indicators: string[];
  /** An indicator of a field that the filter chooses from keeps showing the whole. */
  keepOwn?: boolean;
  /** Only what the first charts need, for as long as the rest of the core is on its way. */
  quick?: boolean;
  /** A second selection beside the first: another filter, or all other cases. */
  against?: { filter: { field: string; values: string[] }[] } | "rest" | null;
  /** Bands, profiles, and what shares are of. */
  settings?: Settings;
}

/** Choices about the figures; what is left out is as the catalog has it. */
export interface Settings {
  /** First year of each age band but the youngest: `[4, 9, 13, 17]`. */
  ageBands?: number[];
  /** Whole months at which each lead-time band but the longest ends: `[3, 6]`. */
  leadTimeBands?: number[];
  shareOf?: "known" | "all";
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

/** A file to read: only a handle, its bytes stay where they are until the worker streams them. */
export interface Source {
  name: string;
  blob: Blob;
  /** Of a workbook: the names of the sheets to read. Those that fit, when nobody has chosen. */
  sheets?: string[];
}

/** One sheet of a workbook. */
export interface SheetRead {
  name: string;
  /** Rows with something in them, the headings included. */
  rows: number;
  /** Ids of the fields that its columns seem to hold; none for a hidden sheet, which nobody looked at. */
  fields: string[];
  read: boolean;
  /** Hidden by whoever made the workbook: named, and not read unless asked for. */
  hidden: boolean;
}

/** The sheets of one of the files. */
export interface WorkbookRead {
  /** Its place among the files that were given and not refused. */
  file: number;
  name: string;
  sheets: SheetRead[];
}

/** What is to be published; src/session/publish.rs is the source. */
export interface ToPublish {
  /** There is no default. */
  preset: "website" | "stuurgroep";
  /** Limits stricter than those of the preset. */
  stricter?: Partial<
    Record<"minimum" | "base" | "percentFrom" | "medianFrom" | "quartilesFrom" | "p90From", number>
  >;
  title?: string;
  /** Closed periods of a quarter or longer; all closed quarters when empty. */
  periods?: string[];
  /** Ids, in this order; all that can be published when empty. */
  indicators?: string[];
  /** The field of whose values there is a state each. */
  split?: string;
  /** Indicators whose small answers are hidden, not put together. */
  keepApart?: string[];
  previous?: Before;
  referenceDate?: string;
  settings?: ReportRequest["settings"];
}

/** What an earlier publication tells, for the next one. */
export interface Before {
  schema: string;
  minimum: number;
  rounded: boolean;
  span: { from: string; to: string };
  regions: string[];
  /** The field of its states. */
  split: string | null;
  /** `*` is the code of all that is hidden. */
  counts: { state: string | null; indicator: string; code: string; count: number | null }[];
}

/** Page to worker. `id` is repeated in every answer. */
export type Order =
  | { id: number; kind: "start"; module: WebAssembly.Module; lang: string }
  | {
      id: number;
      kind: "read";
      sources: Source[];
      mapping: Mapping | null;
      request: ReportRequest;
      lang: string;
    }
  /** The rest of the core. */
  | { id: number; kind: "complete"; module: WebAssembly.Module }
  | { id: number; kind: "compare"; older: number; newer: number; lang: string }
  | { id: number; kind: "risk"; lang: string }
  | { id: number; kind: "asked" }
  | { id: number; kind: "publish"; wish: ToPublish; lang: string }
  | { id: number; kind: "report"; request: ReportRequest; lang: string }
  | { id: number; kind: "stop"; order: number }
  /** The report of this order is shown: its cases take the place of the earlier ones. */
  | { id: number; kind: "keep"; order: number };

/** What was understood of one file. */
export interface FileRead {
  name: string;
  cases: number;
  columns: number;
  findings: number;
  /** Its number among the sources. */
  source: number;
  /** The same file was given before; it is left out. */
  leftOut: boolean;
  /** Its place among the files given; the sheets of a workbook share one. */
  given: number;
}

/** A report with all that belongs to it. */
export interface Outcome {
  /** The released report. */
  report: Report;
  /** The same report as the bytes that a painter takes. */
  handover: Uint8Array;
  /** What follows is known; before the rest of the core is there it is empty. */
  complete: boolean;
  findings: Finding[];
  mapping: Mapping;
  understanding: Understanding;
  /** Files that tell the same cases. */
  overlaps: Overlap[];
  /** The workbooks among the files. */
  workbooks: WorkbookRead[];
}

/** A file that was refused while another one was read. */
export interface Refused {
  /** Its place among the files given. */
  at: number;
  failure: FailureData;
}

/** Worker to page. */
export type Answer =
  | { id: number; kind: "started" }
  | { id: number; kind: "progress"; done: number; total: number; cases: number }
  | { id: number; kind: "file"; file: FileRead }
  | { id: number; kind: "done"; outcome: Outcome; refused: Refused[] }
  | { id: number; kind: "compared"; comparison: Comparison }
  | { id: number; kind: "weighed"; risk: Risk }
  /** What this worker and its own asked of the network. */
  | { id: number; kind: "asked"; asked: Asked[] }
  | { id: number; kind: "published"; publication: Publication }
  | { id: number; kind: "failed"; failure: FailureData };
