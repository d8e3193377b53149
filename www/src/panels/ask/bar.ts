// The bar that stays in view: how many cases are shown, which ones, the way back, and what can be asked further.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Report } from "../../report";
import { comparedField, EVERYTHING, type Selected, type Steps, withValues } from "../../selecting";
import { gone, without } from "./gone";
import { fieldLabel, type Known, namesOf, REFERRAL, valueLabel } from "./labels";
import { watchBar } from "./sticky";
import "./period";
import "./versus";

/** What can be opened below the bar. */
type Panel = "period" | "compare";

export class BenMonitorAsking extends LitElement {
  @property({ attribute: false }) known!: Known;
  @property({ attribute: false }) selected!: Selected;
  @property({ attribute: false }) steps!: Steps;
  /** Selects; what fails is told by the element around this one. */
  @property({ attribute: false }) select!: (selected: Selected) => Promise<unknown>;
  @property({ attribute: false }) openSettings!: () => void;

  @state() private open: Panel | null = null;
  /** On a narrow screen all chips are shown, and not those of one line alone. */
  @state() private allChips = false;

  @query(".count") private countLine!: HTMLElement | null;

  /** Styles, ids and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Also for one who has clicked beside the panel: the focus is nowhere then.
    this.ownerDocument.addEventListener("keydown", this.keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener("keydown", this.keys);
  }

  protected override firstUpdated(): void {
    const bar = this.querySelector<HTMLElement>(".asking");
    if (bar) watchBar(bar);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another selection: what was open is about an earlier one.
    if (changed.has("selected") && changed.get("selected") !== undefined) this.open = null;
  }

  protected override render(): TemplateResult {
    const { own, report } = this.known;
    return html`<section class="asking" part="filters" aria-label=${own.selection}>
      <div class="ask-line">
        ${this.counts(report)} ${this.back()} ${this.chips()}
        <div class="ask-open">
          ${this.opener("period", own.period)} ${this.opener("compare", own.compare)}
          ${this.settings()}
        </div>
      </div>
      ${this.lost()}
      ${this.open ? html`<div class="ask-panel" id="ask-panel" part="panel">${this.panel(this.open)}</div>` : nothing}
    </section>`;
  }

  /** Of one selection or two, how many there are. */
  private counts({ cases, against }: Report): TemplateResult {
    const { own } = this.known;
    const { selected, rest } = own.count(cases.selected, cases.used);
    if (!against) return html`<p class="count" tabindex="-1"><b>${selected}</b> ${rest}</p>`;
    const [first, second] = namesOf(this.known, this.selected);
    const other = own.count(against.selected, cases.used);
    return html`<p class="count pair" tabindex="-1">
      <span class="side"><i class="swatch" aria-hidden="true"></i>${first}: <b>${selected}</b></span>
      <span class="side"><i class="swatch other" aria-hidden="true"></i>${second}: <b>${other.selected}</b></span>
      <span>${rest}</span>
    </p>`;
  }

  private chips(): TemplateResult | typeof nothing {
    const { known, selected } = this;
    const { own } = known;
    const compared = comparedField(selected);
    const chips = selected.filter
      .filter(({ field }) => field !== compared)
      .flatMap(({ field, values }) => values.map((value) => ({ field, value, values })));
    if (chips.length === 0) return nothing;
    const all = this.allChips;
    const toggle = () => {
      this.allChips = !all;
    };
    const reach = () => {
      this.allChips = true;
    };
    return html`<ul class="chips ${all ? "all" : ""}" aria-label=${own.selection} @focusin=${reach}>
      ${chips.map(({ field, value, values }, place) => {
        const [of, answer] = [fieldLabel(known, field), valueLabel(known, field, value)];
        const others = values.filter((one) => one !== value);
        return html`<li class="chip" part="chip">
          <span>${own.chip(field === REFERRAL ? own.period : of, answer)}</span>
          <button type="button" title=${own.remove(of, answer)} aria-label=${own.remove(of, answer)}
            @click=${() => this.to(withValues(selected, field, others), place)}>×</button>
        </li>`;
      })}
    </ul>
    ${
      chips.length > 1
        ? html`<button class="link chips-more" type="button" aria-expanded=${all} @click=${toggle}>
            ${all ? own.fewerChips : own.allChips(chips.length)}
          </button>`
        : nothing
    }`;
  }

  /** What the files do not hold any more, or that nothing is left, and the way out. */
  private lost(): TemplateResult | typeof nothing {
    const { known, selected } = this;
    const { own, report } = known;
    const clauses = gone(known, selected);
    const empty = report.cases.selected === 0 && report.cases.used > 0 && selected.filter.length > 0;
    if (clauses.length === 0 && !empty) return nothing;
    const names = clauses.flatMap(({ field, values }) =>
      values.map((value) => own.chip(fieldLabel(known, field), valueLabel(known, field, value))),
    );
    const [told, label, next] =
      clauses.length > 0
        ? [own.gone(names), own.letGo, without(selected, clauses)]
        : [own.nothingLeft, own.clearAll, EVERYTHING];
    return html`<p class="ask-lost" role="alert">${told}
      <button class="link" type="button" @click=${() => this.to(next)}>${label}</button>
    </p>`;
  }

  private back(): TemplateResult | typeof nothing {
    const { own } = this.known;
    const { selected, steps } = this;
    const { previous, next } = steps;
    const something = selected.filter.length > 0 || selected.against !== null;
    const link = (label: string, to: Selected) =>
      html`<button class="link" type="button" @click=${() => this.to(to)}>${label}</button>`;
    // On a narrow screen the sign stands for the words.
    const step = (sign: string, label: string, to: Selected) => html`<button class="link step" type="button"
      aria-label=${label} title=${label} @click=${() => this.to(to)}><span class="sign" aria-hidden="true">${sign}</span><span class="word">${label}</span></button>`;
    if (!something && !previous && !next) return nothing;
    // The selection without what stands beside it, and without what the two differ in.
    const alone = () => {
      const field = comparedField(selected);
      const filter = selected.filter.filter((clause) => clause.field !== field);
      return { filter, against: null };
    };
    return html`<div class="ask-back">
      ${selected.against ? link(own.stopComparing, alone()) : nothing}
      ${something ? link(own.clearAll, EVERYTHING) : nothing}
      ${previous ? step("↶", own.undo, previous) : nothing} ${next ? step("↷", own.redo, next) : nothing}
    </div>`;
  }

  private opener(panel: Panel, label: string): TemplateResult {
    const isOpen = this.open === panel;
    return html`<button class="btn" type="button" part="button" data-panel=${panel} aria-expanded=${isOpen}
      aria-controls=${isOpen ? "ask-panel" : nothing}
      @click=${() => this.show(isOpen ? null : panel)}>${label}</button>`;
  }

  private settings(): TemplateResult {
    return html`<button class="btn" type="button" part="button" data-panel="settings" aria-haspopup="dialog"
      @click=${() => this.openSettings()}>${this.known.own.settings}</button>`;
  }

  private panel(panel: Panel): TemplateResult {
    const { known, selected } = this;
    if (panel === "period") {
      const choose = (values: string[]) => this.to(withValues(selected, REFERRAL, values), null, panel);
      return html`<ben-monitor-period .known=${known} .choose=${choose}></ben-monitor-period>`;
    }
    const choose = (next: Selected) => this.to(next, null, panel);
    return html`<ben-monitor-versus .known=${known} .selected=${selected} .choose=${choose}></ben-monitor-versus>`;
  }

  /** Opens a panel with the focus in it, or closes the open one with the focus back on its button. */
  private async show(panel: Panel | null): Promise<void> {
    const before = this.open;
    this.open = panel;
    await this.updateComplete;
    this.querySelector(".ask-panel")?.scrollIntoView({ block: "nearest" });
    if (panel) this.querySelector<HTMLElement>(".ask-panel :is(select, input:not(:disabled))")?.focus();
    else if (before) this.button(before)?.focus();
  }

  private button(panel: Panel): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-panel="${panel}"]`);
  }

  /** Selects, and keeps the person where they were: at the next chip, the panel's button, or the count. */
  private async to(next: Selected, chip: number | null = null, panel: Panel | null = null): Promise<void> {
    await this.select(next);
    if (panel) this.open = null;
    await this.updateComplete;
    if (panel) {
      this.button(panel)?.focus();
      return;
    }
    const active = (this.getRootNode() as ShadowRoot).activeElement;
    if (active && this.contains(active) && chip === null) return;
    const chips = this.querySelectorAll<HTMLElement>(".chip button");
    const beside = chip === null ? undefined : (chips[chip] ?? chips[chips.length - 1]);
    (beside ?? this.countLine)?.focus();
  }

  private keys = (event: KeyboardEvent): void => {
    const inDialog = event.composedPath().some((one) => one instanceof HTMLDialogElement);
    if (event.key === "Escape" && this.open && !inDialog) this.show(null);
  };
}

if (!customElements.get("ben-monitor-asking")) customElements.define("ben-monitor-asking", BenMonitorAsking);
