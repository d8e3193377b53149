// The words about where the figures are made, in both languages.
import type { Lang } from "../format";

const nl = {
  local: "Alleen op deze computer",
  made: "Deze cijfers zijn op deze computer gemaakt. Het bestand is niet verstuurd.",
  wifi: "Probeer het maar: zet de wifi uit en kies het bestand opnieuw. Het werkt gewoon.",
  ready: "Dit programma rekent op deze computer. Een bestand dat u kiest, wordt niet verstuurd.",
  asked: (count: number) =>
    `Sinds u een bestand koos, heeft deze pagina ${count === 0 ? "0 keer" : `${count} keer`} iets via internet opgevraagd.`,
  own: (count: number) =>
    count === 1
      ? "Dat was een onderdeel van dit programma zelf."
      : `Daarvan ${count} keer een onderdeel van dit programma zelf.`,
  others: (count: number, hosts: string) =>
    `${count} keer deed de website om dit programma heen dat, bij ${hosts}. Dit programma kan dat niet tegenhouden.`,
  told: "De browser telt dit, niet wij.",
  build: "Versie",
  privacy: "Uitleg voor de privacyfunctionaris",
  protected: "Deze pagina heeft geen gegevens van kinderen: alleen de beschermde aantallen hierboven.",
};

const en: typeof nl = {
  local: "Only on this computer",
  made: "These figures were made on this computer. The file has not been sent anywhere.",
  wifi: "Try it: turn the wifi off and choose the file again. It just works.",
  ready: "This program works on this computer. A file that you choose is not sent anywhere.",
  asked: (count) =>
    `Since you chose a file this page has asked the internet for something ${count === 1 ? "once" : `${count} times`}.`,
  own: (count) =>
    count === 1
      ? "That was a part of this program itself."
      : `Of these ${count} were parts of this program itself.`,
  others: (count, hosts) =>
    `${count === 1 ? "Once" : `${count} times`} the website around this program asked for something, of ${hosts}. This program can't prevent that.`,
  told: "The browser counts this, not we.",
  build: "Build",
  privacy: "For the privacy officer (in Dutch)",
  protected: "This page has no data of children: only the protected counts above.",
};

export type TrustTexts = typeof nl;

export function trustTexts(lang: Lang): TrustTexts {
  return lang === "en" ? en : nl;
}
