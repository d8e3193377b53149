// How recognisable the children in the files are: asked of the core when somebody opens it. It tells, and keeps
// nobody from anything. Renders into the element's own shadow root.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { Lang } from "../format";
import type { Catalog, Risk } from "../report";
import type { Shown } from "../shown";
import { heading } from "./heading";
import { causes, coarser, splits } from "./risk.tables";
import { type RiskTexts, riskTexts } from "./risk.texts";

/** What the panel needs of the element that it stands in. */
interface Host {
  readonly language: Lang;
  risk(): Promise<Risk>;
  announce(text: string): void;
}

export class BenMonitorRisk extends LitElement {
  @property({ attribute: false }) host!: Host;
  /** The files that it is about. */
  @property({ attribute: false }) files: Shown["files"] = [];
  @property({ attribute: false }) catalog!: Catalog;
  @property({ attribute: false }) override lang: Lang = "nl";
  @property({ attribute: false }) level = 3;

  @state() private open = false;
  @state() private risk: Risk | null = null;
  @state() private failed = false;

  /** Styles, ids and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("files") && !changed.has("lang")) return;
    // What stands is of other files, or in another language.
    this.risk = null;
    this.failed = false;
    if (this.open) this.weigh();
  }

  protected override render(): TemplateResult {
    const texts = riskTexts(this.lang);
    return html`<section class="risk" part="risk">
      <details .open=${this.open} @toggle=${(event: Event) => this.toggle(event)}>
        <summary>${texts.title(this.files.length)}</summary>
        ${this.open ? this.body(texts) : nothing}
      </details>
    </section>`;
  }

  private body(texts: RiskTexts): TemplateResult {
    if (this.failed)
      return html`<p>${texts.failed}
        <button class="btn" type="button" part="button" @click=${() => this.weigh()}>${texts.again}</button></p>`;
    if (!this.risk) return html`<p class="weighing" aria-busy="true">${texts.weighing}</p>`;
    const { risk, lang, catalog, level } = this;
    const said = { texts, lang, catalog };
    return html`<p class="lead">${risk.title}.</p>
      <p>${risk.text}</p>
      <p>${risk.meaning}</p>
      <div class="halves">
        <div>${coarser(risk, said)} ${also(risk.alike)}</div>
        <div>
          ${heading(level, "part", texts.advice)}
          <ul>
            ${risk.advice.map((one) => html`<li>${one}</li>`)}
          </ul>
        </div>
        <div>${causes(risk, said)} ${also(risk.because)} ${also(risk.leftOut)}</div>
        <div>${splits(risk, said)}</div>
      </div>`;
  }

  private toggle(event: Event): void {
    this.open = (event.currentTarget as HTMLDetailsElement).open;
    if (this.open && !this.risk) this.weigh();
  }

  private async weigh(): Promise<void> {
    const { files, lang } = this;
    // Other files or another language came in between: that is on its way.
    const isWanted = () => files === this.files && lang === this.lang;
    this.failed = false;
    try {
      const risk = await this.host.risk();
      if (!isWanted()) return;
      this.risk = risk;
      this.host.announce(`${risk.title}.`);
    } catch {
      if (isWanted()) this.failed = true;
    }
  }
}

function also(text: string | undefined): TemplateResult | typeof nothing {
  return text ? html`<p class="also">${text}</p>` : nothing;
}

/** The panel as a part of the page. */
export function risk(host: Host, files: Shown["files"], catalog: Catalog, level: number): TemplateResult {
  return html`<ben-monitor-risk .host=${host} .files=${files} .catalog=${catalog} .lang=${host.language}
    .level=${level}></ben-monitor-risk>`;
}

if (!customElements.get("ben-monitor-risk")) customElements.define("ben-monitor-risk", BenMonitorRisk);
