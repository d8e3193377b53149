// Cells of a workbook: where they are, and words and numbers in them. Words are always words: none becomes a formula.
import { escWord } from "./xml";

export const SHEET_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/** Types of the parts of a workbook begin so. */
export const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** How words begin that a spreadsheet program would take for a formula, once somebody touches the cell. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export function isLikeFormula(words: string): boolean {
  return FORMULA.test(words);
}

/** Of the style of words that begin like a formula: they were typed as text, and stay so. */
export const QUOTED = ' quotePrefix="1"';

/** `A`, `B`, … `Z`, `AA`, of columns from 0. */
export function column(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : `${column(Math.floor(place / 26) - 1)}${letter}`;
}

/** `A1` of the first row and column, both from 0. */
export function address(down: number, right: number): string {
  return `${column(right)}${down + 1}`;
}

/** A cell with the style of this number. */
export function cellXml(value: string | number, at: string, style: number): string {
  const start = `<c r="${at}"${style === 0 ? "" : ` s="${style}"`}`;
  return typeof value === "number"
    ? `${start}><v>${value}</v></c>`
    : `${start} t="inlineStr"><is><t xml:space="preserve">${escWord(value)}</t></is></c>`;
}
