// Where the figures are made, and how anyone can see that: what was asked of the network since a file was chosen, the
// build, and a page for the privacy officer. Renders into the element's own shadow root.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Asked, askedSince, countFrom } from "../asked";
import { enumeration, type Lang } from "../format";
import { type TrustTexts, trustTexts } from "./trust.texts";

/** What the panel needs of the element that it stands in. */
interface Host {
  readonly language: Lang;
  /** When a file was first chosen, in milliseconds since 1970; null as long as there is none. */
  readonly since: number | null;
  /** What its workers asked. */
  askedByWorkers(): Promise<Asked[]>;
}

/** Made by the build: by what people know this one. */
declare const BUILD: string;

/** The folder of the package. */
const HOME = new URL(".", import.meta.url).href;
/** Where the page for the privacy officer stands, when it is part of this one. */
const PRIVACY = "privacy";
/** Between two looks, in milliseconds, while it is open. */
const INTERVAL = 1000;

export class BenMonitorTrust extends LitElement {
  @property({ attribute: false }) host!: Host;
  @property({ attribute: false }) override lang: Lang = "nl";
  /** Null: there is no file, so nothing to count from. */
  @property({ attribute: false }) since: number | null = null;

  @state() private asked: Asked[] | null = null;
  private looking: ReturnType<typeof setInterval> | undefined;

  /** Styles, ids and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    countFrom(this, this.since);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.looking);
    countFrom(this, null);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.isConnected && changed.has("since")) countFrom(this, this.since);
  }

  protected override render(): TemplateResult {
    const texts = trustTexts(this.lang);
    return html`<details class="trusted" part="trust" @toggle=${(event: Event) => this.toggle(event)}
      @keydown=${closeByEscape}>
      <summary>${LOCK} ${texts.local}</summary>
      <div>
        <p>${this.since === null ? texts.ready : texts.made} ${texts.wifi}</p>
        ${this.since !== null && this.asked ? counted(this.asked, texts, this.lang) : nothing}
        ${about(texts)}
      </div>
    </details>`;
  }

  private toggle(event: Event): void {
    clearInterval(this.looking);
    if (!(event.currentTarget as HTMLDetailsElement).open) return;
    this.look();
    this.looking = setInterval(() => this.look(), INTERVAL);
  }

  private async look(): Promise<void> {
    const { since } = this;
    if (since === null) return;
    const byWorkers = await this.host.askedByWorkers().catch(() => []);
    // Figures of which another file has taken the place.
    if (since === this.since) this.asked = askedSince(since, byWorkers);
  }
}

customElements.define("ben-monitor-trust", BenMonitorTrust);

const LOCK = html`<svg viewBox="0 0 14 14" aria-hidden="true">
  <rect x="2" y="6" width="10" height="7" rx="1.5" fill="currentColor"></rect>
  <path d="M4.5 6V4a2.5 2.5 0 0 1 5 0v2" fill="none" stroke="currentColor" stroke-width="1.6"></path>
</svg>`;

/** It lies over what is below it. */
function closeByEscape(event: KeyboardEvent): void {
  const panel = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !panel.open) return;
  panel.open = false;
  panel.querySelector("summary")?.focus();
}

function counted(asked: Asked[], texts: TrustTexts, lang: Lang): TemplateResult {
  const others = asked.filter(([address]) => !address.startsWith(HOME));
  const own = asked.length - others.length;
  const hosts = [...new Set(others.map(([address]) => new URL(address).host))];
  return html`<p>
    <b data-count=${asked.length}>${texts.asked(asked.length)}</b>
    ${own > 0 ? texts.own(own) : nothing}
    ${others.length > 0 ? texts.others(others.length, enumeration(hosts, lang)) : nothing}
    ${texts.told}
  </p>`;
}

/** The build, and where more is told. */
function about(texts: TrustTexts): TemplateResult {
  const isHere = document.getElementById(PRIVACY) !== null;
  const link = isHere
    ? html`<a href="#${PRIVACY}">${texts.privacy}</a>`
    : html`<a href=${new URL("privacy.html", HOME).href} target="_blank" rel="noopener">${texts.privacy}</a>`;
  return html`<p>${texts.build} <code>${BUILD}</code> · ${link}</p>`;
}

/** The panel, in place of the line in the header. */
export function trust(host: Host): TemplateResult {
  return html`<ben-monitor-trust .host=${host} .lang=${host.language} .since=${host.since}></ben-monitor-trust>`;
}

/** Below a publication: there is no file here, and nothing to count. */
export function trustOfPublication(lang: Lang): TemplateResult {
  const texts = trustTexts(lang);
  return html`<div class="trusted" part="trust"><p>${texts.protected}</p>${about(texts)}</div>`;
}
