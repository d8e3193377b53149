// What `save` gives and `restore` takes, and a recept from elsewhere: how a file is read and looked at, no data.
import { failure } from "./failure";
import type { Clause, Mapping } from "./report";

export const STATE_SCHEMA = "ben-monitor/state@1";
export const RECEPT_SCHEMA = "ben-monitor/recept@1";

/** How a file is read and looked at. */
export interface SavedState {
  schema: typeof STATE_SCHEMA;
  mapping: Mapping | null;
  filter: Clause[];
  referenceDate: string | null;
  indicators: string[];
}

/** @throws element.bad-state when it is not something that `save` gave */
export function checkedState(given: unknown): SavedState {
  const state = given as Partial<SavedState> | null;
  if (state?.schema !== STATE_SCHEMA || !Array.isArray(state.filter)) throw failure("element.bad-state");
  return {
    schema: STATE_SCHEMA,
    mapping: state.mapping ? withoutSession(checkedMapping(state.mapping)) : null,
    filter: state.filter,
    referenceDate: state.referenceDate ?? null,
    indicators: state.indicators ?? [],
  };
}

/** @throws element.bad-recept when it says nothing of columns, values or reading */
export function checkedMapping(given: unknown): Mapping {
  const mapping = given as Partial<Mapping> | null;
  const schema = (given as { schema?: unknown } | null)?.schema ?? RECEPT_SCHEMA;
  const speaks = isObject(mapping) && [mapping.columns, mapping.values, mapping.reading].some(isObject);
  if (!speaks || schema !== RECEPT_SCHEMA) {
    throw failure("element.bad-recept");
  }
  const { columns = {}, values = {}, reading } = mapping;
  return isObject(reading) ? { columns, values, reading } : { columns, values };
}

/** A mapping as it may be kept: what a person said of identifiers holds for this session only. */
export function withoutSession({ columns, values, reading }: Mapping): Mapping {
  const { clean: _, ...kept } = reading ?? {};
  return Object.keys(kept).length > 0 ? { columns, values, reading: kept } : { columns, values };
}

/** Whether a field is a column of the file's own: its answers are what stands in the cells. */
export function isOwn(field: string): boolean {
  return field.startsWith("eigen_");
}

/** A clause as the world outside may hear it: of a column of the file's own only which it is. */
export function told(clause: Clause): Clause {
  return isOwn(clause.field) ? { ...clause, values: [] } : clause;
}

/** A recept as given: an object, JSON text in an attribute, or an address. */
export async function receptOf(given: string | object | null): Promise<Mapping | null> {
  if (!given) return null;
  if (typeof given !== "string") return withoutSession(checkedMapping(given));
  try {
    if (given.trimStart().startsWith("{")) return withoutSession(checkedMapping(JSON.parse(given)));
    const response = await fetch(new URL(given, document.baseURI));
    return withoutSession(checkedMapping(response.ok ? await response.json() : null));
  } catch {
    throw failure("element.bad-recept");
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
