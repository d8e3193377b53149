// Numbers, shares and dates as people read them. No sentences.

/** A language that the element speaks. */
export type Lang = "nl" | "en";

// The browser's own formats are right too, and take tens of milliseconds to make.

const MONTHS = {
  nl: "januari februari maart april mei juni juli augustus september oktober november december",
  en: "January February March April May June July August September October November December",
};
/** Between thousands: Dutch with a thin hard space, as CBS writes. */
const MARKS = { nl: "\u202f", en: "," };

/** A whole number. */
export function whole(value: number, lang: Lang): string {
  return `${Math.round(value)}`.replace(/\B(?=(\d{3})+$)/g, MARKS[lang]);
}

/** A number with at most one decimal. */
export function decimal(value: number, lang: Lang): string {
  const tenths = Math.round(value * 10);
  const fraction = Math.abs(tenths % 10);
  const integer = whole(Math.trunc(tenths / 10), lang);
  return fraction ? `${integer}${lang === "nl" ? "," : "."}${fraction}` : integer;
}

/** A share as a whole percentage, half away from zero, from the counts so that it is exact. */
export function percent(count: number, n: number): string {
  return n > 0 ? `${Math.floor((200 * count + n) / (2 * n))}%` : "–";
}

/** A fraction as a whole percentage. */
export function fractionPercent(fraction: number): string {
  return `${Math.floor(fraction * 100 + 0.5)}%`;
}

/** `2024-12-31` as `31 december 2024`. */
export function longDate(iso: string, lang: Lang): string {
  return `${Number(iso.slice(8))} ${monthOf(iso, lang)} ${iso.slice(0, 4)}`;
}

/** A period in months: `januari – december 2024`, `maart 2023 – juni 2024`, `maart 2024`. */
export function monthSpan(from: string, to: string, lang: Lang): string {
  const last = `${monthOf(to, lang)} ${to.slice(0, 4)}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return last;
  const year = from.slice(0, 4);
  return `${monthOf(from, lang)}${year === to.slice(0, 4) ? "" : ` ${year}`} – ${last}`;
}

function monthOf(iso: string, lang: Lang): string {
  return MONTHS[lang].split(" ")[Number(iso.slice(5, 7)) - 1] ?? "";
}

/** `2024`, or `2023–2024`. */
export function years(from: string, to: string): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}

/** `a, b en c`. */
export function enumeration(words: string[], lang: Lang): string {
  const and = lang === "nl" ? "en" : "and";
  const before = words.slice(0, -1).join(", ");
  return [before, before && and, words.at(-1)].filter(Boolean).join(" ");
}
