// What is asked around a publication: the earlier one from its file, and the same one with answers put together and not.
import { asFailure } from "../../failure";
import type { Lang } from "../../format";
import type { Publication } from "../../publication";
import type { PublishOptions } from "../../publication/make";
import { publishing } from "../../publishing";
import type { Made } from "./outcome";
import { mergedIn } from "./tally";
import { publishTexts } from "./texts";

/** The earlier publication in a file, or a sentence on why there is none. */
export async function earlierIn(
  file: File,
  lang: Lang,
): Promise<{ previous: Publication | null; wrong: string }> {
  try {
    const given = [{ name: file.name, blob: file }];
    const previous = (await publishing()?.publicationAmong(given, false, lang)) ?? null;
    return { previous, wrong: previous ? "" : publishTexts(lang).notEarlier };
  } catch (thrown) {
    return { previous: null, wrong: asFailure(thrown).message };
  }
}

/** Works out what putting together wins and costs: both ways, of all that could be either. */
export async function bothWays(
  core: { protect(wish: PublishOptions): Promise<Publication> },
  wish: PublishOptions,
  made: Made,
): Promise<Made> {
  const way = (keepApart: string[]) => core.protect({ ...wish, keepApart }).catch(() => null);
  const kept = wish.keepApart ?? [];
  const together = kept.length > 0 ? await way([]) : made.publication;
  const merged = mergedIn([made.publication, together]).map(({ indicator }) => indicator);
  const apart = merged.length > 0 ? await way([...new Set([...merged, ...kept])]) : null;
  return { ...made, together, apart };
}
