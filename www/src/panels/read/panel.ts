// "Dit heb ik gelezen" in full: what was decided, what is asked, and every way to put it right. Each change reads
// the files again; undo reads them as before. Renders into the element's own shadow root.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Selected, Steps } from "../../selecting";
import type { Look } from "../../state";
import { type Choice, without, withWish } from "./change";
import { columns, columnsOf, fieldOf, rearranged } from "./columns";
import { decisions } from "./decisions";
import { findings } from "./findings";
import { rereadIn } from "./lost";
import { answered, askedOf, questions } from "./questions";
import { files, paper, tools } from "./tools";
import { choiceText, type Reading, type Understood, type Words } from "./words";

/** What the panel needs of the element that it stands in. */
export interface Host {
  readonly reading: Reading;
  readonly look: Required<Look>;
  readonly steps: Steps;
  reread(reading: Reading): Promise<unknown>;
  select(selected: Selected): Promise<unknown>;
  choose(as: "add" | "replace" | "recept"): void;
  announce(text: string): void;
}

/** One step back. */
interface Step {
  before: Reading;
  /** What was changed, as a sentence. */
  told: string;
}

export class BenMonitorReading extends LitElement {
  @property({ attribute: false }) host!: Host;
  @property({ attribute: false }) all!: Understood;
  @property({ attribute: false }) words!: Words;

  @state() private past: Step[] = [];
  @state() private editing: string | null = null;
  @state() private open = false;
  @state() private columnsOpen = false;
  @state() private allQuestions = false;
  @state() private allDecisions = false;
  /** What was done last. */
  @state() private done = "";

  @query(".done") private doneLine!: HTMLElement | null;

  /** What was asked for and is not shown yet. */
  private pending: Reading | null = null;
  /** The files that the steps are about. */
  private about: Reading["given"] | null = null;

  /** Styles, ids and parts are those of the element around it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("all")) return;
    const { given } = this.all;
    if (given === this.about || this.pending !== null) {
      this.about = given;
      return;
    }
    // Other files, that this panel did not ask for: nothing to go back to.
    this.about = given;
    this.past = [];
    this.done = "";
    this.editing = null;
    this.open = this.asksSomething();
  }

  /** Reads other files or otherwise; `told` says what is changed. */
  async change(to: Partial<Reading>, told: string): Promise<void> {
    const before = this.host.reading;
    const next = { ...(this.pending ?? before), ...to };
    if (await this.read(next, told)) this.past = [...this.past, { before, told }];
    await this.settle(this.editing);
  }

  private undo = async (): Promise<void> => {
    const last = this.past.at(-1);
    if (!last || this.pending) return;
    const told = this.words.own.undone(last.told);
    if (await this.read(last.before, told)) this.past = this.past.slice(0, -1);
    await this.settle(null);
  };

  /** Whether it is read now; what keeps it from being read is told by the element. */
  private async read(next: Reading, told: string): Promise<boolean> {
    this.pending = next;
    try {
      const lost = await rereadIn(this.host, next, this.words);
      this.done = lost === null ? told : `${told} ${lost}`;
      this.host.announce(this.done);
      return true;
    } catch {
      return false;
    } finally {
      if (this.pending === next) this.pending = null;
    }
  }

  /** Keeps the person where they were; when that place is gone, beside what was done. */
  private async settle(key: string | null): Promise<void> {
    this.editing = null;
    await this.updateComplete;
    if ((this.getRootNode() as ShadowRoot).activeElement) return;
    const button = key === null ? null : this.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    (button ?? this.doneLine)?.focus();
  }

  private asksSomething(): boolean {
    const { columns, answers } = askedOf(this.all, columnsOf(this.all));
    const stopped = this.all.understanding.columns.some(({ status }) => status === "identifier");
    // What is only worth a look is told in the line above; the figures come first.
    const serious = this.all.findings.some(({ severity }) => severity === "error");
    return columns.length + answers.length > 0 || stopped || serious;
  }

  private keys(event: KeyboardEvent): void {
    // What is open within closes first, by itself.
    if (event.key === "Escape" && this.open && !(event.target as Element).closest(".edit")) {
      this.fold();
      return;
    }
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    const typing = event.target instanceof HTMLInputElement;
    if (!isUndo || typing || this.past.length === 0) return;
    event.preventDefault();
    this.undo();
  }

  protected override render(): TemplateResult {
    const { own } = this.words;
    const asked = askedOf(this.all, columnsOf(this.all));
    const count = asked.columns.length + asked.answers.length;
    const toggle = (event: Event) => {
      this.open = (event.currentTarget as HTMLDetailsElement).open;
    };
    return html`<div @keydown=${(event: KeyboardEvent) => this.keys(event)}>
      ${this.doneBar()} ${files(this.all, this.words, (place) => this.leaveOut(place))}
      <details class="more" part="understanding" .open=${this.open} @toggle=${toggle}>
        <summary>${own.look}${count > 0 ? html` · <b>${own.asks(count)}</b>` : nothing}</summary>
        ${this.body(asked)}
      </details>
      ${paper(this.all, this.words)}
    </div>`;
  }

  private doneBar(): TemplateResult | typeof nothing {
    if (!this.done) return nothing;
    return html`<div class="done" tabindex="-1">
      <span>${this.done}</span>
      ${this.past.length > 0 ? html`<button class="btn" type="button" @click=${this.undo}>${this.words.own.undo}</button>` : nothing}
    </div>`;
  }

  private body(asked: ReturnType<typeof askedOf>): TemplateResult {
    const { all, words, host } = this;
    const known = columnsOf(all);
    const { mapping } = host.reading;
    return html`${questions(asked, words, {
      all: this.allQuestions,
      showAll: () => {
        this.allQuestions = !this.allQuestions;
      },
      apply: (form) => this.answer(form),
    })}
    <div class="two">
      ${decisions(all, words, {
        editing: this.editing,
        mapping,
        all: this.allDecisions,
        showAll: () => {
          this.allDecisions = !this.allDecisions;
        },
        edit: (key) => this.edit(key),
        change: (next, told) => this.change({ mapping: next }, told),
        fieldOf: (value) => fieldOf(value, mapping, known),
        revert: (choice) => this.revert(choice),
      })}
      ${findings(all, words, (heading, told) => this.clear(heading, told))}
    </div>
    ${columns(known, words, this.columnsOpen, {
      toggle: (open) => {
        this.columnsOpen = open;
      },
      apply: (form) => this.rearrange(form),
    })}
    ${tools(all, words, host)}`;
  }

  /** Opens what changes a decision, and closes it with the focus back where it came from. */
  private async edit(key: string | null): Promise<void> {
    const before = this.editing;
    this.editing = key;
    await this.updateComplete;
    if (key !== null) this.querySelector<HTMLElement>(".edit :is(select, input)")?.focus();
    else if (before !== null) this.querySelector<HTMLElement>(`[data-key="${CSS.escape(before)}"]`)?.focus();
  }

  private fold(): void {
    this.open = false;
    this.querySelector<HTMLElement>(".more > summary")?.focus();
  }

  private answer(form: HTMLFormElement): void {
    const known = columnsOf(this.all);
    const asked = askedOf(this.all, known);
    const before = (this.pending ?? this.host.reading).mapping;
    const { mapping, count } = answered(form, asked, before, (value, said) => fieldOf(value, said, known));
    if (count > 0) this.change({ mapping }, this.words.own.answersApplied(count));
  }

  private rearrange(form: HTMLFormElement): void {
    const before = (this.pending ?? this.host.reading).mapping;
    const { mapping, told } = rearranged(form, columnsOf(this.all), before, this.words);
    if (told.length > 0) this.change({ mapping }, told.join(" "));
  }

  private clear(heading: string, told: string): void {
    const { mapping } = this.pending ?? this.host.reading;
    const clean = [...(mapping?.reading?.clean ?? []), heading];
    this.change({ mapping: withWish(mapping, "clean", clean) }, told);
  }

  private revert(choice: Choice): void {
    const { mapping } = this.pending ?? this.host.reading;
    if (!mapping) return;
    const told = this.words.own.reverted(choiceText(this.words, choice, mapping));
    this.change({ mapping: without(mapping, choice) }, told);
  }

  private leaveOut(place: number): void {
    const { given } = this.pending ?? this.host.reading;
    const left = given[place];
    if (!left || given.length < 2) return;
    this.change({ given: given.filter((one) => one !== left) }, this.words.own.fileLeft(left.name));
  }
}

if (!customElements.get("ben-monitor-reading"))
  customElements.define("ben-monitor-reading", BenMonitorReading);
