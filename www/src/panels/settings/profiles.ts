// Profiles as rules in words: a name, its rules as sentences, and a small form for one more.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { Profile, Rule } from "../../protocol";
import type { Catalog } from "../../report";
import type { SettingsTexts } from "../../texts/settings";

/** `problematiek` and `bijkomend` together. */
const PROBLEMS = "problemen";
const PROBLEM = "problematiek";
/** The one field with numbers that a rule may be about. */
const AGE = "leeftijd";
const OLDEST = 23;

/** A rule as a sentence. */
export function ruleText(rule: Rule, catalog: Catalog, own: SettingsTexts): string {
  const { field, values = [], least = 1, from, to } = rule;
  const name = fieldName(field, catalog, own);
  if (values.length === 0) {
    if (from !== undefined && to !== undefined) return own.between(name, from, to);
    return from !== undefined ? own.from(name, from) : own.to(name, to ?? OLDEST);
  }
  const answers = answersOf(field, catalog);
  const labels = values.map((code) => answers.find(({ id }) => id === code)?.label ?? code);
  return least > 1 ? own.several(name, least, labels) : own.oneOf(name, labels);
}

function fieldName(field: string, catalog: Catalog, own: SettingsTexts): string {
  if (field === PROBLEMS) return own.problems;
  return catalog.fields.find(({ id }) => id === field)?.label ?? field;
}

function answersOf(field: string, catalog: Catalog): { id: string; label: string }[] {
  const named = field === PROBLEMS ? PROBLEM : field;
  return catalog.fields.find(({ id }) => id === named)?.values ?? [];
}

export class BenMonitorProfiles extends LitElement {
  @property({ attribute: false }) profiles: Profile[] = [];
  @property({ attribute: false }) catalog!: Catalog;
  @property({ attribute: false }) own!: SettingsTexts;
  @property({ attribute: false }) change!: (profiles: Profile[]) => void;

  /** The profile that gets a rule, and the field that it is about. */
  @state() private adding: { id: string; field: string } | null = null;
  @state() private problem = "";
  /** What is done as soon as the profiles that were asked for are shown. */
  private afterwards: (() => void) | null = null;

  /** Styles, ids and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("profiles")) return;
    this.afterwards?.();
    this.afterwards = null;
  }

  protected override render(): TemplateResult {
    const { own, profiles } = this;
    return html`${profiles.length === 0 ? html`<p class="hint">${own.noProfiles}</p>` : nothing}
      ${profiles.map((profile, at) => this.profile(profile, at))}
      <div class="acts"><button class="btn" type="button" data-key="add-profile" @click=${this.addProfile}>${own.addProfile}</button></div>`;
  }

  private profile(profile: Profile, at: number): TemplateResult {
    const { own, catalog, profiles } = this;
    const { id, label, all } = profile;
    const put = (next: Profile) => this.change(profiles.with(at, next));
    const rename = (event: Event) => put({ ...profile, label: (event.target as HTMLInputElement).value });
    const drop = (place: number) => () => {
      this.focusOn(`rule-${id}`);
      put({ ...profile, all: all.filter((_, other) => other !== place) });
    };
    return html`<details class="profile">
      <summary>${label || own.newProfile}</summary>
      <label>${own.profileName}<input type="text" maxlength="80" .value=${label} @input=${rename} /></label>
      <ul class="rules" aria-label=${own.rules(label)}>
        ${all.map((rule, place) => {
          const text = ruleText(rule, catalog, own);
          return html`<li><span>${text}</span>
            <button class="link" type="button" aria-label=${own.removeRule(text)} @click=${drop(place)}>${own.remove}</button></li>`;
        })}
      </ul>
      ${this.adding?.id === id ? this.form(profile, this.adding.field, put) : nothing}
      <div class="acts">
        <button class="btn" type="button" data-key=${`rule-${id}`} aria-expanded=${this.adding?.id === id}
          @click=${() => this.begin(id)}>${own.addRule}</button>
        <button class="btn" type="button" @click=${() => this.leaveOut(at)}>${own.removeProfile(label)}</button>
      </div>
    </details>`;
  }

  /** Fields with a list of answers, the problems together, and the age. */
  private fields(): { id: string; label: string }[] {
    const { catalog, own } = this;
    const listed = catalog.fields.filter(({ id, values }) => values.length > 0 || id === AGE);
    return [{ id: PROBLEMS, label: own.problems }, ...listed.map(({ id, label }) => ({ id, label }))];
  }

  private form(profile: Profile, field: string, put: (next: Profile) => void): TemplateResult {
    const { own, catalog } = this;
    const answers = answersOf(field, catalog);
    const number = (name: string, label: string, least: number) => html`<label>${label}
      <input type="number" name=${name} min=${least} max=${OLDEST} inputmode="numeric" /></label>`;
    const choose = (event: Event) => {
      this.adding = { id: profile.id, field: (event.target as HTMLSelectElement).value };
    };
    return html`<fieldset class="rule">
      <legend class="part">${own.ruleFor(profile.label)}</legend>
      <label>${own.field}<select name="field" @change=${choose}>
        ${this.fields().map(({ id, label }) => html`<option value=${id} .selected=${id === field}>${label}</option>`)}
      </select></label>
      ${
        field === AGE
          ? html`<div class="fields">${number("from", own.fromAge, 0)} ${number("to", own.toAge, 0)}</div>`
          : html`<fieldset class="answers"><legend>${own.answers}</legend>
              ${answers.map(({ id, label }) => html`<label class="choice"><input type="checkbox" name="answer" value=${id} /><span>${label}</span></label>`)}
            </fieldset>
            ${number("least", own.least, 1)}`
      }
      <p class="problem" role="alert">${this.problem}</p>
      <div class="acts"><button class="btn" type="button" @click=${(event: Event) => this.keep(event, profile, field, put)}>${own.keepRule}</button></div>
    </fieldset>`;
  }

  private keep(event: Event, profile: Profile, field: string, put: (next: Profile) => void): void {
    const form = (event.target as HTMLElement).closest("fieldset");
    if (!form) return;
    const number = (name: string) => {
      const { value = "" } = form.querySelector<HTMLInputElement>(`[name="${name}"]`) ?? {};
      return /^\d{1,2}$/.test(value) ? Number(value) : undefined;
    };
    const values = [...form.querySelectorAll<HTMLInputElement>("[name=answer]:checked")].map(
      ({ value }) => value,
    );
    const [from, to, least] = [number("from"), number("to"), number("least")];
    this.problem = this.problemOf(values, least, from, to);
    if (this.problem) return;
    const rule: Rule = {
      field,
      ...(values.length > 0 && { values }),
      ...(least !== undefined && least > 1 && { least }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    };
    this.adding = null;
    this.focusOn(`rule-${profile.id}`);
    put({ ...profile, all: [...profile.all, rule] });
  }

  private problemOf(values: string[], least = 1, from?: number, to?: number): string {
    const { own } = this;
    if (values.length === 0 && from === undefined && to === undefined) return own.ruleIncomplete;
    if (values.length > 0 && least > values.length) return own.ruleTooMany;
    return from !== undefined && to !== undefined && from > to ? own.ruleTurned : "";
  }

  private async begin(id: string): Promise<void> {
    this.problem = "";
    this.adding = this.adding?.id === id ? null : { id, field: PROBLEMS };
    await this.updateComplete;
    this.querySelector<HTMLElement>(".rule select")?.focus();
  }

  private addProfile = (): void => {
    const taken = new Set(this.profiles.map(({ id }) => id));
    let number = 1;
    while (taken.has(`profiel_${number}`)) number += 1;
    this.afterwards = () => {
      const all = this.querySelectorAll<HTMLDetailsElement>(".profile");
      const last = all[all.length - 1];
      if (last) last.open = true;
      last?.querySelector<HTMLElement>("input")?.focus();
    };
    this.change([...this.profiles, { id: `profiel_${number}`, label: "", all: [] }]);
  };

  private leaveOut(at: number): void {
    this.focusOn("add-profile");
    this.change(this.profiles.filter((_, other) => other !== at));
  }

  /** Once what was changed is shown. */
  private focusOn(key: string): void {
    this.afterwards = () => this.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }
}

if (!customElements.get("ben-monitor-profiles"))
  customElements.define("ben-monitor-profiles", BenMonitorProfiles);
