// The chooser of a period: two lists, from and up to, and what is asked most.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { Row } from "../../report";
import { type Known, periodsIn, REFERRAL, type Unit } from "./labels";
import { casesIn, monthsOf, rangeOf } from "./periods";

const UNITS: Unit[] = ["month", "quarter", "half-year", "year"];
const YEAR_OF_MONTHS = 12;
/** Most whole years that are offered at once. */
const MOST_YEARS = 3;

export class BenMonitorPeriod extends LitElement {
  @property({ attribute: false }) known!: Known;
  /** Selects these periods; none for all. */
  @property({ attribute: false }) choose!: (values: string[]) => void;

  @state() private unit: Unit = "month";
  @state() private from = "";
  @state() private to = "";

  /** Styles, ids and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("known") && !this.hasUpdated) this.begin();
  }

  /** Begins with what is chosen, else with everything. */
  private begin(): void {
    const chosen = this.known.report.filter.find(({ field }) => field === REFERRAL)?.values;
    const codes = chosen?.length === 1 ? chosen : [];
    const rows = this.rows();
    const [from, to] = monthsOf(codes[0] ?? "");
    const within = (month: string) => rows.some(({ code }) => code === month);
    this.from = within(from) ? from : (rows[0]?.code ?? "");
    this.to = within(to) ? to : (rows.at(-1)?.code ?? "");
  }

  private rows(unit = this.unit): Row[] {
    return periodsIn(this.known.whole ?? this.known.report, unit);
  }

  protected override render(): TemplateResult {
    const { own } = this.known;
    const problem = this.problem();
    return html`<form class="ask-form" @submit=${this.submit}>
      <div class="fields">
        <label>${own.unit}
          <select name="unit" @change=${this.setUnit}>
            ${UNITS.map((unit) => html`<option value=${unit} ?selected=${unit === this.unit}>${own.units[unit]}</option>`)}
          </select>
        </label>
        ${this.list("from", own.from, this.from)} ${this.list("to", own.to, this.to)}
      </div>
      <p class="problem" id="period-problem" role="alert">${problem}</p>
      <div class="acts">
        <button class="btn main" part="button" aria-disabled=${problem !== ""} aria-describedby="period-problem">${own.choosePeriod}</button>
        <button class="btn" type="button" part="button" @click=${() => this.choose([])}>${own.wholePeriod}</button>
      </div>
      ${this.quick()}
    </form>`;
  }

  private list(name: "from" | "to", label: string, chosen: string): TemplateResult {
    const change = (event: Event) => {
      this[name] = (event.target as HTMLSelectElement).value;
    };
    return html`<label>${label}
      <select name=${name} @change=${change}>
        ${this.rows().map(({ code, label }) => html`<option value=${code} ?selected=${code === chosen} .selected=${code === chosen}>${label}</option>`)}
      </select>
    </label>`;
  }

  private quick(): TemplateResult | typeof nothing {
    const { own } = this.known;
    const choices = this.choices().filter(([code]) => this.cases(code, code) > 0);
    if (choices.length === 0) return nothing;
    return html`<div class="quick"><p class="part" id="period-quick">${own.quick}</p>
      <div class="acts" role="group" aria-labelledby="period-quick">
        ${choices.map(
          ([code, label]) =>
            html`<button class="btn" type="button" part="button" @click=${() => this.choose([code])}>${label}</button>`,
        )}
      </div></div>`;
  }

  private choices(): [string, string][] {
    const { own } = this.known;
    const years = this.rows("year").slice(-MOST_YEARS).reverse();
    const halves = this.rows("half-year").slice(-2).reverse();
    const months = this.rows("month");
    const [first, last] = [months.at(-YEAR_OF_MONTHS), months.at(-1)];
    const latest: [string, string][] =
      first && last && months.length > YEAR_OF_MONTHS
        ? [[rangeOf(first.code, last.code), own.lastMonths]]
        : [];
    return [
      ...years.map(({ code, label }): [string, string] => [code, own.wholeYear(label)]),
      ...halves.map(({ code, label }): [string, string] => [code, label]),
      ...latest,
    ];
  }

  /** Why this period can't be chosen; empty when it can. */
  private problem(): string {
    const { own } = this.known;
    if (monthsOf(this.from)[0] > monthsOf(this.to)[0]) return own.turnedAround;
    return this.cases(this.from, this.to) > 0 ? "" : own.nothingInPeriod;
  }

  /** Within what is chosen of the other fields. */
  private cases(from: string, to: string): number {
    return casesIn(periodsIn(this.known.report, "month"), from, to);
  }

  private setUnit = (event: Event): void => {
    const [from, to] = [monthsOf(this.from)[0], monthsOf(this.to)[1]];
    this.unit = (event.target as HTMLSelectElement).value as Unit;
    const rows = this.rows();
    const holding = (month: string) =>
      rows.find(({ code }) => monthsOf(code)[0] <= month && month <= monthsOf(code)[1]);
    this.from = (holding(from) ?? rows[0])?.code ?? "";
    this.to = (holding(to) ?? rows.at(-1))?.code ?? "";
  };

  private submit = (event: Event): void => {
    event.preventDefault();
    if (this.problem() === "") this.choose([rangeOf(this.from, this.to)]);
  };
}

if (!customElements.get("ben-monitor-period")) customElements.define("ben-monitor-period", BenMonitorPeriod);
