// The core comes in two parts: what the first charts need, and the rest. This puts them together.
import { failure } from "./failure";

/**
 * Sets the rest of the core beside its first part.
 *
 * @throws element.incomplete when they are not of one build
 */
export async function completeCore(rest: WebAssembly.Module, first: object): Promise<void> {
  try {
    await WebAssembly.instantiate(rest, { first: first as WebAssembly.ModuleImports });
  } catch {
    throw failure("element.incomplete");
  }
}
