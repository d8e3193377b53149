// The switch between months, quarters, half-years and years.
import { html, type TemplateResult } from "lit";
import type { Lang } from "../../format";
import { askingTextsOf } from "../../texts/asking";
import type { Unit } from "./labels";

const UNITS: Unit[] = ["month", "quarter", "half-year", "year"];

export function units(shown: Unit, lang: Lang, set: (unit: Unit) => void): TemplateResult {
  const own = askingTextsOf(lang);
  return html`<fieldset class="units" part="units">
    <legend>${own.unitOf}</legend>
    ${UNITS.map(
      (unit) => html`<label><input type="radio" name="unit" value=${unit} .checked=${unit === shown}
        @change=${() => set(unit)} /><span>${own.unitNames[unit]}</span></label>`,
    )}
  </fieldset>`;
}
