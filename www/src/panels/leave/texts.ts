// The words with which figures leave the page, in both languages: they come with what they are about.
import { type Lang, longDate, whole } from "../../format";
import type { Series } from "../../report";

/** Why nothing can be taken along. */
export type RefusalCode =
  | "nothing-shown"
  | "unknown-indicator"
  | "unknown-type"
  | "no-drawing"
  | "not-copied"
  | "failed";

const nl = {
  intern: "INTERN: exacte cijfers, niet om te delen",
  protectedBy: (badge: string) => `Publicatie. ${badge}.`,
  source: "Bron",
  sourceCases: (name: string, cases: number) => `${name} (${whole(cases, "nl")} aanmeldingen)`,
  period: "Periode",
  referenceDate: "Peildatum",
  day: (iso: string) => longDate(iso, "nl"),
  selection: "Selectie",
  everything: "alle aanmeldingen",
  beside: (one: string, other: string) => `${one}, naast ${other}`,
  cases: "Aanmeldingen",
  ofCases: (selected: number, used: number) =>
    selected === used ? whole(used, "nl") : `${whole(selected, "nl")} van ${whole(used, "nl")}`,
  n: "n (bekend antwoord)",
  missing: "Zonder antwoord",
  notShown: "verborgen",

  take: "Meenemen",
  takeOf: (title: string) => `Meenemen: ${title}`,
  kinds: {
    "copy-image": "Kopieer als afbeelding",
    "copy-text": "Kopieer met tekst",
    "copy-table": "Kopieer tabel",
    png: "Bewaar afbeelding (PNG)",
    svg: "Bewaar tekening (SVG)",
    csv: "Bewaar tabel (CSV)",
  },
  whole: "Alle cijfers",
  present: "Presenteren",
  slides: "PowerPoint",
  print: "Afdrukken",
  workbook: "Excel",
  said: {
    "copy-image": "De afbeelding is gekopieerd. Plak haar in uw document.",
    "copy-text": "De grafiek is met tekst gekopieerd. Plak haar in uw document.",
    "copy-table": "De tabel is gekopieerd. Plak haar in uw document.",
    image: "De afbeelding is bewaard.",
    table: "De tabel is bewaard.",
    workbook: "Het Excel-bestand is bewaard.",
    slides: "Het PowerPoint-bestand is bewaard.",
    print: "Het venster om af te drukken gaat open.",
  } as Record<string, string>,

  guide: "Uitleg",
  perUnit: (name: string, unit: Series["unit"]) =>
    `${name} per ${{ month: "maand", quarter: "kwartaal", "half-year": "half jaar", year: "jaar" }[unit]}`,
  answer: "Kenmerk",
  count: "Aantal",
  of: "Van",
  share: "Aandeel",
  shares: "Aandelen",
  sheets: "Tabellen in dit bestand",
  rules: "Zo zijn de cijfers gemaakt",
  ruleN: "n is het aantal zaken met een bekend antwoord. Zaken zonder antwoord staan apart.",
  ruleKnown: "Een aandeel is een deel van n.",
  ruleAll: "Een aandeel is een deel van alle zaken, ook die zonder antwoord.",
  ruleRounded: "Een aandeel is hier als heel procent te zien; in de cel staat het precieze getal.",
  ruleSmall: "○ achter een aantal: minder dan 5. Zo’n aantal kan naar één kind wijzen.",
  ruleHidden: "Staat er ‘verborgen’, dan is het aantal niet te zien om kinderen te beschermen.",
  howRead: "Zo zijn de bestanden gelezen",
  firstRows: (shown: number, all: number) =>
    `De eerste ${whole(shown, "nl")} van ${whole(all, "nl")} rijen. Alle rijen staan in het Excel-bestand.`,
  smallBelow: "Een aantal onder de 5 kan naar één kind wijzen.",
  fileOf: (id: string) => `ben-monitor-${id}`,
  fileAll: "ben-monitor-tabellen",
  fileSlides: "ben-monitor-presentatie",
  internFile: "-intern",

  refusals: {
    "nothing-shown": "Er zijn nog geen cijfers om mee te nemen. Kies eerst een bestand.",
    "unknown-indicator": "Dit cijfer staat niet op de pagina.",
    "unknown-type": "Een afbeelding is er als image/png of image/svg+xml.",
    "no-drawing": "Van dit cijfer is er geen grafiek. Neem de tabel mee.",
    "not-copied": "Kopiëren mag hier niet van de browser. Bewaar het als bestand.",
    failed: "Dit is niet gelukt. Probeer het opnieuw.",
  } as Record<RefusalCode, string>,
};

/** The words of one language. */
export type LeaveTexts = typeof nl;

const en: LeaveTexts = {
  intern: "INTERNAL: exact figures, not to be shared",
  protectedBy: (badge) => `Publication. ${badge}.`,
  source: "Source",
  sourceCases: (name, cases) => `${name} (${whole(cases, "en")} referrals)`,
  period: "Period",
  referenceDate: "Reference date",
  day: (iso) => longDate(iso, "en"),
  selection: "Selection",
  everything: "all referrals",
  beside: (one, other) => `${one}, beside ${other}`,
  cases: "Referrals",
  ofCases: (selected, used) =>
    selected === used ? whole(used, "en") : `${whole(selected, "en")} of ${whole(used, "en")}`,
  n: "n (known answer)",
  missing: "Without an answer",
  notShown: "hidden",

  take: "Take along",
  takeOf: (title) => `Take along: ${title}`,
  kinds: {
    "copy-image": "Copy as a picture",
    "copy-text": "Copy with text",
    "copy-table": "Copy the table",
    png: "Save the picture (PNG)",
    svg: "Save the drawing (SVG)",
    csv: "Save the table (CSV)",
  },
  whole: "All figures",
  present: "Present",
  slides: "PowerPoint",
  print: "Print",
  workbook: "Excel",
  said: {
    "copy-image": "The picture was copied. Paste it into your document.",
    "copy-text": "The chart was copied with its text. Paste it into your document.",
    "copy-table": "The table was copied. Paste it into your document.",
    image: "The picture was saved.",
    table: "The table was saved.",
    workbook: "The Excel file was saved.",
    slides: "The PowerPoint file was saved.",
    print: "The window for printing opens.",
  },

  guide: "About",
  perUnit: (name, unit) => `${name} by ${unit}`,
  answer: "Trait",
  count: "Count",
  of: "Of",
  share: "Share",
  shares: "Shares",
  sheets: "Tables in this file",
  rules: "How these figures were made",
  ruleN: "n is the number of cases with a known answer. Cases without one stand apart.",
  ruleKnown: "A share is a part of n.",
  ruleAll: "A share is a part of all cases, those without an answer too.",
  ruleRounded: "A share is shown as a whole percentage; the cell holds the precise number.",
  ruleSmall: "○ behind a count: fewer than 5. Such a count may point at one child.",
  ruleHidden: "Where it says ‘hidden’, the count is not shown, to protect children.",
  howRead: "How the files were read",
  firstRows: (shown, all) =>
    `The first ${whole(shown, "en")} of ${whole(all, "en")} rows. All rows are in the Excel file.`,
  smallBelow: "A count under 5 may point at one child.",
  fileOf: (id) => `ben-monitor-${id}`,
  fileAll: "ben-monitor-tables",
  fileSlides: "ben-monitor-slides",
  internFile: "-internal",

  refusals: {
    "nothing-shown": "There are no figures to take along yet. Choose a file first.",
    "unknown-indicator": "This figure is not on the page.",
    "unknown-type": "A picture is image/png or image/svg+xml.",
    "no-drawing": "There is no chart of this figure. Take its table along.",
    "not-copied": "The browser does not allow copying here. Save it as a file.",
    failed: "This did not work. Please try again.",
  },
};

export function leaveTextsOf(lang: Lang): LeaveTexts {
  return lang === "en" ? en : nl;
}
