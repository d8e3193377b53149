// The slides, each with its notes.
import { esc, HEAD } from "../office/xml";
import type { Grid, Slide, Story } from "../story/model";
import type { StoryTexts } from "../story/texts";
import { FOOT, numberField } from "./master";
import { at, PLACES, paragraph, shape, TREE } from "./shapes";
import { CHART_DATA, CHART_NAMES, NAMES, TABLE_DATA } from "./xml";

const TAGS = { nl: "nl-NL", en: "en-GB" };

export function tagOf({ lang }: Pick<Story, "lang">): string {
  return TAGS[lang];
}

export function openingSlide(story: Story, own: StoryTexts): string {
  const { title, about } = story;
  const lang = tagOf(story);
  const lines = about.map(([label, words]) =>
    paragraph([{ text: `${label}  `, bold: true }, { text: words }], lang),
  );
  return slide([
    shape({
      id: 2,
      name: own.parts.title,
      holds: 'type="ctrTitle"',
      content: paragraph([{ text: title }], lang),
    }),
    shape({ id: 3, name: own.parts.text, holds: 'type="subTitle" idx="1"', content: lines.join("") }),
    ...around(story, [story.protection], 1, own),
  ]);
}

/** `number`: the place of the slide, from 1. */
export function messageSlide(story: Story, one: Slide, number: number, own: StoryTexts): string {
  const lang = tagOf(story);
  const below = [one.foot, one.undrawn, story.isInternal ? "" : story.protection];
  const foot = [one.caution, below.filter(Boolean).join(" · ")].filter(Boolean);
  return slide([
    shape({
      id: 2,
      name: own.parts.title,
      holds: 'type="title"',
      content: paragraph([{ text: one.title }], lang),
    }),
    shape({
      id: 4,
      name: own.parts.text,
      holds: 'type="body" sz="quarter" idx="14"',
      content: paragraph([{ text: one.sentence }], lang),
    }),
    shape({
      id: 7,
      name: own.parts.measure,
      holds: 'type="body" sz="quarter" idx="15"',
      content: paragraph([{ text: [one.measure, one.selection].filter(Boolean).join(" · ") }], lang),
    }),
    figureXml(one, lang, own),
    ...around(story, foot, number, own),
  ]);
}

function slide(shapes: string[]): string {
  return `${HEAD}<p:sld ${NAMES}><p:cSld><p:spTree>${TREE}${shapes.join("")}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

/** Mark, source and number: on each slide itself, so that they go with it when it is pasted elsewhere. */
function around(story: Story, foot: string[], number: number, own: StoryTexts): string[] {
  const lang = tagOf(story);
  return [
    shape({
      id: 8,
      name: story.mark,
      holds: 'type="body" sz="quarter" idx="13"',
      content: paragraph([{ text: story.mark }], lang),
    }),
    shape({
      id: 5,
      name: own.parts.source,
      holds: 'type="ftr" sz="quarter" idx="11"',
      style: FOOT,
      content: foot.map((text) => paragraph([{ text }], lang)).join(""),
    }),
    shape({
      id: 6,
      name: own.parts.number,
      holds: 'type="sldNum" sz="quarter" idx="12"',
      content: numberField(lang, `${number}`),
    }),
  ];
}

/** What is read aloud in place of the figure. */
export function altOf({ title, measure, sentence, figure }: Slide, own: StoryTexts): string {
  const what = figure?.kind === "grid" ? own.tableAlt : figure?.stands ? own.columnsAlt : own.barsAlt;
  return `${own.chartAlt(what, title, measure)} ${sentence}`.trim();
}

function figureXml(one: Slide, lang: string, own: StoryTexts): string {
  const { figure } = one;
  // What has no figure needs no empty place for one: what it measures stands above.
  if (!figure) return "";
  const alt = esc(altOf(one, own));
  const [name, data, uri] =
    figure.kind === "bars"
      ? [own.parts.chart, `<c:chart ${CHART_NAMES} r:id="rId3"/>`, CHART_DATA]
      : [own.parts.table, tableXml(figure, lang), TABLE_DATA];
  const box = figure.kind === "bars" ? PLACES.figure : { ...PLACES.figure, height: tableHeight(figure) };
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="${name}" descr="${alt}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph idx="1"/></p:nvPr></p:nvGraphicFramePr>${at(box, "p")}<a:graphic><a:graphicData uri="${uri}">${data}</a:graphicData></a:graphic></p:graphicFrame>`;
}

/** Height of a row at most, in EMU. */
const ROW = 420_000;

function rowHeight({ rows }: Grid): number {
  return Math.min(ROW, Math.floor(PLACES.figure.height / (rows.length + 1)));
}

function tableHeight(grid: Grid): number {
  return rowHeight(grid) * (grid.rows.length + 1);
}

/** The first column has the words, and is as wide as three others. */
function tableXml(grid: Grid, lang: string): string {
  const { head, rows } = grid;
  const words = grid.rows.every(({ cells }) => typeof cells[1] === "string") && head.length === 4 ? 2 : 1;
  const parts = head.map((_, place) => (place < words ? 3 : 1));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const columns = parts.map((part) => `<a:gridCol w="${Math.floor((PLACES.figure.width * part) / whole)}"/>`);
  const size = head.length > 7 || rows.length > 9 ? 1200 : head.length > 5 || rows.length > 6 ? 1400 : 1600;
  const row = (cells: (string | number)[], bold: boolean) =>
    `<a:tr h="${rowHeight(grid)}">${cells.map((cell, place) => cellXml(cell, { bold, lang, size, right: place >= words })).join("")}</a:tr>`;
  const written = [row(head, true), ...rows.map(({ cells, sum }) => row(cells, sum ?? false))];
  return `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${columns.join("")}</a:tblGrid>${written.join("")}</a:tbl>`;
}

interface Look {
  bold: boolean;
  lang: string;
  size: number;
  right: boolean;
}

/** A thin line below, no boxes. */
function cellXml(cell: string | number, { bold, lang, size, right }: Look): string {
  const none = ["lnL", "lnR", "lnT"].map((edge) => `<a:${edge} w="0"><a:noFill/></a:${edge}>`).join("");
  const line = `<a:lnB w="9525"><a:solidFill><a:schemeClr val="${bold ? "tx1" : "accent3"}"/></a:solidFill></a:lnB>`;
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="${right ? "r" : "l"}"/><a:r><a:rPr lang="${lang}" sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:rPr><a:t>${esc(String(cell))}</a:t></a:r></a:p></a:txBody><a:tcPr marL="45720" marR="45720" marT="22860" marB="22860" anchor="ctr">${none}${line}<a:noFill/></a:tcPr></a:tc>`;
}

export function notesSlide(story: Story, notes: string[], own: StoryTexts): string {
  const lang = tagOf(story);
  const image = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${own.parts.slide}"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`;
  const text = shape({
    id: 3,
    name: own.parts.notes,
    holds: 'type="body" idx="1"',
    content: notes.map((note) => paragraph([{ text: note }], lang)).join(""),
  });
  return `${HEAD}<p:notes ${NAMES}><p:cSld><p:spTree>${TREE}${image}${text}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}
