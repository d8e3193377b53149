// A figure's tables as text that Dutch Excel opens right, and as tab-separated text for the clipboard.
import { isLikeFormula } from "../../office/cells";
import type { Cell, Figure, Table } from "../table.cells";
import { tellsSmall, without } from "./image";
import type { InView } from "./view";

const BOM = "\ufeff";
const LINE_END = "\r\n";
/** Words that no spreadsheet program takes for a formula. */
export function harmless(words: string): string {
  return isLikeFormula(words) ? `'${words}` : words;
}

/** A cell for who calculates further: a number without a mark between its thousands, a comma before its decimals. */
export function plainCell(cell: Cell, comma: string): string {
  if (typeof cell === "string") return harmless(cell);
  const { value, format, text } = cell;
  if (format === "percent") return text;
  return `${rounded(value, format)}`.replace(".", comma);
}

/** As the page rounds it, see `format.ts`: halves up, of a difference without its sign. */
function rounded(value: number, format: Figure["format"]): number {
  if (format === "fine") return Number(value.toPrecision(3));
  if (format === "decimal") return Math.round(value * 10) / 10;
  return format === "change" ? Math.sign(value) * Math.round(Math.abs(value)) : Math.round(value);
}

/** All there is to a figure, a line a row: what it is, its tables, and what they are made from. */
export function linesOf(view: InView, index: number, tables: Table[]): Cell[][] {
  const indicator = view.report.indicators[index];
  if (!indicator) return [];
  const { title, subtitle, id } = indicator;
  const about = [...without(view, indicator), ...view.about].filter(([, words]) => words);
  return [
    [view.mark],
    [title ?? id],
    ...(subtitle ? [[subtitle]] : []),
    ...tables.flatMap(({ caption, head, rows }) => [
      [],
      ...(caption === subtitle ? [] : [[caption]]),
      head,
      ...rows.map(({ cells }) => cells),
    ]),
    [],
    ...notesOf(view, index).map((note) => [note]),
    ...about.map(([name, words]): Cell[] => [name, numberIn(words)]),
  ];
}

/** What a reader of a figure's tables has to know, without the sign that stands at small counts on the page. */
export function notesOf(view: InView, index: number): string[] {
  const indicator = view.report.indicators[index];
  if (!indicator) return [];
  const notes = view.notes(indicator, index).filter((note) => !note.startsWith("○"));
  const small = tellsSmall(view, index) && !view.isPublic ? [view.own.smallBelow] : [];
  return [...notes, ...(indicator.cautions ?? []), ...small];
}

function numberIn(words: string): Cell {
  return /^\d+$/.test(words) ? { text: words, value: Number(words), format: "whole" } : words;
}

export function csvOf(lines: Cell[][]): Blob {
  const quoted = (cell: Cell) => {
    const text = plainCell(cell, ",");
    return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = lines.map((line) => line.map(quoted).join(";") + LINE_END).join("");
  return new Blob([BOM + text], { type: "text/csv;charset=utf-8" });
}

export function tabbed(lines: Cell[][]): string {
  const flat = (cell: Cell) => plainCell(cell, ",").replace(/[\t\r\n]+/g, " ");
  return lines.map((line) => line.map(flat).join("\t")).join(LINE_END);
}
