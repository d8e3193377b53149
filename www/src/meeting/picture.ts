// The drawing of a slide, with its marks in reach of pointer and keys: as on the page, only large.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { markAt, moved, placeTip } from "../panels/marks";
import type { Mark } from "../report";
import type { Choice } from "../selecting";
import type { Slide } from "../story/model";
import type { Texts } from "../texts";
import type { Drawn, Easel, Room } from "./easel";

export class BenMonitorPicture extends LitElement {
  @property({ attribute: false }) slide!: Slide;
  @property({ attribute: false }) easel!: Easel;
  @property({ attribute: false }) texts!: Texts;
  /** The room to draw in, measured when it is drawn. */
  @property({ attribute: false }) room!: () => Room;
  /** Another one whenever it is to be drawn anew. */
  @property({ attribute: false }) turn: unknown = null;
  /** Selects by an answer; `null` where nothing can be selected. */
  @property({ attribute: false }) choose: ((choice: Choice) => void) | null = null;

  /** `null`: the core draws nothing, so the table stands in its place. */
  @state() private drawn: Drawn | null = null;
  @state() private current = 0;
  @state() private pointed: number | null = null;

  @query("canvas") private canvas!: HTMLCanvasElement;
  @query(".tip") private tip!: HTMLElement | null;

  /** Styles are those of the stage around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("slide") || changed.has("turn")) this.draw(changed.get("slide")?.key);
    const mark = this.pointed === null ? undefined : this.drawn?.marks[this.pointed];
    if (this.tip && mark && this.drawn) placeTip(this.tip, mark, this.drawn.width);
  }

  private draw(before: string | undefined): void {
    const held = this.contains((this.getRootNode() as ShadowRoot).activeElement);
    const code = this.drawn?.marks[this.current]?.code;
    this.drawn = this.easel.paint(this.slide, this.canvas, this.room());
    this.pointed = null;
    const { marks = [], width = 0, height = 0 } = this.drawn ?? {};
    const same =
      before === undefined || before === this.slide.key ? marks.findIndex((one) => one.code === code) : 0;
    this.current = Math.max(0, same);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.toggleAttribute("empty", this.drawn === null);
    // What was focused was drawn anew.
    if (held) this.updateComplete.then(() => this.mark(this.current)?.focus());
  }

  private mark(place: number): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-place="${place}"]`);
  }

  protected override render(): TemplateResult {
    const { slide, texts, drawn } = this;
    const can = this.choose !== null && this.choiceAt(this.pointed) !== undefined;
    return html`<div class="plot ${can ? "can" : ""}" @pointermove=${this.point} @pointerdown=${this.point}
      @pointerleave=${this.unpoint} @click=${this.press}>
      <canvas role="img" aria-label=${texts.chartOf(slide.title)}></canvas>
      ${drawn && drawn.marks.length > 0 ? this.marks(drawn.marks) : nothing}
    </div>`;
  }

  private marks(marks: Mark[]): TemplateResult {
    const { slide, texts, pointed } = this;
    const choosing = this.choose !== null && marks.some(({ choice }) => choice);
    const shown = pointed === null ? undefined : marks[pointed];
    return html`<div class="marks" role="listbox" aria-label=${texts.marksOf(slide.title)}
        aria-multiselectable=${choosing || nothing} @keydown=${this.walk} @focusin=${this.focusMark} @focusout=${this.unpoint}>
        ${marks.map(
          (
            mark,
            place,
          ) => html`<div class="mark ${place === pointed ? "on" : ""}" role="option" aria-label=${mark.label}
            aria-selected=${mark.choice && choosing ? mark.choice.chosen : nothing}
            tabindex=${place === this.current ? 0 : -1} data-place=${place} .style=${boxOf(mark)}></div>`,
        )}
      </div>
      ${shown ? html`<div class="tip" aria-hidden="true">${shown.label}</div>` : nothing}`;
  }

  private choiceAt(place: number | null): Choice | undefined {
    return place === null ? undefined : this.drawn?.marks[place]?.choice;
  }

  private under(event: MouseEvent): number | null {
    if (!this.drawn) return null;
    const box = this.canvas.getBoundingClientRect();
    return markAt(this.drawn.marks, event.clientX - box.x, event.clientY - box.y);
  }

  private point = (event: PointerEvent): void => {
    if (!this.tip || !event.composedPath().includes(this.tip)) this.pointed = this.under(event);
  };

  private unpoint = (): void => {
    this.pointed = null;
  };

  private press = (event: MouseEvent): void => {
    const choice = this.choiceAt(this.under(event));
    if (choice) this.choose?.(choice);
  };

  private focusMark = (event: FocusEvent): void => {
    const place = Number((event.target as HTMLElement).getAttribute("data-place"));
    this.current = place;
    this.pointed = place;
  };

  /** Within the marks the arrows go from one to the next; the slides wait. */
  private walk = (event: KeyboardEvent): void => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const choice = this.choiceAt(this.current);
      if (choice) this.choose?.(choice);
      return;
    }
    const next = moved(this.current, this.drawn?.marks.length ?? 0, event.key);
    if (next === null) return;
    event.preventDefault();
    this.mark(next)?.focus();
  };
}

/** Set as a property: a strict policy forbids the attribute. */
function boxOf({ x, y, width, height }: Mark): string {
  return `left:${x}px;top:${y}px;width:${Math.max(width, 2)}px;height:${Math.max(height, 2)}px`;
}

if (!customElements.get("ben-monitor-picture"))
  customElements.define("ben-monitor-picture", BenMonitorPicture);
