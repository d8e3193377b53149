// The one kind of error that the element gives: a code, parameters, and a position where there is one.
// Never a piece of the file.

/** Where in a file, as a spreadsheet program counts. */
export interface Position {
  row: number;
  column?: number;
}

/** An error as plain data, for its way from the worker to the page. */
export interface FailureData {
  code: string;
  /** A sentence for people; empty when the page is to make it from the code. */
  message: string;
  params: Record<string, number | string>;
  position?: Position | undefined;
  /** Name of the file that was being read. Shown on the screen, never part of an event. */
  source?: string | undefined;
}

/** What `load` and its like reject with. */
export class BenMonitorError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, number | string>>;
  readonly position: Position | undefined;
  readonly source: string | undefined;

  constructor(data: FailureData) {
    super(data.message || data.code);
    this.name = "BenMonitorError";
    this.code = data.code;
    this.params = data.params;
    this.position = data.position;
    this.source = data.source;
  }
}

/** A failure of the page itself: a code, and what the sentence needs. */
export function failure(code: string, params: Record<string, number | string> = {}): BenMonitorError {
  return new BenMonitorError({ code, message: "", params });
}

/** What was thrown, as plain data: the core's own errors, a file that is gone, and else a crash. */
export function failureData(thrown: unknown, source?: string): FailureData {
  if (thrown instanceof DOMException) return { code: "element.unreadable", message: "", params: {}, source };
  const error = thrown as Partial<FailureData> & { name?: string };
  if (error?.name !== "BenMonitorError" || typeof error.code !== "string") {
    return { code: "element.crashed", message: "", params: {}, source };
  }
  const { code, message = "", params = {}, position } = error;
  return { code, message, params: { ...params }, position, source: source ?? error.source };
}

/** Whatever was thrown on the page as an error with a code. */
export function asFailure(thrown: unknown): BenMonitorError {
  return thrown instanceof BenMonitorError ? thrown : new BenMonitorError(failureData(thrown));
}
