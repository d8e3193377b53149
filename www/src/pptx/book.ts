// The workbook inside a chart, which PowerPoint opens at "edit data": one sheet of texts and real numbers. A text can
// never become a formula: it is written as text, and where it begins like one it is marked as quoted. What is hidden is
// an empty cell.

import { address, cellXml, isLikeFormula, QUOTED as QUOTE, SHEET_MAIN, SHEET_TYPE } from "../office/cells";
import { contentTypes, HEAD, RELATION, relations } from "../office/xml";
import { type Entry, zip } from "../office/zip";
import { theme } from "./theme";

export type Cell = string | number | null;

/** The styles: plain, quoted text, percentage. */
const QUOTED = 1;
const PERCENT = 2;

/** `percent`: the columns of fractions, from 0. */
export function book(rows: Cell[][], percent: ReadonlySet<number>): Promise<Uint8Array> {
  const files: Entry[] = [
    { path: "[Content_Types].xml", content: TYPES },
    { path: "_rels/.rels", content: relations([["officeDocument", "xl/workbook.xml"]]) },
    { path: "xl/workbook.xml", content: WORKBOOK },
    {
      path: "xl/_rels/workbook.xml.rels",
      content: relations([
        ["worksheet", "worksheets/sheet1.xml"],
        ["styles", "styles.xml"],
        ["theme", "theme/theme1.xml"],
      ]),
    },
    { path: "xl/theme/theme1.xml", content: theme },
    { path: "xl/styles.xml", content: STYLES },
    { path: "xl/worksheets/sheet1.xml", content: sheet(rows, percent) },
  ];
  return zip(files);
}

function sheet(rows: Cell[][], percent: ReadonlySet<number>): string {
  const written = rows.map((cells, row) => {
    const inside = cells.map((cell, place) => cellOf(cell, address(row, place), percent.has(place)));
    return `<row r="${row + 1}">${inside.join("")}</row>`;
  });
  const widths = '<cols><col min="1" max="1" width="42" customWidth="1"/></cols>';
  return `${HEAD}<worksheet xmlns="${SHEET_MAIN}">${widths}<sheetData>${written.join("")}</sheetData></worksheet>`;
}

function cellOf(cell: Cell, at: string, isPart: boolean): string {
  if (cell === null) return "";
  if (typeof cell === "number") return cellXml(cell, at, isPart ? PERCENT : 0);
  return cellXml(cell, at, isLikeFormula(cell) ? QUOTED : 0);
}

const TYPES = contentTypes([
  ["xl/workbook.xml", `${SHEET_TYPE}.sheet.main+xml`],
  ["xl/worksheets/sheet1.xml", `${SHEET_TYPE}.worksheet+xml`],
  ["xl/styles.xml", `${SHEET_TYPE}.styles+xml`],
  ["xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"],
]);

const WORKBOOK = `${HEAD}<workbook xmlns="${SHEET_MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const XF = (more: string) => `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"${more}/>`;
const STYLES = `${HEAD}<styleSheet xmlns="${SHEET_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">${XF("")}${XF(QUOTE)}${XF(' applyNumberFormat="1"').replace('numFmtId="0"', 'numFmtId="9"')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
