// The Dutch words of the settings.
import { enumeration, type Lang } from "../format";

const lang: Lang = "nl";

export const nl = {
  title: "Instellingen",
  intro: "Deze keuzes gelden voor alle figuren. Ze gaan mee in het recept, zonder gegevens uit het bestand.",
  apply: "Toepassen",
  standard: "Alles op standaard",
  cancel: "Annuleren",
  applied: "De instellingen zijn toegepast.",

  ages: "Leeftijdsgroepen",
  agesHow: "Bij welke leeftijd begint een nieuwe groep? Bijvoorbeeld: 4, 9, 13, 17.",
  agesAre: (bands: string[]) => `Dit worden: ${enumeration(bands, lang)}.`,
  agesWrong: "Schrijf hele leeftijden van 1 tot en met 23, van klein naar groot, met een komma ertussen.",
  oldest: (from: number) => `${from} jaar en ouder`,
  times: "Doorlooptijd in groepen",
  timesHow: "Na hoeveel maanden eindigt een groep? Bijvoorbeeld: 3, 6.",
  timesAre: (bands: string[]) => `Dit worden: ${enumeration(bands, lang)} maanden.`,
  timesWrong: "Schrijf hele maanden van 1 tot en met 120, van klein naar groot, met een komma ertussen.",
  longest: (from: number) => `langer dan ${from}`,

  date: "Peildatum",
  dateHow: "Op deze dag wordt gekeken welke zaken nog open zijn. Leeg: de laatste dag in het bestand.",
  dateWrong: "Deze datum bestaat niet.",

  shareOf: "Procenten zijn een deel van",
  known: "de bekende antwoorden",
  all: "alle aanmeldingen, ook die zonder antwoord",

  figures: "Welke figuren, en in welke volgorde",
  figuresHow: "Haal het vinkje weg bij wat u niet nodig hebt.",
  up: (name: string) => `${name} omhoog`,
  down: (name: string) => `${name} omlaag`,
  moved: (name: string, place: number, of: number) => `${name} staat nu op plaats ${place} van ${of}.`,
  noFigures: "Laat minstens één figuur staan.",

  profiles: "Doelgroepen",
  profilesHow:
    "Een aanmelding hoort bij een doelgroep als alle regels ervan kloppen. Onbekend past nergens bij.",
  noProfiles: "Er zijn geen doelgroepen.",
  profileName: "Naam van de doelgroep",
  newProfile: "Nieuwe doelgroep",
  addProfile: "Doelgroep erbij",
  removeProfile: (name: string) => `Haal doelgroep ${name} weg`,
  standardProfiles: "Doelgroepen op standaard",
  rules: (name: string) => `Regels van ${name}`,
  addRule: "Regel erbij",
  ruleFor: (name: string) => `Nieuwe regel voor ${name}`,
  removeRule: (rule: string) => `Haal weg: ${rule}`,
  remove: "Haal weg",
  field: "Vraag",
  answers: "Antwoorden",
  least: "Minstens zoveel hiervan",
  fromAge: "Van leeftijd",
  toAge: "Tot en met leeftijd",
  keepRule: "Voeg toe",
  problems: "Problematiek of bijkomende problematiek",
  oneOf: (field: string, answers: string[]) =>
    answers.length === 1 ? `${field} is ${answers[0]}` : `${field} is een van: ${answers.join(", ")}`,
  several: (field: string, least: number, answers: string[]) =>
    `${field}: minstens ${least} van ${answers.join(", ")}`,
  between: (field: string, from: number, to: number) =>
    from === to ? `${field} is ${from}` : `${field} van ${from} tot en met ${to}`,
  from: (field: string, from: number) => `${field} is ${from} of hoger`,
  to: (field: string, to: number) => `${field} is ${to} of lager`,
  noName: "Geef elke doelgroep een naam.",
  noRules: (name: string) => `Geef ${name} minstens één regel.`,
  ruleIncomplete: "Kies minstens één antwoord, of vul een leeftijd in.",
  ruleTooMany: "Er zijn minder antwoorden gekozen dan er minstens moeten kloppen.",
  ruleTurned: "De eerste leeftijd is hoger dan de laatste.",
  refused: "De rekenkern neemt deze instellingen niet aan. Kijk ze na.",
};

/** The words of one language. */
export type SettingsTexts = typeof nl;
