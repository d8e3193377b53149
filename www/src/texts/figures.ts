// Picks the words of the tables of the larger figures.
import type { Lang } from "../format";
import { en } from "./figures.en";
import { type FigureTexts, nl } from "./figures.nl";

export type { FigureTexts } from "./figures.nl";

export function figureTextsOf(lang: Lang): FigureTexts {
  return lang === "en" ? en : nl;
}
