// Picks the words of the settings.
import type { Lang } from "../format";
import { en } from "./settings.en";
import { nl, type SettingsTexts } from "./settings.nl";

export type { SettingsTexts } from "./settings.nl";

export function settingsTextsOf(lang: Lang): SettingsTexts {
  return lang === "en" ? en : nl;
}
