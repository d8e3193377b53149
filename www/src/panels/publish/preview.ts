// A publication as others will see it, amid figures that they may not see: in a shadow root of its own, so that ids,
// drawings and selection of the page around it stay apart.
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { Drawing } from "../../engine";
import type { Lang } from "../../format";
import type { Publication } from "../../publication";
import { publishing } from "../../publishing";
import { chart } from "../../styles/chart";
import { page } from "../../styles/page";
import type { Texts } from "../../texts";
import type { Theme } from "../../theme";

/** On a phone the frame around it has no sides. */
const narrow = css`
  @container (max-width: 24em) {
    .page {
      padding-inline: 0;
    }
  }
`;

export class BenMonitorPreview extends LitElement {
  static override styles = [page, chart, narrow];

  @property({ attribute: false }) publication!: Publication;
  @property({ attribute: false }) drawing!: Drawing;
  @property({ attribute: false }) theme: Theme | null = null;
  @property({ attribute: false }) texts!: Texts;
  @property({ attribute: false }) override lang: Lang = "nl";
  @property({ attribute: false }) level = 4;

  /** The state in view. */
  @state() private code = "";

  protected override firstUpdated(): void {
    const root = this.renderRoot as ShadowRoot;
    const { styleSheet } = publishing()?.publicationStyles ?? {};
    if (styleSheet) root.adoptedStyleSheets.push(styleSheet);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { publication, code, drawing, theme, texts, lang, level } = this;
    const choose = (chosen: string) => {
      this.code = chosen;
    };
    const of = { drawing, theme, texts, lang, level, wanted: [], forget: null, amid: true, choose };
    return html`<div class="el"><div class="page">
      ${publishing()?.panel({ publication, code }, of) ?? nothing}
    </div></div>`;
  }
}

if (!customElements.get("ben-monitor-preview"))
  customElements.define("ben-monitor-preview", BenMonitorPreview);
