// Step 2: what became of the figures, what was put together and left out, or why there is no publication.
import { html, nothing, svg, type TemplateResult } from "lit";
import type { BenMonitorError } from "../../failure";
import { percent } from "../../format";
import type { Publication } from "../../publication";
import type { Catalog } from "../../report";
import { heading } from "../heading";
import { mergedIn, reasonsOf, tally } from "./tally";
import type { PublishTexts } from "./texts";

/** A publication that was made, with what it is beside. */
export interface Made {
  publication: Publication;
  /** The wish that it answers, as text: after another choice it is not saved. */
  question: string;
  /** How many figures were asked for. */
  asked: number;
  /** With all small answers put together, and with none: `null` as long as that is not known. */
  together: Publication | null;
  apart: Publication | null;
}

/** What a template of it needs. */
export interface Telling {
  made: Made;
  keepApart: string[];
  texts: PublishTexts;
  level: number;
  catalog: Catalog;
  name(id: string): string;
  setApart(id: string, apart: boolean): void;
}

export function outcome(of: Telling): TemplateResult {
  const { made, texts } = of;
  const { publication, asked } = made;
  const { shown, hidden } = tally(publication) ?? { shown: 0, hidden: 0 };
  const figures = new Set(publication.report.indicators.map(({ id }) => id)).size;
  const all = shown + hidden;
  return html`<p class="lead">${texts.lead(figures, asked, percent(shown, all))}</p>
    ${bar(shown, hidden)}
    <p>${hidden > 0 ? texts.counts(hidden, all) : texts.noneHidden}
      ${texts.audited(publication.audit.tables)}${texts.with(publication.audit.previous)}</p>
    ${together(of)} ${leftOut(of)}`;
}

/** What stays beside what does not; the sentences say it in figures. */
function bar(shown: number, hidden: number): TemplateResult {
  return html`<svg class="parts" viewBox="0 0 ${Math.max(shown + hidden, 1)} 1" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="stays" width=${shown} height="1"></rect>
      <rect class="rest" x=${shown} width=${hidden} height="1"></rect>`}
  </svg>`;
}

function together(of: Telling): TemplateResult | typeof nothing {
  const { made, keepApart, texts, level, name, setApart } = of;
  const merged = mergedIn([made.publication, made.together]);
  const alone = keepApart.filter((id) => merged.every(({ indicator }) => indicator !== id));
  const all = [...merged, ...alone.map((indicator) => ({ indicator, groups: [] }))];
  if (all.length === 0) return nothing;
  const now = new Set(made.publication.merged.map(({ indicator }) => indicator));
  return html`<div>
    ${heading(level, "part", texts.together)}
    <p class="hint">${texts.togetherHint}</p>
    <ul class="proposals">
      ${all.map(
        ({ indicator: id, groups }) => html`<li>
          <b>${name(id)}</b>
          ${
            now.has(id)
              ? groups.map(({ label, codes }) => html`<br />${texts.group(label, labelsOf(id, codes, of))}`)
              : html`<br />${texts.noGroups}`
          }
          ${gain(id, of)}
          <label class="choice">
            <input type="checkbox" name="apart" value=${id} .checked=${keepApart.includes(id)}
              @change=${(event: Event) => setApart(id, (event.currentTarget as HTMLInputElement).checked)} />
            <span>${texts.apart}<span class="hidden">: ${name(id)}</span></span>
          </label>
        </li>`,
      )}
    </ul>
  </div>`;
}

/** What is won and lost, where both ways were worked out. */
function gain(id: string, { made: { together, apart }, texts }: Telling): TemplateResult | typeof nothing {
  if (!together || !apart) return nothing;
  const merged = tally(together, id);
  if (!merged) return nothing;
  return html`<p class="hint">${texts.gain(merged.hidden, tally(apart, id)?.hidden ?? null)}</p>`;
}

/** What the answers are called; nothing where they are not named. */
function labelsOf(indicator: string, codes: string[], { catalog, texts }: Telling): string[] {
  const field = catalog.indicators.find(({ id }) => id === indicator)?.field ?? indicator;
  const values = catalog.fields.find(({ id }) => id === field)?.values ?? [];
  const word = (code: string) => (code === "onbekend" ? texts.unknown : code.replace("-", "–"));
  return codes.map((code) => values.find(({ id }) => id === code)?.label ?? word(code));
}

function leftOut({ made: { publication }, texts, level, name }: Telling): TemplateResult {
  const reasons = reasonsOf(publication.leftOut, name);
  return html`<div>
    ${heading(level, "part", texts.leftOut)}
    ${
      reasons.length > 0
        ? html`<ul class="reasons">
            ${reasons.map(({ why, what }) => html`<li>${why} <span class="hint">${what.join(", ")}</span></li>`)}
          </ul>`
        : html`<p>${texts.nothingLeftOut}</p>`
    }
  </div>`;
}

/** Why there is none; where one figure is the cause it can be left out at once. */
export function denied(
  { code, params, message }: BenMonitorError,
  texts: PublishTexts,
  name: (id: string) => string,
  drop: (id: string) => void,
): TemplateResult {
  const id = typeof params.indicator === "string" ? params.indicator : "";
  const own = message && message !== code ? message : texts.failed;
  const sentence = id && code === "publish.previous" ? texts.previousTells(name(id)) : own;
  return html`<div class="denied" role="alert" tabindex="-1">
    <p>${sentence}</p>
    ${id ? html`<button class="btn" type="button" part="button" @click=${() => drop(id)}>${texts.drop(name(id))}</button>` : nothing}
  </div>`;
}
