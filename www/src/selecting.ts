// Which cases are shown, against which others, and the way back and forth. Data only: it asks nobody and draws nothing.
import type { ReportRequest, Settings } from "./protocol";
import type { Clause, Mark } from "./report";

export type Against = NonNullable<ReportRequest["against"]>;
export type Choice = NonNullable<Mark["choice"]>;

/** A selection, and what stands beside it. */
export interface Selected {
  filter: Clause[];
  against: Against | null;
}

export const EVERYTHING: Selected = { filter: [], against: null };

/** Further than this nobody goes back. */
const DEEPEST = 50;

/** The selections that were shown, in the order in which a person made them. */
export class Steps {
  /** Shown. */
  now = EVERYTHING;
  /** Asked for last: what a further click adds to. */
  wanted = EVERYTHING;
  private past: Selected[] = [];
  private future: Selected[] = [];

  get previous(): Selected | undefined {
    return this.past.at(-1);
  }

  get next(): Selected | undefined {
    return this.future.at(-1);
  }

  /** Begins anew: there is nothing to go back to. */
  reset(to: Selected): void {
    this.now = to;
    this.wanted = to;
    this.past = [];
    this.future = [];
  }

  /** This is shown now. */
  shown(selected: Selected): void {
    const { now, previous, next } = this;
    this.now = selected;
    if (selected === previous) {
      this.past.pop();
      this.future.push(now);
    } else if (selected === next) {
      this.future.pop();
      this.past.push(now);
    } else if (!equal(selected, now)) {
      this.past = [...this.past, now].slice(-DEEPEST);
      this.future = [];
    }
  }
}

/** Of one field these values, whatever was chosen of the others; without values the field is left free. */
export function withValues({ filter, against }: Selected, field: string, values: string[]): Selected {
  const next = placed(filter, { field, values });
  if (against === null || against === "rest")
    return { filter: next, against: next.length > 0 ? against : null };
  // What two selections differ in stays with the first; what they share both follow.
  const compared = comparedField({ filter, against }) === field;
  const other = compared ? against.filter : placed(against.filter, { field, values });
  return { filter: next, against: equal(next, other) ? null : { filter: other } };
}

/** With one answer more, or less: several answers of one field mean any of them. */
export function toggled(selected: Selected, { field, value, chosen }: Choice): Selected {
  const before = selected.filter.find((clause) => clause.field === field)?.values ?? [];
  if (before.includes(value))
    return withValues(
      selected,
      field,
      before.filter((one) => one !== value),
    );
  // Chosen as part of something larger, such as a month of a half-year: it alone is meant.
  return withValues(selected, field, chosen ? [value] : [...before, value]);
}

/** The field in which two selections differ. */
export function comparedField({ filter, against }: Selected): string | null {
  if (against === null || against === "rest") return null;
  const differs = (one: Clause, others: Clause[]) =>
    !others.some((other) => other.field === one.field && equal(other.values, one.values));
  const found =
    filter.find((one) => differs(one, against.filter)) ?? against.filter.find((one) => differs(one, filter));
  return found?.field ?? null;
}

/** The core's own JSON; an indicator always keeps showing the whole of its own field. */
export function requestOf(
  { filter, against }: Selected,
  rest: Pick<ReportRequest, "crosstabs" | "referenceDate" | "indicators"> & { settings: Settings },
): ReportRequest {
  return { filter, keepOwn: true, against, ...rest };
}

/** In the place where the field stands already, else last. */
function placed(filter: Clause[], clause: Clause): Clause[] {
  const known = filter.some(({ field }) => field === clause.field);
  const all = known ? filter.map((one) => (one.field === clause.field ? clause : one)) : [...filter, clause];
  return all.filter(({ values }) => values.length > 0);
}

function equal(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
