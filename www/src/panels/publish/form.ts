// Step 1: for whom, of when, split by what, which figures, beside which earlier publication.
import { html, nothing, type TemplateResult } from "lit";
import type { Catalog, RiskSplit } from "../../report";
import type { PublishTexts } from "./texts";
import { type Choices, LEAST, type Preset, type Quarter, type WhyNot, whyNot } from "./wish";

/** What there is to choose from, and how it is said. */
export interface Form {
  choices: Choices;
  quarters: Quarter[];
  /** By field, for the preset that is chosen; `null` as long as that is not known. */
  splits: RiskSplit[] | null;
  may: string[];
  never: string[];
  /** What went wrong with the earlier publication. */
  wrong: string;
  texts: PublishTexts;
  catalog: Catalog;
  name(id: string): string;
  set(changed: Partial<Choices>): void;
  takeEarlier(file: File | undefined): void;
}

const PRESETS: Preset[] = ["website", "stuurgroep"];
const WHY_NOT: WhyNot[] = ["small", "alike", "single"];

export function form(of: Form): TemplateResult {
  return html`<div class="chosen">
      ${forWhom(of)}
      <div>${period(of)} ${split(of)}</div>
    </div>
    ${figures(of)}
    <div class="chosen">${earlier(of)} ${title(of)}</div>`;
}

function forWhom({ choices, texts, set }: Form): TemplateResult {
  return html`<fieldset>
    <legend class="part">${texts.forWhom}</legend>
    ${PRESETS.map(
      (preset) => html`<label class="choice for">
        <input type="radio" name="preset" value=${preset} .checked=${preset === choices.preset}
          @change=${() => set({ preset })} />
        <span><b>${texts.presets[preset]}</b><br />${texts.means[preset]}</span>
      </label>`,
    )}
  </fieldset>`;
}

function period({ choices, quarters, texts, set }: Form): TemplateResult {
  const first = quarters[0]?.code ?? "";
  const last = quarters.at(-1)?.code ?? "";
  const from = choices.from || first;
  const until = choices.until || last;
  // The one follows the other where they would cross.
  const setFrom = (code: string) => set({ from: code, ...(code > until ? { until: code } : {}) });
  const setUntil = (code: string) => set({ until: code, ...(code < from ? { from: code } : {}) });
  return html`<fieldset>
    <legend class="part">${texts.period}</legend>
    ${
      quarters.length > 0
        ? html`<div class="fields">
            ${list(texts.from, "from", quarters, from, setFrom)} ${list(texts.until, "until", quarters, until, setUntil)}
          </div>`
        : nothing
    }
    <p class="hint">${quarters.length > 0 ? texts.closed : texts.noneClosed}</p>
  </fieldset>`;
}

function split({ choices, splits, texts, name, set }: Form): TemplateResult {
  const { preset } = choices;
  const offered = (splits ?? []).filter((one) => whyNot(one, preset) === null);
  const options = [
    { code: "", label: texts.noSplit },
    ...offered.map(({ field }) => ({ code: field, label: name(field) })),
  ];
  const because = (why: WhyNot) =>
    (splits ?? []).filter((one) => whyNot(one, preset) === why).map(({ field }) => name(field));
  const reasons = WHY_NOT.flatMap((why) => {
    const names = because(why);
    return names.length > 0 ? [texts.whyNot(why, LEAST[preset], names)] : [];
  });
  return html`<div class="fields">
      ${list(texts.splitBy, "split", options, choices.split, (code) => set({ split: code }))}
    </div>
    <p class="hint">${splits ? texts.splitHint : texts.counting}</p>
    ${reasons.map((reason) => html`<p class="hint">${reason}</p>`)}`;
}

function list(
  label: string,
  id: string,
  options: Quarter[],
  current: string,
  set: (code: string) => void,
): TemplateResult {
  return html`<label>${label}
    <select name=${id} @change=${(event: Event) => set((event.currentTarget as HTMLSelectElement).value)}>
      ${options.map(({ code, label }) => html`<option value=${code} .selected=${code === current}>${label}</option>`)}
    </select>
  </label>`;
}

function figures({ choices, may, never, texts, catalog, name, set }: Form): TemplateResult {
  const on = may.filter((id) => !choices.off.includes(id));
  const sectionOf = new Map(catalog.indicators.map(({ id, section }) => [id, section]));
  const sections = catalog.sections
    .map(({ id, label }) => ({ label, ids: may.filter((one) => sectionOf.get(one) === id) }))
    .filter(({ ids }) => ids.length > 0);
  const toggle = (id: string) =>
    set({ off: choices.off.includes(id) ? choices.off.filter((one) => one !== id) : [...choices.off, id] });
  return html`<details class="which">
    <summary>${texts.whichFigures} <b>${texts.figures(on.length, may.length)}</b></summary>
    <p class="acts">
      <button class="link" type="button" @click=${() => set({ off: [] })}>${texts.allOn}</button>
      <button class="link" type="button" @click=${() => set({ off: may })}>${texts.allOff}</button>
    </p>
    <div class="sets">
      ${sections.map(
        ({ label, ids }) => html`<fieldset>
          <legend class="part">${label}</legend>
          ${ids.map(
            (id) => html`<label class="choice">
              <input type="checkbox" name="figure" value=${id} .checked=${!choices.off.includes(id)}
                @change=${() => toggle(id)} />
              <span>${name(id)}</span>
            </label>`,
          )}
        </fieldset>`,
      )}
    </div>
    ${never.length > 0 ? html`<p class="hint">${texts.never(never.map(name))}</p>` : nothing}
  </details>`;
}

function earlier({ choices, texts, wrong, set, takeEarlier }: Form): TemplateResult {
  const { previous } = choices;
  const input = (event: Event) => {
    const field = event.currentTarget as HTMLInputElement;
    takeEarlier(field.files?.[0]);
    // The same file can be chosen again.
    field.value = "";
  };
  // What is dropped on it is not for the page around it.
  const own = (event: Event) => event.stopPropagation();
  return html`<div class="earlier">
    ${
      previous
        ? html`<p><span class="part">${texts.earlier}</span><br />${texts.earlierTaken(previous.title)}
            <button class="link" type="button" @click=${() => set({ previous: null })}>${texts.withoutEarlier}</button></p>`
        : html`<p class="part" id="publish-earlier">${texts.earlier}</p>
            <label class="btn">${texts.chooseEarlier}
              <input class="hidden" type="file" name="earlier" accept=".json,application/json"
                aria-describedby="publish-earlier publish-earlier-why" @change=${input} @dragover=${own} @drop=${own} /></label>`
    }
    <p class="hint" id="publish-earlier-why">${texts.earlierHint}</p>
    <p class="problem" role="alert">${wrong}</p>
  </div>`;
}

function title({ choices, texts, set }: Form): TemplateResult {
  return html`<div>
    <label><span class="part">${texts.name}</span>
      <input type="text" name="title" autocomplete="off" maxlength="120" aria-describedby="publish-title" .value=${choices.title}
        @input=${(event: Event) => set({ title: (event.currentTarget as HTMLInputElement).value })} /></label>
    <p class="hint" id="publish-title">${texts.nameHint}</p>
  </div>`;
}
