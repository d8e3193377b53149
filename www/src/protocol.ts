// What the page and its worker say to each other. Types only.
import type { FailureData } from "./failure";
import type { Comparison, Finding, Mapping, Overlap, Report, Understanding } from "./report";

/** What the figures are asked with; the core's own JSON. */
export interface ReportRequest {
  filter: { field: string; values: string[] }[];
  crosstabs: [string, string][];
  referenceDate: string | null;
  indicators: string[];
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
  | { id: number; kind: "compare"; older: number; newer: number; lang: string }
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
  | { id: number; kind: "failed"; failure: FailureData };
