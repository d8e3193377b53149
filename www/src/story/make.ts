// Makes the story of what is told: which slides in which order, and the words of each.
import type { Distribution, Indicator, Row } from "../report";
import { beside, undrawnBeside } from "./beside";
import { figureOf, MOST_PAIRS, MOST_ROWS, pairsOf } from "./figures";
import { fold } from "./fold";
import type { Slide, Story } from "./model";
import { sentencesOf } from "./sentences";
import type { Told } from "./told";

export function storyOf(told: Told): Story {
  const { lang, title, own } = told;
  const protection = protectionOf(told);
  const isInternal = !told.isPublic;
  const mark = isInternal ? own.mark : own.publicMark;
  return {
    lang,
    title,
    about: aboutOf(told, protection),
    mark,
    protection,
    isInternal,
    slides: slidesOf(told),
  };
}

/** As the page tells it. */
function protectionOf({ publication, own }: Told): string {
  return publication ? own.publicly(publication.policy.minimum, publication.policy.base) : own.internal;
}

/** How many cases; of two selections of each. */
export function countedOf({ report, own }: Told): string {
  const { cases, against } = report;
  const counted = own.cases(cases.selected, cases.used);
  return against ? own.besides(counted, own.cases(against.selected, cases.used)) : counted;
}

function aboutOf(told: Told, protection: string): Story["about"] {
  const { report, own, source, selection } = told;
  const { period, referenceDate } = report;
  const lines: [string, string][] = [
    [own.source, source],
    [own.period, period ? own.span(period.from, period.to) : ""],
    [own.number, countedOf(told)],
    [own.selection, selection],
    [own.reference, referenceDate ? own.day(referenceDate) : ""],
    [own.protection, protection],
  ];
  return lines.filter(([, words]) => words);
}

/** Those in view, in the order of the report or in the one that was asked for. */
function slidesOf(told: Told): Slide[] {
  const { report, unit, wanted } = told;
  const shown = report.indicators
    .map((indicator, index) => ({ indicator, index }))
    .filter(({ indicator: one }) => one.kind !== "series" || one.unit === unit)
    .filter(({ indicator: { id } }) => wanted.length === 0 || wanted.includes(id));
  if (wanted.length > 0) {
    shown.sort((one, other) => wanted.indexOf(one.indicator.id) - wanted.indexOf(other.indicator.id));
  }
  return shown.map(({ indicator, index }) => slideOf(indicator, index, told));
}

function slideOf(indicator: Indicator, index: number, told: Told): Slide {
  const { title = indicator.id, subtitle = "", text = "" } = indicator;
  const figure = figureOf(indicator, index, told);
  return {
    key: keyOf(indicator),
    indicator,
    index,
    title,
    measure: subtitle,
    selection: told.selection === told.own.allCases ? "" : told.selection,
    sentence: sentenceFor(indicator, title, text),
    figure,
    foot: [...numbersOf(indicator, index, told), told.own.from(told.source)].join(" · "),
    caution: (indicator.cautions ?? []).join(" "),
    undrawn: undrawnOf(indicator, index, told),
    notes: notesOf(indicator, index, told),
  };
}

/** Not what the title says already. Of periods the last tells most: which of them is the busiest. */
function sentenceFor({ kind }: Indicator, title: string, text: string): string {
  const sentences = sentencesOf(text).filter((sentence) => sentence !== `${title}.`);
  return (kind === "series" ? sentences.at(-1) : sentences[0]) ?? "";
}

function keyOf(indicator: Indicator): string {
  return indicator.kind === "crosstab"
    ? `${indicator.id} ${indicator.row} ${indicator.column}`
    : indicator.id;
}

/** How many, and how many unknown; of two selections each by its name. */
function numbersOf(indicator: Indicator, index: number, { own, report, sides }: Told): string[] {
  const other = report.against?.indicators[index];
  if (!other || !sides) return numbersOfOne(indicator, own);
  return [indicator, other].map((one, side) => `${sides[side] ?? ""}: ${numbersOfOne(one, own).join(", ")}`);
}

function numbersOfOne(indicator: Indicator, own: Told["own"]): string[] {
  const { n, missing, missingStatus } = indicator;
  const open = indicator.kind === "duration" && indicator.openStatus !== "hidden" ? indicator.open : 0;
  return [
    own.n(n),
    missingStatus === "hidden" ? own.missingHidden : missing > 0 ? own.missing(missing) : "",
    open > 0 ? own.open(open) : "",
  ].filter(Boolean);
}

/** What is said of it, of how many it is, by which rules, and all answers in words. */
function notesOf(indicator: Indicator, index: number, told: Told): string[] {
  const { own, source } = told;
  const { subtitle = "", text = "", cautions = [] } = indicator;
  return [
    text,
    subtitle,
    numbersOf(indicator, index, told).join(" · "),
    ...cautions.map(own.remark),
    undrawnOf(indicator, index, told),
    ...besides(indicator, index, told).flatMap(([one, name]) => answersOf(one, name, told)),
    own.from(source),
    protectionOf(told),
  ].filter(Boolean);
}

/** What does not fit in the bars, or the rows, of a slide. */
function undrawnOf(indicator: Indicator, index: number, told: Told): string {
  const { own, report } = told;
  const other = report.against?.indicators[index];
  if (other) {
    const undrawn = beside(indicator, other, told) ? undrawnBeside(indicator, other) : 0;
    return undrawn > 0 ? own.undrawn(undrawn) : "";
  }
  if (indicator.kind === "distribution") {
    const bars = indicator.rows.map(({ label, count }) => ({ label, count }));
    const { undrawn } = fold(indicator, bars, told);
    return undrawn > 0 ? own.undrawn(undrawn) : "";
  }
  if (indicator.kind === "cooccurrence") {
    const undrawn = indicator.pairs.length - MOST_PAIRS;
    return undrawn > 0 ? own.pairsUndrawn(undrawn) : "";
  }
  const rows = indicator.kind === "crosstab" || indicator.kind === "threads" ? indicator.rows.length : 0;
  return rows > MOST_ROWS ? own.rowsLeft(rows - MOST_ROWS) : "";
}

/** The indicator; of two selections that of each, with what they are called. */
function besides(indicator: Indicator, index: number, { report, sides }: Told): [Indicator, string][] {
  const other = report.against?.indicators[index];
  return other && sides
    ? [
        [indicator, sides[0]],
        [other, sides[1]],
      ]
    : [[indicator, ""]];
}

/** Each answer with its count, and of a group its rule. */
function answersOf(indicator: Indicator, name: string, { own }: Told): string[] {
  const listed = (head: string, rows: Row[]) => {
    const told = rows.map(({ label, count }) => `${label}: ${count ?? own.hidden}`).join("; ");
    return `${[name, head].filter(Boolean).join(". ")}. ${told}.`;
  };
  if (indicator.kind === "cooccurrence")
    return indicator.pairs.length > 0 ? [listed(own.allPairs, pairsOf(indicator))] : [];
  if (indicator.kind !== "distribution" && indicator.kind !== "duration") return [];
  return [listed(own.all, indicator.rows), ...rulesOf(indicator, own)];
}

function rulesOf(indicator: Pick<Distribution, "rows">, own: Told["own"]): string[] {
  const rules = indicator.rows.flatMap(({ label, rule }) => (rule ? [`${label}: ${rule}`] : []));
  return rules.length > 0 ? [`${own.rules}. ${rules.join("; ")}.`] : [];
}
