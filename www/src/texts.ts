// Picks the words of a language.
import type { BenMonitorError } from "./failure";
import type { Lang } from "./format";
import { en } from "./texts.en";
import { nl, type Texts } from "./texts.nl";

export type { Texts } from "./texts.nl";

/** `en` and its variants are English, everything else Dutch. */
export function langOf(tag: string): Lang {
  return tag.toLowerCase().startsWith("en") ? "en" : "nl";
}

export function textsOf(lang: Lang): Texts {
  return lang === "en" ? en : nl;
}

/** The sentence for an error: the core makes its own, those of the page are made here. */
export function errorSentence(error: BenMonitorError, texts: Texts): string {
  return texts.errors[error.code] ?? (error.message !== error.code ? error.message : texts.unknownError);
}
