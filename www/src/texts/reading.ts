// Picks the words of the panel that tells how files were read.
import type { Lang } from "../format";
import { en } from "./reading.en";
import { nl, type ReadingTexts } from "./reading.nl";

export type { ReadingTexts } from "./reading.nl";

export function readingTextsOf(lang: Lang): ReadingTexts {
  return lang === "en" ? en : nl;
}
