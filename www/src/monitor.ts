// <ben-monitor>: its attributes, methods and life. Reading is the worker's, figures and drawings the core's, what
// is shown the panels'.
import { adoptStyles, html, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { allDrawn, askDrawing, drawnInView } from "./drawing";
import { type Drawing, type Engine, startDrawing, startEngine } from "./engine";
import { emit } from "./events";
import { asFailure, BenMonitorError, failure } from "./failure";
import { Giving } from "./giving";
import { fetchLater, later } from "./later";
import { watchMedia } from "./media";
import { near } from "./near";
import type { Busy } from "./panels/busy";
import type { BenMonitorChart } from "./panels/chart";
import type { BenMonitorReading, Host } from "./panels/read/panel";
import type { Manner } from "./panels/read/take";
import type { Reading } from "./panels/read/words";
import type { FileRead, Outcome, Source } from "./protocol";
import { fetchPublishing, mayHoldPublication, type Published, publishing, reportInView } from "./publishing";
import type { Finding, Mapping, Overlap, Report } from "./report";
import { EVERYTHING, type Selected } from "./selecting";
import type { Shown } from "./shown";
import { type Loadable, sourcesOf } from "./sources";
import {
  checkedMapping,
  checkedState,
  receptOf,
  type SavedState,
  STATE_SCHEMA,
  savedSelection,
  withoutSession,
} from "./state";
import { chart } from "./styles/chart";
import { page } from "./styles/page";
import { tokens } from "./styles/tokens";
import { fetchTexts, hasTexts, textsOf } from "./texts";
import { type Theme, themeOf } from "./theme";
import { afterPaint, Gate, Turn } from "./turn";
import { view } from "./view";

/** Bytes of a file of which counting everything takes long enough to be seen. */
const LARGE = 2 ** 22;
/** Reading that takes longer than this shows how far it is, in milliseconds. */
const PATIENCE = 500;
/** Ends of a load that somebody wanted: no message, no event. */
const WANTED = new Set(["element.superseded", "element.stopped", "element.forgotten"]);

export class BenMonitor extends Giving implements Host {
  static override styles = [tokens, page, chart];

  /** Address of a monitor file or a publication to show at once. */
  @property() src: string | null = null;
  /** `analyse`, or `publicatie`: shows a publication, and takes nothing else. */
  @property() mode = "analyse";
  /** `auto`, `light`, `dark` or `contrast`. */
  @property() theme = "auto";
  @property({ attribute: "heading-level", type: Number }) headingLevel = 2;
  /** A saved mapping, or its address. */
  @property() recept: string | object | null = null;
  @property({ attribute: "wasm-src" }) wasmSrc: string | null = null;
  /** A page with the element in it, for where this one may not run wasm. */
  @property({ attribute: "frame-src" }) frameSrc: string | null = null;

  /** The element as that page has it. */
  @state() frame: HTMLIFrameElement | null = null;
  @state() busy: Busy | null = null;
  @state() dragging = false;
  @state() colours: Theme | null = null;
  @state() engine: Engine | null = null;
  /** What draws: the engine, or without a worker for publications alone. */
  @state() drawing: Drawing | null = null;
  /** The publication that is shown in place of a file's figures. */
  @state() published: Published | null = null;
  /** What the live region says before the number of cases. */
  @state() said = "";
  /** The figures of all cases, for what there is to choose from. */
  @state() unfiltered: Report | null = null;
  /** When a file was first chosen, in milliseconds since 1970; what was asked of the network is counted from there. */
  @state() since: number | null = null;
  /** How the next file is to be read, when somebody has said so. */
  @state() wantedMapping: Mapping | null = null;

  @query(".probe") private probe!: HTMLElement;
  @query("input[type=file]") private input!: HTMLInputElement;

  /** It is near the view, or was asked for something. */
  private wanted = new Gate();
  /** The engine runs. */
  private gate = new Gate();
  /** All that is ever fetched has been. */
  private whole = new Gate();
  private isWhole = false;
  /** Set while the element stands in a page; aborted when it leaves or forgets. */
  private stay: AbortController | null = null;
  private unwatch: () => void = () => undefined;
  private turn: Turn | null = null;
  /** How many there have been. */
  private turns = 0;
  /** The last count that was asked for, until its figures are there. */
  private counting: Turn | null = null;
  private given: Source[] = [];
  /** How the files are taken that are being chosen. */
  private manner: Manner = "replace";
  /** What the figures were last asked with beside the selection. */
  private lastAsked = "";
  /** Another one for every reading that is shown: figures of an earlier one are not shown over it. */
  private session: object | null = null;

  /** The element can read a file at once. After `forget` it is a new promise. */
  get ready(): Promise<void> {
    this.wanted.resolve();
    return this.whole.promise;
  }

  /** The report now shown. */
  get report(): Report | null {
    return this.published ? reportInView(this.published) : (this.shown?.report ?? null);
  }

  /** Files that could not be read while others beside them were. */
  get refused(): readonly BenMonitorError[] {
    return this.shown?.refused ?? [];
  }

  /** Files that tell the same cases, by their numbers in `report.sources`. */
  get overlaps(): Overlap[] {
    return this.shown?.overlaps ?? [];
  }

  /** What was noticed while reading. */
  get findings(): Finding[] {
    return this.shown?.findings ?? [];
  }

  /** The mapping in force. */
  get mapping(): Mapping | null {
    return this.shown?.mapping ?? this.wantedMapping;
  }

  /**
   * Reads files and shows their figures; resolves once all charts are drawn. A newer call wins.
   *
   * @throws an Error with `code`, `params`, and `position` where there is one
   */
  load(source: Loadable | readonly Loadable[]): Promise<Report> {
    return this.inTurn(async (turn) => {
      const given = await turn.orCancelled(sourcesOf(source, textsOf(this.language).unnamed));
      const published = await this.showPublication(turn, given);
      if (published) return published;
      // A selection belongs to the figures that it was made in; one that was restored waits for its file.
      const selected = this.shown ? EVERYTHING : this.steps.now;
      return this.readAndShow(turn, given, this.wantedMapping, selected, 0);
    });
  }

  /** Shows the publication that is among the files; nothing where there is none. */
  private async showPublication(turn: Turn, given: Source[]): Promise<Report | null> {
    if (!this.isPublic && !mayHoldPublication(given)) return null;
    const { show } = await turn.orCancelled(fetchPublishing());
    return show(this, turn, given);
  }

  /** It shows publications alone. */
  get isPublic(): boolean {
    return this.mode === "publicatie";
  }

  /**
   * Reads further files beside those that are shown; what was selected stays so. When none of them can be read,
   * what is shown stays too.
   */
  add(source: Loadable | readonly Loadable[]): Promise<Report> {
    return this.inTurn(async (turn) => {
      const further = await turn.orCancelled(sourcesOf(source, textsOf(this.language).unnamed));
      const { given } = this;
      return this.readAndShow(turn, [...given, ...further], this.wantedMapping, this.steps.now, given.length);
    });
  }

  protected get itself(): this {
    return this;
  }

  protected async stand(): Promise<void> {
    this.mustStand();
    await this.whole.promise;
  }

  /** Reads the files again with other meanings of columns and values. Without a file it waits for one. */
  async setMapping(mapping: Mapping): Promise<Report | null> {
    const wanted = checkedMapping(mapping);
    if (!this.shown) {
      this.wantedMapping = wanted;
      return null;
    }
    const report = await this.inTurn((turn) => this.readAndShow(turn, this.given, wanted, this.steps.now));
    this.wantedMapping = wanted;
    return report;
  }

  /** Reads the files again, of this workbook among them the sheets with these names. */
  private async chooseSheets(file: number, sheets: string[], told: string): Promise<void> {
    const given = this.given.map((source, place) => (place === file ? { ...source, sheets } : source));
    // As a choice of the panel it can be undone.
    await this.panel?.change({ given }, told);
  }

  /** How the file is read and looked at, without any data. */
  save(): SavedState {
    const mapping = this.mapping && withoutSession(this.mapping);
    const { crosstab } = this;
    return { schema: STATE_SCHEMA, mapping, ...savedSelection(this.steps.now), ...this.look, crosstab };
  }

  /** Takes up what `save` gave: at once when there is a file, else with the next one. */
  async restore(saved: SavedState): Promise<Report | null> {
    const wanted = checkedState(saved);
    this.takeLook(wanted);
    this.crosstab = wanted.crosstab;
    this.wantedMapping = wanted.mapping;
    if (!this.shown) {
      this.steps.reset(wanted);
      return null;
    }
    return this.inTurn((turn) => this.readAndShow(turn, this.given, wanted.mapping, wanted));
  }

  /** Drops the data, ends the worker, frees its memory. The element is empty and gets ready again. */
  forget(): void {
    this.end();
    if (this.isConnected) this.begin();
  }

  /** Opens the browser's own window for choosing files. */
  choose = (as: Manner = "replace"): void => {
    this.manner = as;
    this.input.click();
  };

  /** The files, and what was said of how to read them. */
  get reading(): Reading {
    return { given: this.given, mapping: this.wantedMapping };
  }

  /** Reads other files, or the same otherwise, in the same selection. */
  async reread({ given, mapping }: Reading): Promise<Report> {
    // A further file that can't be read does not keep the others from being shown.
    const before = given.filter((one) => this.given.includes(one)).length;
    const report = await this.inTurn((turn) =>
      this.readAndShow(turn, given, mapping, this.steps.now, before),
    );
    this.wantedMapping = mapping;
    return report;
  }

  /** Has the live region say it. */
  announce(text: string): void {
    this.said = text;
  }

  /** Takes a recept that has no file yet. */
  awaitFile(mapping: Mapping): void {
    this.wantedMapping = mapping;
  }

  get panel(): BenMonitorReading | null {
    return this.renderRoot.querySelector("ben-monitor-reading");
  }

  /** Takes what was dropped or chosen: files, a recept, or both. */
  private async take(files: File[], as: Manner): Promise<void> {
    try {
      await (later()?.take(this, files, as) ?? this.load(files));
    } catch (thrown) {
      const error = asFailure(thrown);
      // What went wrong with the reading has been told.
      if (error.code === "element.bad-recept") this.fail(error);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.stay) return;
    this.unwatch = watchMedia(() => this.redraw());
    this.begin();
    // The first update does it for a new element; one that comes back was emptied when it left.
    if (this.hasUpdated) this.loadSource();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved comes back at once, and keeps all it has.
    setTimeout(() => {
      if (this.isConnected || !this.stay) return;
      this.unwatch();
      this.end();
    });
  }

  /** Waits for the words of the language; those of Dutch are always there. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!hasTexts(this.language)) await fetchTexts(this.language).catch(() => undefined);
    super.scheduleUpdate();
  }

  protected override firstUpdated(): void {
    // As wide as a letter is high: it tells when the reader's letters become larger.
    new ResizeObserver(() => this.resolveColours()).observe(this.probe);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("theme") || !this.colours) this.resolveColours();
    if (changed.get("mode") !== undefined) {
      this.forget();
      this.loadSource();
    }
    const again = this.lastAsked !== this.question();
    if (again && this.shown && !this.turn) this.count(this.steps.now).catch(() => undefined);
    if (changed.has("recept") && changed.get("recept") !== undefined) this.takeRecept();
    if (changed.has("src")) this.loadSource();
  }

  protected override render(): TemplateResult {
    return html`${view(this, {
      take: (files, as = this.manner) => this.take(files, as),
      choose: this.choose,
      pick: this.pick,
      setUnit: (unit) => {
        this.unit = unit;
      },
      chooseSheets: (...chosen) => this.chooseSheets(...chosen).catch(() => undefined),
      forget: () => this.forget(),
      inView: (code) => {
        if (this.published) this.published = { ...this.published, code };
      },
      stop: () => (this.turn ?? this.counting)?.cancel(failure("element.stopped")),
      dismiss: () => {
        this.failed = null;
        if (this.shown) this.shown = { ...this.shown, refused: [] };
      },
      compare: (older, newer) => this.compare(older, newer),
      announce: (text) => this.announce(text),
      drag: (over) => {
        this.dragging = over;
      },
    })}`;
  }

  /** Reads the file that `src` names, when the element comes near the view. */
  private loadSource(): void {
    const { src, stay, turns } = this;
    // All there is comes at once: nothing on the page moves when more of it follows.
    Promise.allSettled([this.wanted.promise, this.whole.promise])
      .then(async () => {
        // Not when something else was loaded meanwhile.
        if (src && src === this.src && stay === this.stay && turns === this.turns) await this.load(src);
      })
      .catch(() => undefined);
  }

  /** Reads by another recept: what is shown at once, else the next file. */
  private async takeRecept(): Promise<void> {
    const asked = this.recept;
    this.wantedMapping = null;
    // An engine that is on its way brings the recept of that moment.
    if (!this.engine) return;
    try {
      const recept = await receptOf(asked);
      while (this.turn) await this.turn.ended;
      if (asked !== this.recept || !this.engine) return;
      const mapping = recept?.mapping ?? null;
      this.wantedMapping = mapping;
      if (recept) this.takeLook(recept.look);
      if (!this.shown) return;
      await this.inTurn((turn) => this.readAndShow(turn, this.given, mapping, this.steps.now));
    } catch (thrown) {
      const error = asFailure(thrown);
      if (error !== this.failed && !WANTED.has(error.code)) this.fail(error);
    }
  }

  private begin(): void {
    const stay = new AbortController();
    this.stay = stay;
    near(this, stay.signal).then(this.wanted.resolve);
    this.prepare(stay.signal).catch(async (thrown: unknown) => {
      if (stay.signal.aborted) return;
      const error = asFailure(thrown);
      const stop = () => {
        this.gate.reject(error);
        this.whole.reject(error);
        this.turn?.cancel(error);
      };
      if (error.code === "element.policy" && this.frameSrc) {
        const { showFrame } = await import("./framed");
        await showFrame(this, textsOf(this.language).monitor, stay.signal, stop);
      }
      this.fail(error);
      stop();
    });
  }

  private async prepare(signal: AbortSignal): Promise<void> {
    // Attributes are read by now, also of an element that was made by a script.
    await this.updateComplete;
    await this.wanted.promise;
    if (this.isPublic) return this.prepareToShow(signal);
    const asked = this.recept;
    const [engine, first] = await Promise.all([
      startEngine(this.wasmSrc, this.language, signal),
      receptOf(asked),
    ]);
    const recept = this.recept === asked ? first : await receptOf(this.recept);
    if (signal.aborted) return;
    this.engine = engine;
    this.drawing = engine;
    if (recept && !this.wantedMapping) {
      this.wantedMapping = recept.mapping;
      this.takeLook(recept.look);
    }
    this.gate.resolve();
    const { laterStyles } = await fetchLater(engine.complete());
    if (signal.aborted) return;
    adoptStyles(this.renderRoot as ShadowRoot, [...BenMonitor.styles, ...laterStyles]);
    this.requestUpdate();
    this.resolveColours();
    for (const chart of this.charts()) chart.requestUpdate();
    this.isWhole = true;
    this.whole.resolve();
    emit(this, "ben-ready", {});
  }

  /** Nothing but what draws: no worker, no panels for files. */
  private async prepareToShow(signal: AbortSignal): Promise<void> {
    const [drawing] = await Promise.all([startDrawing(this.wasmSrc), fetchPublishing()]);
    if (signal.aborted) return;
    this.drawing = drawing;
    this.resolveColours();
    this.isWhole = true;
    this.gate.resolve();
    this.whole.resolve();
    emit(this, "ben-ready", {});
  }

  private end(): void {
    this.turn?.cancel(failure("element.forgotten"));
    this.turn = null;
    this.stay?.abort();
    this.stay = null;
    for (const gate of [this.wanted, this.gate, this.whole]) gate.reject(failure("element.forgotten"));
    this.wanted = new Gate();
    this.frame = null;
    this.gate = new Gate();
    this.whole = new Gate();
    this.isWhole = false;
    this.engine = null;
    this.drawing = null;
    this.busy = null;
    this.failed = null;
    this.clear();
  }

  /** Shows nothing. */
  clear(): void {
    const { shown } = this;
    this.shown = null;
    this.published = null;
    this.given = [];
    this.session = null;
    this.since = null;
    this.unfiltered = null;
    this.steps.reset(EVERYTHING);
    this.updateComplete.then(() => shown?.painter.free());
  }

  /** Runs one load; an earlier one that still runs is cancelled. */
  private async inTurn(work: (turn: Turn) => Promise<Report>): Promise<Report> {
    this.mustStand();
    this.turns += 1;
    this.wanted.resolve();
    this.said = "";
    this.turn?.cancel(failure("element.superseded"));
    const turn = new Turn();
    this.turn = turn;
    const patience = setTimeout(() => {
      if (this.turn === turn) this.busy ??= { done: 0, total: 1, cases: 0 };
    }, PATIENCE);
    turn.begun = () => {
      clearTimeout(patience);
      this.busy = null;
    };
    try {
      await turn.orCancelled(this.gate.promise);
      const report = await work(turn);
      this.failed = null;
      return report;
    } catch (thrown) {
      const error = asFailure(thrown);
      // What kept the engine from starting has been told already.
      if (this.turn === turn && error !== this.failed && !this.frame && !WANTED.has(error.code))
        this.fail(error);
      throw error;
    } finally {
      clearTimeout(patience);
      turn.end();
      if (this.turn === turn) {
        this.turn = null;
        this.busy = null;
        // What was changed while the files were read.
        if (this.shown && this.shown.asked !== this.question())
          this.count(this.steps.now).catch(() => undefined);
      }
    }
  }

  private async readAndShow(
    turn: Turn,
    given: Source[],
    mapping: Mapping | null,
    selected: Selected,
    /** So many of them, from the first, were shown before: without one of these nothing is shown. */
    before = given.length,
  ): Promise<Report> {
    // What the first part of the core can do is shown as soon as it is there; of a large file the first charts
    // before the last figure is counted.
    const plain = mapping === null && given.length === 1 && this.isPlain(selected);
    const quick = plain && (!this.isWhole || given.some(({ blob }) => blob.size > LARGE));
    if (!quick) await turn.orCancelled(this.whole.promise);
    const client = this.running().client;
    this.since ??= performance.timeOrigin + performance.now();
    const asked = this.question();
    this.lastAsked = asked;
    const files: FileRead[] = [];
    const { answer, stop, keep } = client.read(
      given,
      mapping,
      { ...this.request(selected), quick },
      this.language,
      {
        progress: (done, total, cases) => {
          if (this.busy) this.busy = { done, total, cases };
          emit(this, "ben-progress", { phase: "read", done, total });
        },
        file: (file) => {
          files.push(file);
          emit(this, "ben-file-read", { rows: file.cases, columns: file.columns, findings: file.findings });
        },
      },
    );
    turn.stopReading = stop;
    const { outcome, refused: failures } = await turn.orCancelled(answer);
    turn.throwIfCancelled();
    const refused = failures.map(({ failure }) => new BenMonitorError(failure));
    if (refused[0] && (failures.some(({ at }) => at < before) || refused.length === given.length - before)) {
      stop();
      throw refused[0];
    }
    keep();
    this.given = given.filter((_, at) => failures.every((one) => one.at !== at));
    // Those that were refused have no place any more.
    for (const file of files) file.given -= failures.filter(({ at }) => at < file.given).length;
    this.steps.reset(selected);
    this.unfiltered = null;
    this.session = {};
    // What shows how far it is would have the figures move when it goes.
    turn.begun();
    for (const { code, params } of refused) emit(this, "ben-error", { code, params });
    const report = await this.show(outcome, { files, asked, refused, selected }, () =>
      turn.throwIfCancelled(),
    );
    if (!quick) return report;
    await turn.orCancelled(this.whole.promise);
    turn.throwIfCancelled();
    if (this.steps.wanted !== selected) return report;
    return this.count(selected, true);
  }

  /** Asks the figures of the cases that are there; `rest`: the first of them are shown. */
  protected override async count(selected: Selected, rest = false): Promise<Report> {
    this.mustStand();
    this.said = "";
    this.steps.wanted = selected;
    this.lastAsked = this.question();
    const turn = new Turn();
    this.counting = turn;
    const patience = setTimeout(() => {
      if (this.counting === turn) this.busy ??= { done: 1, total: 1, cases: 0 };
    }, PATIENCE);
    const counted = () => {
      clearTimeout(patience);
      if (this.counting !== turn) return;
      this.counting = null;
      if (!this.turn) this.busy = null;
    };
    try {
      await turn.orCancelled(this.whole.promise);
      const { session } = this;
      const check = () => {
        if (this.session !== session)
          throw failure(this.session ? "element.superseded" : "element.forgotten");
      };
      const asked = this.question();
      this.lastAsked = asked;
      const outcome = await turn.orCancelled(
        this.running().client.report(this.request(selected), this.language),
      );
      check();
      counted();
      // The rest of a file whose first charts stand, of which something else was asked meanwhile: that is on its way.
      if (rest && this.steps.wanted !== selected) return outcome.report;
      this.steps.shown(selected);
      const { refused, shown } = this;
      return await this.show(outcome, { files: shown?.files ?? [], refused, asked, selected }, check);
    } catch (thrown) {
      counted();
      const error = asFailure(thrown);
      this.steps.wanted = this.steps.now;
      if (!WANTED.has(error.code)) this.fail(error);
      // Only the first charts of a large file stand, and what was asked instead of the rest did not come.
      if (!rest && this.shown && !this.shown.complete)
        this.count(this.steps.now, true).catch(() => undefined);
      throw error;
    }
  }

  /** Shows a report; `check` throws when it is no longer wanted, for that may change while it is drawn. */
  private async show(
    outcome: Outcome,
    of: Pick<Shown, "files" | "asked" | "refused" | "selected">,
    check: () => void,
  ): Promise<Report> {
    const { report, handover, complete, findings, mapping, overlaps, understanding, workbooks } = outcome;
    const earlier = this.shown;
    const painter = this.running().painter(handover, this.language);
    if (earlier) painter.inherit(earlier.painter);
    const shown = { report, painter, complete, findings, mapping, overlaps, understanding, workbooks, ...of };
    this.shown = shown;
    this.published = null;
    await this.updateComplete;
    earlier?.painter.free();
    check();
    const charts = this.charts();
    await Promise.all(charts.map((one) => one.updateComplete));
    const still = await drawnInView(charts);
    check();
    const tell = (drawn: BenMonitorChart[], all: boolean) => {
      // Whoever has asked for other figures waits for those.
      if (this.steps.wanted !== of.selected || this.shown?.painter !== painter) return;
      emit(this, "ben-rendered", { indicators: [...new Set(drawn.map((one) => one.indicator.id))], all });
    };
    const drawn = charts.filter((one) => !still.includes(one));
    if (still.length > 0) tell(drawn, false);
    await allDrawn(charts);
    await afterPaint();
    check();
    tell(charts, true);
    this.lookAtAll(shown, earlier).catch(() => undefined);
    return shown.report;
  }

  /** Looks up what there is to choose from, where what is shown is a part. */
  private async lookAtAll({ report, asked, selected }: Shown, earlier: Shown | null): Promise<void> {
    if (selected.filter.length === 0 && !selected.against && this.indicatorIds().length === 0) {
      this.unfiltered = report;
    } else if (!this.unfiltered || earlier?.asked !== asked) {
      const { session } = this;
      const request = { ...this.request(EVERYTHING), indicators: [] };
      const { report: all } = await this.running().client.report(request, this.language);
      if (this.session === session) this.unfiltered = all;
    }
  }

  /** Outside a page there is no engine, and none on its way to wait for. */
  private mustStand(): void {
    if (!this.stay) throw failure("element.forgotten");
  }

  protected running(): Engine {
    if (!this.engine) {
      throw (
        (this.isPublic && publishing()?.refusal("rows-refused", this.language)) ||
        failure("element.forgotten")
      );
    }
    return this.engine;
  }

  private fail(error: BenMonitorError): void {
    // A worker that crashed has lost its cases: a new one takes its place. One that never came up is not tried
    // again by itself.
    if (this.engine && (error.code === "element.crashed" || error.code === "element.worker")) this.forget();
    this.failed = error;
    emit(this, "ben-error", { code: error.code, params: error.params });
  }

  charts(): BenMonitorChart[] {
    return [...this.renderRoot.querySelectorAll<BenMonitorChart>("ben-monitor-chart")];
  }

  /** With other colours the charts draw themselves; with other pixels only they are told to. */
  private redraw(): void {
    const before = this.colours;
    this.resolveColours();
    if (this.colours === before) for (const chart of this.charts()) askDrawing(chart);
  }

  private resolveColours(): void {
    if (this.probe) this.colours = themeOf(this.probe, this.colours);
  }
}
