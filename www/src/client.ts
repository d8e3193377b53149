// The page's side of the conversation with the worker: an order goes out, a promise comes back.
import type { Asked } from "./asked";
import { BenMonitorError, failure } from "./failure";
import type { Answer, FileRead, Order, Outcome, Refused, ReportRequest, Source, ToPublish } from "./protocol";
import type { Publication } from "./publication";
import type { Comparison, Mapping, Risk } from "./report";

/** What is heard while files are being read. */
export interface ReadingListener {
  progress(done: number, total: number, cases: number): void;
  file(file: FileRead): void;
}

/** What an order brings: figures with the files that were refused, a comparison, the risk, or a publication. */
type Brought =
  | { outcome: Outcome; refused: Refused[] }
  | { comparison: Comparison }
  | { risk: Risk }
  | { asked: Asked[] }
  | { publication: Publication }
  | undefined;

interface Pending {
  resolve(brought: Brought): void;
  reject(error: Error): void;
  listener: ReadingListener | undefined;
}

/** What a worker is to whoever speaks with it. */
type Port = Pick<Worker, "postMessage" | "onmessage" | "onerror" | "onmessageerror" | "terminate">;

type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;

/** A worker with a session in it. */
export class Client {
  private readonly worker: Port;
  private readonly pending = new Map<number, Pending>();
  private last = 0;
  /** It runs: what goes wrong now is not its address. */
  private started = false;
  /** Why there is no worker any more. */
  private ended: Error | null = null;

  /** @throws what the browser throws when it refuses the script at once, as of another origin */
  constructor(url: URL, Kind: new (url: URL, options: WorkerOptions) => Port = Worker) {
    this.worker = new Kind(url, { type: "module", name: "ben-monitor" });
    this.worker.onmessage = (event: MessageEvent<Answer>) => this.hear(event.data);
    const lost = () => this.end(failure(this.started ? "element.crashed" : "element.worker"));
    this.worker.onerror = lost;
    this.worker.onmessageerror = lost;
  }

  async start(module: WebAssembly.Module, lang: string): Promise<void> {
    await this.order({ kind: "start", module, lang }).answer;
    this.started = true;
  }

  /** Hands over the rest of the core. */
  async complete(module: WebAssembly.Module): Promise<void> {
    await this.order({ kind: "complete", module }).answer;
  }

  /** Reads files into a new session, which takes the place of the earlier one at `keep`. */
  read(
    sources: Source[],
    mapping: Mapping | null,
    request: ReportRequest,
    lang: string,
    listener: ReadingListener,
  ): { answer: Promise<{ outcome: Outcome; refused: Refused[] }>; stop(): void; keep(): void } {
    const { id, answer } = this.order({ kind: "read", sources, mapping, request, lang }, listener);
    const stop = () => this.send({ kind: "stop", order: id });
    const keep = () => this.send({ kind: "keep", order: id });
    return { answer: answer as Promise<{ outcome: Outcome; refused: Refused[] }>, stop, keep };
  }

  async report(request: ReportRequest, lang: string): Promise<Outcome> {
    const { answer } = this.order({ kind: "report", request, lang });
    return ((await answer) as { outcome: Outcome }).outcome;
  }

  /** What changed between two files, by their numbers. */
  async compare(older: number, newer: number, lang: string): Promise<Comparison> {
    const { answer } = this.order({ kind: "compare", older, newer, lang });
    return ((await answer) as { comparison: Comparison }).comparison;
  }

  /** How recognisable the children in the files are. */
  async risk(lang: string): Promise<Risk> {
    return ((await this.order({ kind: "risk", lang }).answer) as { risk: Risk }).risk;
  }

  /** What it asked of the network. */
  async asked(): Promise<Asked[]> {
    return ((await this.order({ kind: "asked" }).answer) as { asked: Asked[] }).asked;
  }

  /** Protected figures; their hash is still empty. */
  async publish(wish: ToPublish, lang: string): Promise<Publication> {
    const { answer } = this.order({ kind: "publish", wish, lang });
    return ((await answer) as { publication: Publication }).publication;
  }

  /** Ends the worker: the only way in which its memory is really given back. */
  end(reason: Error): void {
    this.ended ??= reason;
    this.worker.terminate();
    const waiting = [...this.pending.values()];
    this.pending.clear();
    for (const { reject } of waiting) reject(reason);
  }

  private order(order: WithoutId<Order>, listener?: ReadingListener) {
    const id = this.send(order);
    const answer = new Promise<Brought>((resolve, reject) => {
      if (this.ended) reject(this.ended);
      else this.pending.set(id, { resolve, reject, listener });
    });
    return { id, answer };
  }

  private send(order: WithoutId<Order>): number {
    this.last += 1;
    this.worker.postMessage({ id: this.last, ...order });
    return this.last;
  }

  private hear(answer: Answer): void {
    const waiting = this.pending.get(answer.id);
    if (!waiting) return;
    if (answer.kind === "progress") {
      waiting.listener?.progress(answer.done, answer.total, answer.cases);
    } else if (answer.kind === "file") {
      waiting.listener?.file(answer.file);
    } else {
      this.pending.delete(answer.id);
      if (answer.kind === "failed") waiting.reject(new BenMonitorError(answer.failure));
      else waiting.resolve(answer.kind === "started" ? undefined : answer);
    }
  }
}
