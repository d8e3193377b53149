// What people hand to `load`, as files with a name. Reads no byte of a file itself.
import { failure } from "./failure";
import type { Source } from "./protocol";

/** One thing that can be loaded. */
export type Loadable = File | Blob | ArrayBuffer | string | URL;

/** The files in the order given; an address is fetched. */
export async function sourcesOf(given: Loadable | readonly Loadable[], unnamed: string): Promise<Source[]> {
  const list = Array.isArray(given) ? given : [given as Loadable];
  if (list.length === 0) throw failure("element.nothing-given");
  return Promise.all(list.map((item: Loadable, index) => sourceOf(item, `${unnamed} ${index + 1}`)));
}

async function sourceOf(item: Loadable, unnamed: string): Promise<Source> {
  if (item instanceof File) return { name: item.name, blob: item };
  if (item instanceof Blob) return { name: unnamed, blob: item };
  if (item instanceof ArrayBuffer) return { name: unnamed, blob: new Blob([item]) };
  if (typeof item === "string" || item instanceof URL) return fetched(new URL(item, document.baseURI));
  throw failure("element.nothing-given");
}

async function fetched(address: URL): Promise<Source> {
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) throw failure("element.unreachable", { status: response?.status ?? 0 });
  const name = address.pathname.split("/").pop() || address.hostname;
  return { name: decoded(name), blob: await response.blob() };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
