// What is shown while a file is being read.
import { html, type TemplateResult } from "lit";
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
  return html`<div class="busy" part="progress">
    <label for="progress">${texts.reading(done)}</label>
    <progress id="progress" max="100" .value=${done}></progress>
    <span class="count">${texts.readSoFar(state.cases)}</span>
    <button class="btn" type="button" part="button" @click=${stop}>${texts.stop}</button>
  </div>`;
}
