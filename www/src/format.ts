// Numbers, shares and dates as people read them. No sentences.

/** A language that the element speaks. */
export type Lang = "nl" | "en";

const THIN_HARD_SPACE = "\u202f";

/** A whole number: Dutch with a thin hard space between thousands, as CBS writes. */
export function whole(value: number, lang: Lang): string {
  const text = new Intl.NumberFormat("en", { maximumFractionDigits: 0 }).format(value);
  return lang === "nl" ? text.replaceAll(",", THIN_HARD_SPACE) : text;
}

/** A number with at most one decimal. */
export function decimal(value: number, lang: Lang): string {
  const [integer = "", fraction] = new Intl.NumberFormat("en", { maximumFractionDigits: 1 })
    .format(value)
    .split(".");
  const thousands = lang === "nl" ? integer.replaceAll(",", THIN_HARD_SPACE) : integer;
  return fraction ? `${thousands}${lang === "nl" ? "," : "."}${fraction}` : thousands;
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
  return dateFormat(lang, { day: "numeric", month: "long", year: "numeric" }).format(new Date(iso));
}

/** A period in months: `januari – december 2024`, `maart 2023 – juni 2024`, `maart 2024`. */
export function monthSpan(from: string, to: string, lang: Lang): string {
  const full = dateFormat(lang, { month: "long", year: "numeric" });
  const [first, last] = [new Date(from), new Date(to)];
  if (full.format(first) === full.format(last)) return full.format(last);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const start = sameYear ? dateFormat(lang, { month: "long" }).format(first) : full.format(first);
  return `${start} – ${full.format(last)}`;
}

/** `2024`, or `2023–2024`. */
export function years(from: string, to: string): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}

/** `a, b en c`. */
export function enumeration(words: string[], lang: Lang): string {
  return new Intl.ListFormat(lang === "nl" ? "nl" : "en-GB", { type: "conjunction" }).format(words);
}

function dateFormat(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(lang === "nl" ? "nl" : "en-GB", { ...options, timeZone: "UTC" });
}
