// What a person changes about how files are read, as a new mapping. No screen, no reading.
import type { Mapping, Wishes } from "../../report";

const NOTHING: Mapping = { columns: {}, values: {} };

/** The column under this heading holds this field; `null` for none. */
export function withColumn(mapping: Mapping | null, heading: string, field: string | null): Mapping {
  const before = mapping ?? NOTHING;
  return { ...before, columns: { ...before.columns, [heading]: field } };
}

/** These spellings mean this answer. */
export function withValues(mapping: Mapping | null, field: string, written: string[], code: string): Mapping {
  const before = mapping ?? NOTHING;
  const said = Object.fromEntries(written.map((text) => [text, code]));
  return { ...before, values: { ...before.values, [field]: { ...before.values[field], ...said } } };
}

/** Rows are read as wished; a wish that is undefined is taken back. */
export function withWish<K extends keyof Wishes>(
  mapping: Mapping | null,
  wish: K,
  value: Wishes[K] | undefined,
): Mapping {
  const { reading: wishes, ...before } = mapping ?? NOTHING;
  const { [wish]: _, ...others } = wishes ?? {};
  const reading = value === undefined ? others : { ...others, [wish]: value };
  return Object.keys(reading).length > 0 ? { ...before, reading } : before;
}

/** One thing that a mapping says. */
export type Choice =
  | { kind: "column"; heading: string; field: string | null }
  | { kind: "value"; field: string; written: string; code: string }
  | { kind: "wish"; wish: keyof Wishes };

/** Everything that a mapping says, one by one. */
export function choicesOf(mapping: Mapping | null): Choice[] {
  if (!mapping) return [];
  const columns = Object.entries(mapping.columns);
  const wishes = Object.keys(mapping.reading ?? {}) as (keyof Wishes)[];
  return [
    ...wishes.map((wish): Choice => ({ kind: "wish", wish })),
    ...columns.map(([heading, field]): Choice => ({ kind: "column", heading, field })),
    ...Object.entries(mapping.values).flatMap(([field, said]) =>
      Object.entries(said).map(([written, code]): Choice => ({ kind: "value", field, written, code })),
    ),
  ];
}

/** The same without that choice. */
export function without(mapping: Mapping, choice: Choice): Mapping {
  if (choice.kind === "wish") return withWish(mapping, choice.wish, undefined);
  if (choice.kind === "column") {
    const { [choice.heading]: _, ...columns } = mapping.columns;
    return { ...mapping, columns };
  }
  const { [choice.written]: _, ...said } = mapping.values[choice.field] ?? {};
  const { [choice.field]: __, ...values } = mapping.values;
  return { ...mapping, values: Object.keys(said).length > 0 ? { ...values, [choice.field]: said } : values };
}
