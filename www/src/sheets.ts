// The worker that reads workbooks: fetched for the first one that is dropped, ended with it. What goes wrong in here,
// a crash included, ends this worker and nothing else.
import init, { max_file_bytes, propose, sentence, Workbook } from "ben-monitor-sheets-wasm";
import type { Asked } from "./asked";
import type { SheetsAnswer, SheetsOrder } from "./sheets-protocol";

const CODES = [
  "sheets.encrypted",
  "sheets.damaged",
  "sheets.too-large",
  "sheets.not-a-workbook",
  "sheets.empty",
  "sheets.unknown-sheet",
];

const scope = self as unknown as {
  postMessage(answer: SheetsAnswer, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<SheetsOrder>) => void) | null;
};

let workbook: Workbook | undefined;

scope.onmessage = async ({ data: order }) => {
  try {
    scope.postMessage(await obey(order));
  } catch (thrown) {
    // Its own refusals are codes; all else is damage that took the wasm with it.
    scope.postMessage({ kind: "refused", code: typeof thrown === "string" ? thrown : "sheets.damaged" });
  }
};

async function obey(order: SheetsOrder): Promise<SheetsAnswer> {
  if (order.kind === "open") return open(order.blob, order.lang);
  if (order.kind === "propose") return { kind: "proposed", read: propose(order.fields, order.hidden) };
  const tell = (bytes: Uint8Array<ArrayBuffer>) =>
    scope.postMessage({ kind: "piece", bytes }, [bytes.buffer]);
  const numbers =
    order.kind === "read"
      ? workbook?.csv(order.sheet, order.head, tell)
      : workbook?.csv(order.sheet, false, () => undefined);
  return { kind: "written", numbers: numbers ?? new Uint32Array(3) };
}

async function open(blob: Blob, lang: string): Promise<SheetsAnswer> {
  const response = await fetch(new URL("./ben-monitor-sheets_bg.wasm", import.meta.url)).catch(
    () => undefined,
  );
  if (!response?.ok) return { kind: "unreachable" };
  await init({ module_or_path: await response.arrayBuffer() });
  const sentences = Object.fromEntries(CODES.map((code) => [code, sentence(code, lang)]));
  const asked = performance
    .getEntriesByType("resource")
    .map(({ name, startTime }): Asked => [name, performance.timeOrigin + startTime]);
  scope.postMessage({ kind: "ready", sentences, asked });
  if (blob.size > max_file_bytes()) throw "sheets.too-large";
  workbook = new Workbook(new Uint8Array(await blob.arrayBuffer()));
  return { kind: "opened", names: workbook.names(), hidden: workbook.hidden() };
}
