// The events of the contract. Their detail holds counts and codes, never a row, a cell or a file's content.
import type { Clause } from "./report";

interface Details {
  "ben-ready": Record<string, never>;
  "ben-progress": { phase: "read"; done: number; total: number };
  "ben-file-read": { rows: number; columns: number; findings: number };
  /** First of what is in view, then of `all`. */
  "ben-rendered": { indicators: string[]; all: boolean };
  "ben-filter-change": { clauses: Clause[] };
  "ben-publish": Record<string, never>;
  /** Something left the page: `image`, `table`, `workbook`, `slides`, `print`, `copy-image`, `copy-table` or `copy-text`. */
  "ben-export": { kind: string };
  "ben-error": { code: string; params: Readonly<Record<string, number | string>> };
}

/** Fires one of the element's events. */
export function emit<K extends keyof Details>(target: EventTarget, name: K, detail: Details[K]): void {
  target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
