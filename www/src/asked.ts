// What this page has asked of the network, as the browser itself tells. No request is made to find out, and nothing is
// kept but what is counted.

/** One request: its address, and when it began in milliseconds since 1970. */
export type Asked = [address: string, at: number];

/** Addresses of what never leaves the browser. */
const INSIDE = /^(blob|data|file):/;

/** Who counts, and from when. */
const counting = new Map<object, number>();
/** Requests of the page from the earliest of these moments. */
let heard: Asked[] = [];
let observer: PerformanceObserver | null = null;

/** From now on all is kept that was asked since a moment; with `null` nothing for this one any more. */
export function countFrom(who: object, since: number | null): void {
  if (since === null) counting.delete(who);
  else counting.set(who, since);
  keep([]);
  if (counting.size === 0) {
    observer?.disconnect();
    observer = null;
  } else if (!observer) {
    // Observed from here on: what a browser keeps by itself is only the first few hundred.
    observer = new PerformanceObserver((list) =>
      keep(list.getEntries().map(({ name, startTime }) => [name, performance.timeOrigin + startTime])),
    );
    observer.observe({ type: "resource", buffered: true });
  }
}

/** Forgets what was before anyone counts. */
function keep(further: Asked[]): void {
  const first = Math.min(...counting.values());
  heard = [...heard, ...further].filter(([, at]) => at >= first);
}

/** All that was asked since a moment, by the page and by its workers. */
export function askedSince(since: number, byWorkers: Asked[]): Asked[] {
  return [...heard, ...byWorkers].filter(([address, at]) => at >= since && !INSIDE.test(address));
}
