// The master and the layouts: what a person finds who makes a slide beside these, or restyles them all at once.
import { esc, HEAD } from "../office/xml";
import type { StoryTexts } from "../story/texts";
import { PLACES, paragraph, type Shape, shape, TREE } from "./shapes";
import { NAMES } from "./xml";

/** Names of the parts that people see in PowerPoint. */
export interface LayoutNames {
  opening: string;
  message: string;
  mark: string;
  /** What stands in empty places, and what they are called. */
  parts: StoryTexts["parts"];
  lang: string;
  /** The figures are not to be shared: its mark stands out. */
  isInternal: boolean;
}

const MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const BACKGROUND =
  '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
const INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"';

/** Letters of one level: size in hundredths of a point. */
function level(tag: string, size: number, colour: string, more = "", bold = false): string {
  return `<a:${tag} marL="0" indent="0" algn="l"${more}><a:spcBef><a:spcPts val="600"/></a:spcBef><a:buNone/><a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:${tag}>`;
}

export function first(size: number, colour: string, algn = "l", bold = false): string {
  return `<a:lvl1pPr marL="0" indent="0" algn="${algn}"><a:buNone/><a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr>`;
}

/** Of the source. LibreOffice takes it from the slide alone. */
export const FOOT = first(1100, "tx2");

/** The places that all slides share: source below, number beside it. */
function common({ parts, lang }: LayoutNames): Shape[] {
  return [
    {
      id: 5,
      name: parts.source,
      holds: 'type="ftr" sz="quarter" idx="11"',
      box: PLACES.foot,
      body: `${INSETS} anchor="ctr"`,
      style: FOOT,
      content: paragraph([], lang),
    },
    {
      id: 6,
      name: parts.number,
      holds: 'type="sldNum" sz="quarter" idx="12"',
      box: PLACES.number,
      body: `${INSETS} anchor="ctr"`,
      style: first(1200, "tx2", "r"),
      content: numberField(lang),
    },
  ];
}

/** The number of the slide, kept right by the program. */
export function numberField(lang: string, text = "‹#›"): string {
  return `<a:p><a:fld id="{6F0B3A4C-52D1-4E0B-9B0C-6C0B2A9D1E10}" type="slidenum"><a:rPr lang="${lang}"/><a:t>${text}</a:t></a:fld></a:p>`;
}

/** A thin line above the source. */
const RULE = `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="9" name="Line"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr><a:xfrm><a:off x="548640" y="6172200"/><a:ext cx="11109960" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:schemeClr val="accent3"/></a:solidFill></a:ln></p:spPr></p:cxnSp>`;

export function master(names: LayoutNames): string {
  const { parts, lang } = names;
  const shapes: Shape[] = [
    {
      id: 2,
      name: parts.title,
      holds: 'type="title"',
      box: PLACES.title,
      body: `${INSETS} anchor="b"`,
      content: paragraph([], lang),
    },
    {
      id: 3,
      name: parts.text,
      holds: 'type="body" idx="1"',
      box: PLACES.figure,
      body: INSETS,
      content: paragraph([], lang),
    },
    ...common(names),
  ];
  const body = [1, 2, 3, 4, 5].map((depth) => level(`lvl${depth}pPr`, 1800, "tx1")).join("");
  const others = [1, 2, 3, 4, 5].map((depth) => level(`lvl${depth}pPr`, 1800, "tx1")).join("");
  return `${HEAD}<p:sldMaster ${NAMES}><p:cSld>${BACKGROUND}<p:spTree>${TREE}${shapes.map(shape).join("")}${RULE}</p:spTree></p:cSld>${MAP}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles><p:titleStyle>${level("lvl1pPr", 2800, "tx1", "", true)}</p:titleStyle><p:bodyStyle>${body}</p:bodyStyle><p:otherStyle>${others}</p:otherStyle></p:txStyles></p:sldMaster>`;
}

/** Who may see it, above the title. */
function markPlace({ mark: name, isInternal, lang }: LayoutNames): Shape {
  return {
    id: 8,
    name,
    holds: 'type="body" sz="quarter" idx="13"',
    box: PLACES.mark,
    body: `${INSETS} anchor="ctr"`,
    style: first(1400, isInternal ? "accent5" : "accent1", "r", true),
    content: paragraph([{ text: name }], lang),
  };
}

export function openingLayout(names: LayoutNames): string {
  const { parts, lang } = names;
  return layout("title", names.opening, [
    {
      id: 2,
      name: parts.title,
      holds: 'type="ctrTitle"',
      box: PLACES.opening,
      body: 'anchor="b"',
      style: first(4400, "tx1", "l", true),
      content: paragraph([{ text: parts.title }], lang),
    },
    {
      id: 3,
      name: parts.text,
      holds: 'type="subTitle" idx="1"',
      box: PLACES.about,
      style: first(2000, "tx1"),
      content: paragraph([{ text: parts.text }], lang),
    },
    markPlace(names),
    ...common(names),
  ]);
}

export function messageLayout(names: LayoutNames): string {
  const { parts, lang } = names;
  return layout("obj", names.message, [
    { id: 2, name: parts.title, holds: 'type="title"', content: paragraph([{ text: parts.title }], lang) },
    {
      id: 4,
      name: parts.text,
      holds: 'type="body" sz="quarter" idx="14"',
      box: PLACES.sentence,
      body: INSETS,
      style: first(1800, "tx2"),
      content: paragraph([{ text: parts.text }], lang),
    },
    {
      id: 7,
      name: parts.measure,
      holds: 'type="body" sz="quarter" idx="15"',
      box: PLACES.measure,
      body: INSETS,
      style: first(1200, "tx2"),
      content: paragraph([{ text: parts.measure }], lang),
    },
    {
      id: 3,
      name: parts.chart,
      holds: 'idx="1"',
      box: PLACES.figure,
      content: paragraph([], lang),
    },
    markPlace(names),
    ...common(names),
  ]);
}

function layout(type: string, name: string, shapes: Shape[]): string {
  return `${HEAD}<p:sldLayout ${NAMES} type="${type}" preserve="1"><p:cSld name="${esc(name)}"><p:spTree>${TREE}${shapes.map(shape).join("")}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

/** The page of notes: the slide above, the text below it. */
export function notesMaster({ parts, lang }: LayoutNames): string {
  const image = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${parts.slide}"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="857250"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr></p:sp>`;
  const text = shape({
    id: 3,
    name: parts.notes,
    holds: 'type="body" sz="quarter" idx="3"',
    box: { x: 685_800, y: 4_343_400, width: 5_486_400, height: 4_114_800 },
    content: paragraph([], lang),
  });
  return `${HEAD}<p:notesMaster ${NAMES}><p:cSld>${BACKGROUND}<p:spTree>${TREE}${image}${text}</p:spTree></p:cSld>${MAP}<p:notesStyle>${level("lvl1pPr", 1200, "tx1")}</p:notesStyle></p:notesMaster>`;
}
