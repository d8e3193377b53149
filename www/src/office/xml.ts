// What the parts of an Office file share (Office Open XML, ECMA-376): how text stands in XML, relations between parts,
// and their types.

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const OFFICE = "http://schemas.openxmlformats.org";
export const RELATION = `${OFFICE}/officeDocument/2006/relationships`;
/** The title, the language and who made it. */
export const PROPERTIES = `${OFFICE}/package/2006/metadata/core-properties`;
/** The relation of a file to these. */
export const PROPERTIES_RELATION = `${OFFICE}/package/2006/relationships/metadata/core-properties`;
export const PROPERTIES_TYPE = "application/vnd.openxmlformats-package.core-properties+xml";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML can hold of a text: no control characters, no halves of pairs, nor the two that are no character. */
export function writable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, "");
}

/** A text as it stands in an element or an attribute. */
export function esc(text: string): string {
  return writable(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? "");
}

/** The same in workbooks and charts, which read `_x0041_` as the number of a letter: kept from that. */
export function escWord(text: string): string {
  return esc(writable(text).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_"));
}

/** A relation of one part to another: the last word of its type or the whole of it, and where that is. */
export type Relation = [type: string, target: string];

/** `rId1`, `rId2` … in this order. */
export function relations(all: Relation[]): string {
  const written = all.map(([type, target], place) => {
    const kind = type.includes("/") ? type : `${RELATION}/${type}`;
    return `<Relationship Id="rId${place + 1}" Type="${kind}" Target="${target}"/>`;
  });
  return `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${written.join("")}</Relationships>`;
}

/** Endings of names that every file has. */
const ENDS: [string, string][] = [
  ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
  ["xml", "application/xml"],
];

/** Types of single parts, and by further endings of names. */
export function contentTypes(parts: [string, string][], more: [string, string][] = []): string {
  const ends = [...ENDS, ...more].map(([end, type]) => `<Default Extension="${end}" ContentType="${type}"/>`);
  const named = parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types">${ends.join("")}${named.join("")}</Types>`;
}
