// All slides beside each other: to go to one, and to leave some out. One tab stop for the slides, the arrows go from
// one to the next; beside the slide that has it, its tick.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { pause } from "../drawing";
import type { Slide, Story } from "../story/model";
import type { StoryTexts } from "../story/texts";
import type { Easel } from "./easel";
import { keyIsOn, turnKey } from "./key";

/** The opening among the keys of slides. */
export const OPENING = "";

export class BenMonitorOverview extends LitElement {
  @property({ attribute: false }) story!: Story;
  @property({ attribute: false }) own!: StoryTexts;
  @property({ attribute: false }) easel!: Easel;
  @property({ attribute: false }) out!: Set<string>;
  /** The slide that was shown. */
  @property({ attribute: false }) current = OPENING;
  @property({ attribute: false }) go!: (key: string) => void;
  /** It takes part, or not. */
  @property({ attribute: false }) turnPart!: (key: string, takesPart: boolean) => void;

  /** The slide that Tab reaches. */
  @state() private reached = 0;

  private get buttons(): NodeListOf<HTMLButtonElement> {
    return this.renderRoot.querySelectorAll(".tile button");
  }

  /** Styles are those of the stage around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.reached = Math.max(0, this.keys().indexOf(this.current));
    this.updateComplete.then(() => this.buttons[this.reached]?.focus());
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("story")) this.paint(this.story);
  }

  /** One after another: the page stays quick. */
  private async paint(story: Story): Promise<void> {
    for (const canvas of this.querySelectorAll<HTMLCanvasElement>("canvas")) {
      await pause();
      const slide = story.slides[Number(canvas.dataset.place)];
      if (!this.isConnected || this.story !== story || !slide) return;
      canvas.hidden = !this.easel.thumbnail(slide, canvas, canvas.parentElement?.clientWidth ?? 300);
      canvas.style.removeProperty("height");
    }
  }

  private keys(): string[] {
    return [OPENING, ...this.story.slides.map(({ key }) => key)];
  }

  protected override render(): TemplateResult {
    const { own, story } = this;
    return html`<div class="overview">
      <h2 class="finding">${own.allSlides}</h2>
      <p class="hint">${own.overviewHint}</p>
      <ul class="tiles" @keydown=${this.walk}>
        ${this.tile(0, OPENING, story.title, null)}
        ${story.slides.map((slide, place) => this.tile(place + 1, slide.key, slide.title, slide))}
      </ul>
      <label class="keys"><input type="checkbox" .checked=${keyIsOn()} @change=${(event: Event) =>
        turnKey((event.target as HTMLInputElement).checked)} />${own.key}</label>
    </div>`;
  }

  private tile(place: number, key: string, title: string, slide: Slide | null): TemplateResult {
    const { own, out, current, reached } = this;
    const tab = place === reached ? 0 : -1;
    return html`<li class="tile ${out.has(key) ? "out" : ""}" @focusin=${() => {
      this.reached = place;
    }}>
      <button type="button" tabindex=${tab} aria-current=${key === current ? "true" : nothing} @click=${() => this.go(key)}>
        <b>${place + 1}. ${title}</b>
        ${slide ? html`<span class="mini" aria-hidden="true"><canvas data-place=${place - 1} hidden></canvas></span>` : nothing}
      </button>
      ${
        slide
          ? html`<label><input type="checkbox" tabindex=${tab} .checked=${!out.has(key)} aria-label=${own.partOf(title)}
              @change=${(event: Event) => this.turnPart(key, (event.target as HTMLInputElement).checked)} /><span
              aria-hidden="true">${own.takesPart}</span></label>`
          : nothing
      }
    </li>`;
  }

  private walk = (event: KeyboardEvent): void => {
    const next = this.led(event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.buttons[Math.max(0, Math.min(next, this.buttons.length - 1))]?.focus();
  };

  /** Where a key leads; up and down by the tiles in a row. */
  private led(key: string): number | null {
    const top = this.buttons[0]?.getBoundingClientRect().top;
    const inRow = [...this.buttons].filter((one) => one.getBoundingClientRect().top === top).length || 1;
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -inRow, ArrowDown: inRow };
    if (key === "Home") return 0;
    if (key === "End") return this.buttons.length - 1;
    const step = steps[key];
    return step === undefined ? null : this.reached + step;
  }
}

if (!customElements.get("ben-monitor-overview"))
  customElements.define("ben-monitor-overview", BenMonitorOverview);
