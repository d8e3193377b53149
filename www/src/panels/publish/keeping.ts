// Step 3: the publication as a file, and the lines that show it on a page.
import { html, type TemplateResult } from "lit";
import type { Publication } from "../../publication";
import type { PublishTexts } from "./texts";

/** What a website needs to show it. */
export const SNIPPET = `<script type="module" src="pkg/ben-monitor.js"></script>
<ben-monitor mode="publicatie" src="publicatie.json"></ben-monitor>`;

/** Copies the lines; where the browser does not let a page do that, they are selected. */
export async function copied(panel: ParentNode): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(SNIPPET);
    return true;
  } catch {
    const lines = panel.querySelector(".snippet code");
    if (lines) getSelection()?.selectAllChildren(lines);
    return false;
  }
}

/** What keeping does. */
export interface Keeping {
  texts: PublishTexts;
  publication: Publication;
  /** What was done last. */
  told: string;
  save(): void;
  copy(): void;
}

export function keeping({ texts, publication, told, save, copy }: Keeping): TemplateResult {
  return html`<p class="acts">
      <button class="btn main" type="button" part="button" @click=${save}>${texts.save}</button>
    </p>
    <p>${texts.saveHint[publication.preset]}</p>
    <pre class="snippet" tabindex="0" role="group" aria-label=${texts.snippet}><code>${SNIPPET}</code></pre>
    <p class="acts">
      <button class="btn" type="button" part="button" @click=${copy}>${texts.copy}</button>
      <span class="hint">${told}</span>
    </p>`;
}
