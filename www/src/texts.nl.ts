// Every Dutch word of the page itself. The words about figures come from the core.
import { enumeration, type Lang, longDate, whole } from "./format";

const lang: Lang = "nl";
const cases = (count: number) => `${whole(count, lang)} ${count === 1 ? "aanmelding" : "aanmeldingen"}`;
const times = (count: number, one: string, more: string) =>
  `${whole(count, lang)} ${count === 1 ? one : more}`;

export const nl = {
  monitor: "Monitor",
  monitorOf: (years: string) => `Monitor ${years}`,
  about: "Casuïstiekanalyse van een regionaal expertteam",
  local: "Alleen op deze computer",
  private: "Besloten: exacte cijfers, niet om te delen",
  cases,
  casesFromFiles: (count: number, files: number) =>
    `${cases(count)} uit ${files === 1 ? "één bestand" : `${whole(files, lang)} bestanden`}`,
  manyRegions: (count: number) => `${whole(count, lang)} regio’s`,
  regions: (names: string[]) => enumeration(names, lang),
  referenceDate: (iso: string) => `peildatum ${longDate(iso, lang)}`,
  unnamed: "bestand",

  drop: "Sleep een monitorbestand hierheen",
  dropKinds: "CSV, Excel of ODS, ook meer bestanden tegelijk",
  choose: "Kies bestand",
  chooseOther: "Ander bestand",
  addFile: "Voeg een bestand toe",
  forget: "Wis van het scherm",
  stays: "Het bestand blijft op deze computer. Probeer het met de wifi uit.",
  starting: "Even wachten: de rekenkern wordt klaargezet.",
  letGoAdd: "Erbij",
  letGoReplace: "In plaats van wat er staat",
  receptReady: "Er staat een recept klaar: zo wordt het bestand gelezen.",

  reading: (percent: number) => `Bezig met lezen: ${percent}%`,
  counting: "Bezig met tellen",
  readSoFar: (count: number) => `${cases(count)} tot nu toe`,
  stop: "Stop",

  iRead: "Dit heb ik gelezen:",
  readSummary: (count: number, columns: number) => `${cases(count)}, ${times(columns, "kolom", "kolommen")}.`,
  problems: (errors: number, warnings: number) =>
    [
      errors ? times(errors, "punt klopt niet", "punten kloppen niet") : "",
      warnings ? times(warnings, "punt om na te kijken", "punten om na te kijken") : "",
    ]
      .filter(Boolean)
      .join(", "),
  noProblems: "Niets gevonden dat niet klopt.",

  status: (selected: number, all: number, charts: number, other: number | null) =>
    `${selected} van ${all} aanmeldingen in beeld${other === null ? "" : `, naast ${other}`}, ${charts} ${charts === 1 ? "grafiek" : "grafieken"}.`,

  keyFigures: "Kerncijfers",
  keyCases: (count: number): string => (count === 1 ? "aanmelding" : "aanmeldingen"),
  keyCasesOf: (all: number) => `van ${cases(all)} in totaal`,
  keyChange: (change: number, year: string, before: string) =>
    change === 0
      ? `${year}: evenveel als in ${before}`
      : `${year}: ${whole(Math.abs(change), lang)} ${change > 0 ? "meer" : "minder"} dan in ${before}`,
  keyProvisional: (year: string) => `${year} is nog niet voorbij: voorlopig`,
  keyDecided: "besluit binnen vijf werkdagen",
  keyHome: "woont bij de ouders",
  keyDays: (days: string) => `${days} dagen`,
  keyDuration: "tot de helft van de zaken is afgesloten",
  keyDurationOpen: (open: number, closedOnly: string | null) =>
    `${times(open, "open zaak", "open zaken")} meegeteld${closedOnly ? `; ${closedOnly} zonder` : ""}`,
  keyNotReached: "nog niet",
  keyNotReachedWhat: "is de helft van de zaken afgesloten",
  keyAge: (band: string) => `is ${band}`,
  keyAgeOf: (count: number, n: number) => `${whole(count, lang)} van ${whole(n, lang)} met bekende leeftijd`,
  keyProblem: (problem: string) => `${problem} staat voorop`,
  keyOf: (count: number, n: number) => `${whole(count, lang)} van ${whole(n, lang)}`,
  smallNumber: "klein aantal",

  otherSection: "Overig",
  chartOf: (title: string) => `Grafiek: ${title}`,
  marksOf: (title: string) => `Waarden in de grafiek: ${title}. Loop erdoor met de pijltjestoetsen.`,
  howToChoose: "Met Enter of de spatiebalk kiest u een antwoord, of laat u het weer los.",
  showTable: "Toon tabel",
  hideTable: "Verberg tabel",
  source: (names: string[]) =>
    `Bron: ${names.length > 3 ? `${whole(names.length, lang)} bestanden` : enumeration(names, lang)}`,
  missing: (count: number) => `${whole(count, lang)} onbekend`,
  smallMark: "○ klein aantal, kan naar één kind wijzen",
  stillOpen: (count: number) => times(count, "zaak nog open", "zaken nog open"),
  hidden: "afgeschermd",

  failedTitle: "Dit is niet gelukt",
  failedFile: (name: string) => `${name} is niet gelezen`,
  earlierStays: "De cijfers hieronder zijn nog van het vorige bestand.",
  tryAgain: "Opnieuw proberen",
  dismiss: "Sluit melding",
  errors: {
    "element.policy":
      "De beveiliging van deze website laat de rekenkern niet starten. Vraag de beheerder om in de " +
      "Content-Security-Policy deze regel op te nemen: script-src 'self' 'wasm-unsafe-eval'",
    "element.wasm-unreachable":
      "De rekenkern (ben-monitor_bg.wasm) is niet gevonden. Vraag de beheerder of dit bestand naast " +
      "ben-monitor.js op de server staat.",
    "element.wasm-damaged":
      "De rekenkern (ben-monitor_bg.wasm) is beschadigd of van een andere versie. Vraag de beheerder om de hele " +
      "map opnieuw te plaatsen.",
    "element.worker":
      "Het achtergrondproces (ben-monitor-worker.js) kan niet starten. Vraag de beheerder of dit bestand naast " +
      "ben-monitor.js op de server staat.",
    "element.incomplete":
      "Een deel van het programma is niet gevonden. Vraag de beheerder om de hele map (pkg) opnieuw te plaatsen.",
    "element.crashed":
      "Er ging iets mis tijdens het rekenen; misschien is er te weinig geheugen. Sluit andere tabbladen en probeer " +
      "het opnieuw, of lees de bestanden een voor een.",
    "element.unreachable":
      "Het adres geeft geen bestand. Controleer het adres of kies een bestand van deze computer.",
    "element.unreadable":
      "De browser kan het bestand niet meer lezen. Misschien is het verplaatst of staat het open in een ander " +
      "programma. Kies het bestand opnieuw.",
    "element.nothing-given": "Er is geen bestand gekozen. Kies een monitorbestand van deze computer.",
    "element.bad-recept":
      "Het recept kan niet gelezen worden. Kies een recept dat met dit programma is bewaard.",
    "element.bad-state": "Deze bewaarde stand kan niet gelezen worden.",
    "element.superseded": "Er is intussen een ander bestand gekozen.",
    "element.stopped": "Het lezen of tellen is gestopt.",
    "element.forgotten": "De gegevens zijn gewist.",
  } as Record<string, string>,
  unknownError: "Er ging iets mis. Probeer het opnieuw.",
};

/** The words of one language. */
export type Texts = typeof nl;
