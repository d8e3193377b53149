// Finding one's way among the marks of a drawing, with pointer and keys. Pixels only.
import type { Mark } from "../report";

/** How far beside a mark a pointer may be and still mean it, in CSS pixels. */
const REACH = 16;
/** How far the label lies over its mark, so that the pointer can go from one to the other. */
const OVERLAP = 3;

/** The mark at a point, or the nearest within reach; the smallest where several overlap. */
export function markAt(marks: Mark[], x: number, y: number): number | null {
  let best: { place: number; distance: number; area: number } | null = null;
  for (const [place, mark] of marks.entries()) {
    const beside = Math.max(mark.x - x, 0, x - mark.x - mark.width);
    const above = Math.max(mark.y - y, 0, y - mark.y - mark.height);
    const distance = Math.hypot(beside, above);
    const area = mark.width * mark.height;
    if (distance > REACH) continue;
    if (!best || distance < best.distance || (distance === best.distance && area < best.area)) {
      best = { place, distance, area };
    }
  }
  return best?.place ?? null;
}

/** Where a key leads from `place` among so many; `null` when the key does not lead anywhere. */
export function moved(place: number, length: number, key: string): number | null {
  const last = length - 1;
  if (last < 0) return null;
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return Math.min(place + 1, last);
    case "ArrowLeft":
    case "ArrowUp":
      return Math.max(place - 1, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

/** Puts the label above its mark, inside the width of the drawing. */
export function placeTip(tip: HTMLElement, mark: Mark, width: number): void {
  const middle = mark.x + mark.width / 2 - tip.offsetWidth / 2;
  const left = Math.max(0, Math.min(middle, width - tip.offsetWidth));
  tip.style.left = `${left}px`;
  tip.style.top = `${mark.y - tip.offsetHeight + OVERLAP}px`;
}
