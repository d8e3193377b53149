// One figure: its finding, its drawing with marks that can be reached, its table, cautions and source.
// Renders into the element's own shadow root; the drawing itself is the core's.
import type { Painter } from "ben-monitor-wasm";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { hasSmall } from "../base";
import { askDrawing, dropDrawing, pause } from "../drawing";
import { isPageComplete } from "../engine";
import type { Lang } from "../format";
import { later } from "../later";
import { publishing } from "../publishing";
import type { Indicator, Layout, Mark, Report } from "../report";
import type { Choice } from "../selecting";
import type { Texts } from "../texts";
import type { Theme } from "../theme";
import { cautions } from "./cautions";
import { heading } from "./heading";
import { markAt, moved, placeTip } from "./marks";

/** What the core needs at least for a drawing, in CSS pixels: as in src/charts/mod.rs. */
const LEAST_ROOM = 280;

/** About as high are periods, and each of at most so many bars. */
const SERIES = 150;
const BAR = 28;
const MOST_BARS = 12;

type ShareOf = NonNullable<Report["shareOf"]> | "known";

/** The same figure of another selection. */
export interface Versus {
  indicator: Indicator;
  sides: [string, string];
}

export class BenMonitorChart extends LitElement {
  @property({ attribute: false }) indicator!: Indicator;
  @property({ attribute: false }) index = 0;
  @property({ attribute: false }) painter!: Painter;
  @property({ attribute: false }) theme: Theme | null = null;
  @property({ attribute: false }) texts!: Texts;
  @property({ attribute: false }) override lang: Lang = "nl";
  @property({ attribute: false }) level = 4;
  @property({ attribute: false }) sources: string[] = [];
  /** Selects by an answer, or takes it out of the selection. */
  @property({ attribute: false }) choose: (choice: Choice) => void = () => undefined;
  /** The same figure of another selection, and what the two are called. */
  @property({ attribute: false }) versus: Versus | null = null;
  @property({ attribute: false }) shareOf: ShareOf = "known";
  /** Stands above the drawing. */
  @property({ attribute: false }) extra: TemplateResult | typeof nothing | undefined = nothing;
  /** Only the drawing: the table stands elsewhere. */
  @property({ attribute: false }) bare = false;

  /** `null`: the core draws nothing for this indicator, so the table stands in its place. */
  @state() private layout: Layout | null = { width: 0, height: 0, marks: [] };
  @state() private tableShown = false;
  /** The mark that Tab reaches. */
  @state() private current = 0;
  /** The mark whose label is shown. */
  @state() private pointed: number | null = null;

  @query("canvas") private canvas!: HTMLCanvasElement | null;
  @query(".tip") private tip!: HTMLElement | null;

  /** The room that was last drawn in. */
  private drawn = 0;
  /** The drawing is not of what is shown. */
  private stale = false;

  private readonly resize = new ResizeObserver(() => {
    if (this.room() !== this.drawn) askDrawing(this);
  });

  /** Styles, ids and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize.disconnect();
    dropDrawing(this);
  }

  /** Many figures come at once: each is made in a task of its own. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await pause();
    super.scheduleUpdate();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("painter") || changed.has("theme") || changed.has("index")) this.stale = true;
    if (this.stale) askDrawing(this);
    const mark = this.pointed === null ? undefined : this.layout?.marks[this.pointed];
    if (this.tip && mark && this.layout) placeTip(this.tip, mark, this.layout.width);
  }

  /** Draws at the width that there is now; without room (a hidden page) it waits for some. */
  draw(measured = this.getBoundingClientRect().width): void {
    const width = Math.floor(measured);
    if (!this.canvas || !this.theme || width <= 0) return;
    // The curve beside its bands is drawn by the rest of the core.
    if (this.indicator.kind === "duration" && !isPageComplete()) return;
    this.drawn = width;
    this.stale = false;
    const [letters = 1, colours] = this.theme;
    // With larger letters all of the drawing is larger, made for less room; a phone's room has its end.
    const scale = Math.max(1, Math.min(letters, width / LEAST_ROOM));
    const layout = this.painter.draw(
      this.index,
      width / scale,
      this.canvas,
      devicePixelRatio * scale,
      colours,
    );
    const before = this.layout?.marks[this.current]?.code;
    this.layout = layout === undefined ? null : scaled(layout as Layout, scale);
    this.pointed = null;
    if (!this.layout) return;
    const { marks } = this.layout;
    const same = marks.findIndex(({ code }) => code === before);
    this.current = same >= 0 ? same : Math.min(this.current, Math.max(0, marks.length - 1));
    if (this.querySelector(".mark:focus")) this.keepFocus();
    this.canvas.style.width = `${this.layout.width}px`;
    this.canvas.style.height = `${this.layout.height}px`;
  }

  /** The focus stays on the answer that it was on. */
  private async keepFocus(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-place="${this.current}"]`)?.focus();
  }

  private room(): number {
    return Math.floor(this.getBoundingClientRect().width);
  }

  protected override render(): TemplateResult {
    const { indicator, index, texts } = this;
    const title = indicator.title ?? indicator.id;
    return html`<figure role="group" aria-labelledby="finding-${index}" part="chart">
      ${heading(this.level, "finding", title, `finding-${index}`)}
      ${indicator.subtitle ? html`<p class="sub">${indicator.subtitle}</p>` : nothing}
      ${indicator.text ? html`<p class="say">${indicator.text}</p>` : nothing}
      ${this.extra}
      <div class="plot ${this.pointedChoice() ? "can" : ""}" .style=${`--_room:${roomFor(indicator)}px`} ?hidden=${this.layout === null} @pointermove=${this.point}
        @pointerdown=${this.point} @pointerleave=${this.unpoint} @click=${this.press}>
        <canvas role="img" aria-label=${texts.chartOf(title)}></canvas>
        ${this.layout && this.layout.marks.length > 0 ? this.marks(this.layout.marks, title) : nothing}
      </div>
      ${cautions(indicator)}
      <div class="foot">
        <span>${this.sourceLine()}</span>
        <div class="acts">${this.layout === null || this.bare ? nothing : this.tableButton()}
          ${publishing()?.leaving(this, this.layout !== null)}</div>
      </div>
      ${(this.tableShown || this.layout === null) && !this.bare ? later()?.tables(indicator, this) : nothing}
    </figure>`;
  }

  private marks(marks: Mark[], title: string): TemplateResult {
    const shown = this.pointed === null ? undefined : marks[this.pointed];
    const choosing = marks.some(({ choice }) => choice);
    return html`<div class="marks" role="listbox" aria-label=${this.texts.marksOf(title)}
        aria-multiselectable=${choosing || nothing} aria-describedby=${choosing ? "how-to-choose" : nothing}
        @keydown=${this.walk} @focusin=${this.focusMark} @focusout=${this.unpoint}>
        ${marks.map(
          (mark, place) => html`<div
            class="mark ${place === this.pointed ? "on" : ""}"
            role="option"
            aria-label=${mark.label}
            aria-selected=${mark.choice ? mark.choice.chosen : nothing}
            tabindex=${place === this.current ? 0 : -1}
            data-place=${place}
            .style=${box(mark)}
          ></div>`,
        )}
      </div>
      ${shown ? html`<div class="tip" aria-hidden="true" part="tooltip">${shown.label}</div>` : nothing}`;
  }

  private tableButton(): TemplateResult {
    const { texts, tableShown } = this;
    const toggle = () => {
      this.tableShown = !tableShown;
    };
    return html`<button class="link" type="button" part="button" aria-expanded=${tableShown} @click=${toggle}>
      ${tableShown ? texts.hideTable : texts.showTable}
    </button>`;
  }

  private sourceLine(): string {
    const { indicator, texts, versus } = this;
    const without = (one: Indicator) => [
      one.missing > 0 ? texts.missing(one.missing) : "",
      one.kind === "duration" && one.open > 0 ? texts.stillOpen(one.open) : "",
    ];
    const named = (one: Indicator, name: string) => {
      const told = without(one).filter(Boolean).join(", ");
      return told && `${name}: ${told}`;
    };
    const told = versus
      ? [named(indicator, versus.sides[0]), named(versus.indicator, versus.sides[1])]
      : without(indicator);
    // A drawing explains its own signs.
    const undrawn = this.layout === null;
    const small = undrawn && (hasSmall(indicator) || (versus && hasSmall(versus.indicator)));
    return [texts.source(this.sources), ...told, small ? texts.smallMark : ""].filter(Boolean).join(" · ");
  }

  /** The mark at a pointer; `undefined` on the label itself, which stays so that it can be read and selected. */
  private markUnder(event: MouseEvent): number | null | undefined {
    if (!this.layout || (this.tip && event.composedPath().includes(this.tip))) return undefined;
    const box = this.canvas?.getBoundingClientRect();
    return box && markAt(this.layout.marks, event.clientX - box.x, event.clientY - box.y);
  }

  private point = (event: PointerEvent): void => {
    const place = this.markUnder(event);
    if (place !== undefined) this.pointed = place;
  };

  private pointedChoice(): Choice | undefined {
    return this.pointed === null ? undefined : this.layout?.marks[this.pointed]?.choice;
  }

  private press = (event: MouseEvent): void => {
    // A finger has left by now: what counts is where it was.
    const place = this.markUnder(event);
    const choice = place == null ? undefined : this.layout?.marks[place]?.choice;
    if (choice) this.choose(choice);
  };

  private unpoint = (): void => {
    this.pointed = null;
  };

  private focusMark = (event: FocusEvent): void => {
    const place = Number((event.target as HTMLElement).getAttribute("data-place"));
    this.current = place;
    this.pointed = place;
  };

  private walk = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && this.pointed !== null) {
      this.pointed = null;
      event.stopPropagation();
      return;
    }
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const choice = this.layout?.marks[this.current]?.choice;
      if (choice) this.choose(choice);
      return;
    }
    const next = moved(this.current, this.layout?.marks.length ?? 0, event.key);
    if (next === null) return;
    event.preventDefault();
    this.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
  };
}

/** About how high it will be drawn, in CSS pixels: what stands below it need not move far. */
function roomFor(indicator: Indicator): number {
  if (indicator.kind === "series") return SERIES;
  const bars =
    indicator.kind === "distribution" ? indicator.rows.length + Math.min(indicator.missing, 1) : MOST_BARS;
  return Math.min(bars, MOST_BARS) * BAR;
}

function scaled({ width, height, marks }: Layout, by: number): Layout {
  return {
    width: width * by,
    height: height * by,
    marks: marks.map((mark) => ({
      ...mark,
      x: mark.x * by,
      y: mark.y * by,
      width: mark.width * by,
      height: mark.height * by,
    })),
  };
}

/** Set as a property: a strict policy forbids the attribute. */
function box({ x, y, width, height }: Mark): string {
  return `left:${x}px;top:${y}px;width:${Math.max(width, 2)}px;height:${Math.max(height, 2)}px`;
}

if (!customElements.get("ben-monitor-chart")) customElements.define("ben-monitor-chart", BenMonitorChart);
