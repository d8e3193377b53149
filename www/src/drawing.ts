// Which drawing is made when: those in view first, and each in a task of its own, so that the page stays free in between.

/** What can be drawn: it is asked for, and made when its turn comes. */
export interface Drawable extends HTMLElement {
  /** Draws in so much room, in CSS pixels. */
  draw(width?: number): void;
}

/** Asked for, and not drawn yet. */
const waiting = new Set<Drawable>();
let running = false;
/** Counts what was asked: who was measured before the last one may stand elsewhere by now. */
let asked = 0;
const heard: (() => void)[] = [];

/** Has it drawn when its turn comes. */
export function askDrawing(one: Drawable): void {
  waiting.add(one);
  asked += 1;
  if (!running) run();
}

/** It needs no drawing any more. */
export function dropDrawing(one: Drawable): void {
  waiting.delete(one);
  tell();
}

/** Resolves when nothing waits that is in view, with those of `all` that still wait. */
export async function drawnInView<T extends Drawable>(all: readonly T[]): Promise<T[]> {
  while ([...waiting].some((one) => isInView(one.getBoundingClientRect()))) await nextDrawn();
  return all.filter((one) => waiting.has(one));
}

/** Resolves when none of these waits any more. */
export async function allDrawn(all: readonly Drawable[]): Promise<void> {
  while (all.some((one) => waiting.has(one))) await nextDrawn();
}

function nextDrawn(): Promise<void> {
  return new Promise((resolve) => heard.push(resolve));
}

function tell(): void {
  for (const resolve of heard.splice(0)) resolve();
}

const { port1, port2 } = new MessageChannel();
const paused: (() => void)[] = [];
port1.onmessage = () => paused.shift()?.();

/** The next task: what the browser has to do, and what people do, comes first. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    paused.push(resolve);
    port2.postMessage(null);
  });
}

async function run(): Promise<void> {
  running = true;
  await pause();
  while (waiting.size > 0) {
    // Measured together: between drawings it would have the browser lay out the page again for each.
    const measured = [...waiting].map((one) => ({ one, box: one.getBoundingClientRect() }));
    const inView = measured.filter(({ box }) => isInView(box));
    const before = asked;
    for (const { one, box } of inView.length > 0 ? inView : nearestFirst(measured)) {
      if (asked !== before) break;
      if (!waiting.delete(one)) continue;
      try {
        one.draw(box.width);
      } catch (thrown) {
        // One that cannot be drawn keeps none of the others waiting.
        reportError(thrown);
      }
      tell();
      await pause();
    }
  }
  running = false;
}

/** On paper there is no view: all that waits is drawn before. */
addEventListener("beforeprint", () => {
  for (const one of waiting) one.draw();
  waiting.clear();
  tell();
});

/** In view, or near: what people scroll to stands when they come there. */
function isInView({ top, bottom }: DOMRect): boolean {
  return bottom > -innerHeight && top < 2 * innerHeight;
}

function nearestFirst<T extends { box: DOMRect }>(measured: T[]): T[] {
  const away = ({ top, bottom }: DOMRect) => Math.max(-bottom, top - innerHeight);
  return measured.sort((one, other) => away(one.box) - away(other.box));
}
