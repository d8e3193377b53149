// A long list of answers made short enough to be read from a distance. As src/charts/fold.rs does for the drawings, save
// that of a publication too only the largest are drawn; nothing of it is added up.
import type { Distribution } from "../report";
import type { Bar } from "./figures";
import type { Told } from "./told";

/** A list of as many answers is drawn whole; of a longer one so many. */
const WHOLE = 14;
const KEPT = 11;

export interface Folded {
  bars: Bar[];
  /** How many answers are in no bar. */
  undrawn: number;
}

export function fold(
  { ordered, multiple, rows }: Distribution,
  bars: Bar[],
  { own, isPublic }: Told,
): Folded {
  if (ordered || bars.length <= WHOLE) return { bars, undrawn: 0 };
  const size = (place: number) => rows[place]?.count ?? -1;
  const places = bars.map((_, place) => place).sort((one, other) => size(other) - size(one) || one - other);
  const kept = new Set(places.slice(0, KEPT));
  const drawn = bars.filter((_, place) => kept.has(place));
  const others = bars.filter((_, place) => !kept.has(place));
  // A case may be in several of them, or one of them is hidden: a sum would be wrong, or give it away.
  if (multiple || isPublic || others.some(({ count }) => count === null)) {
    return { bars: drawn, undrawn: others.length };
  }
  const together = {
    label: own.others(others.length),
    count: others.reduce((sum, { count }) => sum + (count ?? 0), 0),
    base: others[0]?.base ?? 0,
    soft: true,
  };
  return { bars: [...drawn, together], undrawn: 0 };
}
