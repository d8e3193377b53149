// The words around a publication, in both languages: they come with it.
import { enumeration, type Lang, longDate, whole } from "../format";
import type { Policy } from "../publication";

/** Why something is not shown. */
export type RefusalCode =
  | "altered"
  | "newer"
  | "not-alone"
  | "not-one"
  | "rows-refused"
  | "unprotected"
  | "unreadable";

const nl = {
  badge: ({ minimum, base }: Policy) =>
    `Gecontroleerd: geen aantallen onder de ${minimum}${base === null ? "" : `, afgerond op ${base}`}`,
  isPublication: "Dit is een publicatie: beschermde cijfers, zonder zaken erachter.",
  forget: "Wis van het scherm",
  waiting: "Even wachten: de cijfers worden getoond.",
  all: "Alles",
  choose: (field: string) => `Kies: ${field.toLowerCase()}`,
  inView: (name: string, cases: number) => `In beeld: ${name}, ${whole(cases, "nl")} aanmeldingen`,
  allOf: (regions: string[]) => enumeration(regions, "nl"),
  cases: (count: number) => `${whole(count, "nl")} aanmeldingen`,
  unitOf: "Aanmeldingen per",
  units: { month: "maand", quarter: "kwartaal", "half-year": "half jaar", year: "jaar" },
  otherSection: "Overig",
  crosstabs: "Kruistabellen",
  source: (title: string, made: string) => (made ? `${title}, gemaakt op ${made}` : title),
  table: "Toon tabel",
  hidden: "verborgen",
  legend: (minimum: number) => `verborgen: minder dan ${minimum}, of nodig om dat te verbergen`,
  rounded: (base: number) => `Aantallen zijn afgerond op een veelvoud van ${base}.`,
  multiple: "Er zijn meer antwoorden mogelijk: samen kan het meer dan 100% zijn.",
  answer: "Antwoord",
  age: "Leeftijd",
  period: "Periode",
  band: "Doorlooptijd",
  count: "Aantal",
  share: "Deel",
  total: "Totaal",
  totalAll: "Alle zaken, ook zonder antwoord",
  unknown: "Onbekend",
  open: "Loopt nog",
  of: (count: number, n: number) => `${whole(count, "nl")} van ${whole(n, "nl")}`,
  how: "Zo zijn deze cijfers beschermd",
  howMinimum: (minimum: number) =>
    `Een aantal van 1 tot en met ${minimum - 1} staat er niet in. Ook andere aantallen zijn verborgen, als een klein aantal er anders mee uit te rekenen is.`,
  howBase: (base: number | null) =>
    base === null
      ? "De andere aantallen zijn niet afgerond."
      : `De andere aantallen zijn afgerond op een veelvoud van ${base}, zo dat ze nog optellen. Elk aantal kan in het echt tot ${base - 1} hoger of lager zijn.`,
  howPercent: (from: number) => `Procenten staan alleen bij ${from} zaken of meer, en zijn hele procenten.`,
  howMedian: (from: number) => `Een mediaan staat er alleen bij ${from} zaken of meer.`,
  preset: "Voor",
  presets: { website: "website", stuurgroep: "stuurgroep" },
  audit: "Controle",
  audited: (tables: number, hidden: number) =>
    `${whole(tables, "nl")} tabellen nagerekend zoals iemand van buiten dat kan; ${whole(hidden, "nl")} aantallen verborgen`,
  narrowest: (width: number) => `geen verborgen aantal is nauwer te schatten dan op ${whole(width, "nl")} na`,
  previous: "samen met de vorige publicatie bekeken",
  merged: "Samengevoegde antwoorden",
  together: (label: string, answers: string[]) =>
    answers.length > 0 ? `${label} (${enumeration(answers, "nl")})` : label,
  leftOut: "Niet getoond",
  made: "Gemaakt",
  by: (engine: string, day: string) => (day ? `op ${day} met ${engine}` : `met ${engine}`),
  hash: "Controlegetal",
  hashMatches: "klopt met de inhoud van het bestand",
  status: (name: string, charts: number) => `${name} in beeld, ${charts} figuren.`,
  unreachable: "De publicatie is niet gevonden. Controleer het adres bij src.",
  refusals: {
    altered:
      "Deze publicatie is na het maken veranderd of beschadigd, en wordt daarom niet getoond. Plaats het bestand opnieuw.",
    newer:
      "Deze publicatie is gemaakt met een nieuwere versie van BEN-monitor. Vernieuw het programma op deze pagina.",
    "not-alone": "Kies één publicatie, zonder andere bestanden erbij.",
    "not-one": "Dit bestand is geen publicatie van BEN-monitor. Controleer het adres bij src.",
    "rows-refused":
      "Deze pagina toont alleen publicaties. Een bestand met zaken hoort hier niet: het is niet gelezen en nergens bewaard.",
    unprotected: "In dit bestand staan cijfers die niet beschermd zijn. Ze worden niet getoond.",
    unreadable: "Deze publicatie is beschadigd en kan niet gelezen worden. Plaats het bestand opnieuw.",
  } as Record<RefusalCode, string>,
};

/** The words of one language. */
export type PublicationTexts = typeof nl;

const en: PublicationTexts = {
  badge: ({ minimum, base }) =>
    `Checked: no counts under ${minimum}${base === null ? "" : `, rounded to ${base}`}`,
  isPublication: "This is a publication: protected figures, without any cases behind them.",
  forget: "Clear the screen",
  waiting: "One moment: the figures are on their way.",
  all: "All",
  choose: (field) => `Choose: ${field.toLowerCase()}`,
  inView: (name, cases) => `In view: ${name}, ${whole(cases, "en")} referrals`,
  allOf: (regions) => enumeration(regions, "en"),
  cases: (count) => `${whole(count, "en")} referrals`,
  unitOf: "Referrals by",
  units: { month: "month", quarter: "quarter", "half-year": "half-year", year: "year" },
  otherSection: "Other",
  crosstabs: "Cross tables",
  source: (title, made) => (made ? `${title}, made on ${made}` : title),
  table: "Show table",
  hidden: "hidden",
  legend: (minimum) => `hidden: fewer than ${minimum}, or needed to hide that`,
  rounded: (base) => `Counts are rounded to multiples of ${base}.`,
  multiple: "There can be several answers: together they can be more than 100%.",
  answer: "Answer",
  age: "Age",
  period: "Period",
  band: "Lead time",
  count: "Count",
  share: "Share",
  total: "Total",
  totalAll: "All cases, those without an answer too",
  unknown: "Unknown",
  open: "Still open",
  of: (count, n) => `${whole(count, "en")} of ${whole(n, "en")}`,
  how: "How these figures are protected",
  howMinimum: (minimum) =>
    `A count from 1 to ${minimum - 1} is not in it. Other counts are hidden too, where a small one could be worked out from them.`,
  howBase: (base) =>
    base === null
      ? "The other counts are not rounded."
      : `The other counts are rounded to multiples of ${base}, such that they still add up. Each may in truth be up to ${base - 1} higher or lower.`,
  howPercent: (from) => `Percentages are given for ${from} cases or more, and are whole.`,
  howMedian: (from) => `A median is given for ${from} cases or more.`,
  preset: "For",
  presets: { website: "a website", stuurgroep: "a steering group" },
  audit: "Audit",
  audited: (tables, hidden) =>
    `${whole(tables, "en")} tables worked out as an outsider could; ${whole(hidden, "en")} counts hidden`,
  narrowest: (width) => `no hidden count can be estimated closer than to within ${whole(width, "en")}`,
  previous: "looked at together with the publication before",
  merged: "Answers that were put together",
  together: (label, answers) => (answers.length > 0 ? `${label} (${enumeration(answers, "en")})` : label),
  leftOut: "Not shown",
  made: "Made",
  by: (engine, day) => (day ? `on ${day} with ${engine}` : `with ${engine}`),
  hash: "Checksum",
  hashMatches: "matches what the file holds",
  status: (name, charts) => `${name} in view, ${charts} figures.`,
  unreachable: "The publication was not found. Check the address in src.",
  refusals: {
    altered:
      "This publication was changed or damaged after it was made, and is therefore not shown. Place the file again.",
    newer: "This publication was made with a newer version of BEN-monitor. Renew the program on this page.",
    "not-alone": "Choose one publication, without other files beside it.",
    "not-one": "This file is no publication of BEN-monitor. Check the address in src.",
    "rows-refused":
      "This page shows publications alone. A file with cases does not belong here: it was not read and not kept.",
    unprotected: "This file holds figures that are not protected. They are not shown.",
    unreadable: "This publication is damaged and can't be read. Place the file again.",
  },
};

export function publicationTextsOf(lang: Lang): PublicationTexts {
  return lang === "en" ? en : nl;
}

/** A day as people read it; nothing for none. */
export function dayOf(iso: string | null | undefined, lang: Lang): string {
  return iso ? longDate(iso, lang) : "";
}
