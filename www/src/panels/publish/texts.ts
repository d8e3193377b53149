// The words around making a publication, in both languages: they come with it. Why something is left out and why it
// is refused are the core's sentences.
import { enumeration, type Lang, whole } from "../../format";
import type { WhyNot } from "./wish";

const nl = {
  title: "Publiceren: maak cijfers die u wél mag delen",
  around: "Alles om dit vak heen is besloten.",
  only: "Deel alleen wat u hier in stap 3 bewaart.",
  choose: "1. Kies",
  check: "2. Controleer",
  keep: "3. Bewaar",
  forWhom: "Voor wie?",
  presets: { website: "Website", stuurgroep: "Stuurgroep" },
  means: {
    website: "Voor iedereen: geen aantal onder de 10, en alles is afgerond op vijftallen.",
    stuurgroep:
      "Alleen voor wie over de zaken gaat: geen aantal onder de 5, de andere aantallen zijn precies.",
  },
  period: "Welke periode?",
  from: "Van",
  until: "Tot en met",
  closed: "Alleen kwartalen die voorbij zijn.",
  noneClosed: "In dit bestand is nog geen kwartaal voorbij.",
  splitBy: "Uitsplitsen naar",
  noSplit: "Niet uitsplitsen",
  splitHint: "Elke groep krijgt eigen cijfers. Hoe meer groepen, hoe meer er verborgen wordt.",
  counting: "Bezig met tellen…",
  whyNot: (why: WhyNot, least: number, names: string[]) =>
    `Niet mogelijk, want ${
      {
        single: "er is maar één groep",
        small: `een groep heeft minder dan ${least} kinderen`,
        alike: "in een groep hebben alle kinderen dezelfde problematiek",
      }[why]
    }: ${enumeration(names, "nl")}.`,
  figures: (on: number, all: number) => (on === all ? `Alle ${all} figuren` : `${on} van de ${all} figuren`),
  whichFigures: "Welke figuren?",
  allOn: "Alles aan",
  allOff: "Alles uit",
  never: (names: string[]) =>
    `Nooit in een publicatie: ${enumeration(names, "nl")}. Ze hangen met te veel andere cijfers samen.`,
  noFigures: "Kies ten minste één figuur.",
  name: "Titel",
  nameHint: "Mag leeg blijven. Iedereen kan deze titel lezen.",
  earlier: "Uw vorige publicatie",
  earlierHint: "Als die er is: dan kan niemand uit het verschil tussen beide iets over een kind afleiden.",
  earlierTaken: (title: string) => `Telt mee: ${title}`,
  chooseEarlier: "Kies het bestand",
  withoutEarlier: "Haal weg",
  notEarlier:
    "Dit bestand is geen publicatie van BEN-monitor: kies het bestand publicatie.json van de vorige keer.",
  preview: "Bekijk vooraf",
  again: "Bekijk opnieuw",
  working: "Bezig met beschermen en narekenen…",
  failed: "Dit is niet gelukt. Probeer het opnieuw.",
  previousTells: (name: string) =>
    `Er is nog niets gemaakt. Naast uw vorige publicatie zou het figuur ‘${name}’ iets over enkele kinderen vertellen.`,
  drop: (name: string) => `Laat ‘${name}’ weg en bekijk opnieuw`,
  lead: (figures: number, all: number, percent: string) =>
    `${figures === all ? `Alle ${all} figuren kunnen` : `${figures} van de ${all} figuren kunnen`} gepubliceerd worden, met ${percent} van de aantallen.`,
  counts: (hidden: number, all: number) =>
    `${whole(hidden, "nl")} van de ${whole(all, "nl")} aantallen ${hidden === 1 ? "is" : "zijn"} verborgen: klein, of nodig om een klein aantal niet te laten uitrekenen.`,
  noneHidden: "Geen enkel aantal is verborgen.",
  audited: (tables: number) =>
    `${whole(tables, "nl")} tabellen zijn nagerekend zoals een buitenstaander dat kan.`,
  with: (previous: boolean): string => (previous ? " Ook samen met uw vorige publicatie." : ""),
  together: "Voorstel: kleine antwoorden samenvoegen",
  togetherHint:
    "Samenvoegen laat het meeste zien. Wilt u een antwoord toch apart? Dan worden kleine antwoorden verborgen.",
  group: (label: string, answers: string[]) =>
    answers.length > 0 ? `${label}: ${enumeration(answers, "nl")}` : label,
  unknown: "onbekend",
  noGroups: "Kleine antwoorden zijn verborgen.",
  gain: (merged: number, apart: number | null) => {
    if (merged === apart) return `Samengevoegd of niet: ${hiddenNl(merged)}.`;
    const without = apart === null ? "dit figuur valt weg" : hiddenNl(apart);
    return `Samengevoegd: ${hiddenNl(merged)}. Niet samengevoegd: ${without}.`;
  },
  apart: "Niet samenvoegen, maar verbergen",
  leftOut: "Wat er niet, of niet helemaal, in staat",
  nothingLeftOut: "Alles wat u koos, staat erin.",
  stale: "U hebt iets veranderd. Bekijk eerst opnieuw wat dat doet.",
  look: "Zo ziet de publicatie eruit",
  frame: "Voorbeeld: alleen dit wordt gedeeld",
  save: "Bewaar publicatie",
  saved: "De publicatie is bewaard als publicatie.json.",
  saveHint: {
    website:
      "Zet publicatie.json op de website naast de map pkg van BEN-monitor, met deze twee regels op de pagina:",
    stuurgroep:
      "Deel publicatie.json alleen met de stuurgroep, en zet het niet op een website. Wie het bestand in BEN-monitor opent, ziet de cijfers; op een afgeschermde pagina kan het met deze twee regels:",
  },
  snippet: "Twee regels voor de webpagina",
  copy: "Kopieer de regels",
  copied: "De regels zijn gekopieerd.",
  selected: "De regels zijn geselecteerd: kopieer ze met Ctrl+C.",
};

export type PublishTexts = typeof nl;

function hiddenNl(count: number): string {
  if (count === 0) return "niets verborgen";
  return `${whole(count, "nl")} ${count === 1 ? "aantal" : "aantallen"} verborgen`;
}

function hiddenEn(count: number): string {
  return count === 0 ? "nothing hidden" : `${whole(count, "en")} ${count === 1 ? "count" : "counts"} hidden`;
}

const en: PublishTexts = {
  title: "Publish: make figures that you may share",
  around: "All around this box is private.",
  only: "Share only what you save here in step 3.",
  choose: "1. Choose",
  check: "2. Check",
  keep: "3. Save",
  forWhom: "For whom?",
  presets: { website: "Website", stuurgroep: "Steering group" },
  means: {
    website: "For everybody: no count under 10, and all counts are rounded to fives.",
    stuurgroep: "Only for those who answer for the cases: no count under 5, the other counts are exact.",
  },
  period: "Which period?",
  from: "From",
  until: "Up to and including",
  closed: "Only quarters that are over.",
  noneClosed: "No quarter in this file is over yet.",
  splitBy: "Split by",
  noSplit: "Do not split",
  splitHint: "Each group gets figures of its own. The more groups, the more is hidden.",
  counting: "Counting…",
  whyNot: (why, least, names) =>
    `Not possible, since ${
      {
        single: "there is only one group",
        small: `a group has fewer than ${least} children`,
        alike: "in a group all children have the same main problem",
      }[why]
    }: ${enumeration(names, "en")}.`,
  figures: (on, all) => (on === all ? `All ${all} figures` : `${on} of the ${all} figures`),
  whichFigures: "Which figures?",
  allOn: "All on",
  allOff: "All off",
  never: (names) =>
    `Never in a publication: ${enumeration(names, "en")}. They are tied to too many other figures.`,
  noFigures: "Choose at least one figure.",
  name: "Title",
  nameHint: "May stay empty. Everybody can read this title.",
  earlier: "Your previous publication",
  earlierHint: "If there is one: nobody can then learn of a child from the difference between the two.",
  earlierTaken: (title) => `Counts along: ${title}`,
  chooseEarlier: "Choose the file",
  withoutEarlier: "Remove",
  notEarlier: "This file is no publication of BEN-monitor: choose the file publicatie.json of last time.",
  preview: "Preview",
  again: "Preview again",
  working: "Protecting and auditing…",
  failed: "This did not work. Try again.",
  previousTells: (name) =>
    `Nothing has been made yet. Beside your previous publication the figure ‘${name}’ would tell of a few children.`,
  drop: (name) => `Leave out ‘${name}’ and preview again`,
  lead: (figures, all, percent) =>
    `${figures === all ? `All ${all} figures` : `${figures} of the ${all} figures`} can be published, with ${percent} of the counts.`,
  counts: (hidden, all) =>
    `${whole(hidden, "en")} of the ${whole(all, "en")} counts ${hidden === 1 ? "is" : "are"} hidden: small, or needed so that a small one can't be worked out.`,
  noneHidden: "No count is hidden.",
  audited: (tables) => `${whole(tables, "en")} tables were worked out as an outsider could.`,
  with: (previous) => (previous ? " Also together with your previous publication." : ""),
  together: "Proposal: put small answers together",
  togetherHint:
    "Putting together shows most. Want an answer apart all the same? Then small answers are hidden.",
  group: (label, answers) => (answers.length > 0 ? `${label}: ${enumeration(answers, "en")}` : label),
  unknown: "unknown",
  noGroups: "Small answers are hidden.",
  gain: (merged, apart) => {
    if (merged === apart) return `Together or apart: ${hiddenEn(merged)}.`;
    const without = apart === null ? "this figure drops out" : hiddenEn(apart);
    return `Together: ${hiddenEn(merged)}. Apart: ${without}.`;
  },
  apart: "Do not put together, but hide",
  leftOut: "What is not, or not wholly, in it",
  nothingLeftOut: "All that you chose is in it.",
  stale: "You changed something. First preview again what that does.",
  look: "What the publication looks like",
  frame: "Preview: only this is shared",
  save: "Save publication",
  saved: "The publication was saved as publicatie.json.",
  saveHint: {
    website:
      "Put publicatie.json on the website beside the folder pkg of BEN-monitor, with these two lines on the page:",
    stuurgroep:
      "Share publicatie.json with the steering group only, and do not put it on a website. Whoever opens the file in BEN-monitor sees the figures; on a closed page it takes these two lines:",
  },
  snippet: "Two lines for the web page",
  copy: "Copy the lines",
  copied: "The lines were copied.",
  selected: "The lines are selected: copy them with Ctrl+C.",
};

export function publishTexts(lang: Lang): PublishTexts {
  return lang === "en" ? en : nl;
}
