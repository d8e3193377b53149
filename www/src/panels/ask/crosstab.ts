// Two questions of one's choice against each other: counts, or shares of the row or of the column.
import type { Painter } from "ben-monitor-wasm";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { percent, whole } from "../../format";
import type { Crosstab } from "../../report";
import { textsOf } from "../../texts";
import type { Theme } from "../../theme";
import { heading } from "../heading";
import { fieldLabel, fieldsOf, type Known } from "./labels";

type Measure = "counts" | "row" | "column";
const MEASURES: Measure[] = ["counts", "row", "column"];

export class BenMonitorCrosstab extends LitElement {
  @property({ attribute: false }) known!: Known;
  @property({ attribute: false }) chosen: [string, string] | null = null;
  @property({ attribute: false }) painter!: Painter;
  @property({ attribute: false }) theme: Theme | null = null;
  @property({ attribute: false }) level = 3;
  @property({ attribute: false }) choose!: (row: string, column: string) => Promise<unknown>;

  @state() private measure: Measure = "counts";
  /** Chosen while the other one is not. */
  @state() private half: { row: string; column: string } = { row: "", column: "" };

  /** Styles, ids and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { own } = this.known;
    const { index, table } = this.found();
    const { row, column } = this.pair();
    const same = row !== "" && row === column;
    return html`<section aria-labelledby="section-kruistabel" part="crosstab">
      ${heading(this.level, "sec", own.crosstab, "section-kruistabel")}
      <p class="sub">${own.crosstabWhat}</p>
      <div class="fields">
        ${this.list("row", own.crosstabRows, row)} ${this.list("column", own.crosstabColumns, column)}
        <button class="btn" type="button" part="button" ?disabled=${!table} @click=${() => this.take(column, row)}>${own.crosstabSwap}</button>
      </div>
      ${same ? html`<p class="problem" role="alert">${own.crosstabSame}</p>` : nothing}
      ${table && !same ? this.shown(table, index) : nothing}
    </section>`;
  }

  /** What is chosen, or half of it. */
  private pair(): { row: string; column: string } {
    const [row = "", column = ""] = this.chosen ?? [];
    return { row: this.half.row || row, column: this.half.column || column };
  }

  private found(): { table: Crosstab | null; index: number } {
    const { indicators } = this.known.report;
    const index = indicators.findIndex((one) => one.kind === "crosstab");
    const found = indicators[index];
    return { table: found?.kind === "crosstab" && this.chosen ? found : null, index };
  }

  private list(name: "row" | "column", label: string, chosen: string): TemplateResult {
    const change = (event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      const pair = { ...this.pair(), [name]: value };
      this.take(pair.row, pair.column);
    };
    return html`<label>${label}
      <select name=${name} @change=${change}>
        ${chosen === "" ? html`<option value="" selected>${this.known.own.crosstabChoose}</option>` : nothing}
        ${fieldsOf(this.known).map(({ id }) => html`<option value=${id} .selected=${id === chosen}>${fieldLabel(this.known, id)}</option>`)}
      </select>
    </label>`;
  }

  private async take(row: string, column: string): Promise<void> {
    this.half = { row, column };
    if (row === "" || column === "" || row === column) return;
    await this.choose(row, column);
    this.half = { row: "", column: "" };
  }

  private shown(table: Crosstab, index: number): TemplateResult {
    const { own, report, lang } = this.known;
    const choice = (measure: Measure, label: string) => html`<label class="choice"><input type="radio"
      name="measure" .checked=${this.measure === measure} @change=${() => {
        this.measure = measure;
      }} /><span>${label}</span></label>`;
    const labels: Record<Measure, string> = {
      counts: own.crosstabCounts,
      row: own.crosstabRowShare,
      column: own.crosstabColumnShare,
    };
    return html`<ben-monitor-chart class="bare" .bare=${true} .indicator=${table} .index=${index}
        .painter=${this.painter} .theme=${this.theme} .texts=${textsOf(lang)} .lang=${lang} .level=${this.level + 1}
        .sources=${report.sources.map(({ name }) => name)}></ben-monitor-chart>
      <fieldset class="measure"><legend class="part">${own.crosstabMeasure}</legend>
        ${MEASURES.map((measure) => choice(measure, labels[measure]))}
      </fieldset>
      ${this.table(table)}`;
  }

  private table(table: Crosstab): TemplateResult {
    const { own, lang } = this.known;
    const caption = own.crosstabOf(fieldLabel(this.known, table.row), fieldLabel(this.known, table.column));
    const totals = table.columns.map(({ total }) => total);
    const ring = (status?: string) => (status === "small" ? "\u00a0○" : "");
    const cell = (count: number | null, ofRow: number | null, ofColumn: number | null) => {
      if (count === null) return own.hidden;
      const base = this.measure === "row" ? ofRow : ofColumn;
      return this.measure === "counts" || base === null ? whole(count, lang) : percent(count, base);
    };
    return html`<div class="tables" part="table" tabindex="0" role="group" aria-label=${caption}>
      <table class="cross">
        <caption>${caption}</caption>
        <thead><tr>
          <th scope="col">${fieldLabel(this.known, table.row)}</th>
          ${table.columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
          <th scope="col">${own.total}</th>
        </tr></thead>
        <tbody>
          ${table.rows.map(
            ({ label, cells, total }) => html`<tr>
              <th scope="row">${label}</th>
              ${cells.map(({ count, status }, at) => html`<td>${cell(count, total, totals[at] ?? null)}${ring(status)}</td>`)}
              <td class="total">${cell(total, total, table.total)}</td>
            </tr>`,
          )}
          <tr class="sum">
            <th scope="row">${own.total}</th>
            ${totals.map((total) => html`<td>${cell(total, table.total, total)}</td>`)}
            <td>${cell(table.total, table.total, table.total)}</td>
          </tr>
        </tbody>
      </table>
    </div>
    <p class="under">${own.crosstabN(table.n, table.missing)} ${own.crosstabMultiple}</p>`;
  }
}

if (!customElements.get("ben-monitor-crosstab"))
  customElements.define("ben-monitor-crosstab", BenMonitorCrosstab);
