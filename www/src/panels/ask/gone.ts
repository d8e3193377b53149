// What a selection asks for that the files do not hold any more, such as the region of a file that was left out.
import type { Clause } from "../../report";
import { type Selected, withValues } from "../../selecting";
import { answersIn, type Known, MISSING } from "./labels";

/** The clauses on answers that no case has, with these answers alone. */
export function gone({ whole }: Known, { filter }: Selected): Clause[] {
  return filter
    .map(({ field, values }) => {
      const rows = answersIn(whole, field);
      const listed = whole?.indicators.some(
        (one) => one.id === field && one.kind === "distribution" && !one.ordered,
      );
      const has = (value: string) => rows.some(({ code }) => code.toLowerCase() === value.toLowerCase());
      return { field, values: listed ? values.filter((value) => value !== MISSING && !has(value)) : [] };
    })
    .filter(({ values }) => values.length > 0);
}

/** The selection without these answers. */
export function without(selected: Selected, clauses: Clause[]): Selected {
  return clauses.reduce((left, { field, values }) => {
    const before = left.filter.find((clause) => clause.field === field)?.values ?? [];
    return withValues(
      left,
      field,
      before.filter((value) => !values.includes(value)),
    );
  }, selected);
}
