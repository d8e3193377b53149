// What a reader of a figure has to know beside it.
import { html, nothing, type TemplateResult } from "lit";
import type { About } from "../report";

export function cautions({ cautions = [] }: About): TemplateResult | typeof nothing {
  if (cautions.length === 0) return nothing;
  return html`<div class="note" role="note">${cautions.map((caution) => html`<p>${caution}</p>`)}</div>`;
}
