// What is asked further, as parts of the page.
import { html, nothing, type TemplateResult } from "lit";
import type { BenMonitor } from "../../monitor";
import type { Catalog, Clause, Report } from "../../report";
import { askingTextsOf } from "../../texts/asking";
import "./bar";
import "./crosstab";
import "../settings/panel";
import type { BenMonitorSettings } from "../settings/panel";
import { fieldLabel, fieldsOf, inWords, type Known, namesOf, valueLabel } from "./labels";

function knownOf(element: BenMonitor, report: Report, catalog: Catalog): Known {
  const { unfiltered: whole, language: lang } = element;
  return { report, whole, catalog, lang, own: askingTextsOf(lang) };
}

/** The bar that stays in view, and the settings that it opens. */
export function asking(element: BenMonitor, report: Report, catalog: Catalog): TemplateResult {
  const known = knownOf(element, report, catalog);
  const selected = element.shown?.selected;
  if (!selected) return html``;
  const open = () => element.renderRoot.querySelector<BenMonitorSettings>("ben-monitor-settings")?.show();
  return html`<ben-monitor-asking .known=${known} .selected=${selected} .steps=${element.steps}
      .select=${(next: typeof selected) => element.select(next).catch(() => null)}
      .openSettings=${open}></ben-monitor-asking>
    <ben-monitor-settings .element=${element} .catalog=${catalog} .lang=${known.lang}></ben-monitor-settings>`;
}

/** What two selections are called; `null` when there is one. */
export function sides(element: BenMonitor, report: Report, catalog: Catalog): [string, string] | null {
  const selected = element.shown?.selected;
  if (!report.against || !selected) return null;
  return namesOf(knownOf(element, report, catalog), selected);
}

/** What is selected, as it is told away from the page; with two selections what each of them is. */
export function selectionWords(element: BenMonitor, report: Report, catalog: Catalog): string {
  const known = knownOf(element, report, catalog);
  const { filter, against } = element.shown?.selected ?? { filter: [], against: null };
  const first = inWords(known, filter);
  if (against === null) return first;
  return known.own.pair(first, against === "rest" ? known.own.rest : inWords(known, against.filter));
}

/** A selection in words: each field with its answers. */
export function clausesInWords(element: BenMonitor, report: Report, catalog: Catalog, filter: Clause[]) {
  const known = knownOf(element, report, catalog);
  return filter.map(({ field, values }) => ({
    field: fieldLabel(known, field),
    answers: values.map((value) => valueLabel(known, field, value)),
  }));
}

/** The cross table of two fields of one's choice. */
export function crosstab(
  element: BenMonitor,
  report: Report,
  catalog: Catalog,
  level: number,
): TemplateResult | typeof nothing {
  const known = knownOf(element, report, catalog);
  const { shown, colours } = element;
  if (!shown || fieldsOf(known).length < 2) return nothing;
  return html`<ben-monitor-crosstab .known=${known} .chosen=${element.crosstab} .painter=${shown.painter}
    .theme=${colours} .level=${level}
    .choose=${(row: string, column: string) => element.setCrosstab(row, column).catch(() => null)}></ben-monitor-crosstab>`;
}
