// Every Dutch word of the panel that tells how files were read. Fetched with the panel.
import { enumeration, type Lang, whole } from "../format";

const lang: Lang = "nl";
const times = (count: number, one: string, more: string) =>
  `${whole(count, lang)} ${count === 1 ? one : more}`;
const quoted = (texts: string[]) => texts.map((text) => `“${text}”`).join(", ");

export const nl = {
  look: "Bekijk en wijzig",
  asks: (count: number) => times(count, "vraag voor u", "vragen voor u"),

  undo: "Ongedaan maken",
  undone: (what: string) => `Ongedaan gemaakt: ${what}`,
  apply: "Pas toe",
  cancel: "Annuleer",
  columnRead: (heading: string, field: string) => `Kolom “${heading}” gelezen als ${field}.`,
  columnUnused: (heading: string) => `Kolom “${heading}” niet gebruikt.`,
  columnOwn: (heading: string) => `Kolom “${heading}” als eigen grafiek.`,
  valueRead: (written: string, answer: string) => `“${written}” gelezen als ${answer}.`,
  answersApplied: (count: number) => times(count, "keuze toegepast.", "keuzes toegepast."),
  headerRead: (row: number) => `Rij ${row} gelezen als rij met koppen.`,
  datesRead: (order: string) => `Datums gelezen als ${order}.`,
  rowsKept: "Overgeslagen rijen toch meegeteld.",
  doublesKept: "Dubbele zaken elk meegeteld.",
  identifierCleared: (heading: string) => `Kolom “${heading}” toch gelezen.`,
  reverted: (what: string) => `Teruggedraaid: ${what}`,
  receptUsed: "Recept gebruikt.",
  receptWaits: "Recept staat klaar voor het volgende bestand.",
  fileLeft: (name: string) => `${name} weggelaten.`,
  filesAdded: (count: number) => times(count, "bestand toegevoegd.", "bestanden toegevoegd."),

  files: "Bestanden",
  cases: (count: number) => times(count, "aanmelding", "aanmeldingen"),
  leaveOut: (name: string) => `Laat ${name} weg`,

  unsureColumns: (count: number) =>
    count === 1 ? "Deze kolom herken ik niet zeker" : `Deze ${count} kolommen herken ik niet zeker`,
  unknownAnswers: (count: number) =>
    count === 1 ? "Dit antwoord ken ik niet" : `Deze ${whole(count, lang)} antwoorden ken ik niet`,
  answersWhy: "Tot u kiest, tellen ze mee als ‘niet herkend’.",
  column: (heading: string) => `Kolom “${heading}”`,
  spellings: (written: string[], more: number, count: number) =>
    [quoted(written), more > 0 ? `en nog ${whole(more, lang)}` : "", `(${whole(count, lang)}×)`]
      .filter(Boolean)
      .join(" "),
  inField: (field: string) => `bij ${field}`,
  withheld: (count: number) =>
    `${times(count, "schrijfwijze", "schrijfwijzen")} niet getoond: lijkt op een persoonsgegeven`,
  meaning: "Betekent",
  choosePrompt: "Kies…",
  proposal: "Voorstel",
  allAnswers: "Alle antwoorden",
  noAnswer: "Geen antwoord",
  unknown: "Onbekend",
  notApplicable: "Niet van toepassing",
  notCounted: "Niet meetellen",
  moreQuestions: (count: number) => `Toon nog ${times(count, "vraag", "vragen")}`,

  decisions: "Zo heb ik het gelezen",
  change: "Wijzig",
  changeWhat: (what: string) => `Wijzig: ${what}`,
  countRows: "Tel toch mee",
  countDoubles: "Tel elk mee",
  notIdentifying: {
    "identifier-name": "Dit zijn geen namen",
    "identifier-birth-date": "Dit zijn geen geboortedatums",
    "identifier-email": "Dit zijn geen e-mailadressen",
    "identifier-phone": "Dit zijn geen telefoonnummers",
    "identifier-iban": "Dit zijn geen rekeningnummers",
    "identifier-postcode": "Dit zijn geen postcodes",
    "identifier-address": "Dit zijn geen adressen",
    "identifier-remarks": "Dit zijn geen opmerkingen",
  } as Record<string, string>,
  headerRow: "De koppen staan in rij",
  dateOrder: "Volgorde van datums",
  dmy: "dag-maand-jaar",
  mdy: "maand-dag-jaar",
  moreDecisions: (count: number) => `Toon nog ${whole(count, lang)}`,
  fewer: "Toon minder",

  chosen: (count: number) => `${times(count, "keuze", "keuzes")} van u of uit een recept`,
  revert: "Draai terug",
  revertWhat: (what: string) => `Draai terug: ${what}`,

  findings: "Kijk dit na",
  severity: { error: "Klopt niet", warning: "Nakijken", info: "Zo gelezen" },
  noFindings: "Niets gevonden dat niet klopt.",
  kinds: {
    "title-rows": "Rijen boven de koppen overgeslagen",
    "blank-rows": "Lege rijen overgeslagen",
    "total-rows": "Rijen met totalen niet geteld",
    "column-unused": "Kolommen die niet meetellen",
    "column-double": "Kolommen die dubbel zijn",
    "age-derived": "Leeftijd berekend",
    "date-serial": "Datums die als getal in het bestand staan",
    "age-without-referral": "Geen leeftijd te berekenen",
    "dates-month-first": "Maand staat voor de dag",
    "column-resembling": "Kolommen die op een veld lijken",
    "value-resembling": "Antwoorden die op een ander lijken",
    "note-rows": "Rijen met een noot niet geteld",
    "header-again": "Herhaalde koppen niet geteld",
    "number-only-rows": "Rijen met alleen getallen",
    "second-table": "Een tweede tabel in het bestand",
    "birth-date-used": "Leeftijd uit de geboortedatum",
    "windows-1252": "Letters met accenten",
    "encoding-mixed": "Letters met accenten door elkaar",
    "nul-bytes": "Onleesbare tekens",
    "quote-unclosed": "Aanhalingsteken dat niet sluit",
    "date-before-2000": "Datum van vóór 2000",
    "date-future": "Datum in de toekomst",
    "date-early": "Datum van vóór 2015",
    "identifier-bsn": "Burgerservicenummers",
    "identifier-name": "Namen",
    "identifier-birth-date": "Geboortedatums",
    "identifier-email": "E-mailadressen",
    "identifier-phone": "Telefoonnummers",
    "identifier-iban": "Rekeningnummers",
    "identifier-postcode": "Postcodes",
    "identifier-address": "Adressen",
    "identifier-remarks": "Vrije tekst",
    "row-short": "Rijen met te weinig cellen",
    "row-long": "Rijen met te veel cellen",
    "date-unreadable": "Geen leesbare datum",
    "date-impossible": "Datum die niet bestaat",
    "number-unreadable": "Geen leesbaar getal",
    "age-implausible": "Leeftijd buiten 0–23 jaar",
    "value-unrecognised": "Antwoord niet herkend",
    "value-ambiguous": "Antwoord kan twee dingen betekenen",
    "closed-before-referral": "Afgesloten vóór de aanmelding",
    "too-many-places": "Te veel verschillende plaatsen",
  } as Record<string, string>,
  otherKind: "Overige opmerkingen",
  kindCount: (places: number, count: number) =>
    `${whole(count, lang)}× op ${times(places, "plek", "plekken")}`,

  columns: (count: number) => `Alle ${times(count, "kolom", "kolommen")}`,
  columnsUnused: (count: number) => `${whole(count, lang)} niet gebruikt`,
  columnsHint: "Kies per kolom wat erin staat. Er verandert niets in uw bestand.",
  readAs: (heading: string) => `Kolom “${heading}” lezen als`,
  unusedChoice: "Niet gebruiken",
  ownChart: "Als eigen grafiek",
  fixed: "Niet gelezen",
  otherFields: "Overige gegevens",
  filled: (count: number) => `${whole(count, lang)} gevuld`,
  status: {
    sure: "zeker",
    likely: "waarschijnlijk",
    unused: "niet gebruikt",
    identifier: "persoonsgegeven",
    double: "dubbel",
    answers: "één antwoord",
  },

  saveNote: "Bewaar als notitie",
  saveFindings: "Bewaar opmerkingen (CSV)",
  saveRecept: "Bewaar als recept",
  openRecept: "Open een recept",
  receptWhat: "Een recept onthoudt uw keuzes, zonder gegevens. Zo telt iedereen hetzelfde.",

  noteName: "ben-monitor-leesnotitie.txt",
  findingsName: "ben-monitor-opmerkingen.csv",
  receptName: "ben-monitor-recept.json",
  noteTitle: "Zo zijn de bestanden gelezen",
  csv: {
    head: ["Bestand", "Ernst", "Soort", "Veld", "Kolom", "Aantal", "Eerste rijen", "Opmerking"],
  },

  sheetsChosen: (names: string[]) => `Gelezen: ${enumeration(names, lang)}.`,
  sheetsRead: (name: string, read: string[], all: number) =>
    `${name}: ${read.length === 1 ? "tabblad" : "tabbladen"} ${enumeration(read, lang)} gelezen, van de ${whole(all, lang)}`,
  sheetsOf: (name: string) => `Tabbladen van ${name}`,
  sheetHolds: (rows: number, fields: number) =>
    `${times(rows, "rij", "rijen")}, ${times(fields, "kolom", "kolommen")} herkend`,
  sheetsHidden: (names: string[]) => `Verborgen en niet gelezen: ${enumeration(names, lang)}.`,
  readSheets: "Lees deze tabbladen",
  chooseOneSheet: "Kies minstens één tabblad.",
};

/** The words of the panel in one language. */
export type ReadingTexts = typeof nl;
