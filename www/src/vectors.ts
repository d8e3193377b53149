// The browser's vectors (wasm SIMD), for what is asked of every byte. The core does the same without them.
import code from "../generated/find.wasm";

/** What find.wat exports; see Session.setFinder. */
export interface Vectors {
  find(text: number, blocks: number, separator: number, found: number): void;
}

/** For this memory; undefined in a browser without vectors. */
export function vectors(memory: WebAssembly.Memory): Vectors | undefined {
  if (!WebAssembly.validate(code)) return undefined;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { core: { memory } });
  return exports as unknown as Vectors;
}
