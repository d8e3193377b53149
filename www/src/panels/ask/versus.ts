// The chooser of two selections to be seen beside each other.
import { html, LitElement, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Selected, withValues } from "../../selecting";
import { choicesOf, fieldLabel, fieldsOf, type Known, nameOf, periodsIn, REFERRAL } from "./labels";

interface Option {
  code: string;
  label: string;
  /** Of a period: it is not over. */
  provisional?: boolean;
}

/** One way to divide the cases: the answers of a field, or years. */
interface Division {
  id: string;
  label: string;
  field: string;
  options: Option[];
}

export class BenMonitorVersus extends LitElement {
  @property({ attribute: false }) known!: Known;
  @property({ attribute: false }) selected!: Selected;
  @property({ attribute: false }) choose!: (next: Selected) => void;

  @state() private rest = false;
  @state() private by = "";
  @state() private first = "";
  @state() private second = "";

  /** Styles, ids and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** The ways that leave at least two groups, regions and years in front. */
  private divisions(): Division[] {
    const { known } = this;
    const { own, report } = known;
    const period = (unit: "year" | "half-year", label: string): Division => ({
      id: `${REFERRAL}:${unit}`,
      label,
      field: REFERRAL,
      options: periodsIn(report, unit)
        .filter(({ count }) => count !== 0)
        .map(({ code, label, provisional = false }) => ({
          code,
          label: provisional ? own.notOver(label) : label,
          provisional,
        })),
    });
    const fields = fieldsOf(known).map(
      ({ id }): Division => ({ id, label: fieldLabel(known, id), field: id, options: choicesOf(known, id) }),
    );
    const region = fields.filter(({ id }) => id === "regio");
    const all = [...region, period("year", own.compareYear), period("half-year", own.compareHalf)];
    return [...all, ...fields.filter(({ id }) => id !== "regio")].filter(({ options }) => options.length > 1);
  }

  protected override render(): TemplateResult {
    const { own } = this.known;
    const { filter } = this.selected;
    const divisions = this.divisions();
    const division = divisions.find(({ id }) => id === this.by) ?? divisions[0];
    const possible = filter.length > 0;
    const rest = (this.rest && possible) || !division;
    const kind = (value: boolean) => () => {
      this.rest = value;
    };
    return html`<form class="ask-form" @submit=${(event: Event) => this.submit(event, rest, division)}>
      <fieldset>
        <legend class="part">${own.compareWhat}</legend>
        <label class="choice"><input type="radio" name="kind" .checked=${!rest} ?disabled=${!division} @change=${kind(false)} />
          <span>${division ? own.compareTwo : own.nothingToCompare}</span></label>
        ${division && !rest ? this.two(divisions, division) : ""}
        <label class="choice"><input type="radio" name="kind" .checked=${rest && possible} ?disabled=${!possible} @change=${kind(true)} />
          <span>${possible ? own.compareRest(nameOf(this.known, filter)) : own.compareRestOff}</span></label>
      </fieldset>
      <div class="acts"><button class="btn main" part="button" ?disabled=${rest && !possible}>${own.compareGo}</button></div>
    </form>`;
  }

  private two(divisions: Division[], division: Division): TemplateResult {
    const { own } = this.known;
    const { options } = division;
    const [first, second] = this.pair(division);
    const list = (
      name: string,
      label: string,
      chosen: string,
      all: Option[],
      set: (value: string) => void,
    ) => html`<label
      >${label}
      <select name=${name} @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
        ${all.map(({ code, label }) => html`<option value=${code} .selected=${code === chosen}>${label}</option>`)}
      </select>
    </label>`;
    return html`<div class="fields inset">
      ${list(
        "by",
        own.compareBy,
        division.id,
        divisions.map(({ id, label }) => ({ code: id, label })),
        (value) => {
          this.by = value;
          this.first = "";
          this.second = "";
        },
      )}
      ${list("first", own.compareFirst, first, options, (value) => {
        this.first = value;
      })}
      ${list(
        "second",
        own.compareSecond,
        second,
        options.filter(({ code }) => code !== first),
        (value) => {
          this.second = value;
        },
      )}
    </div>`;
  }

  /** The two groups; of periods the last one that is over beside the one before. */
  private pair({ field, options }: Division): [string, string] {
    const codes = options.map(({ code }) => code);
    const over = options.filter(({ provisional }) => !provisional).map(({ code }) => code);
    const periods = over.length > 1 ? over : codes;
    const [one = "", other = ""] = field === REFERRAL ? periods.slice(-2).reverse() : codes;
    const first = codes.includes(this.first) ? this.first : one;
    const wanted = codes.includes(this.second) ? this.second : other;
    const second = wanted === first ? (codes.find((code) => code !== first) ?? "") : wanted;
    return [first, second];
  }

  private submit(event: Event, rest: boolean, division: Division | undefined): void {
    event.preventDefault();
    const { filter } = this.selected;
    if (rest) {
      if (filter.length > 0) this.choose({ filter, against: "rest" });
      return;
    }
    if (!division) return;
    const [first, second] = this.pair(division);
    const of = (code: string) => withValues({ filter, against: null }, division.field, [code]).filter;
    this.choose({ filter: of(first), against: { filter: of(second) } });
  }
}

if (!customElements.get("ben-monitor-versus")) customElements.define("ben-monitor-versus", BenMonitorVersus);
