// What a publication shows and what it hides, counted from the publication itself.
import type { LeftOut, Publication } from "../../publication";
import type { Indicator, Report } from "../../report";

/** Numbers of counts. */
export interface Tally {
  shown: number;
  hidden: number;
}

/** Of the whole publication, or of one of its figures; `null` when that is not in it. */
export function tally({ report, states }: Publication, id?: string): Tally | null {
  const all = [report, ...states.map((state) => state.report)]
    .flatMap(({ indicators }: Report) => indicators)
    .filter((one) => id === undefined || one.id === id);
  if (all.length === 0) return null;
  const counts = all.flatMap(countsOf);
  const hidden = counts.filter((count) => count === null).length;
  return { shown: counts.length - hidden, hidden };
}

/** Each count that a reader may look for; `null` where it is hidden. */
function countsOf(one: Indicator): (number | null)[] {
  const missing = one.missingStatus ? null : one.missing;
  switch (one.kind) {
    case "share":
      return [one.count, missing];
    case "duration":
      return [...one.rows.map(({ count }) => count), one.openStatus ? null : one.open, missing];
    case "distribution":
    case "series":
      return [...one.rows.map(({ count }) => count), missing];
    default:
      return [];
  }
}

/** What is left out for one reason. */
export interface Reason {
  code: string;
  why: string;
  /** A name for each figure, with the states that it is left out of. */
  what: string[];
}

/** By reason, so that the list stays short; the sentences are the core's: `Name: why.` */
export function reasonsOf(leftOut: LeftOut[], name: (id: string) => string): Reason[] {
  const reasons: (Reason & { of: Map<string, string[]> })[] = [];
  for (const { indicator, state, code, text } of leftOut) {
    let reason = reasons.find((one) => one.code === code);
    if (!reason) {
      const why = text.slice(text.lastIndexOf(": ") + 2);
      reason = { code, why: why.charAt(0).toUpperCase() + why.slice(1), what: [], of: new Map() };
      reasons.push(reason);
    }
    const states = reason.of.get(indicator) ?? [];
    reason.of.set(indicator, state ? [...states, state] : states);
  }
  return reasons.map(({ code, why, of }) => ({
    code,
    why,
    what: [...of].map(([id, states]) =>
      states.length > 0 ? `${name(id)} (${states.join(", ")})` : name(id),
    ),
  }));
}

/** What answers are put together, or could be: by figure. */
export function mergedIn(publications: (Publication | null)[]): Publication["merged"] {
  const found: Publication["merged"] = [];
  for (const one of publications.flatMap((publication) => publication?.merged ?? [])) {
    if (found.every(({ indicator }) => indicator !== one.indicator)) found.push(one);
  }
  return found;
}
