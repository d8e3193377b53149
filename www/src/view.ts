// Puts the panels together: which ones are there in which state. No state of its own.
import { html, nothing, type TemplateResult } from "lit";
import type { BenMonitorError } from "./failure";
import type { BenMonitor } from "./monitor";
import { busy } from "./panels/busy";
import "./panels/chart";
import { later } from "./later";
import { empty } from "./panels/empty";
import { failed } from "./panels/failed";
import { header } from "./panels/header";
import { keys } from "./panels/keys";
import type { Manner } from "./panels/read/take";
import { reading } from "./panels/reading";
import { type Figures, sections, sectionsOf } from "./panels/sections";
import { publishing } from "./publishing";
import type { Comparison, Series } from "./report";
import type { Choice } from "./selecting";
import { type Texts, textsOf } from "./texts";

/** What people can do. */
export interface Acts {
  /** Without a manner it is the one in which the files were asked for. */
  take(files: File[], as?: Manner): void;
  choose(as?: Manner): void;
  /** Selects by an answer, or takes it out of the selection. */
  pick(choice: Choice): void;
  setUnit(unit: Series["unit"]): void;
  chooseSheets(file: number, sheets: string[], told: string): void;
  forget(): void;
  /** Of a publication: another state comes in view. */
  inView(code: string): void;
  stop(): void;
  dismiss(): void;
  compare(older: number, newer: number): Promise<Comparison>;
  announce(text: string): void;
  drag(over: boolean): void;
}

export function view(element: BenMonitor, acts: Acts): TemplateResult {
  if (element.frame) return html`${element.frame}`;
  const lang = element.language;
  const texts = textsOf(lang);
  const level = Math.min(6, Math.max(2, element.headingLevel || 2));
  if (element.isPublic) return publicly(element, texts, acts, level);
  return html`<div class="el ${element.dragging ? "over" : ""}" part="root" lang=${lang} data-theme=${element.theme}
    @dragover=${(event: DragEvent) => dragOver(event, element, acts)}
    @dragleave=${(event: DragEvent) => dragLeave(event, acts)}
    @drop=${(event: DragEvent) => drop(event, acts)}>
    <span class="probe" aria-hidden="true"></span>
    <input type="file" multiple hidden accept=".csv,.txt,.tsv,.tab,.xlsx,.xlsm,.xls,.xlsb,.ods,.json,text/csv,text/plain"
      @change=${(event: Event) => chosen(event, acts)} />
    <div class="page">
      ${element.published ? nothing : header(element.report, texts, lang, level, later()?.trust(element))}
      ${element.failed ? problem(element, texts, acts, element.failed) : nothing}
      ${element.busy ? busy(element.busy, texts, acts.stop) : nothing}
      ${element.published ? publication(element, texts, acts, level) : element.shown && element.engine ? figures(element, texts, acts, level) : empty(texts, () => acts.choose(), element.wantedMapping !== null)}
      <p class="hidden" role="status">${status(element, texts)}</p>
    </div>
    ${element.dragging && element.shown ? targets(texts) : nothing}
  </div>`;
}

/** Only what is published: nowhere to let go of a file. */
function publicly(element: BenMonitor, texts: Texts, acts: Acts, level: number): TemplateResult {
  const { language, failed, published } = element;
  const error = failed && (publishing()?.told(failed, language) ?? failed);
  return html`<div class="el" part="root" lang=${language} data-theme=${element.theme}>
    <span class="probe" aria-hidden="true"></span>
    <div class="page">
      ${error ? problem(element, texts, acts, error) : nothing}
      ${published ? publication(element, texts, acts, level) : failed ? nothing : publishing()?.waiting(language)}
    </div>
  </div>`;
}

function publication(element: BenMonitor, texts: Texts, acts: Acts, level: number) {
  const { published, drawing, colours: theme, language: lang, isPublic, said } = element;
  if (!published || !drawing) return nothing;
  const { indicators: wanted } = element.look;
  const { forget, inView: choose } = acts;
  const of = { drawing, theme, texts, lang, level, wanted, forget: isPublic ? null : forget, choose, said };
  return publishing()?.panel(published, of);
}

function problem(element: BenMonitor, texts: Texts, acts: Acts, error: BenMonitorError): TemplateResult {
  // Where the core itself does not run, another file does not help.
  const about = {
    choose: element.shown ? () => acts.choose() : null,
    retry: element.drawing ? null : acts.forget,
  };
  return failed(error, element.shown !== null, texts, { ...about, dismiss: acts.dismiss });
}

function figures(
  element: BenMonitor,
  texts: Texts,
  acts: Acts,
  level: number,
): TemplateResult | typeof nothing {
  const { shown, engine, language: lang, colours: theme } = element;
  if (!shown || !engine) return nothing;
  const catalog = engine.catalog(lang);
  const { report, painter, overlaps, refused } = shown;
  const names = report.sources.map(({ name }) => name);
  const all = { ...shown, given: element.reading.given, catalog };
  const { indicators: wanted } = element.look;
  const figures: Figures = {
    report,
    painter,
    catalog,
    theme,
    wanted,
    unit: element.unit,
    sides: later()?.sides(element, report, catalog) ?? null,
    choose: acts.pick,
    setUnit: acts.setUnit,
  };
  const crosstab = later()?.crosstab(element, report, catalog, level + 1) ?? nothing;
  return html`${refused.length > 0 ? later()?.refused(refused, texts, lang, acts.dismiss) : nothing}
    ${reading(all, { lang, texts, catalog, level: level + 1 }, element, acts)}
    ${later()?.risk(element, shown.files, catalog, level + 1)}
    ${later()?.publishPanel(element, { files: shown.files, whole: element.unfiltered ?? report, catalog, texts, level: level + 1 })}
    ${overlaps.length > 0 ? later()?.comparing(overlaps, names, lang, level + 1, acts) : nothing}
    ${later()?.asking(element, report, catalog) ?? html`<div class="asking"></div>`}
    ${publishing()?.leavingAll(element)}
    <p class="hidden" id="how-to-choose">${texts.howToChoose}</p>
    ${keys(report, texts, lang, figures.sides)}
    ${later()?.navigation(sectionsOf(figures, texts), lang, crosstab !== nothing)}
    ${sections(figures, texts, lang, level)}
    ${crosstab}
    ${later()?.absent(report, catalog, wanted, lang)}`;
}

/** Where to let go over figures: beside them, or in their place. */
function targets(texts: Texts): TemplateResult {
  return html`<div class="letgo" aria-hidden="true"><div>
    <p data-as="add">${texts.letGoAdd}</p>
    <p data-as="replace">${texts.letGoReplace}</p>
  </div></div>`;
}

function status({ report, published, failed, said }: BenMonitor, texts: Texts): string {
  if (failed || published) return "";
  if (!report) return said;
  const { cases, against, indicators } = report;
  const drawn = indicators.filter(
    (one) =>
      one.kind === "distribution" ||
      one.kind === "duration" ||
      (one.kind === "series" && one.unit === "month"),
  ).length;
  const beside = against ? against.selected : null;
  return `${said} ${texts.status(cases.selected, cases.used, drawn, beside)}`.trim();
}

function dragOver(event: DragEvent, element: BenMonitor, acts: Acts): void {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
  if (!element.dragging) acts.drag(true);
}

function dragLeave(event: DragEvent, acts: Acts): void {
  const inside =
    event.relatedTarget instanceof Node && (event.currentTarget as Node).contains(event.relatedTarget);
  if (!inside) acts.drag(false);
}

function drop(event: DragEvent, acts: Acts): void {
  acts.drag(false);
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  const target = event.composedPath().find((one) => one instanceof HTMLElement && one.dataset.as);
  acts.take(files, ((target as HTMLElement | undefined)?.dataset.as as Manner | undefined) ?? "replace");
}

function chosen(event: Event, acts: Acts): void {
  const input = event.target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  // The same file can be chosen again.
  input.value = "";
  if (files.length > 0) acts.take(files);
}
