// The worker: holds the session with the cases, and answers orders. Knows no page and makes no sentence.
import init, { Session } from "ben-monitor-wasm";
import type { Asked } from "./asked";
import { completeCore } from "./complete";
import { BenMonitorError, failure, failureData } from "./failure";
import type {
  Answer,
  FileRead,
  Order,
  Outcome,
  Refused,
  ReportRequest,
  SheetRead,
  Source,
  WorkbookRead,
} from "./protocol";
import type { Publication } from "./publication";
import type { Comparison, Finding, Mapping, Overlap, Report, Risk, Understanding } from "./report";
import { Gate } from "./turn";
import { type Vectors, vectors } from "./vectors";
import { warmUp } from "./warm";

type Reading = Extract<Order, { kind: "read" }>;

/** Between two reports of progress, in milliseconds. */
const PROGRESS_INTERVAL = 60;

const scope = self as unknown as {
  postMessage(answer: Answer): void;
  onmessage: ((event: MessageEvent<Order>) => void) | null;
};

/** Files that were read. */
interface Held {
  session: Session;
  workbooks: WorkbookRead[];
}

/** What the readers of workbooks asked of the network, which are no more. */
const askedByReaders: Asked[] = [];

function askedAt({ name, startTime }: PerformanceEntry): Asked {
  return [name, performance.timeOrigin + startTime];
}

/** The first part of the core. */
let core: object;
/** Finds separators with vectors, where the browser has them. */
let finder: Vectors | undefined;
/** The rest of it is there. */
const whole = new Gate();
/** The files whose report is shown. */
let current: Held | undefined;
/** Files that are all read; they become the current ones when the page says that it shows their report. */
let offered: (Held & { id: number }) | undefined;
const stopped = new Set<number>();

scope.onmessage = ({ data: order }) => {
  if (order.kind === "stop") {
    if (offered?.id === order.order) offer(undefined);
    else stopped.add(order.order);
    return;
  }
  if (order.kind === "keep") {
    keep(order.order);
    return;
  }
  obey(order).catch((thrown: unknown) => {
    scope.postMessage({ id: order.id, kind: "failed", failure: failureData(thrown) });
  });
};

async function obey(order: Exclude<Order, { kind: "stop" | "keep" }>): Promise<void> {
  if (order.kind === "start") {
    const exported = await init({ module_or_path: order.module });
    core = exported;
    finder = vectors(exported.memory);
    scope.postMessage({ id: order.id, kind: "started" });
  } else if (order.kind === "complete") {
    await completeCore(order.module, core);
    whole.resolve();
    scope.postMessage({ id: order.id, kind: "started" });
    // After what was asked meanwhile.
    setTimeout(() => {
      if (!current && !offered) warmUp();
    });
  } else if (order.kind === "asked") {
    const here = performance.getEntriesByType("resource").map(askedAt);
    scope.postMessage({ id: order.id, kind: "asked", asked: [...askedByReaders, ...here] });
  } else if (order.kind === "read") {
    await read(order);
    stopped.delete(order.id);
  } else {
    const held = current ?? { session: new Session(order.lang), workbooks: [] };
    const { session } = held;
    session.setLang(order.lang);
    if (order.kind === "report") {
      scope.postMessage({
        id: order.id,
        kind: "done",
        outcome: outcome(held, order.request),
        refused: [],
      });
    } else if (order.kind === "publish") {
      const publication = session.publish(order.wish) as Publication;
      scope.postMessage({ id: order.id, kind: "published", publication });
    } else if (order.kind === "risk") {
      scope.postMessage({ id: order.id, kind: "weighed", risk: session.risk() as Risk });
    } else {
      const comparison = session.compare(order.older, order.newer) as Comparison;
      scope.postMessage({ id: order.id, kind: "compared", comparison });
    }
  }
}

/** The day where the person sits, `jjjj-mm-dd`: the core has no clock. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}

async function read(order: Reading): Promise<void> {
  const session = new Session(order.lang);
  try {
    session.setToday(today());
    if (finder) session.setFinder(finder);
    if (order.mapping) session.setMapping(order.mapping);
    const held: Held = { session, workbooks: [] };
    const refused = await readAll(held, order);
    const done = outcome(held, order.request);
    scope.postMessage({ id: order.id, kind: "done", outcome: done, refused });
    offer({ id: order.id, ...held });
  } catch (thrown) {
    session.free();
    scope.postMessage({ id: order.id, kind: "failed", failure: failureData(thrown) });
  }
}

/** Reads what can be read; throws when that is nothing. */
async function readAll(held: Held, order: Reading): Promise<Refused[]> {
  const progress = new Progress(order);
  const refused: Refused[] = [];
  for (const [at, source] of order.sources.entries()) {
    const { files } = progress;
    progress.given = at;
    const failed = await readFile(held, source, at - refused.length, order, progress).catch((thrown) =>
      failureData(thrown, source.name),
    );
    if (progress.isStopped()) throw failure("element.stopped");
    if (!failed) continue;
    // A core that crashed is not to be asked for anything any more.
    const crashed = failed.code === "element.crashed";
    // Sheets of a workbook that was refused halfway are not to be counted.
    if (crashed || progress.files > files || order.sources.length === 1) throw new BenMonitorError(failed);
    refused.push({ at, failure: failed });
  }
  const [first] = refused;
  if (first && refused.length === order.sources.length) throw new BenMonitorError(first.failure);
  return refused;
}

/** Sets a session ready for the page; one that the page did not take is dropped. */
function offer(next: typeof offered): void {
  offered?.session.free();
  offered = next;
}

/** The page shows this report: from now on its cases are the ones that are asked about. */
function keep(id: number): void {
  if (offered?.id !== id) return;
  current?.session.free();
  current = offered;
  offered = undefined;
}

/** By its first bytes, whatever its name: a zip file, or the container of older Office files. */
async function isWorkbook(blob: Blob): Promise<boolean> {
  const start = await blob.slice(0, 4).arrayBuffer();
  if (start.byteLength < 4) return false;
  return [0x504b0304, 0x504b0506, 0xd0cf11e0].includes(new DataView(start).getUint32(0));
}

/** Reads a file; `file` is its place among those that are not refused. */
async function readFile(
  held: Held,
  source: Source,
  file: number,
  order: Reading,
  progress: Progress,
): Promise<void> {
  if (await isWorkbook(source.blob)) {
    const sheets = await readSheets(held.session, source, order, progress);
    held.workbooks.push({ file, name: source.name, sheets });
  } else {
    await readText(held.session, source, progress);
  }
}

async function readSheets(
  session: Session,
  source: Source,
  order: Reading,
  progress: Progress,
): Promise<SheetRead[]> {
  // What a sheet would give is asked of the rest of the core.
  await whole.promise;
  const { readWorkbook } = await import("./workbook").catch(() => {
    throw failure("element.incomplete");
  });
  const sheets = await readWorkbook(session, source, {
    lang: order.lang,
    trial: () => {
      const trial = new Session(order.lang);
      if (order.mapping) trial.setMapping(order.mapping);
      return trial;
    },
    isStopped: () => progress.isStopped(),
    asked: (list) => askedByReaders.push(...list),
    cases: (count) => progress.add(0, count),
    file: (read) => progress.file(read),
  });
  progress.add(source.blob.size, 0);
  return sheets;
}

async function readText(session: Session, { name, blob }: Source, progress: Progress): Promise<void> {
  session.begin(name);
  const reader = blob.stream().getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      if (progress.isStopped()) return;
      const cases = session.feed(chunk.value);
      progress.add(chunk.value.byteLength, cases);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
  const file = session.endFile() as FileRead;
  // The same file was there already: it has no place among the sources.
  if (!file.leftOut) progress.file(file);
}

function outcome({ session, workbooks }: Held, request: ReportRequest): Outcome {
  return {
    workbooks,
    report: (request.quick
      ? session.quickReport(request.referenceDate ?? "", request.indicators.join(" "))
      : session.report(request)) as Report,
    handover: session.handover(),
    ...(request.quick ? UNTOLD : told(session)),
  };
}

/** What a report comes with as long as only the first part of the core is there. */
const UNTOLD: Told = {
  complete: false,
  findings: [],
  mapping: { columns: {}, values: {} },
  understanding: { decisions: [], columns: [], questions: [] },
  overlaps: [],
};

type Told = Pick<Outcome, "complete" | "findings" | "mapping" | "understanding" | "overlaps">;

/** What the core says of the reading. */
function told(session: Session): Told {
  return {
    complete: true,
    findings: session.findings() as Finding[],
    mapping: session.mapping() as Mapping,
    understanding: session.understanding() as Understanding,
    overlaps: session.overlaps() as Overlap[],
  };
}

/** Tells the page how far an order is, now and then. */
class Progress {
  /** Files, and sheets, that were read. */
  files = 0;
  /** The place of the file in hand among those given. */
  given = 0;
  private done = 0;
  private cases = 0;
  private told = performance.now();
  private readonly total: number;

  constructor(private readonly order: Reading) {
    this.total = order.sources.reduce((sum, source) => sum + source.blob.size, 0);
  }

  isStopped(): boolean {
    return stopped.has(this.order.id);
  }

  add(bytes: number, casesInFile: number): void {
    this.done += bytes;
    if (performance.now() - this.told < PROGRESS_INTERVAL) return;
    this.told = performance.now();
    const cases = this.cases + casesInFile;
    scope.postMessage({ id: this.order.id, kind: "progress", done: this.done, total: this.total, cases });
  }

  file(file: FileRead): void {
    this.files += 1;
    this.cases += file.cases;
    scope.postMessage({ id: this.order.id, kind: "file", file: { ...file, given: this.given } });
  }
}
