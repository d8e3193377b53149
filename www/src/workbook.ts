// A workbook in the worker: which of its sheets are read, and each as the text that the session reads. Fetched only
// when there is one.
import type { Session } from "ben-monitor-wasm";
import type { Asked } from "./asked";
import { BenMonitorError, failure } from "./failure";
import type { FileRead, SheetRead, Source } from "./protocol";
import type { Mapping } from "./report";
import type { SheetsAnswer, SheetsOrder } from "./sheets-protocol";

/** What the reading of a workbook needs of the worker. */
export interface Tools {
  lang: string;
  /** A session of its own, that understands files as the one that reads. */
  trial(): Session;
  isStopped(): boolean;
  /** What the reader asked of the network. */
  asked(list: Asked[]): void;
  /** So many cases of the sheet in hand so far. */
  cases(count: number): void;
  file(file: FileRead): void;
}

/** Longest silence of a reader that is still at work, in milliseconds. */
const LONGEST_SILENCE = 30_000;

/** Reads the sheets that were asked for, else those that fit; answers with all sheets. */
export async function readWorkbook(session: Session, source: Source, tools: Tools): Promise<SheetRead[]> {
  const reader = new Reader(tools);
  try {
    const sheets = await look(reader, source.blob, tools);
    await choose(reader, sheets, source.sheets);
    for (const [place, sheet] of sheets.entries()) {
      if (tools.isStopped()) return sheets;
      if (sheet.read) {
        const name = sheets.length === 1 ? source.name : `${source.name}, ${sheet.name}`;
        sheet.rows = await readSheet(reader, place, name, session, tools);
      } else {
        sheet.rows = (await reader.ask({ kind: "count", sheet: place }, "written")).numbers[0] ?? 0;
      }
    }
    return sheets;
  } finally {
    reader.end();
  }
}

/** All sheets, with the fields that each seems to hold and its first rows. */
async function look(reader: Reader, blob: Blob, tools: Tools): Promise<SheetRead[]> {
  const { names, hidden } = await reader.ask({ kind: "open", blob, lang: tools.lang }, "opened");
  const sheets: SheetRead[] = [];
  for (const [place, name] of names.entries()) {
    const sheet: SheetRead = { name, rows: 0, fields: [], read: false, hidden: Boolean(hidden[place]) };
    sheets.push(sheet);
    if (sheet.hidden) continue;
    const head: Uint8Array[] = [];
    const order: SheetsOrder = { kind: "read", sheet: place, head: true };
    const { numbers } = await reader.ask(order, "written", (piece) => head.push(piece));
    sheet.rows = numbers[0] ?? 0;
    sheet.fields = fieldsIn(head, tools);
  }
  return sheets;
}

/** The fields of a sheet that starts like this; none when it holds no case. */
function fieldsIn(head: Uint8Array[], tools: Tools): string[] {
  const trial = tools.trial();
  try {
    trial.begin("");
    for (const piece of head) trial.feed(piece);
    trial.endFile();
    const { columns } = trial.mapping() as Mapping;
    return Object.values(columns).filter((field) => field !== null);
  } catch {
    return [];
  } finally {
    trial.free();
  }
}

async function choose(reader: Reader, sheets: SheetRead[], wanted: string[] | undefined): Promise<void> {
  if (wanted) {
    for (const sheet of sheets) sheet.read = wanted.includes(sheet.name);
    if (!sheets.some(({ read }) => read)) throw reader.refusal("sheets.unknown-sheet");
    return;
  }
  if (sheets.every(({ rows }) => rows === 0)) throw reader.refusal("sheets.empty");
  const fields = sheets.map((sheet) => sheet.fields.join(" "));
  const hidden = Uint8Array.from(sheets, (sheet) => Number(sheet.hidden));
  const { read } = await reader.ask({ kind: "propose", fields, hidden }, "proposed");
  for (const [place, sheet] of sheets.entries()) sheet.read = Boolean(read[place]);
}

/** Answers with the number of filled rows. */
async function readSheet(
  reader: Reader,
  sheet: number,
  name: string,
  session: Session,
  tools: Tools,
): Promise<number> {
  session.begin(name);
  const { numbers } = await reader.ask({ kind: "read", sheet, head: false }, "written", (piece) => {
    if (!tools.isStopped()) tools.cases(session.feed(piece));
  });
  const [rows = 0, , errors = 0] = numbers;
  if (tools.isStopped()) return rows;
  if (errors > 0) session.noteCellErrors(errors, numbers.slice(3));
  const file = session.endFile() as FileRead;
  // The same sheet was there already: it has no place among the sources.
  if (!file.leftOut) tools.file(file);
  return rows;
}

type Answer<K> = Extract<SheetsAnswer, { kind: K }>;

/** The worker that takes the workbook apart. It is ended when it is done, when it fails and when it falls silent. */
class Reader {
  private readonly worker = new Worker(new URL("./ben-monitor-sheets.js", import.meta.url), {
    type: "module",
    name: "ben-monitor-sheets",
  });
  private sentences: Record<string, string> | undefined;

  constructor(private readonly tools: Tools) {}

  /** Gives an order; `take` gets the pieces that come before its answer. */
  ask<K extends SheetsAnswer["kind"]>(
    order: SheetsOrder,
    kind: K,
    take?: (piece: Uint8Array) => void,
  ): Promise<Answer<K>> {
    return new Promise((resolve, reject) => {
      const fail = () => reject(this.refusal("sheets.damaged"));
      let silence = setTimeout(fail, LONGEST_SILENCE);
      this.worker.onerror = fail;
      this.worker.onmessage = ({ data: answer }: MessageEvent<SheetsAnswer>) => {
        clearTimeout(silence);
        try {
          if (answer.kind === kind) resolve(answer as Answer<K>);
          else if (answer.kind === "refused") reject(this.refusal(answer.code));
          else if (answer.kind === "unreachable") reject(failure("element.incomplete"));
          else silence = setTimeout(fail, LONGEST_SILENCE);
          if (answer.kind === "ready") {
            this.sentences = answer.sentences;
            this.tools.asked(answer.asked);
          }
          if (answer.kind === "piece") take?.(answer.bytes);
        } catch (thrown) {
          // The core does not want what it was given.
          clearTimeout(silence);
          reject(thrown);
        }
      };
      this.worker.postMessage(order);
    });
  }

  /** The refusal with its sentence. A reader that never ran has none: its files are not there. */
  refusal(code: string): BenMonitorError {
    if (!this.sentences) return failure("element.incomplete");
    return new BenMonitorError({ code, message: this.sentences[code] ?? "", params: {} });
  }

  end(): void {
    this.worker.terminate();
  }
}
