// What `save` gives and `restore` takes, and a recept from elsewhere: how a file is read and looked at, no data.
import { failure } from "./failure";
import type { Settings } from "./protocol";
import type { Clause, Mapping } from "./report";
import type { Against, Selected } from "./selecting";

export const STATE_SCHEMA = "ben-monitor/state@1";
export const RECEPT_SCHEMA = "ben-monitor/recept@1";

/** How figures are made and shown; what is left out stays as it is. */
export interface Look {
  /** Bands, profiles, and what shares are of. */
  settings?: Settings;
  referenceDate?: string | null;
  /** Which, in this order; all when there are none. */
  indicators?: string[];
}

/** How a file is read and looked at. */
export interface SavedState extends Required<Look> {
  schema: typeof STATE_SCHEMA;
  mapping: Mapping | null;
  filter: Clause[];
  against: Against | null;
  crosstab: [string, string] | null;
}

/** @throws element.bad-state when it is not something that `save` gave */
export function checkedState(given: unknown): SavedState {
  const state = given as Partial<SavedState> | null;
  if (state?.schema !== STATE_SCHEMA || !Array.isArray(state.filter)) throw failure("element.bad-state");
  return {
    schema: STATE_SCHEMA,
    mapping: state.mapping ? withoutSession(checkedMapping(state.mapping)) : null,
    filter: state.filter,
    against: state.against ?? null,
    crosstab: state.crosstab ?? null,
    settings: state.settings ?? {},
    referenceDate: state.referenceDate ?? null,
    indicators: state.indicators ?? [],
  };
}

/** A selection as it may be kept: without answers in columns of the file's own. */
export function savedSelection({ filter, against }: Selected): Selected {
  const kept = (clauses: Clause[]) => clauses.filter(({ field }) => !isOwn(field));
  const clauses = kept(filter);
  // Beside another first selection it would be another comparison.
  const same = clauses.length === filter.length;
  const whole = against === "rest" || against?.filter.length === kept(against?.filter ?? []).length;
  return { filter: clauses, against: same && whole ? against : null };
}

/** What a recept says beside how a file is read. */
export function lookOf(given: unknown): Look {
  const { settings, referenceDate, indicators } = given as Record<string, unknown>;
  return {
    ...(isObject(settings) && { settings }),
    ...((typeof referenceDate === "string" || referenceDate === null) && { referenceDate }),
    ...(Array.isArray(indicators) && { indicators: indicators.filter((id) => typeof id === "string") }),
  };
}

/** What is set by other than the page's own defaults, for a recept. */
export function saidOf({ settings, referenceDate, indicators }: Required<Look>): Look {
  return {
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(referenceDate && { referenceDate }),
    ...(indicators.length > 0 && { indicators }),
  };
}

/** @throws element.bad-recept when it says nothing of columns, values or reading */
export function checkedMapping(given: unknown): Mapping {
  const mapping = given as (Partial<Mapping> & { settings?: unknown }) | null;
  const schema = (given as { schema?: unknown } | null)?.schema ?? RECEPT_SCHEMA;
  const speaks =
    isObject(mapping) && [mapping.columns, mapping.values, mapping.reading, mapping.settings].some(isObject);
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

/** How a file is read, and how its figures are shown. */
export interface Recept {
  mapping: Mapping;
  look: Look;
}

/** @throws element.bad-recept */
export function checkedRecept(given: unknown): Recept {
  return { mapping: withoutSession(checkedMapping(given)), look: lookOf(given) };
}

/** A recept as given: an object, JSON text in an attribute, or an address. */
export async function receptOf(given: string | object | null): Promise<Recept | null> {
  if (!given) return null;
  if (typeof given !== "string") return checkedRecept(given);
  try {
    if (given.trimStart().startsWith("{")) return checkedRecept(JSON.parse(given));
    const response = await fetch(new URL(given, document.baseURI));
    return checkedRecept(response.ok ? await response.json() : null);
  } catch {
    throw failure("element.bad-recept");
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
