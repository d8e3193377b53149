// The lists that a person chooses from: a field for a column, an answer for a spelling. Native selects, so that
// they work by keyboard, by voice and on a phone.
import { html, nothing, type TemplateResult } from "lit";
import { isOwn } from "../../state";
import { answerLabel, fieldLabel, noAnswers, type Words } from "./words";

/** Values of the list of fields that are no field. */
export const UNUSED = "-";
export const OWN = "+";
/** In the list of answers: the empty code, which nothing chosen looks like too. */
const NOT_COUNTED = "-";

/** The code that is meant by what was chosen from a list of answers; `null` when nothing was. */
export function codeOf(value: string): string | null {
  if (value === "") return null;
  return value === NOT_COUNTED ? "" : value;
}

interface FieldChooser {
  name: string;
  label: string;
  /** In force. */
  field: string | null;
  proposals: string[];
}

interface Option {
  id: string;
  label: string;
}

/** A list of all fields, the proposals on top. */
export function fieldChooser(words: Words, { name, label, field, proposals }: FieldChooser): TemplateResult {
  const { own, catalog } = words;
  const chosen = field === null ? UNUSED : isOwn(field) ? OWN : field;
  const near = proposals.map((id) => ({ id, label: fieldLabel(words, id) }));
  const proposed = proposals.includes(chosen);
  const hasOwn = catalog.fields.some(({ id }) => isOwn(id));
  return html`<select name=${name} aria-label=${label}>
    ${near.length > 0 ? group(own.proposal, near, proposed ? chosen : null) : nothing}
    ${option({ id: UNUSED, label: own.unusedChoice }, chosen)}
    ${hasOwn ? option({ id: OWN, label: own.ownChart }, chosen) : nothing}
    ${sections(words).map((section) => group(section.label, section.fields, proposed ? null : chosen))}
  </select>`;
}

interface AnswerChooser {
  name: string;
  label: string;
  field: string;
  /** Chosen from the start; nothing when it is null. */
  chosen: string | null;
  proposal: string | null;
}

/** A list of the answers of a field, the proposal on top. */
export function answerChooser(words: Words, asked: AnswerChooser): TemplateResult {
  const { own, catalog } = words;
  const { name, label, field, chosen, proposal } = asked;
  const values = catalog.fields.find(({ id }) => id === field)?.values ?? [];
  const rest = noAnswers(words).filter(({ id }) => values.every((value) => value.id !== id));
  const proposed = proposal !== null && proposal === chosen;
  const near = proposal === null ? [] : [{ id: proposal, label: answerLabel(words, field, proposal) }];
  const below = proposed ? null : chosen;
  return html`<select name=${name} aria-label=${label}>
    ${chosen === null ? html`<option value="" .selected=${true}>${own.choosePrompt}</option>` : nothing}
    ${near.length > 0 ? group(own.proposal, near, chosen) : nothing}
    ${values.length > 0 ? group(own.allAnswers, values, below) : nothing} ${group(own.noAnswer, rest, below)}
  </select>`;
}

function group(label: string, options: Option[], chosen: string | null): TemplateResult {
  return html`<optgroup label=${label}>${options.map((one) => option(one, chosen))}</optgroup>`;
}

function option({ id, label }: Option, chosen: string | null): TemplateResult {
  return html`<option value=${id || NOT_COUNTED} .selected=${id === chosen}>${label}</option>`;
}

/** The fields in the sections of the report; those that no figure begins with come last. */
function sections({ catalog, own }: Words): { label: string; fields: Option[] }[] {
  const placed = new Map<string, string>();
  for (const { field, section } of catalog.indicators) {
    if (field && !placed.has(field)) placed.set(field, section);
  }
  const fields = catalog.fields.filter(({ id }) => !isOwn(id));
  const inside = (section: string | undefined) => fields.filter(({ id }) => placed.get(id) === section);
  return [
    ...catalog.sections.map(({ id, label }) => ({ label, fields: inside(id) })),
    { label: own.otherFields, fields: inside(undefined) },
  ].filter((section) => section.fields.length > 0);
}
