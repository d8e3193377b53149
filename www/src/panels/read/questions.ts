// What a person is asked: columns that are not surely known and answers that are not understood, all in one form.
import { html, nothing, type TemplateResult } from "lit";
import type { ColumnRead, Mapping, Question } from "../../report";
import { heading } from "../heading";
import { withColumn, withValues } from "./change";
import { answerChooser, codeOf, fieldChooser } from "./choosers";
import type { Columns } from "./columns";
import { fieldLabel, type Understood, type Words } from "./words";

/** Most questions that are shown at once. */
const MOST_SHOWN = 6;
/** Most spellings of one question that are shown. */
const MOST_SPELLINGS = 5;

/** What is asked about the files now shown. */
export interface Asked {
  columns: ColumnRead[];
  answers: Question[];
}

/** What is worth asking; what a person said is not asked again, also when it has no meaning. */
export function askedOf({ understanding, mapping }: Understood, columns: Columns): Asked {
  const answers = understanding.questions.filter(({ field, written }) => {
    const said = mapping.values[field] ?? {};
    return written.some(({ text }) => !Object.hasOwn(said, text));
  });
  return { columns: columns.filter(({ status }) => status === "likely"), answers };
}

export interface QuestionActs {
  all: boolean;
  showAll(): void;
  apply(form: HTMLFormElement): void;
}

export function questions(asked: Asked, words: Words, acts: QuestionActs): TemplateResult | typeof nothing {
  const { columns, answers } = asked;
  const shown = acts.all ? answers : answers.slice(0, MOST_SHOWN);
  if (columns.length + answers.length === 0) return nothing;
  const { own, level } = words;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    acts.apply(event.currentTarget as HTMLFormElement);
  };
  return html`<form class="ask" part="questions" @submit=${submit}>
    ${columns.length > 0 ? html`${heading(level, "part", own.unsureColumns(columns.length))} ${list(columns.map((one, index) => aboutColumn(one, index, words)))}` : nothing}
    ${
      answers.length > 0
        ? html`${heading(level, "part", own.unknownAnswers(answers.length))}
          <p class="hint">${own.answersWhy}</p>
          ${list(shown.map((one, index) => aboutAnswer(one, index, words)))}`
        : nothing
    }
    <div class="acts">
      <button class="btn main" type="submit">${own.apply}</button>
      ${answers.length > MOST_SHOWN ? html`<button class="link" type="button" @click=${acts.showAll}>${acts.all ? own.fewer : own.moreQuestions(answers.length - MOST_SHOWN)}</button>` : nothing}
    </div>
  </form>`;
}

function list(items: TemplateResult[]): TemplateResult {
  return html`<ul>${items}</ul>`;
}

function aboutColumn({ heading, field, proposals, filled }: ColumnRead, index: number, words: Words) {
  const { own } = words;
  const near = field === null || proposals.includes(field) ? proposals : [field, ...proposals];
  return html`<li>
    <span class="what"><bdi>${own.column(heading)}</bdi> <span class="soft">${own.filled(filled)}</span></span>
    ${fieldChooser(words, { name: `column-${index}`, label: own.readAs(heading), field, proposals: near })}
  </li>`;
}

function aboutAnswer(question: Question, index: number, words: Words): TemplateResult {
  const { own } = words;
  const { field, count, proposal, sure, withheld } = question;
  const texts = question.written.map(({ text }) => text);
  const more = Math.max(0, texts.length - MOST_SPELLINGS);
  const spellings = own.spellings(texts.slice(0, MOST_SPELLINGS), more, count);
  const where = own.inField(fieldLabel(words, field));
  const chosen = sure === "likely" ? proposal : null;
  const label = `${own.meaning}: ${spellings} ${where}`;
  return html`<li>
    <span class="what"><bdi>${spellings}</bdi> <span class="soft">${where}</span>
      ${withheld > 0 ? html`<span class="soft apart">${own.withheld(withheld)}</span>` : nothing}</span>
    ${answerChooser(words, { name: `answer-${index}`, label, field, chosen, proposal })}
  </li>`;
}

/** The mapping with everything that was answered, and how many questions that was. */
export function answered(
  form: HTMLFormElement,
  asked: Asked,
  mapping: Mapping | null,
  fieldOf: (value: string, mapping: Mapping | null) => string | null,
): { mapping: Mapping | null; count: number } {
  const chosen = new FormData(form);
  const of = (name: string) => chosen.get(name)?.toString() ?? "";
  let count = 0;
  let said = mapping;
  for (const [index, { heading }] of asked.columns.entries()) {
    const value = of(`column-${index}`);
    if (!value) continue;
    said = withColumn(said, heading, fieldOf(value, said));
    count += 1;
  }
  for (const [index, { field, written }] of asked.answers.entries()) {
    const code = codeOf(of(`answer-${index}`));
    if (code === null) continue;
    const texts = written.map(({ text }) => text);
    said = withValues(said, field, texts, code);
    count += 1;
  }
  return { mapping: said, count };
}
