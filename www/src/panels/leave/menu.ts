// *Meenemen* at a figure: a button with a menu of ways in which it leaves. By keyboard as menus are: arrows, Home, End,
// Escape; Tab leaves it.
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { asFailure } from "../../failure";
import type { BenMonitor } from "../../monitor";
import { moved } from "../marks";
import { type FigureAction, OF_FIGURE, takeFigure } from "./actions";
import { type LeaveTexts, leaveTextsOf } from "./texts";

export class BenMonitorLeave extends LitElement {
  @property({ attribute: false }) element!: BenMonitor;
  @property({ attribute: false }) index = 0;
  /** What the figure is called. */
  @property({ attribute: false }) named = "";
  /** There is a drawing of it. */
  @property({ attribute: false }) drawn = true;

  @state() private open = false;
  /** What was done, or why not. */
  @state() private said = "";

  private closing: ReturnType<typeof setTimeout> | undefined;

  /** Styles and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private get own(): LeaveTexts {
    return leaveTextsOf(this.element.language);
  }

  protected override render(): TemplateResult {
    const { own, open, said } = this;
    return html`<span class="leave" @focusout=${this.left} @keydown=${this.keys}>
      ${said ? html`<span class="leave-said" aria-hidden="true">${said}</span>` : nothing}
      <button class="link" type="button" part="button" aria-haspopup="menu" aria-expanded=${open}
        @click=${() => this.show(!open)}>${own.take}<span class="hidden">: ${this.named}</span></button>
      ${open ? this.menu() : nothing}
    </span>`;
  }

  private menu(): TemplateResult {
    const { own, named } = this;
    const actions = OF_FIGURE.filter(({ drawn }) => this.drawn || !drawn);
    return html`<span class="leave-menu" role="menu" aria-label=${own.takeOf(named)} part="menu">
      ${actions.map(
        (action) =>
          html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.take(action)}>${own.kinds[action.id]}</button>`,
      )}
    </span>`;
  }

  private get items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[role=menuitem]")];
  }

  private async show(open: boolean, last = false): Promise<void> {
    this.open = open;
    this.said = "";
    await this.updateComplete;
    if (open) this.items.at(last ? -1 : 0)?.focus();
  }

  private close(): void {
    this.open = false;
    this.querySelector<HTMLElement>("[aria-haspopup]")?.focus();
  }

  private async take(action: FigureAction): Promise<void> {
    this.close();
    try {
      await takeFigure(this.element, action, this.index);
      this.tell(this.own.said[action.kind] ?? "");
    } catch (thrown) {
      this.tell(asFailure(thrown).message);
    }
  }

  /** For the eyes; the live region says it too. */
  private tell(words: string): void {
    this.said = words;
    clearTimeout(this.closing);
    this.closing = setTimeout(() => {
      this.said = "";
    }, SHOWN);
  }

  private left = (event: FocusEvent): void => {
    if (!(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) this.open = false;
  };

  private keys = (event: KeyboardEvent): void => {
    if (!this.open) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      this.show(true, event.key === "ArrowUp");
      return;
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
      return;
    }
    const { items } = this;
    const at = items.findIndex((item) => item.matches(":focus"));
    const turned = event.key === "ArrowDown" && at === items.length - 1 ? "Home" : event.key;
    const next = moved(at, items.length, turned === "ArrowUp" && at === 0 ? "End" : turned);
    if (next === null) return;
    event.preventDefault();
    items[next]?.focus();
  };
}

/** How long it is shown what was done, in milliseconds. */
const SHOWN = 8_000;

if (!customElements.get("ben-monitor-leave")) customElements.define("ben-monitor-leave", BenMonitorLeave);
