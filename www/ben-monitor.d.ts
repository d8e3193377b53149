// The types of the package, as a page that uses it sees them. Written by hand, so that they need no other
// package's types.

/** A monitor file, or where it is. */
export type Loadable = File | Blob | ArrayBuffer | string | URL;

/** The report now shown. Keys may be added; none changes its meaning within `@1`. */
export interface Report {
  readonly schema: string;
  readonly cases: { readonly read: number; readonly used: number; readonly excluded: number };
  readonly sources: readonly { readonly name: string; readonly cases: number }[];
  /** ISO date at which open cases are censored. */
  readonly referenceDate: string | null;
  readonly indicators: readonly Indicator[];
  readonly [key: string]: unknown;
}

/** One indicator: `kind` says which keys it has. */
export interface Indicator {
  readonly id: string;
  readonly kind: string;
  /** Cases with a known answer. */
  readonly n: number;
  readonly [key: string]: unknown;
}

/** What was noticed while reading. Never holds a cell's value. */
export interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly field: string | null;
  readonly column: string | null;
  readonly count: number;
  /** The first 20 row numbers as a person sees them in the file. */
  readonly rows: readonly number[];
  readonly [key: string]: unknown;
}

/** Which column holds which field, and how answers are spelled. */
export interface Mapping {
  readonly columns: Readonly<Record<string, string | null>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What `load` rejects with, and the detail of `ben-error`. */
export interface BenMonitorError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, number | string>>;
}

/** `<ben-monitor>`. */
export interface BenMonitor extends HTMLElement {
  /** ISO date at which open cases are censored; the latest date in the data when null. */
  referenceDate: string | null;
  /** Can read a file at once: wasm compiled, worker up. */
  readonly ready: Promise<unknown>;
  readonly report: Report | null;
  readonly findings: readonly Finding[];
  readonly mapping: Mapping | null;
  /** Resolves with the report once its charts are drawn. */
  load(source: Loadable | readonly Loadable[]): Promise<Report>;
  /** Drops the data, ends the worker, frees its memory. */
  forget(): unknown;
}

export interface BenMonitorEventMap {
  "ben-ready": CustomEvent<unknown>;
  "ben-progress": CustomEvent<{ phase: string; done: number; total: number }>;
  "ben-file-read": CustomEvent<{ rows: number; columns: number; findings: number }>;
  "ben-rendered": CustomEvent<{ indicators: readonly string[] }>;
  "ben-error": CustomEvent<{ code: string; params: Readonly<Record<string, number | string>> }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "ben-monitor": BenMonitor;
  }
  interface HTMLElementEventMap extends BenMonitorEventMap {}
}
