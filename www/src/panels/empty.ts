// The page before there is a file: what to do, an example, and where the file stays.
import { html, nothing, type TemplateResult } from "lit";
import type { Texts } from "../texts";

/** A button first, a place to drop beside it. The host fills the slot `example`. */
export function empty(texts: Texts, choose: () => void, recept: boolean): TemplateResult {
  return html`<div class="empty" part="dropzone">
    <p class="big-line">${texts.drop}</p>
    <p class="small">${texts.dropKinds}</p>
    ${recept ? html`<p class="small">${texts.receptReady}</p>` : nothing}
    <button class="btn main big" type="button" part="button" @click=${choose}>${texts.choose}</button>
    <slot name="example"></slot>
    <p class="stays">${texts.stays}</p>
  </div>`;
}
