// What was decided, a line each, with how to change it.
import { html, nothing, type TemplateResult } from "lit";
import type { Change, Decision, Mapping } from "../../report";
import { heading } from "../heading";
import { type Choice, choicesOf, withColumn, withValues, withWish } from "./change";
import { answerChooser, codeOf, fieldChooser } from "./choosers";
import { answerLabel, choiceText, columnText, type Understood, type Words } from "./words";

/** Decisions that only count the cases. */
const COUNTS = new Set(["all-cases", "cases"]);
/** Most decisions of one file that are shown at once. */
const MOST_SHOWN = 9;
const MOST_OF_SEVERAL = 5;

export interface DecisionActs {
  /** Which decision is being changed. */
  editing: string | null;
  /** What was said so far. */
  mapping: Mapping | null;
  all: boolean;
  showAll(): void;
  edit(key: string | null): void;
  change(mapping: Mapping, told: string): void;
  /** What a choice in a list of fields means. */
  fieldOf(value: string): string | null;
  revert(choice: Choice): void;
}

export function decisions(
  { understanding, files }: Understood,
  words: Words,
  acts: DecisionActs,
): TemplateResult {
  const bySource = new Map<number, Decision[]>();
  // How many cases there are stands in the line above, and with each file.
  for (const one of understanding.decisions.filter(({ code }) => !COUNTS.has(code))) {
    bySource.set(one.source, [...(bySource.get(one.source) ?? []), one]);
  }
  const several = files.length > 1;
  const most = several ? MOST_OF_SEVERAL : MOST_SHOWN;
  return html`<div class="told ${several ? "all" : ""}">
    ${heading(words.level, "part", words.own.decisions)}
    <div class="sources">${[...bySource].map(([source, list]) => {
      const shown = acts.all ? list : list.slice(0, most);
      return html`<div>${several ? html`<p class="file"><bdi>${files[source]?.name}</bdi></p>` : nothing}
        <ul>${shown.map((one, index) => line(one, `${source}-${one.code}-${index}`, words, acts))}</ul>
        ${list.length > most ? html`<button class="link" type="button" @click=${acts.showAll}>${acts.all ? words.own.fewer : words.own.moreDecisions(list.length - most)}</button>` : nothing}</div>`;
    })}</div>
    ${chosen(words, acts)}
  </div>`;
}

function line({ text, change }: Decision, key: string, words: Words, acts: DecisionActs): TemplateResult {
  return html`<li>
    <span>${text}</span>
    ${change ? changer(change, text, key, words, acts) : nothing}
  </li>`;
}

function changer(
  change: Change,
  text: string,
  key: string,
  words: Words,
  acts: DecisionActs,
): TemplateResult | typeof nothing {
  const { own } = words;
  const { mapping } = acts;
  const once = (label: string, next: () => Mapping, told: string) =>
    html`<button class="link" type="button" data-key=${key} aria-label=${`${label}: ${text}`}
      @click=${() => acts.change(next(), told)}>${label}</button>`;
  if (change.kind === "rows")
    return once(own.countRows, () => withWish(mapping, "keepRows", true), own.rowsKept);
  if (change.kind === "doubles")
    return once(own.countDoubles, () => withWish(mapping, "keepDoubles", true), own.doublesKept);
  // Said of the finding, which knows what kind it is.
  if (change.kind === "identifier") return nothing;
  const open = acts.editing === key;
  return html`<button class="link" type="button" data-key=${key} aria-label=${own.changeWhat(text)}
      aria-expanded=${open} @click=${() => acts.edit(open ? null : key)}>${own.change}</button>
    ${open ? editor(change, words, acts) : nothing}`;
}

type Edited = Exclude<Change, { kind: "rows" | "doubles" | "identifier" }>;

function editor(change: Edited, words: Words, acts: DecisionActs): TemplateResult {
  const { own } = words;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const value = new FormData(event.currentTarget as HTMLFormElement).get("to")?.toString() ?? "";
    const [mapping, told] = changed(change, value, words, acts);
    if (value && mapping) acts.change(mapping, told);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === "Escape") acts.edit(null);
  };
  return html`<form class="edit" @submit=${submit} @keydown=${leave}>
    ${input(change, words)}
    <button class="btn main" type="submit">${own.apply}</button>
    <button class="btn" type="button" @click=${() => acts.edit(null)}>${own.cancel}</button>
  </form>`;
}

function input(change: Edited, words: Words): TemplateResult {
  const { own } = words;
  if (change.kind === "header")
    return html`<label>${own.headerRow} <input name="to" type="number" min="1" max="200" required .value=${`${change.row}`} /></label>`;
  if (change.kind === "dates") {
    const order = (id: "dmy" | "mdy") =>
      html`<option value=${id} .selected=${id === change.order}>${own[id]}</option>`;
    return html`<select name="to" aria-label=${own.dateOrder}>${order("dmy")}${order("mdy")}</select>`;
  }
  if (change.kind === "column")
    return fieldChooser(words, {
      name: "to",
      label: own.readAs(change.heading),
      field: change.field,
      proposals: [],
    });
  const { field, written, code } = change;
  return answerChooser(words, {
    name: "to",
    label: `${own.meaning}: “${written}”`,
    field,
    chosen: code,
    proposal: null,
  });
}

function changed(
  change: Edited,
  value: string,
  words: Words,
  { mapping, fieldOf }: DecisionActs,
): [Mapping, string] {
  const { own } = words;
  if (change.kind === "header")
    return [withWish(mapping, "header", Number(value)), own.headerRead(Number(value))];
  if (change.kind === "dates") {
    const order = value === "mdy" ? "mdy" : "dmy";
    return [withWish(mapping, "dates", order), own.datesRead(own[order])];
  }
  if (change.kind === "column") {
    const field = fieldOf(value);
    return [withColumn(mapping, change.heading, field), columnText(words, change.heading, field)];
  }
  const { field, written } = change;
  const code = codeOf(value) ?? "";
  const told = own.valueRead(written, answerLabel(words, field, code));
  return [withValues(mapping, field, [written], code), told];
}

/** What a person or a recept has said, to take back one by one. */
function chosen(words: Words, { mapping, revert }: DecisionActs): TemplateResult | typeof nothing {
  const choices = choicesOf(mapping);
  if (!mapping || choices.length === 0) return nothing;
  const { own } = words;
  return html`<details class="chosen">
    <summary>${own.chosen(choices.length)}</summary>
    <ul>
      ${choices.map((choice) => {
        const text = choiceText(words, choice, mapping);
        return html`<li>
          <span>${text}</span>
          <button class="link" type="button" aria-label=${own.revertWhat(text)} @click=${() => revert(choice)}>${own.revert}</button>
        </li>`;
      })}
    </ul>
  </details>`;
}
