// The words around the risk of re-identification, in both languages; its sentences are the core's.
import type { Lang } from "../format";

const nl = {
  title: (files: number) =>
    `Hoe herkenbaar zijn de kinderen in ${files === 1 ? "dit bestand" : "deze bestanden"}?`,
  weighing: "Bezig met tellen…",
  failed: "Dit is niet gelukt.",
  again: "Opnieuw proberen",
  advice: "Voordat u iets deelt",
  groups: "Wat grover maken oplevert",
  data: "Gegevens",
  unique: "Uniek",
  few: "Groep 2–9",
  rest: "Groep 10+",
  asIs: "Zoals in het bestand",
  bands: "Met leeftijds\u00adgroepen",
  quarters: "Met kwartalen",
  both: "Met allebei",
  causes: "Wat kinderen uniek maakt",
  field: "Veld",
  without: "Uniek zonder dit veld",
  fall: "Verschil",
  month: "Maand van aanmelding",
  splits: "Waarnaar u kunt uitsplitsen",
  by: "Veld",
  smallest: "Klein\u00adste groep",
  stuurgroep: "Stuur\u00adgroep",
  website: "Web\u00adsite",
  yes: "ja",
  no: "nee",
  splitsWhy:
    "‘Ja’: elke groep heeft genoeg kinderen (stuurgroep 5, website 10) en meer dan één problematiek. ‘Onbekend’ telt " +
    "als een groep. Geteld over alle zaken.",
};

const en: typeof nl = {
  title: (files) => `How recognisable are the children in ${files === 1 ? "this file" : "these files"}?`,
  weighing: "Counting…",
  failed: "This did not work.",
  again: "Try again",
  advice: "Before you share anything",
  groups: "What making it coarser brings",
  data: "Data",
  unique: "Unique",
  few: "Group 2–9",
  rest: "Group 10+",
  asIs: "As in the file",
  bands: "With age bands",
  quarters: "With quarters",
  both: "With both",
  causes: "What makes children unique",
  field: "Field",
  without: "Unique without this field",
  fall: "Difference",
  month: "Month of referral",
  splits: "What you can split by",
  by: "Field",
  smallest: "Small\u00adest group",
  stuurgroep: "Steer\u00ading group",
  website: "Web\u00adsite",
  yes: "yes",
  no: "no",
  splitsWhy:
    "‘Yes’: each group has enough children (steering group 5, website 10) and more than one main problem. ‘Unknown’ " +
    "counts as a group. Counted over all cases.",
};

export type RiskTexts = typeof nl;

export function riskTexts(lang: Lang): RiskTexts {
  return lang === "en" ? en : nl;
}
