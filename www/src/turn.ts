// Promises that can be settled from outside: one turn of loading, and the promise `ready`.
import type { BenMonitorError } from "./failure";

/** One `load`. A newer one cancels it; what it still brings is thrown away. */
export class Turn {
  /** Set once reading has begun: tells the worker to stop. */
  stopReading: (() => void) | undefined;
  /** Called when its figures begin to be shown. */
  begun: () => void = () => undefined;
  /** Called when this turn has brought what it brings. */
  end: () => void = () => undefined;
  readonly ended = new Promise<void>((resolve) => {
    this.end = resolve;
  });
  private over: BenMonitorError | null = null;
  private reject: ((error: BenMonitorError) => void) | undefined;
  private readonly cancelled = new Promise<never>((_, reject) => {
    this.reject = reject;
  });

  constructor() {
    this.cancelled.catch(() => undefined);
  }

  /** Ends this turn: whoever waits for it gets `error`. */
  cancel(error: BenMonitorError): void {
    if (this.over) return;
    this.over = error;
    this.stopReading?.();
    this.reject?.(error);
  }

  /** For where nothing may come between the look and the act. */
  throwIfCancelled(): void {
    if (this.over) throw this.over;
  }

  /** `work`, unless this turn is cancelled before. */
  orCancelled<T>(work: Promise<T>): Promise<T> {
    // What comes after the end is heard by nobody, and is no unhandled rejection.
    work.catch(() => undefined);
    return Promise.race([this.cancelled, work]);
  }
}

/** A promise with its two ends. A rejection that nobody waits for is no fault of the page. */
export class Gate {
  resolve: () => void = () => undefined;
  reject: (error: BenMonitorError) => void = () => undefined;
  readonly promise = new Promise<void>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor() {
    this.promise.catch(() => undefined);
  }
}

/** Resolves when the browser has painted; at once in a page that nobody sees. */
export function afterPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // A page that is hidden just now gets no animation frame.
    setTimeout(resolve, 500);
  });
}
