// A workbook (Office Open XML, ECMA-376) of sheets with words, numbers and links: what our tables need and no more.
// Words are always words: nothing in it is a formula. Of sheets and tables it knows no meaning.
import { address, cellXml, isLikeFormula, QUOTED, SHEET_MAIN, SHEET_TYPE } from "../../office/cells";
import {
  contentTypes,
  esc,
  escWord,
  HEAD,
  PROPERTIES,
  PROPERTIES_RELATION,
  PROPERTIES_TYPE,
  RELATION,
  relations,
  writable,
} from "../../office/xml";
import { zip } from "../../office/zip";

/** Longest name of a sheet. */
const LONGEST = 31;

export type Font = "plain" | "bold" | "title" | "soft" | "mark" | "link";

/** How a cell looks. `number` is a format as Excel writes it. */
export interface Look {
  font?: Font;
  number?: string;
  /** With a line below it. */
  ruled?: boolean;
  wrap?: boolean;
  /** On the side of the numbers. */
  end?: boolean;
}

export interface SheetCell extends Look {
  value: string | number;
  /** Name of the sheet that it leads to. */
  leads?: string;
}

export interface Sheet {
  name: string;
  rows: SheetCell[][];
  /** In letters. */
  widths: number[];
  /** So many rows stay in view; none for 0. */
  frozen: number;
}

/** In the order of [`FONTS`]. */
const FONT_NAMES: Font[] = ["plain", "bold", "title", "soft", "mark", "link"];
const FONTS = [
  '<sz val="11"/><color rgb="FF1B2430"/>',
  '<b/><sz val="11"/><color rgb="FF1B2430"/>',
  '<b/><sz val="14"/><color rgb="FF1B2430"/>',
  '<sz val="11"/><color rgb="FF566271"/>',
  '<b/><sz val="11"/><color rgb="FF8A4B00"/>',
  '<u/><sz val="11"/><color rgb="FF0B6672"/>',
];

/** Makes the file; `header` stands above every printed page. Names of sheets are as `namesOf` gives them. */
export async function workbook(sheets: Sheet[], title: string, header: string): Promise<Blob> {
  const looks = new Looks();
  const written = sheets.map((sheet, at) => sheetXml(sheet, looks, header, at === 0));
  const part = (at: number) => `worksheets/sheet${at + 1}.xml`;
  const files: [string, string][] = [
    ["[Content_Types].xml", typesOf(sheets.map((_, at) => part(at)))],
    [
      "_rels/.rels",
      relations([
        ["officeDocument", "xl/workbook.xml"],
        [PROPERTIES_RELATION, "docProps/core.xml"],
      ]),
    ],
    ["docProps/core.xml", properties(title)],
    ["xl/workbook.xml", bookXml(sheets.map(({ name }) => name))],
    [
      "xl/_rels/workbook.xml.rels",
      relations([
        ...sheets.map((_, at): [string, string] => ["worksheet", part(at)]),
        ["styles", "styles.xml"],
      ]),
    ],
    ["xl/styles.xml", looks.xml()],
    ...written.map((xml, at): [string, string] => [`xl/${part(at)}`, xml]),
  ];
  return new Blob([await zip(files.map(([path, content]) => ({ path, content })))], {
    type: `${SHEET_TYPE}.sheet`,
  });
}

/** The names as sheets may have them: short, each its own, without the signs that a reference needs. */
export function namesOf(wanted: string[]): string[] {
  const taken = new Set<string>(["history"]);
  return wanted.map((name) => {
    const clean =
      writable(name)
        .replace(/[[\]:*?/\\]/g, " ")
        .replaceAll("'", "")
        .replace(/\s+/g, " ")
        .trim() || "–";
    for (let again = 1; ; again += 1) {
      const end = again > 1 ? ` (${again})` : "";
      const made = `${cut(clean, LONGEST - end.length)}${end}`;
      if (taken.has(made.toLowerCase())) continue;
      taken.add(made.toLowerCase());
      return made;
    }
  });
}

/** So many UTF-16 units at most, as Excel counts them; no pair of them is split. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();
}

/** The looks of cells, each once. */
class Looks {
  private readonly numbers: string[] = [];
  private readonly looks = new Map<string, number>();

  constructor() {
    this.of({});
  }

  /** Its number. */
  of(
    { font = "plain", number = "", ruled = false, wrap = false, end = false }: Look,
    guarded = false,
  ): number {
    if (number && !this.numbers.includes(number)) this.numbers.push(number);
    const format = number ? FIRST_FORMAT + this.numbers.indexOf(number) : 0;
    const fontAt = FONT_NAMES.indexOf(font);
    const quoted = guarded ? QUOTED : "";
    const xml = `<xf numFmtId="${format}" fontId="${fontAt}" fillId="0" borderId="${ruled ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"${quoted}><alignment vertical="top"${end ? ' horizontal="right"' : ""}${wrap ? ' wrapText="1"' : ""}/></xf>`;
    const known = this.looks.get(xml) ?? this.looks.size;
    this.looks.set(xml, known);
    return known;
  }

  xml(): string {
    const formats = this.numbers.map(
      (code, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${escWord(code)}"/>`,
    );
    const fonts = FONTS.map((font) => `<font>${font}<name val="Calibri"/><family val="2"/></font>`);
    const line = '<bottom style="thin"><color rgb="FF76828F"/></bottom>';
    return `${HEAD}<styleSheet xmlns="${SHEET_MAIN}">${listed("numFmts", formats)}${listed("fonts", fonts)}<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/>${line}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${listed("cellXfs", [...this.looks.keys()])}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}

/** Numbers of formats below this are Excel's own. */
const FIRST_FORMAT = 164;

function listed(name: string, all: string[]): string {
  return all.length > 0 ? `<${name} count="${all.length}">${all.join("")}</${name}>` : "";
}

function sheetXml({ rows, widths, frozen }: Sheet, looks: Looks, header: string, first: boolean): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const below = `A${frozen + 1}`;
  const pane = frozen
    ? `<pane ySplit="${frozen}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/>`
    : "";
  const links = rows.flatMap((row, down) =>
    row.flatMap(({ leads }, right) =>
      leads
        ? [
            `<hyperlink ref="${address(down, right)}" location="${escWord(`'${leads.replaceAll("'", "''")}'!A1`)}"/>`,
          ]
        : [],
    ),
  );
  const body = rows.map((row, down) => {
    const cells = row.map((cell, right) => written(cell, address(down, right), looks));
    // Not every program makes a row as high as its letters.
    const high = row.some(({ font }) => font === "title") ? ' ht="21" customHeight="1"' : "";
    return cells.length > 0 ? `<row r="${down + 1}"${high}>${cells.join("")}</row>` : "";
  });
  return `${HEAD}<worksheet xmlns="${SHEET_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"${first ? ' tabSelected="1"' : ""}>${pane}</sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>${body.join("")}</sheetData>${links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : ""}<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" fitToHeight="0"/><headerFooter><oddHeader>${escWord(`&L${header.replaceAll("&", "&&")}`)}</oddHeader><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>`;
}

function written(cell: SheetCell, at: string, looks: Looks): string {
  const { value } = cell;
  const look = looks.of(cell, typeof value === "string" && isLikeFormula(value));
  if (value === "") return cell.ruled ? `<c r="${at}" s="${look}"/>` : "";
  return cellXml(value, at, look);
}

function bookXml(names: string[]): string {
  const sheets = names.map(
    (name, at) => `<sheet name="${escWord(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${SHEET_MAIN}" xmlns:r="${RELATION}"><sheets>${sheets.join("")}</sheets></workbook>`;
}

function typesOf(sheets: string[]): string {
  return contentTypes([
    ["xl/workbook.xml", `${SHEET_TYPE}.sheet.main+xml`],
    ["xl/styles.xml", `${SHEET_TYPE}.styles+xml`],
    ["docProps/core.xml", PROPERTIES_TYPE],
    ...sheets.map((sheet): [string, string] => [`xl/${sheet}`, `${SHEET_TYPE}.worksheet+xml`]),
  ]);
}

function properties(title: string): string {
  return `${HEAD}<cp:coreProperties xmlns:cp="${PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${esc(title)}</dc:title><dc:creator>BEN-monitor</dc:creator></cp:coreProperties>`;
}
