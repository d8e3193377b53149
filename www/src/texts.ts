// Picks the words of a language.
import type { BenMonitorError } from "./failure";
import type { Lang } from "./format";
import { nl, type Texts } from "./texts.nl";

export type { Texts } from "./texts.nl";

/** `en` and its variants are English, everything else Dutch. */
export function langOf(tag: string): Lang {
  return tag.toLowerCase().startsWith("en") ? "en" : "nl";
}

/** Dutch is always there. */
let en: Texts | undefined;

/** Fetches the words of a language; at once when they are there. */
export async function fetchTexts(lang: Lang): Promise<void> {
  if (lang === "en") en ??= (await import("./texts.en")).en;
}

/** Whether the words of a language are there. */
export function hasTexts(lang: Lang): boolean {
  return lang === "nl" || en !== undefined;
}

/** The words of a language; Dutch ones as long as those are not there. */
export function textsOf(lang: Lang): Texts {
  return (lang === "en" ? en : nl) ?? nl;
}

/** The sentence for an error: the core makes its own, those of the page are made here. */
export function errorSentence(error: BenMonitorError, texts: Texts): string {
  return texts.errors[error.code] ?? (error.message !== error.code ? error.message : texts.unknownError);
}
