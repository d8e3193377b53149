// Fails to compile when the element no longer is what the package's types promise. Never run.
import type { BenMonitor as Made } from "../src/monitor";
import type { BenMonitor as Promised } from "./ben-monitor";

export const keepsItsPromise = (made: Made): Promised => made;
