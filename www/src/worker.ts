// The worker: holds the session with the cases, and answers orders. Knows no page and makes no sentence.
import init, { Session } from "ben-monitor-wasm";
import { failure, failureData } from "./failure";
import type { Answer, FileRead, Order, Outcome, ReportRequest } from "./protocol";
import type { Finding, Mapping, Report, Understanding } from "./report";

type Reading = Extract<Order, { kind: "read" }>;

/** Between two reports of progress, in milliseconds. */
const PROGRESS_INTERVAL = 60;

const scope = self as unknown as {
  postMessage(answer: Answer): void;
  onmessage: ((event: MessageEvent<Order>) => void) | null;
};

/** The session whose report is shown. */
let current: Session | undefined;
/** A session whose files are all read; it becomes the current one when the page says that it shows its report. */
let offered: { id: number; session: Session } | undefined;
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
    await init({ module_or_path: order.module });
    scope.postMessage({ id: order.id, kind: "started" });
  } else if (order.kind === "read") {
    await read(order);
    stopped.delete(order.id);
  } else {
    const session = current ?? new Session(order.lang);
    session.setLang(order.lang);
    scope.postMessage({ id: order.id, kind: "done", outcome: outcome(session, order.request) });
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
  let reading: string | undefined;
  try {
    session.setToday(today());
    if (order.mapping) session.setMapping(order.mapping);
    const progress = new Progress(order);
    for (const source of order.sources) {
      reading = source.name;
      await readFile(session, source.name, source.blob, progress);
      if (stopped.has(order.id)) throw failure("element.stopped");
    }
    reading = undefined;
    const done = outcome(session, order.request);
    scope.postMessage({ id: order.id, kind: "done", outcome: done });
    offer({ id: order.id, session });
  } catch (thrown) {
    session.free();
    scope.postMessage({ id: order.id, kind: "failed", failure: failureData(thrown, reading) });
  }
}

/** Sets a session ready for the page; one that the page did not take is dropped. */
function offer(next: typeof offered): void {
  offered?.session.free();
  offered = next;
}

/** The page shows this report: from now on its cases are the ones that are asked about. */
function keep(id: number): void {
  if (offered?.id !== id) return;
  current?.free();
  current = offered.session;
  offered = undefined;
}

async function readFile(session: Session, name: string, blob: Blob, progress: Progress): Promise<void> {
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
  progress.file(file);
}

function outcome(session: Session, request: ReportRequest): Outcome {
  return {
    report: session.report(request) as Report,
    handover: session.handover(),
    findings: session.findings() as Finding[],
    mapping: session.mapping() as Mapping,
    understanding: session.understanding() as Understanding,
  };
}

/** Tells the page how far an order is, now and then. */
class Progress {
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
    this.cases += file.cases;
    scope.postMessage({ id: this.order.id, kind: "file", file });
  }
}
