// The presentation: which slide is shown, how one goes on, and what is said aloud. Lives in the element that it
// presents, as a dialog over the whole page, and follows its figures.
import { LitElement, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import type { BenMonitor } from "../monitor";
import { type Choice, EVERYTHING, toggled } from "../selecting";
import { countedOf, storyOf } from "../story/make";
import type { Slide, Story } from "../story/model";
import { type Told, toldOf } from "../story/told";
import { Easel, type Room } from "./easel";
import { takesText } from "./key";
import { leftOut, partsOf } from "./left-out";
import { OPENING } from "./overview";
import { focused, giveScreenBack, hasScreen, takeScreen } from "./screen";
import { FLOWS, stageStyles } from "./styles";
import { stageView } from "./view";

/** So far a finger goes that means the next slide, in CSS pixels. */
const SWIPE = 60;

/** Beside a drawing, as in the style sheet: parts of 1080 lines, and what these are where the page flows. */
const EDGE = 10;
const FLOW_UNIT = 0.55;

/** Where keys lead, and the buttons of what people hold in their hand. */
const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Backspace: -1,
};

export class BenMonitorStage extends LitElement {
  static override styles = stageStyles;

  element!: BenMonitor;

  @state() told!: Told;
  @state() story!: Story;
  /** The key of the slide that is shown. */
  @state() key = OPENING;
  @state() overview = false;
  @state() figures = false;
  @state() said = "";
  /** Another one whenever all is to be drawn anew. */
  @state() turn: unknown = null;

  @query("dialog") private dialog!: HTMLDialogElement;
  @query(".figure") private figure!: HTMLElement | null;

  easel!: Easel;
  private back: HTMLElement | null = null;
  private touched: number | null = null;
  private had = 0;
  /** The colours that were drawn in. */
  private words: string | undefined;
  private readonly resize = new ResizeObserver(() => {
    this.turn = {};
  });
  private readonly follow = { hostUpdated: () => this.refresh() };

  /** The opening, and the slides that take part. */
  get parts(): Slide[] {
    return partsOf(this.story, this.element);
  }

  /** The keys of those that do not. */
  get left(): Set<string> {
    return leftOut(this.element);
  }

  /** From 0, the opening. */
  get place(): number {
    return this.parts.findIndex(({ key }) => key === this.key) + 1;
  }

  get slide(): Slide | null {
    return this.parts[this.place - 1] ?? null;
  }

  /** Shows itself; resolves when it stands. */
  async begin(): Promise<void> {
    this.back = focused();
    this.easel = new Easel(this.element);
    this.refresh();
    this.element.addController(this.follow);
    await this.updateComplete;
    const whole = await takeScreen(this);
    if (!this.isConnected) return;
    this.dialog.showModal();
    this.dialog.focus();
    this.resize.observe(this.dialog);
    if (whole) this.addEventListener("fullscreenchange", () => hasScreen(this) || this.end());
    this.turn = {};
    await this.updateComplete;
    this.say();
  }

  /** Leaves; the focus goes back to where it was. */
  end = (): void => {
    if (!this.isConnected) return;
    giveScreenBack(this);
    this.remove();
    if (this.back?.isConnected) this.back.focus({ preventScroll: true });
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.element.removeController(this.follow);
    this.resize.disconnect();
    this.easel.free();
    this.dialog?.close();
    // It left with the element that it stands in: when that comes back, the presentation is over.
    this.remove();
  }

  /** Tells the story anew when the element shows other figures; the slide stays, where it still is one. */
  private refresh(): void {
    const { element } = this;
    const told = toldOf(element);
    if (!told) {
      this.end();
      return;
    }
    const before = this.told;
    const words = element.colours?.[1];
    if (before?.report === told.report && before.lang === told.lang && this.words === words) return;
    const place = before ? this.place : 0;
    this.told = told;
    this.story = storyOf(told);
    this.words = words;
    this.turn = {};
    if (!before || before.report === told.report) return;
    if (this.key !== OPENING && !this.slide) this.goTo(Math.min(place, this.parts.length), false);
    this.say(told.own.counted(countedOf(told)));
  }

  protected override updated(): void {
    // What had the focus may be gone with its slide: the keys are still heard.
    this.keepFocus();
  }

  private keepFocus(): void {
    const active = (this.renderRoot as ShadowRoot).activeElement;
    if (this.dialog.open && !this.overview && !active?.isConnected) this.dialog.focus();
  }

  protected override render(): TemplateResult {
    return stageView(this);
  }

  /** The room of the drawing of now. */
  room = (): Room => {
    const flows = matchMedia(FLOWS).matches;
    const { width = 0, height = 0 } = this.figure?.getBoundingClientRect() ?? {};
    const unit = Math.min(innerWidth / 1920, innerHeight / 1080);
    return flows
      ? { width: width - 2 * EDGE * FLOW_UNIT, height: Number.POSITIVE_INFINITY, unit: 0 }
      : { width: Math.floor(width - 2 * EDGE * unit), height: Math.floor(height), unit };
  };

  goTo(place: number, aloud = true): void {
    const to = Math.max(0, Math.min(place, this.parts.length));
    this.key = this.parts[to - 1]?.key ?? OPENING;
    this.overview = false;
    if (aloud) this.say();
  }

  goToKey = (key: string): void => {
    // One that was left out takes part again when somebody goes there.
    leftOut(this.element).delete(key);
    this.key = key;
    this.overview = false;
    this.dialog.focus();
    this.say();
  };

  step = (by: number): void => this.goTo(this.place + by);

  turnPart = (key: string, takesPart: boolean): void => {
    if (takesPart) leftOut(this.element).delete(key);
    else leftOut(this.element).add(key);
    if (!takesPart && key === this.key) this.key = OPENING;
    this.requestUpdate();
  };

  toggleOverview = (): void => {
    this.overview = !this.overview;
    if (!this.overview) this.say();
  };

  toggleFigures = (): void => {
    if (this.slide) this.figures = !this.figures;
  };

  /** Selects by a bar, or takes it out; the story is counted anew. */
  choose = (choice: Choice): void => {
    this.select(toggled(this.element.steps.wanted, choice));
  };

  clear = (): void => this.select(EVERYTHING);

  private select(selected: typeof EVERYTHING): void {
    this.element.select(selected).catch(() => undefined);
  }

  /** Of a publication: another state comes in view. */
  inView = (code: string): void => {
    const { published } = this.element;
    if (published) this.element.published = { ...published, code };
  };

  /** Says where one is, and the title, once. */
  private say(before = ""): void {
    const { own, title } = this.told;
    const words = own.placeSpoken(this.place + 1, this.parts.length + 1, this.slide?.title ?? title);
    this.said = `${before} ${words}`.trim();
  }

  keys = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.actOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  };

  private actOf({ key, shiftKey }: KeyboardEvent): (() => void) | null {
    const { activeElement } = this.renderRoot as ShadowRoot;
    // A list takes letters for the beginning of an answer.
    if (activeElement && takesText(activeElement)) return null;
    const letter: Record<string, () => void> = {
      o: this.toggleOverview,
      n: this.toggleFigures,
      t: this.toggleFigures,
    };
    const named = letter[key.toLowerCase()];
    if (named) return named;
    if (this.overview || this.isElsewhere(key)) return null;
    const by = key === " " ? (shiftKey ? -1 : 1) : STEPS[key];
    if (by !== undefined) return () => this.step(by);
    if (key === "Home") return () => this.goTo(0);
    if (key === "End") return () => this.goTo(this.parts.length);
    return null;
  }

  /** A button takes the space bar, a list its arrows, and what can be scrolled is scrolled. */
  private isElsewhere(key: string): boolean {
    const active = (this.renderRoot as ShadowRoot).activeElement;
    if (!active || active === this.dialog) return key.startsWith("Arrow") && this.scrolls(key);
    if (active.matches("select, input")) return true;
    if (key === " ") return active.matches("button");
    return active.closest(".figures") !== null && /^(Arrow(Up|Down)|Home|End)/.test(key);
  }

  /** Where the page flows, up and down scroll it. */
  private scrolls(key: string): boolean {
    return /Up|Down/.test(key) && matchMedia(FLOWS).matches;
  }

  touch = (event: TouchEvent): void => {
    const [finger] = event.changedTouches;
    if (!finger || this.overview) return;
    if (event.type === "touchstart") {
      this.touched = event.touches.length === 1 ? finger.clientX : null;
      this.had = finger.clientY;
      return;
    }
    const across = this.touched === null ? 0 : finger.clientX - this.touched;
    this.touched = null;
    if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(finger.clientY - this.had))
      this.step(across < 0 ? 1 : -1);
  };
}

if (!customElements.get("ben-monitor-stage")) customElements.define("ben-monitor-stage", BenMonitorStage);
