// What the element shows, and what came with it. Types only.
import type { Painter } from "ben-monitor-wasm";
import type { BenMonitorError } from "./failure";
import type { FileRead, WorkbookRead } from "./protocol";
import type { Finding, Mapping, Overlap, Report, Understanding } from "./report";
import type { Selected } from "./selecting";

/** What is shown: a report and all that came with it. */
export interface Shown {
  report: Report;
  /** What was noticed and understood is known. */
  complete: boolean;
  painter: Painter;
  findings: Finding[];
  mapping: Mapping;
  overlaps: Overlap[];
  understanding: Understanding;
  files: FileRead[];
  /** Files that were refused while these were read. */
  refused: readonly BenMonitorError[];
  workbooks: WorkbookRead[];
  selected: Selected;
  /** What it was asked with beside the selection, see `question`. */
  asked: string;
}
