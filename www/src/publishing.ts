// Where publications come in: which is shown, and when the file that shows them is fetched.
import { failure } from "./failure";
import type { Source } from "./protocol";
import type { Publication } from "./publication";
import type { Report } from "./report";

/** The file that shows publications. */
export type Publishing = typeof import("./publication/show");

/** A publication, and which of its states is in view; all cases when the code is empty. */
export interface Published {
  publication: Publication;
  code: string;
}

let arrived: Publishing | null = null;

/** `null` until it has arrived. */
export function publishing(): Publishing | null {
  return arrived;
}

/** @throws element.incomplete when it is not beside the script */
export async function fetchPublishing(): Promise<Publishing> {
  arrived ??= await import("./publication/show").catch(() => {
    throw failure("element.incomplete");
  });
  return arrived;
}

/** Whether one of the files is called JSON: only these are looked into. */
export function mayHoldPublication(given: readonly Source[]): boolean {
  return given.some(({ name, blob }) => /json/i.test(name + blob.type));
}

/** The figures in view. */
export function reportInView({ publication, code }: Published): Report {
  return publication.states.find((state) => state.code === code)?.report ?? publication.report;
}
