// A publication as a page shows it: what it is about, the choice of what is in view, its figures and how they are
// protected. No cases are behind it.
import type { Painter } from "ben-monitor-wasm";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { Drawing } from "../engine";
import { fractionPercent, type Lang, monthSpan, whole } from "../format";
import { cautions } from "../panels/cautions";
import { heading } from "../panels/heading";
import { hostOf, leavingAll } from "../panels/leave";
import { trustOfPublication } from "../panels/trust";
import type { Publication } from "../publication";
import type { Catalog, Indicator, Report, Series, Share } from "../report";
import { langOf, type Texts } from "../texts";
import type { Theme } from "../theme";
import { protectedHow } from "./protected";
import { table } from "./tables";
import { dayOf, type PublicationTexts, publicationTextsOf } from "./texts";
import { bytesOf } from "./wire";

/** Drawn over the full width. */
const WIDE = new Set(["aanmeldingen", "kruistabel"]);
/** Of more states, or of longer names, a list is easier than buttons beside each other. */
const MOST_SEGMENTS = 6;
const MOST_LETTERS = 80;
/** Below this a cross table may not fit as a drawing. */
const NARROW = 640;

interface Placed {
  indicator: Indicator;
  index: number;
}

/** One that can be chosen; an empty code is all of them. */
interface Option {
  code: string;
  label: string;
}

export class BenMonitorPublication extends LitElement {
  @property({ attribute: false }) publication!: Publication;
  /** The state in view; all cases when it is empty. */
  @property({ attribute: false }) code = "";
  @property({ attribute: false }) drawing!: Drawing;
  @property({ attribute: false }) theme: Theme | null = null;
  @property({ attribute: false }) texts!: Texts;
  /** Of what stands around the figures; those have the language of the publication. */
  @property({ attribute: false }) override lang: Lang = "nl";
  @property({ attribute: false }) level = 2;
  /** Only these, in this order; all when there are none. */
  @property({ attribute: false }) wanted: string[] = [];
  /** It stands where files are read: told so, with a way back. */
  @property({ attribute: false }) forget: (() => void) | null = null;
  /** It stands amid other figures: its sections are no landmarks beside theirs. */
  @property({ attribute: false }) amid = false;
  /** What the live region says first. */
  @property({ attribute: false }) said = "";
  @property({ attribute: false }) choose: (code: string) => void = () => undefined;

  /** Of the referrals in time: the length of a period. */
  @state() unit: Series["unit"] = "quarter";

  /** Draws the figures in view. */
  painter: Painter | null = null;
  private painted: Report | null = null;

  /** Styles, ids and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved comes back at once.
    setTimeout(() => {
      if (this.isConnected) return;
      this.painter?.free();
      this.painter = null;
      this.painted = null;
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { report, painted } = this;
    if (changed.has("publication")) {
      const units = report.indicators.flatMap((one) => (one.kind === "series" ? [one.unit] : []));
      this.unit = units[0] ?? "quarter";
    }
    if (report === painted && this.painter) return;
    const bytes = bytesOf(report);
    if (!bytes) return;
    const earlier = this.painter;
    this.painter = this.drawing.painter(bytes, this.publication.lang);
    this.painted = report;
    if (!earlier) return;
    this.painter.inherit(earlier);
    // Charts of before may still draw until they have the new one.
    this.updateComplete.then(() => earlier.free());
  }

  private get report(): Report {
    const { publication, code } = this;
    return publication.states.find((state) => state.code === code)?.report ?? publication.report;
  }

  private get own(): PublicationTexts {
    return publicationTextsOf(this.lang);
  }

  protected override render(): TemplateResult {
    const { publication, own, lang } = this;
    const spoken = langOf(publication.lang);
    const catalog = this.drawing.catalog(spoken);
    const host = hostOf(this);
    return html`${this.header()} ${this.states()} ${host ? leavingAll(host) : nothing}
      <div lang=${spoken === lang ? nothing : spoken}>${this.sections(catalog)}</div>
      ${protectedHow(publication, own, lang, catalog)}
      ${this.amid || this.forget ? nothing : trustOfPublication(lang)}
      <p class="hidden" role="status">${this.said} ${own.status(this.nameInView(), this.report.indicators.length)}</p>`;
  }

  private header(): TemplateResult {
    const { publication, own, lang, level, forget } = this;
    const { title, period, regions, report, policy } = publication;
    const about = [own.allOf(regions), monthSpan(period.from, period.to, lang), own.cases(report.cases.used)];
    return html`<header class="bar" part="header">
        <div>
          ${heading(level, "title", title)}
          <p class="meta">${about.filter(Boolean).join(" · ")}</p>
        </div>
        <div class="trust"><p class="local" part="badge">${CHECK} ${own.badge(policy)}</p></div>
      </header>
      ${
        forget
          ? html`<div class="read"><div class="line"><p>${own.isPublication}</p>
              <div class="acts"><button class="btn" type="button" @click=${forget}>${own.forget}</button></div></div></div>`
          : nothing
      }`;
  }

  private nameInView(): string {
    const { publication, code, own } = this;
    const state = publication.states.find((one) => one.code === code);
    return state?.label ?? (own.allOf(publication.regions) || own.all);
  }

  private states(): TemplateResult | typeof nothing {
    const { publication, own, code } = this;
    const { split, states } = publication;
    if (!split || states.length === 0) return nothing;
    const options: Option[] = [{ code: "", label: own.all }, ...states];
    const letters = options.map(({ label }) => label).join("").length;
    const choice =
      options.length <= MOST_SEGMENTS && letters <= MOST_LETTERS
        ? segments("state", own.choose(split.label), options, code, this.choose)
        : list(own.choose(split.label), options, code, this.choose);
    return html`<div class="states" part="states">
      ${choice}
      <p class="inview">${own.inView(this.nameInView(), this.report.cases.selected)}</p>
    </div>`;
  }

  private sections(catalog: Catalog): TemplateResult {
    const { own, level, wanted } = this;
    const sectionOf = new Map(catalog.indicators.map(({ id, section }) => [id, section]));
    const all = this.report.indicators.map((indicator, index) => ({ indicator, index }));
    const shown = all.filter(
      ({ indicator }) =>
        (indicator.kind !== "series" || indicator.unit === this.unit) &&
        (wanted.length === 0 || wanted.includes(indicator.id)),
    );
    const ordered =
      wanted.length > 0
        ? shown.sort((a, b) => wanted.indexOf(a.indicator.id) - wanted.indexOf(b.indicator.id))
        : shown;
    const of = ({ indicator }: Placed) =>
      indicator.kind === "crosstab" ? CROSSTABS : sectionOf.get(indicator.id);
    const sections = [
      ...catalog.sections,
      { id: CROSSTABS, label: own.crosstabs },
      { id: OTHER, label: own.otherSection },
    ];
    const known = new Set(sections.map(({ id }) => id));
    const placed = sections.map(({ id, label }) => ({
      id,
      label,
      inside: ordered.filter((one) => {
        const section = of(one);
        return section !== undefined && known.has(section) ? section === id : id === OTHER;
      }),
    }));
    return html`${placed
      .filter(({ inside }) => inside.length > 0)
      .map(
        ({ id, label, inside }) => html`<section aria-labelledby=${this.amid ? nothing : `section-${id}`}>
          ${heading(level + 1, "sec", label, `section-${id}`)}
          <div class="grid">${this.content(inside)}</div>
        </section>`,
      )}`;
  }

  private content(inside: Placed[]): TemplateResult {
    const drawn = inside.filter(({ indicator }) => indicator.kind !== "share");
    const shares = inside.flatMap(({ indicator }) => (indicator.kind === "share" ? [indicator] : []));
    const wide = ({ indicator }: Placed) => WIDE.has(indicator.id);
    const paired = drawn.filter((one) => !wide(one));
    // One that would stand alone has the whole width.
    const alone = paired.length === 1 && shares.length === 0 ? "wide" : "";
    const beside = paired.length % 2 === 1 ? "beside" : "";
    return html`${drawn.filter(wide).map((one) => this.figure(one, "wide"))}
      ${paired.map((one) => this.figure(one, alone))}
      ${shares.length > 0 ? html`<div class="shares ${beside}">${shares.map((one) => this.share(one))}</div>` : nothing}`;
  }

  private figure({ indicator, index }: Placed, size: string): TemplateResult {
    const { own, lang, publication, report, level } = this;
    const { protection } = report;
    if (!this.painter || !protection) return html``;
    const open = indicator.kind === "crosstab" && this.clientWidth > 0 && this.clientWidth < NARROW;
    return html`<div class=${size}>
      <ben-monitor-chart
        .indicator=${indicator}
        .index=${index}
        .painter=${this.painter}
        .theme=${this.theme}
        .texts=${this.texts}
        .lang=${lang}
        .level=${level + 2}
        .sources=${[own.source(publication.title, dayOf(publication.made, lang))]}
        .bare=${true}
        .extra=${indicator.kind === "series" ? this.units() : nothing}
      ></ben-monitor-chart>
      <details class="table" ?open=${open}>
        <summary class="link">${own.table}<span class="hidden">: ${indicator.title ?? indicator.id}</span></summary>
        ${table(indicator, { own, lang, protection })}
      </details>
    </div>`;
  }

  private units(): TemplateResult | typeof nothing {
    const { own } = this;
    const units = this.report.indicators.flatMap((one) => (one.kind === "series" ? [one.unit] : []));
    if (units.length < 2) return nothing;
    const options = units.map((unit) => ({ code: unit, label: own.units[unit] }));
    return segments("unit", own.unitOf, options, this.unit, (unit) => {
      this.unit = unit as Series["unit"];
    });
  }

  /** A share is a sentence with its percentage, or with its counts where it has none. */
  private share(indicator: Share): TemplateResult {
    const { own, texts, level, lang } = this;
    const { count, share, n, missing, missingStatus } = indicator;
    const hidden = count === null;
    const large = hidden ? own.hidden : share === null ? whole(count, lang) : fractionPercent(share);
    const unknown = missingStatus ? `${own.unknown.toLowerCase()}: ${own.hidden}` : texts.missing(missing);
    const details = [hidden ? "" : own.of(count, n), missing > 0 || missingStatus ? unknown : ""];
    return html`<div class="key" part="share">
      ${heading(level + 2, "w", indicator.title ?? indicator.id)}
      <p class="n ${hidden ? "none" : ""}">${large}</p>
      <p class="d">${details.filter(Boolean).join(" · ")}</p>
      ${cautions(indicator)}
    </div>`;
  }
}

const CROSSTABS = "kruistabel";
const OTHER = "other";

const CHECK = html`<svg viewBox="0 0 14 14" aria-hidden="true">
  <path d="M7 1l5 2v4c0 3-2 5-5 6-3-1-5-3-5-6V3z" fill="none" stroke="currentColor" stroke-width="1.4"></path>
  <path d="M4.5 7l2 2 3.2-3.6" fill="none" stroke="currentColor" stroke-width="1.6"></path>
</svg>`;

function segments(
  name: string,
  legend: string,
  options: Option[],
  current: string,
  set: (code: string) => void,
): TemplateResult {
  return html`<fieldset class="segments">
    <legend>${legend}</legend>
    <div>
      ${options.map(
        ({ code, label }) => html`<label
          ><input type="radio" name=${name} value=${code} .checked=${code === current} @change=${() => set(code)} /><span
            >${label}</span
          ></label
        >`,
      )}
    </div>
  </fieldset>`;
}

function list(
  label: string,
  options: Option[],
  current: string,
  set: (code: string) => void,
): TemplateResult {
  return html`<label class="list"
    >${label}
    <select @change=${(event: Event) => set((event.currentTarget as HTMLSelectElement).value)}>
      ${options.map(({ code, label }) => html`<option value=${code} ?selected=${code === current}>${label}</option>`)}
    </select></label
  >`;
}

if (!customElements.get("ben-monitor-publication")) {
  customElements.define("ben-monitor-publication", BenMonitorPublication);
}
