// Reading again when the files do not have a field of the selection any more: that part of the selection is let go.
import { asFailure } from "../../failure";
import { withValues } from "../../selecting";
import { askingTextsOf } from "../../texts/asking";
import type { Host } from "./panel";
import { fieldLabel, type Reading, type Words } from "./words";

/** Reads; answers what was let go of the selection, as a sentence. */
export async function rereadIn(host: Host, next: Reading, words: Words): Promise<string | null> {
  try {
    await host.reread(next);
    return null;
  } catch (thrown) {
    const field = lostField(thrown, host);
    if (field === null) throw thrown;
    await host.select(withValues(host.steps.now, field, []));
    await host.reread(next);
    return askingTextsOf(words.lang).lostField(fieldLabel(words, field));
  }
}

/** The field of the selection that the files do not have. */
function lostField(thrown: unknown, { steps }: Host): string | null {
  const { code, params } = asFailure(thrown);
  const { field } = params;
  if (code !== "request.unknown-field" || typeof field !== "string") return null;
  return steps.now.filter.some((clause) => clause.field === field) ? field : null;
}
