// Picks the words of asking further.
import type { Lang } from "../format";
import { en } from "./asking.en";
import { type AskingTexts, nl } from "./asking.nl";

export type { AskingTexts } from "./asking.nl";

export function askingTextsOf(lang: Lang): AskingTexts {
  return lang === "en" ? en : nl;
}
