// What is in view, as it leaves the page: the released report, what draws it, its tables, and how it is marked. Made of
// what the page was given, for a file's figures and for a publication alike.
import type { Painter } from "ben-monitor-wasm";
import { BenMonitorError } from "../../failure";
import { enumeration, type Lang, monthSpan, years } from "../../format";
import { later } from "../../later";
import type { BenMonitor } from "../../monitor";
import type { BenMonitorPublication } from "../../publication/panel";
import { count, part, notes as publicNotes, tableOf } from "../../publication/tables";
import { dayOf, publicationTextsOf } from "../../publication/texts";
import type { Published } from "../../publishing";
import type { Catalog, Indicator, Report, Share } from "../../report";
import { langOf, textsOf } from "../../texts";
import type { Versus } from "../chart";
import type { Cell, Table } from "../table.cells";
import { type LeaveTexts, leaveTextsOf, type RefusalCode } from "./texts";

/** Figures in view. */
export interface InView {
  lang: Lang;
  own: LeaveTexts;
  report: Report;
  painter: Painter;
  catalog: Catalog;
  /** What all of it is called. */
  title: string;
  /** INTERN, or how a publication is protected. Stands on all that leaves. */
  mark: string;
  /** What two selections are called, where there are two. */
  sides: [string, string] | null;
  /** The figures are protected. */
  isPublic: boolean;
  /** What they are of, each with a name: source, period, selection and so on. */
  about: [name: string, words: string][];
  /** Places in the report of the figures that are shown, in their order. */
  shown: number[];
  /** Of a share its count, of how many, and the share; once for each selection. */
  share(indicator: Share, index: number): Cell[][];
  tables(indicator: Indicator, index: number): Table[];
  notes(indicator: Indicator, index: number): string[];
}

export function refusal(code: RefusalCode, lang: Lang): BenMonitorError {
  return new BenMonitorError({
    code: `export.${code}`,
    message: leaveTextsOf(lang).refusals[code],
    params: {},
  });
}

/** `null` while there is nothing, or not all of it yet. */
export function viewOf(element: BenMonitor): InView | null {
  return element.published ? ofPublication(element, element.published) : ofFile(element);
}

/** @throws export.nothing-shown */
export function inView(element: BenMonitor): InView {
  const view = viewOf(element);
  if (!view) throw refusal("nothing-shown", element.language);
  return view;
}

/**
 * The place in the report of the figure with this id; of several with one id the one that is on the page.
 *
 * @throws export.unknown-indicator
 */
export function placeOf({ report, shown, lang }: InView, id: string): number {
  const { indicators } = report;
  const on = shown.find((index) => indicators[index]?.id === id);
  const place = on ?? indicators.findIndex((one) => one.id === id);
  if (place < 0) throw refusal("unknown-indicator", lang);
  return place;
}

function ofFile(element: BenMonitor): InView | null {
  const { shown: of, engine, language: lang, unit } = element;
  const panels = later();
  if (!of?.complete || !engine || !panels) return null;
  const { report, painter } = of;
  const [own, texts, catalog] = [leaveTextsOf(lang), textsOf(lang), engine.catalog(lang)];
  const sides = panels.sides(element, report, catalog);
  const speech = (index: number) => {
    const other = report.against?.indicators[index];
    const versus: Versus | null = other && sides ? { indicator: other, sides } : null;
    return { texts, lang, versus, shareOf: report.shareOf ?? ("known" as const), apart: true };
  };
  const { period } = report;
  return {
    lang,
    own,
    report,
    painter,
    catalog,
    title: period ? texts.monitorOf(years(period.from, period.to)) : texts.monitor,
    mark: own.intern,
    sides,
    isPublic: false,
    about: aboutFile(report, own, lang, panels.selectionWords(element, report, catalog)),
    shown: placesOf(report, unit, []),
    share: (indicator, index) => panels.sharesApart(indicator, speech(index)),
    tables: (indicator, index) => panels.tablesApart(indicator, speech(index)),
    notes: (indicator, index) => panels.notesApart(indicator, speech(index)),
  };
}

function aboutFile(report: Report, own: LeaveTexts, lang: Lang, selection: string): InView["about"] {
  const { sources, period, referenceDate, cases, against } = report;
  const several = sources.length > 1;
  const names = sources.map(({ name, cases: held }) => (several ? own.sourceCases(name, held) : name));
  const counted = own.ofCases(cases.selected, cases.used);
  return [
    [own.source, enumeration(names, lang)],
    [own.period, period ? monthSpan(period.from, period.to, lang) : ""],
    [own.selection, selection],
    [own.cases, against ? own.beside(counted, own.ofCases(against.selected, cases.used)) : counted],
    [own.referenceDate, referenceDate ? own.day(referenceDate) : ""],
  ];
}

function ofPublication(element: BenMonitor, { publication, code }: Published): InView | null {
  const { language: lang, drawing, look } = element;
  const panel = element.renderRoot.querySelector<BenMonitorPublication>("ben-monitor-publication");
  const { report } = element;
  if (!panel?.painter || !drawing || !report?.protection) return null;
  const { protection } = report;
  const [own, texts] = [leaveTextsOf(lang), publicationTextsOf(lang)];
  const state = publication.states.find((one) => one.code === code);
  const caption = (one: Indicator) => one.subtitle ?? one.title ?? one.id;
  const words = { own: texts, lang, protection };
  const { period, regions, title, made, policy } = publication;
  return {
    lang,
    own,
    report,
    painter: panel.painter,
    catalog: drawing.catalog(langOf(publication.lang)),
    title,
    mark: own.protectedBy(texts.badge(policy)),
    sides: null,
    isPublic: true,
    about: [
      [own.source, texts.source(title, dayOf(made, lang))],
      [own.period, monthSpan(period.from, period.to, lang)],
      [own.selection, state?.label ?? (texts.allOf(regions) || texts.all)],
      [own.cases, own.ofCases(report.cases.selected, report.cases.used)],
    ],
    shown: placesOf(report, panel.unit, look.indicators),
    share: (one) => [[count(one, words), count({ count: one.n }, words), part(one)]],
    tables: (indicator) => {
      const made = tableOf(indicator, words);
      return made ? [{ ...made, caption: caption(indicator) }] : [];
    },
    notes: (indicator) => publicNotes(indicator, words),
  };
}

/** The tables of a figure: a share has one of a line. */
export function tablesOf(view: InView, index: number): Table[] {
  const indicator = view.report.indicators[index];
  if (!indicator) return [];
  return indicator.kind === "share" ? [sharesOf(view, [index])] : view.tables(indicator, index);
}

/** Shares under each other. */
export function sharesOf(view: InView, places: number[]): Table {
  const { own, report, sides, catalog } = view;
  const rows = places.flatMap((index) => {
    const one = report.indicators[index];
    if (one?.kind !== "share") return [];
    const name = catalog.indicators.find(({ id }) => id === one.id)?.label ?? one.title ?? one.id;
    return view.share(one, index).map((cells, side) => ({
      cells: [sides ? `${name}: ${sides[side] ?? ""}` : name, ...cells],
    }));
  });
  return { caption: own.shares, head: [own.answer, own.count, own.of, own.share], rows };
}

/** The figures on the page: of the series the one whose periods are chosen. */
function placesOf({ indicators }: Report, unit: string, wanted: string[]): number[] {
  const places = [...indicators.keys()].filter((index) => {
    const one = indicators[index];
    return one && (one.kind !== "series" || one.unit === unit);
  });
  if (wanted.length === 0) return places;
  const rank = (index: number) => wanted.indexOf(indicators[index]?.id ?? "");
  return places.filter((index) => rank(index) >= 0).sort((one, other) => rank(one) - rank(other));
}
