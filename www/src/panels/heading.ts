// A heading at the level that the host page asks for.
import { html, type TemplateResult } from "lit";

/** `<h2>` to `<h6>`; deeper levels stay at 6. */
export function heading(level: number, className: string, content: unknown, id = ""): TemplateResult {
  if (level <= 2) return html`<h2 class=${className} id=${id}>${content}</h2>`;
  if (level === 3) return html`<h3 class=${className} id=${id}>${content}</h3>`;
  if (level === 4) return html`<h4 class=${className} id=${id}>${content}</h4>`;
  if (level === 5) return html`<h5 class=${className} id=${id}>${content}</h5>`;
  return html`<h6 class=${className} id=${id}>${content}</h6>`;
}
