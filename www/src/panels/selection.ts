// What is selected, and how many that is.
import { html, type TemplateResult } from "lit";
import type { Catalog, Clause, Report } from "../report";
import type { Texts } from "../texts";

export function selection(
  { filter, cases, indicators }: Report,
  catalog: Catalog,
  texts: Texts,
  setFilter: (clauses: Clause[]) => void,
): TemplateResult {
  const { selected, rest } = texts.selected(cases.selected, cases.used);
  return html`<div class="tools" part="filters">
    <ul class="chips" aria-label=${texts.selection}>
      ${filter.map((clause) => {
        const is = ({ id }: { id: string }) => id === clause.field;
        const field = indicators.find(is)?.label ?? catalog.fields.find(is)?.label ?? clause.field;
        const values = clause.values.map((code) => labelOf(clause.field, code, indicators));
        const remove = () => setFilter(filter.filter((other) => other !== clause));
        return html`<li class="chip" part="chip">
          ${texts.chip(field, values)}
          <button type="button" aria-label=${texts.removeChip(field)} @click=${remove}>×</button>
        </li>`;
      })}
    </ul>
    <span class="count"><b>${selected}</b> ${rest}</span>
    <button class="link" type="button" @click=${() => setFilter([])}>${texts.clearAll}</button>
  </div>`;
}

/** What people read for a code: the report has it where the field is an indicator. */
function labelOf(field: string, code: string, indicators: Report["indicators"]): string {
  const indicator = indicators.find((candidate) => candidate.id === field);
  if (indicator?.kind !== "distribution") return code;
  return indicator.rows.find((row) => row.code === code)?.label ?? code;
}
