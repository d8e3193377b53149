// What all parts share: how text stands in XML, the names of the vocabularies, relations and their files.

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const OFFICE = "http://schemas.openxmlformats.org";
export const RELATION = `${OFFICE}/officeDocument/2006/relationships`;
/** The vocabularies of slides. */
export const NAMES = `xmlns:a="${OFFICE}/drawingml/2006/main" xmlns:r="${RELATION}" xmlns:p="${OFFICE}/presentationml/2006/main"`;
export const CHART_NAMES = `xmlns:c="${OFFICE}/drawingml/2006/chart" xmlns:a="${OFFICE}/drawingml/2006/main" xmlns:r="${RELATION}"`;
export const CHART_DATA = `${OFFICE}/drawingml/2006/chart`;
export const TABLE_DATA = `${OFFICE}/drawingml/2006/table`;

/** What XML 1.0 can't hold: control characters, halves of pairs, and two that are no character. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be left out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it stands in an element or an attribute. */
export function esc(text: string): string {
  return text.replace(UNWRITABLE, "").replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? "");
}

/** A relation of one part to another: the last word of its type, and where that is. */
export type Relation = [type: string, target: string];

/** `rId1`, `rId2` … in this order. */
export function relations(all: Relation[]): string {
  const written = all.map(([type, target], place) => {
    const kind = type.includes("/") ? type : `${RELATION}/${type}`;
    return `<Relationship Id="rId${place + 1}" Type="${kind}" Target="${target}"/>`;
  });
  return `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${written.join("")}</Relationships>`;
}

/** Types by the endings of names, and of single parts. */
export function contentTypes(defaults: [string, string][], parts: [string, string][]): string {
  const ends = defaults.map(([end, type]) => `<Default Extension="${end}" ContentType="${type}"/>`);
  const named = parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types">${ends.join("")}${named.join("")}</Types>`;
}
