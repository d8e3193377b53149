// What the parts of the panel share: the words, the labels of fields and answers, and what was read.
import type { Lang } from "../../format";
import type { FileRead, Source, WorkbookRead } from "../../protocol";
import type { Catalog, Finding, Mapping, Understanding } from "../../report";
import { isOwn } from "../../state";
import type { Texts } from "../../texts";
import type { ReadingTexts } from "../../texts/reading";
import type { Choice } from "./change";

/** Files, and what was said of how to read them: enough to read them again. */
export interface Reading {
  given: Source[];
  mapping: Mapping | null;
}

/** What the panel tells. */
export interface Understood {
  given: Source[];
  files: FileRead[];
  workbooks: WorkbookRead[];
  /** What was noticed and understood is known. */
  complete: boolean;
  findings: Finding[];
  /** In force. */
  mapping: Mapping;
  understanding: Understanding;
  catalog: Catalog;
}

/** Words of one language with the labels of the catalog. */
export interface Words {
  lang: Lang;
  texts: Texts;
  own: ReadingTexts;
  catalog: Catalog;
  /** Level of headings in the panel. */
  level: number;
}

export function fieldLabel({ catalog }: Words, field: string): string {
  return catalog.fields.find(({ id }) => id === field)?.label ?? field;
}

export function answerLabel(words: Words, field: string, code: string): string {
  const values = words.catalog.fields.find(({ id }) => id === field)?.values ?? [];
  return (
    values.find(({ id }) => id === code)?.label ??
    noAnswers(words).find(({ id }) => id === code)?.label ??
    code
  );
}

/** Codes by which a mapping says that a spelling is no answer; the empty one says that it has no meaning. */
export function noAnswers({ own }: Words): { id: string; label: string }[] {
  return [
    { id: "onbekend", label: own.unknown },
    { id: "nvt", label: own.notApplicable },
    { id: "", label: own.notCounted },
  ];
}

/** A choice as a sentence. */
export function choiceText(words: Words, choice: Choice, mapping: Mapping): string {
  const { own } = words;
  if (choice.kind === "column") return columnText(words, choice.heading, choice.field);
  if (choice.kind === "value")
    return own.valueRead(choice.written, answerLabel(words, choice.field, choice.code));
  const { header = 0, dates = "dmy", clean = [] } = mapping.reading ?? {};
  return {
    header: own.headerRead(header),
    dates: own.datesRead(own[dates]),
    keepRows: own.rowsKept,
    keepDoubles: own.doublesKept,
    clean: own.identifierCleared(clean.join(", ")),
  }[choice.wish];
}

/** What a column is taken for, as a sentence. */
export function columnText(words: Words, heading: string, field: string | null): string {
  const { own } = words;
  if (field === null) return own.columnUnused(heading);
  return isOwn(field) ? own.columnOwn(heading) : own.columnRead(heading, fieldLabel(words, field));
}
