// Files that were refused while others beside them were read: each by its name, with the reason.
import { html, type TemplateResult } from "lit";
import type { BenMonitorError } from "../failure";
import type { Lang } from "../format";
import { errorSentence, type Texts } from "../texts";

const rest = {
  nl: "De andere bestanden zijn wel gelezen.",
  en: "The other files have been read.",
};

export function refused(
  errors: readonly BenMonitorError[],
  texts: Texts,
  lang: Lang,
  dismiss: () => void,
): TemplateResult {
  return html`<div class="failed" role="alert" part="error">
    ${errors.map(
      (error) => html`<p class="what">${texts.failedFile(error.source ?? "")}</p>
        <p>${errorSentence(error, texts)}</p>`,
    )}
    <p>${rest[lang]}</p>
    <div class="acts">
      <button class="btn" type="button" @click=${dismiss}>${texts.dismiss}</button>
    </div>
  </div>`;
}
