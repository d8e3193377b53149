// What this page has asked of the network, as the browser itself tells. No request is made to find out.

/** One request: its address, and when it began in milliseconds since 1970. */
export type Asked = [address: string, at: number];

/** Addresses of what never leaves the browser. */
const INSIDE = /^(blob|data|file):/;

/** Those of the page. */
const heard: Asked[] = [];

// Observed from here on: what a browser keeps by itself is only the first few hundred.
new PerformanceObserver((list) => {
  for (const { name, startTime } of list.getEntries()) heard.push([name, performance.timeOrigin + startTime]);
}).observe({ type: "resource", buffered: true });

/** All that was asked since a moment, by the page and by its workers. */
export function askedSince(since: number, byWorkers: Asked[]): Asked[] {
  return [...heard, ...byWorkers].filter(([address, at]) => at >= since && !INSIDE.test(address));
}
