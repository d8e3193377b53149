// What the worker and the worker that reads workbooks say to each other. Types only.
import type { Asked } from "./asked";

/** One order at a time; each is answered before the next is given. */
export type SheetsOrder =
  | { kind: "open"; blob: Blob; lang: string }
  /** The first rows of a sheet, or all of it; pieces come before the answer. */
  | { kind: "read"; sheet: number; head: boolean }
  /** All of a sheet without its pieces. */
  | { kind: "count"; sheet: number }
  | { kind: "propose"; fields: string[]; hidden: Uint8Array };

export type SheetsAnswer =
  /** It runs; the sentences are for when it runs no more. `asked`: what it asked of the network. */
  | { kind: "ready"; sentences: Record<string, string>; asked: Asked[] }
  | { kind: "opened"; names: string[]; hidden: Uint8Array }
  | { kind: "piece"; bytes: Uint8Array }
  /** Filled rows, columns, cells in error, and the first rows of those. */
  | { kind: "written"; numbers: Uint32Array }
  | { kind: "proposed"; read: Uint8Array }
  | { kind: "refused"; code: string }
  /** Its wasm file is not there. */
  | { kind: "unreachable" };
