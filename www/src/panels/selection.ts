// What is selected, how many that is, and the buttons for another file.
import { html, nothing, type TemplateResult } from "lit";
import type { Catalog, Clause, Report } from "../report";
import type { Texts } from "../texts";

/** What the buttons do. */
export interface SelectionActs {
  setFilter(clauses: Clause[]): void;
  choose(): void;
  forget(): void;
}

export function selection(
  report: Report,
  catalog: Catalog,
  texts: Texts,
  acts: SelectionActs,
): TemplateResult {
  return html`<div class="tools" part="toolbar">
    ${report.filter.length > 0 ? chips(report, catalog, texts, acts) : nothing}
    <div class="right">
      <button class="btn" type="button" part="button" @click=${acts.forget}>${texts.forget}</button>
      <button class="btn" type="button" part="button" @click=${acts.choose}>${texts.chooseOther}</button>
    </div>
  </div>`;
}

function chips({ filter, cases, indicators }: Report, catalog: Catalog, texts: Texts, acts: SelectionActs) {
  const { selected, rest } = texts.selected(cases.selected, cases.used);
  return html`<ul class="chips" aria-label=${texts.selection}>
      ${filter.map((clause) => {
        const field = catalog.fields.find(({ id }) => id === clause.field)?.label ?? clause.field;
        const values = clause.values.map((code) => labelOf(clause.field, code, indicators));
        const remove = () => acts.setFilter(filter.filter((other) => other !== clause));
        return html`<li class="chip" part="chip">
          ${texts.chip(field, values)}
          <button type="button" aria-label=${texts.removeChip(field)} @click=${remove}>×</button>
        </li>`;
      })}
    </ul>
    <span class="count"><b>${selected}</b> ${rest}</span>
    <button class="link" type="button" @click=${() => acts.setFilter([])}>${texts.clearAll}</button>`;
}

/** What people read for a code: the report has it where the field is an indicator. */
function labelOf(field: string, code: string, indicators: Report["indicators"]): string {
  const indicator = indicators.find((candidate) => candidate.id === field);
  if (indicator?.kind !== "distribution") return code;
  return indicator.rows.find((row) => row.code === code)?.label ?? code;
}
