// What went wrong, in a sentence, and what can be done.
import { html, nothing, type TemplateResult } from "lit";
import type { BenMonitorError } from "../failure";
import { errorSentence, type Texts } from "../texts";

/** What the buttons of the panel do; `retry` only where trying again can help. */
export interface FailedActs {
  choose: (() => void) | null;
  retry: (() => void) | null;
  dismiss: () => void;
}

export function failed(
  error: BenMonitorError,
  earlier: boolean,
  texts: Texts,
  acts: FailedActs,
): TemplateResult {
  const { choose, retry, dismiss } = acts;
  return html`<div class="failed" role="alert" part="error">
    <p class="what">${error.source ? texts.failedFile(error.source) : texts.failedTitle}</p>
    <p>${errorSentence(error, texts)}</p>
    ${earlier ? html`<p>${texts.earlierStays}</p>` : nothing}
    <div class="acts">
      ${choose ? html`<button class="btn main" type="button" @click=${choose}>${texts.choose}</button>` : nothing}
      ${retry ? html`<button class="btn" type="button" @click=${retry}>${texts.tryAgain}</button>` : nothing}
      <button class="btn" type="button" @click=${dismiss}>${texts.dismiss}</button>
    </div>
  </div>`;
}
