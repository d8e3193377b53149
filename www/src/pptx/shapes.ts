// Shapes of slides: where they stand, and text in them.
import { esc } from "../office/xml";

/** In English Metric Units: 914,400 an inch. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const INCH = 914_400;
export const WIDTH = 12_192_000;
export const HEIGHT = 6_858_000;

function inches(x: number, y: number, width: number, height: number): Box {
  return { x: x * INCH, y: y * INCH, width: width * INCH, height: height * INCH };
}

/** Where everything stands, on the layouts and on the slides. */
export const PLACES = {
  opening: inches(0.75, 1.1, 11.8, 1.3),
  about: inches(0.75, 2.7, 11.8, 3.6),
  mark: inches(9.8, 0.3, 2.95, 0.36),
  title: inches(0.6, 0.62, 12.15, 1.0),
  sentence: inches(0.6, 1.7, 12.15, 0.56),
  measure: inches(0.6, 2.28, 12.15, 0.3),
  figure: inches(0.6, 2.65, 12.15, 3.95),
  foot: inches(0.6, 6.82, 11.1, 0.6),
  number: inches(11.75, 6.82, 1.0, 0.6),
};

/** The group that every tree of shapes begins with. */
export const TREE =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

export function at({ x, y, width, height }: Box, tag = "a"): string {
  const rounded = [x, y, width, height].map(Math.round);
  return `<${tag}:xfrm><a:off x="${rounded[0]}" y="${rounded[1]}"/><a:ext cx="${rounded[2]}" cy="${rounded[3]}"/></${tag}:xfrm>`;
}

export interface Run {
  text: string;
  bold?: boolean;
}

/** One paragraph of text. */
export function paragraph(runs: Run[], lang: string): string {
  const written = runs.map(
    ({ text, bold }) =>
      `<a:r><a:rPr lang="${lang}"${bold ? ' b="1"' : ""} dirty="0"/><a:t>${esc(text)}</a:t></a:r>`,
  );
  return `<a:p>${written.join("")}</a:p>`;
}

export interface Shape {
  id: number;
  name: string;
  /** Attributes of its placeholder; none when it is a box of its own. */
  holds?: string;
  /** Where it stands, when the layout does not say so. */
  box?: Box;
  /** Of the text: attributes of the body, and styles of its first level. */
  body?: string;
  style?: string;
  content: string;
}

export function shape({ id, name, holds, box, body = "", style = "", content }: Shape): string {
  const place = box ? `${at(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` : "";
  const [locks, held] = holds
    ? ['<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>', `<p:nvPr><p:ph ${holds}/></p:nvPr>`]
    : ['<p:cNvSpPr txBox="1"/>', "<p:nvPr/>"];
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${esc(name)}"/>${locks}${held}</p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody><a:bodyPr${body && ` ${body}`}><a:normAutofit/></a:bodyPr><a:lstStyle>${style}</a:lstStyle>${content}</p:txBody></p:sp>`;
}
