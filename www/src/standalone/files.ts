// The files of the package within the page that is one file: what `fetch` and `Worker` find there in place of a
// server. Nothing else is found, and nothing is asked of the network.

/** By name, as they stand in `pkg/`. */
export type Files = Readonly<Record<string, Blob>>;

/** Runs first in every worker of the page (`inside.ts`): hands it these files. */
export const INSIDE = "inside.js";

/** From now on they are what `fetch` and `Worker` find. */
export function serve(files: Files): void {
  const find = (address: unknown) => files[`${address}`.split("/").pop() ?? ""];
  const Native = self.Worker;
  Object.assign(self, {
    fetch: async (address: unknown) => {
      const file = find(address);
      if (!file) throw new TypeError("not in this page");
      return new Response(file, { headers: { "content-type": file.type } });
    },
    Worker: class extends Native {
      constructor(address: string | URL, { name }: WorkerOptions = {}) {
        const scripts = [files[INSIDE] ?? "", find(address) ?? ""];
        const source = URL.createObjectURL(new Blob(scripts, { type: "text/javascript" }));
        super(source, name === undefined ? {} : { name });
        this.postMessage(files);
      }
    },
  });
}
