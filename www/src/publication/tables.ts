// The tables of a publication: what the report has, what is hidden said to be so, and nothing worked out.
import { html, nothing, type TemplateResult } from "lit";
import { fractionPercent, type Lang, whole } from "../format";
import type { Table as Captioned, Cell } from "../panels/table.cells";
import type { Crosstab, Indicator, Protection, Row, Status } from "../report";
import type { PublicationTexts } from "./texts";

type Table = Omit<Captioned, "caption">;

/** In which words. */
export interface Words {
  own: PublicationTexts;
  lang: Lang;
  protection: Protection;
}

export function table(indicator: Indicator, words: Words): TemplateResult | typeof nothing {
  const made = tableOf(indicator, words);
  if (!made) return nothing;
  const caption = indicator.subtitle ?? indicator.title ?? indicator.id;
  return html`<div class="tables" part="table" tabindex="0" role="group" aria-label=${caption}>
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${made.head.map((text) => html`<th scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${made.rows.map(
          ({ cells: [first, ...rest], tone }) => html`<tr class=${tone ?? ""}>
            <th scope="row">${first && textOf(first)}</th>
            ${rest.map((cell) => html`<td>${textOf(cell)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
    ${notes(indicator, words).map((note) => html`<p class="under">${note}</p>`)}
  </div>`;
}

function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

export function tableOf(indicator: Indicator, words: Words): Table | null {
  const { own } = words;
  switch (indicator.kind) {
    case "distribution":
      return spread(indicator.id === "leeftijd" ? own.age : own.answer, indicator, words, []);
    case "duration": {
      const open = { cells: [own.open, shown(indicator.open, indicator.openStatus, words), ""] };
      return spread(own.band, indicator, words, [{ ...open, tone: "soft" }]);
    }
    case "series":
      return spread(own.period, indicator, words, []);
    case "crosstab":
      return crossed(indicator, words);
    default:
      return null;
  }
}

function spread(
  first: string,
  indicator: Indicator & { rows: Row[] },
  words: Words,
  further: Table["rows"],
): Table {
  const { own, lang } = words;
  const shares = indicator.rows.some(({ share }) => typeof share === "number");
  const cut = <T>(cells: T[]) => (shares ? cells : cells.slice(0, 2));
  const missing = shown(indicator.missing, indicator.missingStatus, words);
  const total = indicator.missingStatus ? own.totalAll : own.total;
  const rows: Table["rows"] = [
    ...indicator.rows.map((row) => ({ cells: [row.label, count(row, words), part(row)] })),
    { cells: [total, wholeOf(indicator.n, lang), ""], tone: "sum" },
    ...further,
    ...(indicator.missing === 0 && !indicator.missingStatus
      ? []
      : [{ cells: [own.unknown, missing, ""], tone: "soft" as const }]),
  ];
  return {
    head: cut([first, own.count, own.share]),
    rows: rows.map((row) => ({ ...row, cells: cut(row.cells) })),
  };
}

function crossed({ columns, rows, total }: Crosstab, words: Words): Table {
  const { own, lang } = words;
  const sum = (value: number | null) => (value === null ? own.hidden : wholeOf(value, lang));
  return {
    head: [own.answer, ...columns.map(({ label }) => label), own.total],
    rows: [
      ...rows.map(({ label, cells, total }) => ({
        cells: [label, ...cells.map((cell) => count(cell, words)), sum(total)],
      })),
      { cells: [own.total, ...columns.map(({ total }) => sum(total)), wholeOf(total, lang)], tone: "sum" },
    ],
  };
}

function wholeOf(value: number, lang: Lang): Cell {
  return { text: whole(value, lang), value, format: "whole" };
}

export function count({ count }: { count: number | null }, { own, lang }: Pick<Words, "own" | "lang">): Cell {
  return count === null ? own.hidden : wholeOf(count, lang);
}

export function shown(
  count: number,
  status: Status | undefined,
  { own, lang }: Pick<Words, "own" | "lang">,
): Cell {
  return status === "hidden" ? own.hidden : wholeOf(count, lang);
}

/** The share as it was published. */
export function part({ share, count }: Pick<Row, "share" | "count">): Cell {
  if (typeof share !== "number" || count === null) return "";
  return { text: fractionPercent(share), value: share, format: "percent" };
}

export function notes(indicator: Indicator, { own, protection }: Words): string[] {
  const hides = JSON.stringify(indicator).includes('"hidden"');
  return [
    hides ? own.legend(protection.smallBelow) : "",
    protection.base ? own.rounded(protection.base) : "",
    indicator.kind === "distribution" && indicator.multiple ? own.multiple : "",
  ].filter(Boolean);
}
