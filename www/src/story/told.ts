// What a story is told of: the released report in view, and in which words. Made of the element, which it only reads.
import type { Lang } from "../format";
import { years } from "../format";
import { later } from "../later";
import type { BenMonitor } from "../monitor";
import type { Publication } from "../publication";
import type { BenMonitorPublication } from "../publication/panel";
import type { Clause, Report, Series } from "../report";
import { langOf, textsOf } from "../texts";
import { type StoryTexts, storyTextsOf } from "./texts";

export interface Told {
  report: Report;
  /** The language of the figures. */
  lang: Lang;
  own: StoryTexts;
  title: string;
  source: string;
  publication: Publication | null;
  isPublic: boolean;
  /** Which of the series is told. */
  unit: Series["unit"];
  /** Ids in the order that was asked for; all when there are none. */
  wanted: string[];
  /** The selection in words. */
  selection: string;
  /** What two selections are called. */
  sides: [string, string] | null;
}

/** `null` when nothing is shown, or not all of it yet. */
export function toldOf(element: BenMonitor): Told | null {
  const { report, published } = element;
  if (!report || isPartial(element)) return null;
  return published ? ofPublication(element, report, published) : ofFiles(element, report);
}

/** Of a large file the first charts stand, and the rest is on its way. */
export function isPartial({ published, shown }: BenMonitor): boolean {
  return !published && shown?.complete === false;
}

function ofFiles(element: BenMonitor, report: Report): Told {
  const lang = element.language;
  const own = storyTextsOf(lang);
  const catalog = element.engine?.catalog(lang);
  const sides = (catalog && later()?.sides(element, report, catalog)) ?? null;
  const words = (filter: Clause[]) =>
    catalog ? (later()?.clausesInWords(element, report, catalog, filter) ?? []) : [];
  const first = words(report.filter)
    .map(({ field, answers }) => own.clause(field, answers))
    .join("; ");
  const { period } = report;
  const texts = textsOf(lang);
  return {
    report,
    lang,
    own,
    title: period ? texts.monitorOf(years(period.from, period.to)) : texts.monitor,
    source: own.files(report.sources.map(({ name }) => name)),
    publication: null,
    isPublic: false,
    unit: element.unit,
    wanted: element.look.indicators,
    selection: sides ? own.besides(sides[0], sides[1]) : first || own.allCases,
    sides,
  };
}

function ofPublication(
  element: BenMonitor,
  report: Report,
  { publication, code }: NonNullable<BenMonitor["published"]>,
): Told {
  const lang = langOf(publication.lang);
  const own = storyTextsOf(lang);
  const state = publication.states.find((one) => one.code === code);
  const { split, title } = publication;
  const panel = element.renderRoot.querySelector<BenMonitorPublication>("ben-monitor-publication");
  const units = report.indicators.flatMap((one) => (one.kind === "series" ? [one.unit] : []));
  return {
    report,
    lang,
    own,
    title,
    source: own.publication(title, publication.made),
    publication,
    isPublic: true,
    unit: units.find((unit) => unit === panel?.unit) ?? units[0] ?? "quarter",
    wanted: element.look.indicators,
    selection: state ? own.clause(split?.label ?? "", [state.label]) : own.allCases,
    sides: null,
  };
}
