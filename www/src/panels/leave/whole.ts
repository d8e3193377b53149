// What can be done with all figures: a button for each, and a line below them when something did not work.
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { asFailure } from "../../failure";
import type { Lang } from "../../format";
import type { BenMonitor } from "../../monitor";
import { OF_ALL, takeAll, type WholeAction } from "./actions";
import { leaveTextsOf } from "./texts";

export class BenMonitorLeaveAll extends LitElement {
  @property({ attribute: false }) element!: BenMonitor;
  @property({ attribute: false }) override lang: Lang = "nl";

  /** Why the last of it did not work. */
  @state() private refused = "";

  /** Styles and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const own = leaveTextsOf(this.lang);
    // The live region says it too.
    return html`<div class="leave-all" role="group" aria-label=${own.whole}>
        ${OF_ALL.map(
          (action) =>
            html`<button class="btn" type="button" part="button" aria-keyshortcuts=${action.key ?? nothing} @click=${() => this.take(action)}>${action.label(own)}</button>`,
        )}
      </div>
      ${this.refused ? html`<p class="leave-refused" aria-hidden="true">${this.refused}</p>` : nothing}`;
  }

  private async take(action: WholeAction): Promise<void> {
    this.refused = "";
    await takeAll(this.element, action).catch((thrown) => {
      this.refused = asFailure(thrown).message;
    });
  }
}

if (!customElements.get("ben-monitor-leave-all"))
  customElements.define("ben-monitor-leave-all", BenMonitorLeaveAll);
