// What changed between two files that hold the same cases: offered when they do, asked by a button.
// Renders into the element's own shadow root; the counting is the core's.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Lang, whole } from "../format";
import type { Changes, Comparison, Overlap } from "../report";
import { compareTexts } from "./compare.texts";
import { heading } from "./heading";

const COUNTS = ["new", "closed", "changed", "gone", "same"] as const;

export class BenMonitorCompare extends LitElement {
  @property({ attribute: false }) overlaps: Overlap[] = [];
  /** Names of the files, by number. */
  @property({ attribute: false }) names: string[] = [];
  @property({ attribute: false }) override lang: Lang = "nl";
  @property({ attribute: false }) level = 3;
  /** Asks the core; what fails is told by the element around this one. */
  @property({ attribute: false }) ask!: (older: number, newer: number) => Promise<Comparison>;
  /** Has the live region say it. */
  @property({ attribute: false }) announce!: (text: string) => void;

  /** Which of the overlaps. */
  @state() private chosen = 0;
  @state() private swapped = false;
  @state() private compared: Comparison | null = null;

  /** Styles, ids and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("overlaps")) return;
    this.chosen = 0;
    this.swapped = false;
    this.compared = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const pair = this.pair();
    if (!pair) return nothing;
    const texts = compareTexts(this.lang);
    const [older, newer] = [this.name(pair.older), this.name(pair.newer)];
    const shared = (overlap: Overlap) =>
      texts.shared(this.name(overlap.older), this.name(overlap.newer), texts.cases(overlap.shared));
    return html`<section class="compare" part="compare">
      ${heading(this.level, "", texts.title)}
      ${
        this.overlaps.length > 1
          ? html`<label>${texts.pair}
              <select @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).selectedIndex)}>
                ${this.overlaps.map((one, at) => html`<option ?selected=${at === this.chosen}>${shared(one)}</option>`)}
              </select>
            </label>`
          : html`<p>${shared(pair)}</p>`
      }
      <p>${texts.order(older, newer)}</p>
      <div class="acts">
        <button class="btn" type="button" part="button" @click=${() => this.compare()}>${texts.compare}</button>
        <button class="btn" type="button" part="button" @click=${() => this.swap()}>${texts.swap}</button>
      </div>
      ${this.compared ? this.table(this.compared) : nothing}
    </section>`;
  }

  private table({ older, newer, total, regions }: Comparison): TemplateResult {
    const texts = compareTexts(this.lang);
    const row = (name: string, counts: Changes, sum: boolean) => html`<tr class=${sum ? "sum" : ""}>
      <th scope="row">${name}</th>
      ${COUNTS.map((key) => html`<td>${whole(counts[key], this.lang)}</td>`)}
    </tr>`;
    return html`<div class="tables" part="table" tabindex="0" role="group" aria-label=${texts.title}>
        <table>
          <caption>
            ${texts.caption(older.name, newer.name)}
          </caption>
          <thead>
            <tr>
              <th scope="col">${texts.region}</th>
              ${COUNTS.map((key) => html`<th scope="col">${texts[key]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${regions.map(({ region, counts }) => row(region ?? texts.noRegion, counts, false))}
            ${row(texts.all, total, true)}
          </tbody>
        </table>
      </div>
      <p class="under">${texts.explained}</p>
      ${[older, newer]
        .filter(({ withoutNumber }) => withoutNumber > 0)
        .map(
          ({ name, withoutNumber }) => html`<p class="under">${texts.withoutNumber(name, withoutNumber)}</p>`,
        )}`;
  }

  /** The two files in the order in which they are compared. */
  private pair(): Overlap | undefined {
    const overlap = this.overlaps[this.chosen];
    if (!overlap || !this.swapped) return overlap;
    return { older: overlap.newer, newer: overlap.older, shared: overlap.shared };
  }

  private name(source: number): string {
    return this.names[source] ?? "";
  }

  private choose(at: number): void {
    this.chosen = at;
    this.swapped = false;
    this.compared = null;
  }

  private swap(): void {
    this.swapped = !this.swapped;
    const pair = this.pair();
    if (pair) this.announce(compareTexts(this.lang).order(this.name(pair.older), this.name(pair.newer)));
    if (this.compared) this.compare();
  }

  private async compare(): Promise<void> {
    const { overlaps } = this;
    const pair = this.pair();
    if (!pair) return;
    const compared = await this.ask(pair.older, pair.newer).catch(() => null);
    const asked = this.pair();
    // Other files or another choice came in between.
    if (overlaps === this.overlaps && asked?.older === pair.older && asked.newer === pair.newer) {
      this.compared = compared;
    }
  }
}

/** The panel for files that hold the same cases. */
export function comparing(
  overlaps: Overlap[],
  names: string[],
  lang: Lang,
  level: number,
  { compare, announce }: { compare: BenMonitorCompare["ask"]; announce: BenMonitorCompare["announce"] },
): TemplateResult {
  return html`<ben-monitor-compare
    .overlaps=${overlaps} .names=${names} .lang=${lang} .level=${level} .ask=${compare}
    .announce=${announce}
  ></ben-monitor-compare>`;
}

if (!customElements.get("ben-monitor-compare"))
  customElements.define("ben-monitor-compare", BenMonitorCompare);
