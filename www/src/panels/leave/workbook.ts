// All tables as a workbook: a sheet that explains, then a sheet for each table, with real numbers.
import type { Indicator } from "../../report";
import type { Cell, Figure, Table } from "../table.cells";
import { notesOf } from "./csv";
import { without } from "./image";
import { type InView, sharesOf } from "./view";
import { type Font, namesOf, type Sheet, type SheetCell, workbook } from "./xlsx";

/** As Excel writes formats. A small count has its ring, and stays a number. */
const FORMATS: Record<Figure["format"], string> = {
  whole: "#,##0",
  decimal: "#,##0.0",
  percent: "0%",
  change: "+#,##0;-#,##0;0",
  fine: '[<0.001]"< "0.001;0.000',
};
const SMALL = '#,##0" ○"';

/** Widths of columns, in letters. */
const FIRST = { least: 18, most: 48 };
const OTHER = { least: 10, most: 26 };

/** A caption of fewer letters says too little by itself. */
const SHORT = 12;

/** A table with what it is about. */
interface Page {
  /** What its sheet would be called. */
  name: string;
  title: string;
  table: Table;
  about: [string, string][];
  notes: string[];
}

export function workbookOf(view: InView): Promise<Blob> {
  const { own, mark, title } = view;
  const pages = pagesOf(view);
  const [guide = own.guide, ...names] = namesOf([own.guide, ...pages.map(({ name }) => name)]);
  const sheets = pages.map((page, at) => sheetOf(page, names[at] ?? "", guide, mark));
  return workbook([guideOf(view, guide, pages, names), ...sheets], title, mark);
}

/** In the order of the report; shares together, where the first of them stands. */
function pagesOf(view: InView): Page[] {
  const { report, own, catalog } = view;
  const { indicators } = report;
  const shown = new Set(view.shown.map((at) => indicators[at]?.id));
  // Of a series all periods, also those that are not chosen on the page.
  const places = [...indicators.keys()].filter(
    (at) => view.shown.includes(at) || (indicators[at]?.kind === "series" && shown.has(indicators[at]?.id)),
  );
  const shares = places.filter((at) => indicators[at]?.kind === "share");
  return places.flatMap((at) => {
    const one = indicators[at];
    if (!one) return [];
    if (one.kind === "share") {
      if (at !== shares[0]) return [];
      const notes = [...new Set(shares.flatMap((place) => notesOf(view, place)))];
      const about = view.about.filter(([what]) => what === own.period || what === own.selection);
      return [{ name: own.shares, title: own.shares, table: sharesTable(view, shares), about, notes }];
    }
    const name = one.label ?? catalog.indicators.find(({ id }) => id === one.id)?.label ?? one.id;
    const about = without(view, one);
    return view.tables(one, at).map((table, place) => ({
      name: sheetName(view, one, name, place === 0 ? "" : table.caption),
      title: one.title ?? name,
      table,
      about,
      notes: notesOf(view, at),
    }));
  });
}

/** Shares under each other, and of each how many have no answer: no line below the table could say it of all. */
function sharesTable(view: InView, places: number[]): Table {
  const { own, report } = view;
  const { caption, head, rows } = sharesOf(view, places);
  const without = places.flatMap((index) =>
    [report, ...(view.sides && report.against ? [report.against] : [])].map(({ indicators }): Cell => {
      const { missing = 0, missingStatus } = indicators[index] ?? {};
      if (missingStatus === "hidden") return own.notShown;
      return { text: `${missing}`, value: missing, format: "whole" };
    }),
  );
  return {
    caption,
    head: [...head, own.missing],
    rows: rows.map((row, at) => ({ ...row, cells: [...row.cells, without[at] ?? ""] })),
  };
}

/** What a sheet would be called: of further tables of a figure by what they hold. */
function sheetName({ own }: InView, one: Indicator, name: string, caption: string): string {
  if (caption) return caption.length < SHORT ? `${name}, ${caption.toLowerCase()}` : caption;
  return one.kind === "series" ? own.perUnit(name, one.unit) : name;
}

function sheetOf({ title, table, about, notes }: Page, name: string, guide: string, mark: string): Sheet {
  const { caption, head, rows } = table;
  const heading = head.map(
    (value, at): SheetCell => ({ value, font: "bold", ruled: true, wrap: at > 0, end: at > 0 }),
  );
  const above: SheetCell[][] = [
    [{ value: mark, font: "mark" }],
    [{ value: title, font: "title" }],
    [{ value: caption, font: "soft" }],
    heading,
  ];
  const told = about.filter(([, words]) => words);
  return {
    name,
    frozen: above.length,
    widths: widthsOf(table),
    rows: [
      ...above,
      ...rows.map(({ cells, tone }) =>
        cells.map((cell) => written(cell, tone === "sum" ? "bold" : (tone ?? "plain"))),
      ),
      [],
      ...told.map(([what, words]): SheetCell[] => [{ value: what, font: "soft" }, numberIn(words)]),
      ...notes.map((value): SheetCell[] => [{ value, font: "soft" }]),
      [{ value: guide, font: "link", leads: guide }],
    ],
  };
}

function written(cell: Cell, font: Font): SheetCell {
  if (typeof cell === "string") return { value: cell, font };
  return { value: cell.value, font, number: cell.small ? SMALL : FORMATS[cell.format] };
}

function numberIn(words: string): SheetCell {
  return /^\d+$/.test(words)
    ? { value: Number(words), font: "soft", number: FORMATS.whole }
    : { value: words, font: "soft" };
}

function widthsOf({ head, rows }: Table): number[] {
  return head.map((heading, at) => {
    const { least, most } = at === 0 ? FIRST : OTHER;
    const letters = rows.map(({ cells }) => {
      const cell = cells[at] ?? "";
      return (typeof cell === "string" ? cell : cell.text).length;
    });
    // A heading over numbers is broken over lines; its longest word is not.
    const words = at === 0 ? [heading.length] : heading.split(" ").map(({ length }) => length);
    return Math.min(most, Math.max(least, ...words, ...letters) + 2);
  });
}

/** What the figures are of, by which rules, and what is where. */
function guideOf(view: InView, name: string, pages: Page[], names: string[]): Sheet {
  const { own, mark, title, about, report, isPublic } = view;
  const rules = [
    own.ruleN,
    !isPublic && report.shareOf === "all" ? own.ruleAll : own.ruleKnown,
    isPublic ? own.ruleHidden : own.ruleRounded,
    isPublic ? "" : own.ruleSmall,
  ];
  const line = (value: string): SheetCell[] => [{ value }];
  return {
    name,
    frozen: 0,
    widths: [34, 70],
    rows: [
      [{ value: mark, font: "mark" }],
      [{ value: title, font: "title" }],
      [],
      ...about
        .filter(([, words]) => words)
        .map(([what, words]): SheetCell[] => [
          { value: what, font: "bold" },
          { value: words, wrap: true },
        ]),
      [],
      [{ value: own.rules, font: "bold" }],
      ...rules.filter(Boolean).map(line),
      [],
      [{ value: own.sheets, font: "bold" }],
      ...pages.map(({ table }, at): SheetCell[] => {
        const to = names[at] ?? "";
        return [{ value: to, font: "link", leads: to }, { value: table.caption }];
      }),
    ],
  };
}
