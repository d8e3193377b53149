// Makes a publication of the files that are shown: choose, check, save. What comes out of it is all that may be shared;
// it changes nothing of what stands around it. Renders into the element's own shadow root.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Drawing } from "../../engine";
import { emit } from "../../events";
import { asFailure, type BenMonitorError } from "../../failure";
import type { Lang } from "../../format";
import type { Publication } from "../../publication";
import type { PublishOptions } from "../../publication/make";
import { publishing } from "../../publishing";
import type { Catalog, Report, Risk } from "../../report";
import type { Shown } from "../../shown";
import type { Texts } from "../../texts";
import type { Theme } from "../../theme";
import { heading } from "../heading";
import { save } from "../read/downloads";
import { form } from "./form";
import { copied, keeping } from "./keeping";
import { denied, type Made, outcome } from "./outcome";
import "./preview";
import { type PublishTexts, publishTexts } from "./texts";
import { bothWays, earlierIn } from "./ways";
import { type Choices, closedQuarters, figuresOf, NOTHING_CHOSEN, wishOf } from "./wish";

/** What the panel needs of the element that it stands in. */
export interface Host extends HTMLElement {
  readonly language: Lang;
  readonly drawing: Drawing | null;
  readonly colours: Theme | null;
  readonly look: { settings: object; referenceDate: string | null };
  risk(): Promise<Risk>;
  protect(wish: PublishOptions): Promise<Publication>;
  announce(text: string): void;
}

export class BenMonitorPublish extends LitElement {
  @property({ attribute: false }) host!: Host;
  /** The files that it is made of. */
  @property({ attribute: false }) files: Shown["files"] = [];
  /** The figures of all cases: what there is to choose from. */
  @property({ attribute: false }) whole!: Report;
  @property({ attribute: false }) catalog!: Catalog;
  @property({ attribute: false }) texts!: Texts;
  @property({ attribute: false }) theme: Theme | null = null;
  @property({ attribute: false }) override lang: Lang = "nl";
  @property({ attribute: false }) level = 3;
  /** Bands and reference date, as text: of other ones it is another publication. */
  @property({ attribute: false }) basis = "";

  @state() private open = false;
  @state() private choices: Choices = NOTHING_CHOSEN;
  @state() private splits: Risk["splits"] | null = null;
  @state() private made: Made | null = null;
  /** The wish that was last asked, as text. */
  private asked = "";
  @state() private working = false;
  @state() private refused: BenMonitorError | null = null;
  /** What is wrong with the earlier publication. */
  @state() private wrong = "";
  /** Somebody wanted to look at none of the figures. */
  @state() private none = false;
  @state() private looking = false;
  @state() private told = "";

  @query("[data-step='check']") private check!: HTMLElement | null;
  @query(".denied") private refusal!: HTMLElement | null;

  /** Styles, ids and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("files")) {
      this.choices = NOTHING_CHOSEN;
      this.splits = null;
      if (this.open) this.weigh();
    }
    if (!changed.has("files") && !changed.has("lang") && !changed.has("basis")) return;
    // What stands is of other figures, or in another language.
    this.asked = "";
    this.made = null;
    this.refused = null;
    this.working = false;
    this.wrong = "";
  }

  protected override render(): TemplateResult {
    const texts = publishTexts(this.lang);
    return html`<section class="publish" part="publish">
      <details .open=${this.open} @toggle=${(event: Event) => this.toggle(event)}>
        <summary>${texts.title}</summary>
        ${this.open ? this.body(texts) : nothing}
      </details>
    </section>`;
  }

  private body(texts: PublishTexts): TemplateResult {
    const { level, working } = this;
    return html`<p class="around"><b>${texts.around}</b> ${texts.only}</p>
      <form @submit=${(event: Event) => this.submit(event)}>
        ${heading(level, "stage", texts.choose)} ${this.form(texts)}
        <p class="acts">
          <button class="btn ${this.made ? "" : "main"}" type="submit" part="button" aria-disabled=${working}>
            ${this.made ? texts.again : texts.preview}
          </button>
          ${working ? html`<span class="hint" aria-busy="true">${texts.working}</span>` : nothing}
        </p>
        <p class="problem" role="alert">${this.none ? texts.noFigures : ""}</p>
      </form>
      ${this.refused ? this.denied(this.refused, texts) : nothing} ${this.made ? this.rest(this.made, texts) : nothing}`;
  }

  private form(texts: PublishTexts): TemplateResult {
    const { choices, whole, splits, catalog, wrong } = this;
    return form({
      choices,
      quarters: closedQuarters(whole),
      splits: splits?.[choices.preset] ?? null,
      ...figuresOf(whole),
      wrong,
      texts,
      catalog,
      name: this.name,
      set: this.set,
      takeEarlier: (file) => this.takeEarlier(file),
    });
  }

  private rest(made: Made, texts: PublishTexts): TemplateResult {
    const { level, catalog, choices, name } = this;
    const { publication } = made;
    const stale = made.question !== this.question();
    const setApart = (id: string, apart: boolean) => {
      const others = choices.keepApart.filter((one) => one !== id);
      this.set({ keepApart: apart ? [...others, id] : others });
    };
    const telling = {
      made,
      keepApart: choices.keepApart,
      texts,
      level: level + 1,
      catalog,
      name,
      setApart,
    };
    const again = html`<div class="stale"><p>${texts.stale}</p>
      <button class="btn main" type="button" part="button" aria-disabled=${this.working}
        @click=${() => this.preview()}>${texts.again}</button></div>`;
    return html`<div class="stage" data-step="check" tabindex="-1">${heading(level, "", texts.check)}</div>
      ${outcome(telling)} ${
        stale
          ? again
          : html`${this.look(publication, texts)}
        ${heading(level, "stage", texts.keep)}
        ${keeping({ texts, publication, told: this.told, save: () => this.save(publication, texts), copy: () => this.copy(texts) })}`
      }`;
  }

  private look(publication: Publication, texts: PublishTexts): TemplateResult | typeof nothing {
    const { drawing } = this.host;
    if (!drawing || !publishing()) return nothing;
    const toggle = (event: Event) => {
      this.looking = (event.currentTarget as HTMLDetailsElement).open;
    };
    const preview = html`<ben-monitor-preview .publication=${publication} .drawing=${drawing} .theme=${this.theme}
      .texts=${this.texts} .lang=${this.lang} .level=${Math.min(6, this.level + 1)}></ben-monitor-preview>`;
    return html`<details class="which" .open=${this.looking} @toggle=${toggle}>
      <summary>${texts.look}</summary>
      ${this.looking ? html`<div class="frame"><p>${texts.frame}</p>${preview}</div>` : nothing}
    </details>`;
  }

  private denied(error: BenMonitorError, texts: PublishTexts): TemplateResult {
    return denied(error, texts, this.name, (id) => {
      this.set({ off: [...this.choices.off, id] });
      this.preview();
    });
  }

  private readonly name = (id: string): string => {
    const { indicators, fields } = this.catalog;
    return [...indicators, ...fields].find((one) => one.id === id)?.label ?? id;
  };

  private readonly set = (changed: Partial<Choices>): void => {
    const choices = { ...this.choices, ...changed };
    const splits = this.splits?.[choices.preset] ?? [];
    // What the one preset offers the other may not.
    if (!splits.some(({ field, mayOffer }) => mayOffer && field === choices.split)) choices.split = "";
    this.choices = choices;
    this.told = "";
    this.wrong = "";
    this.none = false;
  };

  private toggle(event: Event): void {
    this.open = (event.currentTarget as HTMLDetailsElement).open;
    if (this.open && !this.splits) this.weigh();
  }

  /** Asks by what it can be split; without an answer it is not split. */
  private async weigh(): Promise<void> {
    const { files } = this;
    const risk = await this.host.risk().catch(() => null);
    if (files === this.files) this.splits = risk?.splits ?? { website: [], stuurgroep: [] };
  }

  private async takeEarlier(file: File | undefined): Promise<void> {
    if (!file) return;
    const { files, lang } = this;
    const { previous, wrong } = await earlierIn(file, lang);
    if (files !== this.files) return;
    this.set({ previous });
    this.wrong = wrong;
  }

  private wish(): PublishOptions {
    return wishOf(this.choices, closedQuarters(this.whole), figuresOf(this.whole).may);
  }

  private question(): string {
    const { previous: _, ...wish } = this.wish();
    return JSON.stringify([wish, this.choices.previous?.hash, this.basis, this.lang]);
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.preview();
  }

  private async preview(): Promise<void> {
    if (this.working) return;
    const texts = publishTexts(this.lang);
    const wish = this.wish();
    // To the core none in particular is all of them.
    this.none = wish.indicators?.length === 0;
    if (this.none) return;
    const asked = this.question();
    const { files } = this;
    const isWanted = () => files === this.files && this.asked === asked;
    this.asked = asked;
    this.working = true;
    this.refused = null;
    this.told = "";
    try {
      const publication = await this.host.protect(wish);
      if (!isWanted()) return;
      const figures = wish.indicators ?? figuresOf(this.whole).may;
      const together = wish.keepApart ? (this.made?.together ?? null) : publication;
      this.made = { publication, question: asked, asked: figures.length, together, apart: null };
      this.working = false;
      await this.updateComplete;
      this.check?.focus();
      this.host.announce(this.querySelector(".lead")?.textContent ?? texts.check);
      const both = await bothWays(this.host, wish, this.made);
      if (isWanted()) this.made = both;
    } catch (thrown) {
      if (!isWanted()) return;
      this.working = false;
      this.made = null;
      this.refused = asFailure(thrown);
      await this.updateComplete;
      this.refusal?.focus();
    }
  }

  private save(publication: Publication, texts: PublishTexts): void {
    save("publicatie.json", "application/json", JSON.stringify(publication));
    emit(this.host, "ben-publish", {});
    this.host.announce(texts.saved);
  }

  private async copy(texts: PublishTexts): Promise<void> {
    this.told = (await copied(this)) ? texts.copied : texts.selected;
    this.host.announce(this.told);
  }
}

/** What is given to the panel. */
type Given = Pick<BenMonitorPublish, "files" | "whole" | "catalog" | "texts" | "level">;

/** The panel as a part of the page. */
export function publishPanel(host: Host, { files, whole, catalog, texts, level }: Given): TemplateResult {
  const { settings, referenceDate } = host.look;
  return html`<ben-monitor-publish .host=${host} .files=${files} .whole=${whole} .catalog=${catalog} .texts=${texts}
    .theme=${host.colours} .lang=${host.language} .level=${level}
    .basis=${JSON.stringify([settings, referenceDate])}></ben-monitor-publish>`;
}

if (!customElements.get("ben-monitor-publish"))
  customElements.define("ben-monitor-publish", BenMonitorPublish);
