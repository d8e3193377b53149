// The words of comparing two files, in both languages; they come with the panel.
import type { Lang } from "../format";

const nl = {
  title: "Twee bestanden vergelijken",
  shared: (older: string, newer: string, count: string) => `${older} en ${newer} hebben ${count} gemeen.`,
  cases: (count: number) => (count === 1 ? "1 zaak" : `${count} zaken`),
  pair: "Welke bestanden",
  compare: "Vergelijk",
  swap: "Wissel oud en nieuw",
  order: (older: string, newer: string) => `Oud: ${older}. Nieuw: ${newer}.`,
  caption: (older: string, newer: string) => `Wat er veranderde van ${older} naar ${newer}`,
  region: "Regio",
  all: "Alle zaken",
  noRegion: "Regio onbekend",
  new: "Nieuw",
  closed: "Afgesloten",
  changed: "Gewijzigd",
  gone: "Verdwenen",
  same: "Gelijk",
  explained:
    "Nieuw: alleen in het nieuwe bestand. Afgesloten: was nog open. Gewijzigd: een ander antwoord in een kolom die " +
    "beide hebben. Verdwenen: alleen in het oude bestand.",
  withoutNumber: (name: string, rows: number) =>
    `${rows === 1 ? "1 rij" : `${rows} rijen`} van ${name} zonder casusnummer ${rows === 1 ? "is" : "zijn"} niet vergeleken.`,
};

const en: typeof nl = {
  title: "Compare two files",
  shared: (older, newer, count) => `${older} and ${newer} have ${count} in common.`,
  cases: (count) => (count === 1 ? "1 case" : `${count} cases`),
  pair: "Which files",
  compare: "Compare",
  swap: "Swap older and newer",
  order: (older, newer) => `Older: ${older}. Newer: ${newer}.`,
  caption: (older, newer) => `What changed from ${older} to ${newer}`,
  region: "Region",
  all: "All cases",
  noRegion: "Region unknown",
  new: "New",
  closed: "Closed",
  changed: "Changed",
  gone: "Gone",
  same: "Same",
  explained:
    "New: in the newer file alone. Closed: was still open. Changed: another answer in a column that both have. " +
    "Gone: in the older file alone.",
  withoutNumber: (name, rows) =>
    `${rows === 1 ? "1 row" : `${rows} rows`} of ${name} without a case number ${rows === 1 ? "was" : "were"} not compared.`,
};

export function compareTexts(lang: Lang): typeof nl {
  return lang === "en" ? en : nl;
}
