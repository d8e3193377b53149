// The figures of the risk of re-identification: what coarser data bring, what causes it, what can be split by.
import { html, nothing, svg, type TemplateResult } from "lit";
import { type Lang, whole } from "../format";
import type { Catalog, Risk, RiskGroups } from "../report";
import type { RiskTexts } from "./risk.texts";

/** How a figure is said. */
export interface Said {
  texts: RiskTexts;
  lang: Lang;
  catalog: Catalog;
}

/** How many children are alone, with the data as they are and coarser. */
export function coarser({ groups, coarser, cases }: Risk, { texts, lang }: Said): TemplateResult {
  const named = (one: RiskGroups) => {
    if (one.periods === "months") return one.ages === "years" ? texts.asIs : texts.bands;
    return one.ages === "years" ? texts.quarters : texts.both;
  };
  const row = (one: RiskGroups) => {
    const parts = [one.unique, one.under10 - one.unique, cases - one.under10];
    return html`<tr>
      <th scope="row">${named(one)}${bar(parts, cases)}</th>
      ${parts.map((count) => html`<td>${whole(count, lang)}</td>`)}
    </tr>`;
  };
  return html`<table>
    <caption>${texts.groups}</caption>
    <thead>
      <tr>
        <th scope="col">${texts.data}</th>
        <th scope="col" class="part-of"><span class="swatch unique"></span>${texts.unique}</th>
        <th scope="col" class="part-of"><span class="swatch few"></span>${texts.few}</th>
        <th scope="col" class="part-of"><span class="swatch rest"></span>${texts.rest}</th>
      </tr>
    </thead>
    <tbody>
      ${[groups, ...coarser].map(row)}
    </tbody>
  </table>`;
}

/** The parts of all cases, beside each other; the table says them in figures. */
function bar(parts: number[], all: number): TemplateResult {
  const names = ["unique", "few", "rest"];
  const rect = (count: number, at: number) => {
    const before = parts.slice(0, at).reduce((sum, one) => sum + one, 0);
    return svg`<rect class=${names[at] ?? ""} x=${before} y="0" width=${count} height="1"></rect>`;
  };
  return html`<svg class="parts" viewBox="0 0 ${Math.max(all, 1)} 1" preserveAspectRatio="none" aria-hidden="true">
    ${parts.map(rect)}
  </svg>`;
}

/** What each field adds. */
export function causes(risk: Risk, said: Said): TemplateResult {
  const { texts, lang } = said;
  return html`<table>
    <caption>${texts.causes}</caption>
    <thead>
      <tr>
        <th scope="col">${texts.field}</th>
        <th scope="col">${texts.without}</th>
        <th scope="col">${texts.fall}</th>
      </tr>
    </thead>
    <tbody>
      ${risk.causes.map(
        ({ field, uniqueWithout, fall }) => html`<tr>
          <th scope="row">${label(field, said)}</th>
          <td>${whole(uniqueWithout, lang)}</td>
          <td>${fall > 0 ? `−${whole(fall, lang)}` : "0"}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** By what a publication may be split. */
export function splits(
  { splits: { stuurgroep, website } }: Risk,
  said: Said,
): TemplateResult | typeof nothing {
  if (stuurgroep.length === 0) return nothing;
  const { texts, lang } = said;
  const may = (yes: boolean | undefined) =>
    html`<td class=${yes ? "may" : "may not"}>${yes ? texts.yes : texts.no}</td>`;
  return html`<table>
      <caption>${texts.splits}</caption>
      <thead>
        <tr>
          <th scope="col">${texts.by}</th>
          <th scope="col">${texts.smallest}</th>
          <th scope="col">${texts.stuurgroep}</th>
          <th scope="col">${texts.website}</th>
        </tr>
      </thead>
      <tbody>
        ${stuurgroep.map(
          ({ field, smallest, mayOffer }, at) => html`<tr>
            <th scope="row">${label(field, said)}</th>
            <td>${whole(smallest, lang)}</td>
            ${may(mayOffer)}${may(website[at]?.mayOffer)}
          </tr>`,
        )}
      </tbody>
    </table>
    <p class="under">${texts.splitsWhy}</p>`;
}

/** What a field is called; of a date the month counts. */
function label(field: string, { texts, catalog }: Said): string {
  if (field === "aanmelddatum") return texts.month;
  return catalog.fields.find(({ id }) => id === field)?.label ?? field;
}
