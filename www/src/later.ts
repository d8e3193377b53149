// What the first chart can do without. It is fetched as soon as the engine runs and before `ready`, so that nothing
// is asked of the network after that.
import { failure } from "./failure";
import { fetchMeeting } from "./meeting";
import { fetchPublishing } from "./publishing";
import { fetchTexts } from "./texts";

/** The panels that come later. */
export type Later = typeof import("./panels/later");

let arrived: Later | null = null;

/** `null` until they have arrived. */
export function later(): Later | null {
  return arrived;
}

/**
 * Fetches them; `core` is the rest of the core, which they and what they show need. What shows a publication is among
 * them, for who makes one looks at it first.
 *
 * @throws element.incomplete when a file that belongs to the script is not beside it
 */
export async function fetchLater(core: Promise<void>): Promise<Later> {
  try {
    [arrived] = await Promise.all([
      import("./panels/later"),
      fetchTexts("en"),
      core,
      fetchPublishing(),
      fetchMeeting(),
    ]);
    return arrived;
  } catch {
    throw failure("element.incomplete");
  }
}
