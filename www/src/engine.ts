// Gets the core running: compiles the wasm once a page, starts a worker with it, and makes the page's own
// instance for drawing. No state of what is shown.
import init, { catalog, Painter, standard } from "ben-monitor-wasm";
import { Client } from "./client";
import { completeCore } from "./complete";
import { BenMonitorError, failure } from "./failure";
import type { Catalog } from "./report";

/** The smallest module there is: it compiles wherever wasm is allowed at all. */
const SMALLEST_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** Compiled once for each address, whatever the number of elements. */
const modules = new Map<string, Promise<WebAssembly.Module>>();

/** The rest of the core, for the page's own instance: there is one of that, whatever the number of elements. */
let completed: Promise<unknown> | undefined;

/** The core on the page: what draws. */
export interface Drawing {
  catalog(lang: string): Catalog;
  painter(handover: Uint8Array, lang: string): Painter;
}

/** The core, ready to use: a worker for the cases, and painters for the page. */
export interface Engine extends Drawing {
  client: Client;
  /** Fetches what the first charts do without, for the worker and the page. */
  complete(): Promise<void>;
}

/**
 * Compiles what is needed and starts a worker; where the browser makes none, the page does its work.
 *
 * @param wasmSource address of the wasm file; beside the script when it is null
 * @throws element.policy, element.wasm-unreachable, element.wasm-damaged, element.worker
 */
export async function startEngine(
  wasmSource: string | null,
  lang: string,
  signal: AbortSignal,
): Promise<Engine> {
  const address = addressOf(wasmSource);
  const module = await compiled(address);
  if (signal.aborted) throw failure("element.forgotten");
  const connect = async (Kind?: typeof import("./fallback").PageWorker) => {
    const client = new Client(new URL("./ben-monitor-worker.js", import.meta.url), Kind);
    signal.addEventListener("abort", () => client.end(failure("element.forgotten")));
    await client.start(module, lang);
    return client;
  };
  const [core, client] = await Promise.all([
    init({ module_or_path: module }),
    connect().catch(async (error) => {
      if (signal.aborted) throw error;
      return connect((await import("./fallback")).PageWorker);
    }),
  ]);
  return {
    client,
    complete: async () => {
      const rest = await restOf(address);
      await Promise.all([client.complete(rest), completePage(rest, core)]);
    },
    ...DRAWING,
  };
}

/**
 * The whole core for drawing alone: no worker, for there are no cases.
 *
 * @throws as `startEngine`, but for the worker
 */
export async function startDrawing(wasmSource: string | null): Promise<Drawing> {
  const address = addressOf(wasmSource);
  const [module, rest] = await Promise.all([compiled(address), restOf(address)]);
  await completePage(rest, await init({ module_or_path: module }));
  return DRAWING;
}

const DRAWING: Drawing = {
  catalog: catalogIn,
  painter: (handover, reportLang) => new Painter(handover, reportLang),
};

function addressOf(wasmSource: string | null): URL {
  return wasmSource
    ? new URL(wasmSource, document.baseURI)
    : new URL("./ben-monitor_bg.wasm", import.meta.url);
}

function restOf(address: URL): Promise<WebAssembly.Module> {
  return compiled(new URL("./ben-monitor-later_bg.wasm", address)).catch(() => {
    throw failure("element.incomplete");
  });
}

async function completePage(rest: WebAssembly.Module, core: object): Promise<void> {
  completed ??= completeCore(rest, core);
  await completed;
  // With what the rest says of settings.
  if (!isComplete) catalogs.clear();
  isComplete = true;
}

/** The page's own core is whole: it can draw all there is. */
export function isPageComplete(): boolean {
  return isComplete;
}

let isComplete = false;
/** Asked of the core once for each language. */
const catalogs = new Map<string, Catalog>();

function catalogIn(lang: string): Catalog {
  const known = catalogs.get(lang) ?? {
    ...(catalog(lang) as Catalog),
    ...(isComplete && (standard(lang) as Partial<Catalog>)),
  };
  catalogs.set(lang, known);
  return known;
}

function compiled(address: URL): Promise<WebAssembly.Module> {
  const known = modules.get(address.href);
  if (known) return known;
  const module = compile(address);
  modules.set(address.href, module);
  // What failed may succeed later, when a server is mended.
  module.catch(() => modules.delete(address.href));
  return module;
}

async function compile(address: URL): Promise<WebAssembly.Module> {
  refuseWhenPolicyForbids();
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) throw failure("element.wasm-unreachable", { status: response?.status ?? 0 });
  try {
    // Streaming wants exactly this type; many servers do not know it.
    const streams = response.headers.get("content-type")?.trim().toLowerCase() === "application/wasm";
    return await (streams
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer()));
  } catch (error) {
    throw error instanceof BenMonitorError ? error : failure("element.wasm-damaged");
  }
}

function refuseWhenPolicyForbids(): void {
  try {
    new WebAssembly.Module(SMALLEST_MODULE);
  } catch {
    throw failure("element.policy");
  }
}
