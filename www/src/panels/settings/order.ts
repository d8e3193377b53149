// Which figures are shown, and in which order: a tick and two buttons for each.
import { html, type TemplateResult } from "lit";
import type { SettingsTexts } from "../../texts/settings";
import type { Figure } from "./draft";

export function order(
  figures: Figure[],
  own: SettingsTexts,
  change: (figures: Figure[], told?: string) => void,
): TemplateResult {
  const last = figures.length - 1;
  const move = (at: number, by: -1 | 1) => {
    const to = at + by;
    const [one, other] = [figures[at], figures[to]];
    if (!one || !other) return;
    const next = figures.with(at, other).with(to, one);
    change(next, own.moved(one.label, to + 1, figures.length));
  };
  return html`<ol class="order">
    ${figures.map((figure, at) => {
      const { id, label, shown } = figure;
      const toggle = () => change(figures.with(at, { ...figure, shown: !shown }));
      return html`<li>
        <label class="choice"><input type="checkbox" .checked=${shown} @change=${toggle} /><span>${label}</span></label>
        <span class="moves">
          <button class="move" type="button" data-move=${`${id}:up`} aria-label=${own.up(label)} title=${own.up(label)}
            aria-disabled=${at === 0} @click=${() => move(at, -1)}>↑</button>
          <button class="move" type="button" data-move=${`${id}:down`} aria-label=${own.down(label)} title=${own.down(label)}
            aria-disabled=${at === last} @click=${() => move(at, 1)}>↓</button>
        </span>
      </li>`;
    })}
  </ol>`;
}
