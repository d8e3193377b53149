// A text cut into its sentences. By shape alone: a name of a place may hold a full stop (`St. Oedenrode`).

/** A sentence ends at a full stop behind more than a few letters, before a capital or a number. */
const ENDS = /(?<!(?:^|[\s(])\p{L}{1,3}\.)(?<=[.!?])\s+(?=[\p{Lu}\d‘“(])/u;

export function sentencesOf(text: string): string[] {
  return text.split(ENDS).filter(Boolean);
}
