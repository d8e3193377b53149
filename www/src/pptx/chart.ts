// A chart as PowerPoint and LibreOffice draw it themselves: bars with their values, no legend for one series, no depth.
// A hidden value is a gap.
import { column } from "../office/cells";
import { escWord, HEAD } from "../office/xml";
import type { Bars, Part } from "../story/model";
import type { Cell } from "./book";
import { CHART_NAMES } from "./xml";

/** Sizes of letters, in hundredths of a point. */
const LETTERS = 1400;
const SMALLER = 1200;
/** From so many bars on letters are smaller. */
const MANY = 11;

/** The chart, and the rows of the workbook that it stands on. */
export interface Chart {
  xml: string;
  rows: Cell[][];
  /** Columns of fractions. */
  percent: Set<number>;
}

export function chartOf(bars: Bars, lang: string, shareHead: string): Chart {
  const labels = bars.answers.map(({ label }, place) => labelled(label, bars.parts[place] ?? null));
  const withShares = bars.series.length === 1 && bars.parts.some((part) => part !== null);
  const head: Cell[] = [
    bars.heading,
    ...bars.series.map(({ name }) => name),
    ...(withShares ? [shareHead] : []),
  ];
  const rows = labels.map((label, place) => [
    label,
    ...bars.series.map(({ values }) => values[place] ?? null),
    ...(withShares ? [bars.parts[place]?.value ?? null] : []),
  ]);
  const percent = new Set(bars.of === "share" ? bars.series.map((_, place) => place + 1) : [2]);
  return { xml: chartXml(bars, labels, lang), rows: [head, ...rows], percent };
}

/** The part behind the answer, so that it stays with it when somebody restyles the chart. */
function labelled(label: string, part: Part | null): string {
  return part === null ? label : `${label} · ${part.words}`;
}

function chartXml(bars: Bars, labels: string[], lang: string): string {
  const series = bars.series.map((_, place) => seriesXml(bars, place, labels)).join("");
  const legend =
    bars.series.length > 1
      ? `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${letters(LETTERS, "tx1")}</c:legend>`
      : "";
  return `${HEAD}<c:chartSpace ${CHART_NAMES}><c:date1904 val="0"/><c:lang val="${lang}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="${bars.stands ? "col" : "bar"}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="${gapOf(bars)}"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>${answersAxis(bars)}${valuesAxis(bars)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${letters(sizeOf(bars), "tx1")}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

/** Between bars, in hundredths of their width: few bars are no planks. */
function gapOf({ answers, series, stands }: Bars): number {
  if (series.length > 1) return 60;
  return stands || answers.length > 6 ? 40 : answers.length > 3 ? 80 : 160;
}

function sizeOf({ answers, series }: Bars): number {
  return answers.length * series.length > MANY ? SMALLER : LETTERS;
}

function seriesXml(bars: Bars, place: number, labels: string[]): string {
  const one = bars.series[place];
  if (!one) return "";
  const letter = column(place + 1);
  const last = labels.length + 1;
  const format = bars.of === "share" ? "0%" : "#,##0";
  const soft = bars.answers
    .map(({ soft }, at) => (soft && place === 0 && bars.series.length === 1 ? softPoint(at) : ""))
    .join("");
  return `<c:ser><c:idx val="${place}"/><c:order val="${place}"/><c:tx><c:strRef><c:f>Sheet1!$${letter}$1</c:f>${texts([one.name])}</c:strRef></c:tx>${fill(place === 0 ? "accent1" : "accent2")}<c:invertIfNegative val="0"/>${soft}<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${letters(sizeOf(bars), "tx1", true)}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${last}</c:f>${texts(labels)}</c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$${letter}$2:$${letter}$${last}</c:f>${numbers(one.values, format)}</c:numRef></c:val></c:ser>`;
}

/** What is not known, or not over, in grey. */
function softPoint(place: number): string {
  return `<c:dPt><c:idx val="${place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${fill("accent3")}</c:dPt>`;
}

function fill(colour: string): string {
  return `<c:spPr><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill></c:spPr>`;
}

function texts(all: string[]): string {
  const points = all.map((text, place) => `<c:pt idx="${place}"><c:v>${escWord(text)}</c:v></c:pt>`);
  return `<c:strCache><c:ptCount val="${all.length}"/>${points.join("")}</c:strCache>`;
}

/** A hidden one has no point at all. */
function numbers(all: (number | null)[], format: string): string {
  const points = all.map((value, place) =>
    value === null ? "" : `<c:pt idx="${place}"><c:v>${value}</c:v></c:pt>`,
  );
  return `<c:numCache><c:formatCode>${format}</c:formatCode><c:ptCount val="${all.length}"/>${points.join("")}</c:numCache>`;
}

/** Lying bars are read from the top down. */
function answersAxis(bars: Bars): string {
  const { stands } = bars;
  return `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="${stands ? "minMax" : "maxMin"}"/></c:scaling><c:delete val="0"/><c:axPos val="${stands ? "b" : "l"}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></c:spPr>${letters(sizeOf(bars), "tx1")}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
}

/** From zero, and not drawn: the values stand at the bars. */
function valuesAxis({ stands, of }: Bars): string {
  return `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="${stands ? "l" : "t"}"/><c:numFmt formatCode="${of === "share" ? "0%" : "#,##0"}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`;
}

function letters(size: number, colour: string, bold = false): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`;
}
