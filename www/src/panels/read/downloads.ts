// What a person can keep of the reading: a note, the findings as a table, the recept. File names say nothing of the
// files that were read.
import { publishing } from "../../publishing";
import type { Mapping } from "../../report";
import { type Look, RECEPT_SCHEMA, saidOf, withoutSession } from "../../state";
import { choicesOf } from "./change";
import { byKind, kindOf, sentence } from "./findings";
import { choiceText, fieldLabel, type Understood, type Words } from "./words";

const BOM = "\ufeff";
const LINE_END = "\r\n";
/** How a cell begins that a spreadsheet program would take for a formula. */
const FORMULA = /^[=+\-@\t]/;

/** Decisions and findings as plain text, for the minutes or the file. */
export function note(all: Understood, said: Mapping | null, words: Words): string {
  const { own } = words;
  const { understanding, findings, files } = all;
  const serious = findings.filter(({ severity }) => severity !== "info");
  const lines = [own.noteTitle, ""];
  for (const [source, file] of files.entries()) {
    const decided = understanding.decisions.filter(
      (one) => one.source === source && one.code !== "all-cases",
    );
    lines.push(file.name, ...decided.map(({ text }) => `- ${text}`), "");
  }
  const choices = said ? choicesOf(said).map((choice) => `- ${choiceText(words, choice, said)}`) : [];
  if (choices.length > 0) lines.push(own.chosen(choices.length), ...choices, "");
  lines.push(own.findings);
  if (serious.length === 0) lines.push(`- ${own.noFindings}`);
  for (const group of byKind(serious)) {
    for (const one of group) lines.push(`- ${own.severity[one.severity]}: ${sentence(one, true)}`);
  }
  return BOM + lines.join(LINE_END) + LINE_END;
}

/** The findings as a table that Dutch Excel opens right. */
export function findingsTable({ findings }: Understood, words: Words): string {
  const { own } = words;
  const rows = findings.map((one) => [
    one.sourceName,
    own.severity[one.severity],
    kindOf(one, words),
    one.field ? fieldLabel(words, one.field) : "",
    one.column ? `${one.column}` : "",
    `${one.count}`,
    one.rows.join(", "),
    sentence(one, false),
  ]);
  return BOM + [own.csv.head, ...rows].map((row) => row.map(cell).join(";") + LINE_END).join("");
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The mapping in force and the settings, for another file or another region. */
export function recept(mapping: Mapping, look: Required<Look>): string {
  return `${JSON.stringify({ schema: RECEPT_SCHEMA, ...withoutSession(mapping), ...saidOf(look) }, null, 2)}\n`;
}

/** Gives a file to the person, who says where it goes. */
export function save(name: string, type: string, content: string): void {
  publishing()?.give(name, new Blob([content], { type }));
}
