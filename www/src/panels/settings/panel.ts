// The settings, in plain words: a dialog with a draft that is checked as a whole and then applied.
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { asFailure } from "../../failure";
import type { Lang } from "../../format";
import type { Catalog, Report } from "../../report";
import type { Look } from "../../state";
import { settingsTextsOf } from "../../texts/settings";
import { agesIn, type Draft, draftOf, lookFrom, monthsIn, type Problems } from "./draft";
import { order } from "./order";
import "./profiles";

/** What the settings need of the element that they are about. */
export interface Set {
  readonly look: Required<Look>;
  readonly report: Report | null;
  readonly unfiltered: Report | null;
  setLook(look: Look): Promise<unknown>;
  announce(text: string): void;
}

const STANDARD: Required<Look> = { settings: {}, referenceDate: null, indicators: [] };

export class BenMonitorSettings extends LitElement {
  @property({ attribute: false }) element!: Set;
  @property({ attribute: false }) catalog!: Catalog;
  @property({ attribute: false }) override lang: Lang = "nl";

  /** `null` while it is closed. */
  @state() private draft: Draft | null = null;
  @state() private problems: Problems = {};
  @state() private refused = "";
  /** What was moved, for those who do not see it. */
  @state() private told = "";

  @query("dialog") private dialog!: HTMLDialogElement;
  /** The report with every figure that the file can give. */
  private report: Report | null = null;

  /** Styles, ids and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  async show(): Promise<void> {
    this.report = this.element.unfiltered ?? this.element.report;
    this.draft = draftOf(this.element.look, this.catalog, this.report);
    this.problems = {};
    this.refused = "";
    await this.updateComplete;
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const own = settingsTextsOf(this.lang);
    const closed = () => {
      this.draft = null;
    };
    return html`<dialog class="settings" part="dialog" aria-labelledby="settings-title" @close=${closed}>
      ${this.draft ? this.form(this.draft) : nothing}
      <p class="hidden" role="status">${this.draft ? this.told : ""}${this.draft ? "" : own.title}</p>
    </dialog>`;
  }

  private form(draft: Draft): TemplateResult {
    const own = settingsTextsOf(this.lang);
    return html`<form @submit=${this.submit} novalidate>
      <header>
        <h2 class="title" id="settings-title">${own.title}</h2>
        <p class="meta">${own.intro}</p>
      </header>
      <div class="body">
        ${this.bands("ages", own.ages, own.agesHow, agesTold(draft.ages, own))}
        ${this.bands("times", own.times, own.timesHow, timesTold(draft.times, own))}
        ${this.field(
          "date",
          html`<label class="part" for="set-date">${own.date}</label>
            <p class="hint" id="set-date-how">${own.dateHow}</p>
            <input id="set-date" name="date" type="date" .value=${draft.date} aria-describedby="set-date-how problem-date"
              aria-invalid=${this.problems.date !== undefined} @change=${this.setDate} />`,
        )}
        ${this.field("shareOf", this.shares(draft))}
        ${this.field(
          "figures",
          html`<fieldset><legend class="part">${own.figures}</legend>
            <p class="hint">${own.figuresHow}</p>
            ${order(draft.figures, own, (figures, told = "") => this.reorder(figures, told))}</fieldset>`,
        )}
        ${this.field(
          "profiles",
          html`<fieldset><legend class="part">${own.profiles}</legend>
            <p class="hint">${own.profilesHow}</p>
            <ben-monitor-profiles .profiles=${draft.profiles} .catalog=${this.catalog} .own=${own}
              .change=${(profiles: Draft["profiles"]) => this.put({ profiles })}></ben-monitor-profiles>
            <button class="link" type="button" @click=${() => this.put({ profiles: this.standard().profiles })}>${own.standardProfiles}</button>
          </fieldset>`,
        )}
      </div>
      <footer>
        ${this.refused ? html`<p class="problem" role="alert">${this.refused}</p>` : nothing}
        <div class="acts">
          <button class="btn main" part="button">${own.apply}</button>
          <button class="btn" type="button" part="button" @click=${() => this.dialog.close()}>${own.cancel}</button>
          <button class="btn" type="button" part="button" @click=${this.reset}>${own.standard}</button>
        </div>
      </footer>
    </form>`;
  }

  private field(key: keyof Draft, content: TemplateResult): TemplateResult {
    const problem = this.problems[key];
    return html`<div class="setting">${content}
      <p class="problem" id=${`problem-${key}`}>${problem ?? ""}</p></div>`;
  }

  private bands(key: "ages" | "times", label: string, how: string, becomes: string): TemplateResult {
    const put = (event: Event) => this.put({ [key]: (event.target as HTMLInputElement).value });
    return this.field(
      key,
      html`<label class="part" for=${`set-${key}`}>${label}</label>
        <p class="hint" id=${`set-${key}-how`}>${how}</p>
        <input id=${`set-${key}`} name=${key} type="text" autocomplete="off" .value=${this.draft?.[key] ?? ""}
          aria-describedby=${`set-${key}-how problem-${key}`} aria-invalid=${this.problems[key] !== undefined} @input=${put} />
        <p class="becomes">${becomes}</p>`,
    );
  }

  private shares(draft: Draft): TemplateResult {
    const own = settingsTextsOf(this.lang);
    const choice = (value: Draft["shareOf"], label: string) => html`<label class="choice"><input type="radio"
      name="share" value=${value} .checked=${draft.shareOf === value} @change=${() => this.put({ shareOf: value })} />
      <span>${label}</span></label>`;
    return html`<fieldset><legend class="part">${own.shareOf}</legend>
      ${choice("known", own.known)} ${choice("all", own.all)}</fieldset>`;
  }

  private put(change: Partial<Draft>): void {
    if (this.draft) this.draft = { ...this.draft, ...change };
    for (const key of Object.keys(change) as (keyof Draft)[]) delete this.problems[key];
  }

  private setDate = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.put({ date: input.value });
    if (input.validity.badInput)
      this.problems = { ...this.problems, date: settingsTextsOf(this.lang).dateWrong };
  };

  /** The focus goes with what was moved. */
  private async reorder(figures: Draft["figures"], told: string): Promise<void> {
    const active = (this.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
    const key = active?.dataset.move;
    this.put({ figures });
    this.told = told;
    await this.updateComplete;
    if (key) this.querySelector<HTMLElement>(`[data-move="${CSS.escape(key)}"]`)?.focus();
  }

  private standard(): Draft {
    return draftOf(STANDARD, this.catalog, this.report);
  }

  private reset = (): void => {
    this.draft = this.standard();
    this.problems = {};
    this.refused = "";
  };

  private problemsOf(draft: Draft): Problems {
    const own = settingsTextsOf(this.lang);
    const nameless = draft.profiles.some(({ label }) => label.trim() === "");
    const ruleless = draft.profiles.find(({ all }) => all.length === 0);
    return {
      ...(!agesIn(draft.ages) && { ages: own.agesWrong }),
      ...(!monthsIn(draft.times) && { times: own.timesWrong }),
      ...(this.problems.date && { date: this.problems.date }),
      ...(!draft.figures.some(({ shown }) => shown) && { figures: own.noFigures }),
      ...(ruleless && { profiles: own.noRules(ruleless.label || own.newProfile) }),
      ...(nameless && { profiles: own.noName }),
    };
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft } = this;
    if (!draft) return;
    const own = settingsTextsOf(this.lang);
    this.problems = this.problemsOf(draft);
    const [wrong] = Object.keys(this.problems);
    if (wrong) {
      await this.updateComplete;
      this.querySelector(`#problem-${wrong}`)
        ?.closest(".setting")
        ?.querySelector<HTMLElement>("input, summary, button")
        ?.focus();
      return;
    }
    try {
      await this.element.setLook(lookFrom(draft, this.catalog, this.report, this.element.look.indicators));
      this.dialog.close();
      this.element.announce(own.applied);
    } catch (thrown) {
      const { message, code } = asFailure(thrown);
      this.refused = message === code ? own.refused : message;
    }
  };
}

function agesTold(written: string, own: ReturnType<typeof settingsTextsOf>): string {
  const ages = agesIn(written);
  if (!ages) return "";
  const bands = [0, ...ages].map((from, at) => {
    const next = ages[at];
    return next === undefined ? own.oldest(from) : next - 1 === from ? `${from}` : `${from}–${next - 1}`;
  });
  return own.agesAre(bands);
}

function timesTold(written: string, own: ReturnType<typeof settingsTextsOf>): string {
  const months = monthsIn(written);
  if (!months) return "";
  const bands = [0, ...months].map((from, at) => {
    const next = months[at];
    return next === undefined ? own.longest(from) : `${from}–${next}`;
  });
  return own.timesAre(bands);
}

if (!customElements.get("ben-monitor-settings"))
  customElements.define("ben-monitor-settings", BenMonitorSettings);
