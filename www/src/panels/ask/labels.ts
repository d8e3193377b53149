// What people read for fields, answers and selections, and which answers there are to choose from.
import { enumeration, type Lang } from "../../format";
import type { Catalog, Clause, Distribution, Report, Row, Series } from "../../report";
import { comparedField, type Selected } from "../../selecting";
import type { AskingTexts } from "../../texts/asking";
import { spanOf } from "./periods";

/** The field of periods. */
export const REFERRAL = "aanmelddatum";
/** Problems that come together. */
const TOGETHER = "samenhang";
/** The code of cases without an answer. */
export const MISSING = "onbekend";
/** Answers that say nothing without what they are of. */
const BARE = new Set(["ja", "nee", MISSING]);

/** The figures that labels and choices are taken from. */
export interface Known {
  report: Report;
  /** Of all cases, once they are there. */
  whole: Report | null;
  catalog: Catalog;
  lang: Lang;
  own: AskingTexts;
}

export type Unit = Series["unit"];

/** The fields by which cases can be chosen: those of which the answers are shown. */
export function fieldsOf({ report, whole, catalog }: Known): Distribution[] {
  const known = new Set(catalog.fields.map(({ id }) => id));
  const { indicators } = whole ?? report;
  return indicators.filter((one): one is Distribution => one.kind === "distribution" && known.has(one.id));
}

export function fieldLabel({ report, whole, catalog }: Known, field: string): string {
  const is = ({ id }: { id: string }) => id === field;
  const own = (whole ?? report).indicators.find(is)?.label;
  return own ?? catalog.fields.find(is)?.label ?? catalog.indicators.find(is)?.label ?? field;
}

export function valueLabel(known: Known, field: string, code: string): string {
  if (field === REFERRAL) return periodLabel(known, code);
  if (field === TOGETHER && code !== MISSING) return problemsLabel(known, code);
  const inReports = [known.whole, known.report].flatMap((report) => answersIn(report, field));
  const values = known.catalog.fields.find(({ id }) => id === field)?.values ?? [];
  const label =
    inReports.find((row) => row.code === code)?.label ?? values.find(({ id }) => id === code)?.label;
  return label ?? known.own.rowNames[code] ?? code;
}

/** Problems that come together: all of these, or after `=` these alone. */
function problemsLabel(known: Known, value: string): string {
  const exactly = value.startsWith("=");
  const rows = [known.whole, known.report].flatMap((report) => answersIn(report, TOGETHER));
  const codes = value.slice(exactly ? 1 : 0).split("+");
  const names = codes.map((code) => rows.find((row) => row.code === code)?.label ?? code).join(" + ");
  return exactly ? known.own.only(names) : names;
}

/** The answers of a field that leave cases, within what is chosen of the other fields. */
export function choicesOf({ report }: Known, field: string): Row[] {
  return answersIn(report, field).filter((row) => row.count === null || row.count > 0);
}

/** The rows of a figure by which cases can be chosen. */
export function answersIn(report: Report | null, field: string): Row[] {
  for (const found of report?.indicators ?? []) {
    if (found.id !== field) continue;
    if (found.kind === "distribution") return [...found.rows, ...(found.years ?? [])];
    if (found.kind === "duration" || found.kind === "cooccurrence") return found.rows;
  }
  return [];
}

/** The periods of one length, from the first to the last. */
export function periodsIn(report: Report | null, unit: Unit): Row[] {
  const found = report?.indicators.find((one) => one.kind === "series" && one.unit === unit);
  return found?.kind === "series" ? found.rows : [];
}

const UNITS: Unit[] = ["month", "quarter", "half-year", "year"];

function periodLabel({ report, whole, lang }: Known, code: string): string {
  const rows = [whole, report].flatMap((one) => UNITS.flatMap((unit) => periodsIn(one, unit)));
  return rows.find((row) => row.code === code)?.label ?? spanOf(code, lang);
}

/** A selection in a few words. */
export function nameOf(known: Known, filter: Clause[]): string {
  const words = filter.map(({ field, values }) =>
    enumeration(
      values.map((code) => {
        const label = valueLabel(known, field, code);
        return BARE.has(code) ? known.own.chip(fieldLabel(known, field), label) : label;
      }),
      known.lang,
    ),
  );
  return words.join(", ") || known.own.everything;
}

/** A selection in full: each field with what is chosen of it. */
export function inWords(known: Known, filter: Clause[]): string {
  const words = filter.map(({ field, values }) =>
    known.own.chip(
      fieldLabel(known, field),
      enumeration(
        values.map((code) => valueLabel(known, field, code)),
        known.lang,
      ),
    ),
  );
  return words.join("; ") || known.own.everything;
}

/** What two selections are called beside each other: only what they differ in. */
export function namesOf(known: Known, selected: Selected): [string, string] {
  const { filter, against } = selected;
  if (against === null || against === "rest") return [nameOf(known, filter), known.own.rest];
  const field = comparedField(selected);
  const differing = (clauses: Clause[]) =>
    nameOf(
      known,
      clauses.filter((clause) => clause.field === field),
    );
  return [differing(filter), differing(against.filter)];
}
