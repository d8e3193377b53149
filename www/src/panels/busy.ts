// What is shown while a file is being read, or counted.
import { html, nothing, type TemplateResult } from "lit";
import { percent } from "../format";
import type { Texts } from "../texts";

/** How far the reading is: bytes, and cases met. */
export interface Busy {
  done: number;
  total: number;
  cases: number;
}

export function busy(state: Busy, texts: Texts, stop: () => void): TemplateResult {
  const done = Number.parseInt(percent(state.done, state.total), 10) || 0;
  // Counting goes in one piece: that it is going on is all that is known.
  const counting = state.done >= state.total;
  return html`<div class="busy" part="progress">
    <label for="progress">${counting ? texts.counting : texts.reading(done)}</label>
    ${counting ? html`<progress id="progress"></progress>` : html`<progress id="progress" max="100" .value=${done}></progress>`}
    ${counting ? nothing : html`<span class="count">${texts.readSoFar(state.cases)}</span>`}
    <button class="btn" type="button" part="button" @click=${stop}>${texts.stop}</button>
  </div>`;
}
