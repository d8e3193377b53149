// The Dutch words of asking further: selection, period, comparison, cross table, sections.
import { enumeration, type Lang, whole } from "../format";

const lang: Lang = "nl";
const cases = (count: number) => `${whole(count, lang)} ${count === 1 ? "aanmelding" : "aanmeldingen"}`;

export const nl = {
  selection: "Selectie",
  count: (selected: number, all: number) => ({ selected: whole(selected, lang), rest: `van ${cases(all)}` }),
  chip: (field: string, value: string) => `${field}: ${value}`,
  remove: (field: string, value: string) => `Haal ${field}: ${value} weg`,
  clearAll: "Wis alles",
  undo: "Ongedaan maken",
  redo: "Opnieuw doen",
  close: "Sluiten",
  /** Rows that have no words of their own in the figures. */
  rowNames: { onbekend: "onbekend", loopt: "nog niet afgesloten", ja: "ja", nee: "nee" } as Record<
    string,
    string
  >,
  only: (problems: string) => `alleen ${problems}`,
  allChips: (count: number) => `Alle ${whole(count, lang)}`,
  fewerChips: "Minder",
  gone: (names: string[]) => `Komt in deze bestanden niet voor: ${enumeration(names, lang)}.`,
  letGo: "Haal dit uit de selectie",
  lostField: (field: string) => `De selectie op ${field} is weg: dat staat niet in deze bestanden.`,
  nothingLeft: "Bij deze selectie zijn er geen aanmeldingen.",
  everything: "alle aanmeldingen",
  pair: (one: string, other: string) => `${one}, naast ${other}`,
  rest: "alle andere aanmeldingen",
  months: (from: string, to: string) => `${from} tot en met ${to}`,

  period: "Periode",
  unit: "In",
  units: { month: "Maanden", quarter: "Kwartalen", "half-year": "Halfjaren", year: "Jaren" },
  from: "Van",
  to: "Tot en met",
  choosePeriod: "Kies deze periode",
  wholePeriod: "Alle maanden",
  quick: "Snel kiezen",
  wholeYear: (year: string) => `Heel ${year}`,
  lastMonths: "Laatste 12 maanden",
  nothingInPeriod: "In deze periode zijn er geen aanmeldingen. Kies een andere.",
  turnedAround: "De eerste periode ligt na de laatste. Draai ze om.",

  settings: "Instellingen",

  compare: "Vergelijken",
  compareWhat: "Wat wilt u naast elkaar zien?",
  compareTwo: "Twee groepen",
  compareRest: (name: string) => `De selectie (${name}) naast alle andere aanmeldingen`,
  compareRestOff: "De selectie naast alle andere aanmeldingen: kies eerst een selectie in een grafiek",
  compareBy: "Vergelijk op",
  compareYear: "Jaar van aanmelding",
  compareHalf: "Halfjaar van aanmelding",
  compareFirst: "Deze groep",
  compareSecond: "naast deze groep",
  sameTwice: "Kies twee verschillende groepen.",
  compareGo: "Zet naast elkaar",
  stopComparing: "Stop met vergelijken",
  beside: "naast",
  comparing: "U vergelijkt",
  notOver: (period: string) => `${period} (nog niet voorbij)`,
  nothingToCompare: "In deze selectie is niets om te vergelijken.",

  unitOf: "Per",
  unitNames: { month: "maand", quarter: "kwartaal", "half-year": "halfjaar", year: "jaar" },

  sections: "Naar een onderdeel",
  notInFile: (names: string[]) => `Niet in dit bestand: ${enumeration(names, lang)}.`,

  crosstab: "Kruistabel",
  crosstabWhat: "Zet twee vragen tegen elkaar af.",
  crosstabRows: "In de rijen",
  crosstabColumns: "In de kolommen",
  crosstabMeasure: "In de cellen",
  crosstabCounts: "Aantallen",
  crosstabRowShare: "Procenten van de rij",
  crosstabColumnShare: "Procenten van de kolom",
  crosstabChoose: "Kies",
  crosstabSame: "Kies twee verschillende vragen.",
  crosstabSwap: "Draai om",
  crosstabOf: (row: string, column: string) => `${row} en ${column}`,
  crosstabN: (n: number, missing: number) =>
    `${cases(n)} met beide antwoorden${missing > 0 ? `; ${whole(missing, lang)} zonder` : ""}.`,
  crosstabMultiple: "Een aanmelding met meer antwoorden telt bij elk ervan mee.",
  total: "Totaal",
  hidden: "afgeschermd",
};

/** The words of one language. */
export type AskingTexts = typeof nl;
