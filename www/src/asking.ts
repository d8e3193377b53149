// What the figures are asked with: attributes, settings, and the selection that people make. Reading and showing are
// the element's.
import { LitElement } from "lit";
import { property, state } from "lit/decorators.js";
import { emit } from "./events";
import type { BenMonitorError } from "./failure";
import type { Lang } from "./format";
import type { ReportRequest, Settings } from "./protocol";
import type { Clause, Report, Series } from "./report";
import { type Choice, requestOf, type Selected, Steps, toggled } from "./selecting";
import type { Shown } from "./shown";
import { type Look, told } from "./state";
import { langOf } from "./texts";

export abstract class Asking extends LitElement {
  @property() override lang = "nl";
  /** `jjjj-mm-dd` at which open cases are censored. */
  @property({ attribute: "reference-date" }) referenceDate: string | null = null;
  /** Space-separated ids to show, in this order. */
  @property() indicators = "";
  /** Bands, profiles, and what shares are of. */
  @property({ attribute: false }) settings: Settings = {};
  /** The two fields of the cross table. */
  @property({ attribute: false }) crosstab: [string, string] | null = null;

  @state() shown: Shown | null = null;
  @state() failed: BenMonitorError | null = null;
  /** Of the referrals in time: the length of a period. */
  @state() unit: Series["unit"] = "month";

  /** The selection, and the way back. */
  readonly steps = new Steps();

  /** Asks the figures of the cases that are there, and shows them. */
  protected abstract count(selected: Selected): Promise<Report>;

  /** The language in which everything is said. */
  get language(): Lang {
    return langOf(this.lang ?? "nl");
  }

  /** Selects cases; `[]` shows all. Resolves with the new report once drawn. */
  async setFilter(clauses: Clause[]): Promise<Report> {
    return this.select({ filter: clauses, against: null });
  }

  /** Selects cases, and others to show beside them. */
  async select(selected: Selected): Promise<Report> {
    const report = await this.count(selected);
    // What went wrong before is behind the one who goes on.
    this.failed = null;
    emit(this, "ben-filter-change", { clauses: selected.filter.map(told) });
    return report;
  }

  /** Selects by an answer that was pointed at, or takes it out of the selection. */
  protected pick = (choice: Choice): void => {
    this.select(toggled(this.steps.wanted, choice)).catch(() => undefined);
  };

  /** Shows one field against another in the cross table. Resolves with the new report once drawn. */
  async setCrosstab(row: string, column: string): Promise<Report | null> {
    const before = this.crosstab;
    this.crosstab = [row, column];
    if (!this.shown) return null;
    try {
      return await this.count(this.steps.now);
    } catch (thrown) {
      this.crosstab = before;
      throw thrown;
    }
  }

  /** Shows the figures by other settings; those of before stay when the core refuses them. */
  async setLook(look: Look): Promise<Report | null> {
    const before = this.look;
    this.takeLook(look);
    if (!this.shown) return null;
    try {
      return await this.count(this.steps.now);
    } catch (thrown) {
      this.takeLook(before);
      throw thrown;
    }
  }

  /** The settings, the reference date, and which figures are shown in which order. */
  get look(): Required<Look> {
    const { settings, referenceDate } = this;
    return { settings, referenceDate: referenceDate || null, indicators: this.indicatorIds() };
  }

  /** What is asked next is asked so. */
  takeLook({ settings, referenceDate, indicators }: Look): void {
    if (settings) this.settings = settings;
    if (referenceDate !== undefined) this.referenceDate = referenceDate;
    if (indicators) this.indicators = indicators.join(" ");
  }

  protected request(selected: Selected): ReportRequest {
    const { settings, referenceDate, indicators } = this.look;
    const crosstabs = this.crosstab ? [this.crosstab] : [];
    return requestOf(selected, { crosstabs, referenceDate, indicators, settings });
  }

  /** Whether nothing is asked but the figures as they are, in Dutch. */
  protected isPlain({ filter, against }: Selected): boolean {
    const plain = filter.length === 0 && against === null && this.crosstab === null;
    return plain && this.language === "nl" && Object.keys(this.settings).length === 0;
  }

  /** What is asked beside the selection, to see whether that has changed. */
  protected question(): string {
    return JSON.stringify([this.language, this.look, this.crosstab]);
  }

  protected indicatorIds(): string[] {
    return (this.indicators ?? "").split(/\s+/).filter(Boolean);
  }
}
