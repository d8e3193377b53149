// Where presentations and slides come in: the file that makes them, and when it is fetched.
import { failure } from "./failure";

/** The file that presents, and writes slides. */
export type Meeting = typeof import("./meeting/show");

let arrived: Meeting | null = null;

/** @throws element.incomplete when it is not beside the script */
export async function fetchMeeting(): Promise<Meeting> {
  arrived ??= await import("./meeting/show").catch(() => {
    throw failure("element.incomplete");
  });
  return arrived;
}
