// The Dutch words of the tables that come with the larger figures.
import { type Lang, whole } from "../format";

const lang: Lang = "nl";

export const nl = {
  previous: "Jaar eerder",
  change: "Verschil",
  provisional: (period: string) => `${period} (voorlopig)`,
  byRegion: "Aanmeldingen per regio",
  region: "Regio",
  shareOfAll: "Aandelen zijn van alle aanmeldingen, ook die zonder antwoord.",
  points: "Verschil in procentpunten",
  beside: "naast",
  ageByGender: "Per leeftijdsjaar en geslacht",
  by: (field: string) => `Doorlooptijd naar ${field === "actie" ? "inzet van het RET" : field}`,
  closed: "Afgesloten",
  medianClosed: "Mediaan in dagen, afgesloten",
  medianAll: "Mediaan in dagen, open zaken meegeteld",
  problem: "Probleem",
  problems: "Problemen",
  first: "Probleem",
  second: "Samen met",
  pairs: "Problemen die samen voorkomen",
  lift: "Lift",
  liftWhat: "Lift boven 1: vaker samen dan te verwachten is als het ene niets met het andere te maken heeft.",
  combinations: "Precies deze problemen en geen andere",
  parent: (label: string) => `${label} (ouders)`,
  group: "Groep",
  trait: "Kenmerk",
  inGroup: "In de groep",
  inRest: "Bij alle anderen",
  tested: (count: number) =>
    `${whole(count, lang)} verschillen zijn getoetst (toets van Fisher, correctie van Benjamini–Hochberg, 5%).`,
  noThreads: "Geen verschil is groter dan toeval kan verklaren.",
};

/** The words of one language. */
export type FigureTexts = typeof nl;
