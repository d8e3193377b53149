// What goes to the clipboard: a picture, a table that text and spreadsheet programs take as a table, or a picture with
// the words around it. The clipboard is asked at once, within the click; what is made follows.
import type { Cell, Table } from "../table.cells";
import { harmless, linesOf, notesOf, plainCell, tabbed } from "./csv";
import { footOf, imageOf } from "./image";
import { type InView, refusal, tablesOf } from "./view";

/** Pieces of different kinds that are made while the clipboard waits. */
type Pieces = Record<string, Promise<Blob>>;

/** @throws export.not-copied */
async function put(view: InView, pieces: Pieces): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem(pieces)]);
  } catch {
    // What went wrong with the making is told, else that the browser does not want it.
    await Promise.all(Object.values(pieces));
    throw refusal("not-copied", view.lang);
  }
}

export function copyImage(view: InView, index: number, family: string): Promise<void> {
  return put(view, { "image/png": imageOf(view, index, "image/png", family) });
}

export function copyTable(view: InView, index: number): Promise<void> {
  const tables = tablesOf(view, index);
  return put(view, {
    "text/html": text("text/html", htmlOf(view, index, tables)),
    "text/plain": text("text/plain", tabbed(linesOf(view, index, tables))),
  });
}

/** The picture between its words, and for who wants words alone those. */
export function copyText(view: InView, index: number, family: string): Promise<void> {
  const page = imageOf(view, index, "image/png", family)
    .then(encoded)
    .then((source) => new Blob([wordsHtml(view, index, source)], { type: "text/html" }));
  return put(view, { "text/html": page, "text/plain": text("text/plain", wordsOf(view, index).join("\n")) });
}

async function text(type: string, content: string): Promise<Blob> {
  return new Blob([content], { type });
}

function encoded(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

function wordsOf(view: InView, index: number): string[] {
  const { title, subtitle, text, id } = view.report.indicators[index] ?? { id: "" };
  return lines([view.mark, title ?? id, subtitle ?? "", text ?? "", footOf(view, index)]).map(harmless);
}

function wordsHtml(view: InView, index: number, source: string): string {
  const { title, text, id } = view.report.indicators[index] ?? { id: "" };
  const picture = `<p><img src="${source}" alt="${escaped(title ?? id)}" width="720"></p>`;
  const foot = lines([footOf(view, index)]).filter((line) => line !== view.mark);
  // The picture says it too, but programs leave pictures out.
  return `<html lang="${view.lang}"><body>${bold(view.mark)}${lines([text ?? ""])
    .map(paragraph)
    .join("")}${picture}${foot.map(paragraph).join("")}</body></html>`;
}

/** Each line once. */
function lines(all: string[]): string[] {
  return [...new Set(all.flatMap((words) => words.split("\n")))].filter(Boolean);
}

function paragraph(words: string): string {
  return `<p>${escaped(harmless(words))}</p>`;
}

function bold(words: string): string {
  return `<p><b>${escaped(harmless(words))}</b></p>`;
}

/** A table as every program takes it: attributes alone, for styles are left out on the way. */
function htmlOf(view: InView, index: number, tables: Table[]): string {
  const { title, id } = view.report.indicators[index] ?? { id: "" };
  const foot = lines([...notesOf(view, index), footOf(view, index)]);
  return `<html lang="${view.lang}"><body>${bold(view.mark)}${bold(title ?? id)}${tables
    .map(tableHtml)
    .join("")}${foot.map(paragraph).join("")}</body></html>`;
}

function tableHtml({ caption, head, rows }: Table): string {
  const cell = (tag: string, content: Cell, at: number) =>
    `<${tag} align="${at === 0 ? "left" : "right"}">${escaped(plainCell(content, ","))}</${tag}>`;
  const line = (tag: string, cells: Cell[]) =>
    `<tr>${cells.map((one, at) => cell(tag, one, at)).join("")}</tr>`;
  const heading = (cells: Cell[]) => line("th", cells);
  return `${paragraph(caption)}<table border="1" cellspacing="0" cellpadding="4"><thead>${heading(head)}</thead><tbody>${rows
    .map(({ cells, tone }) => (tone === "sum" ? heading(cells) : line("td", cells)))
    .join("")}</tbody></table>`;
}

function escaped(words: string): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
