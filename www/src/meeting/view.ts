// What the presentation shows: a slide, its figures, the overview, and the buttons below. No state of its own.
import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { later } from "../later";
import { publishing } from "../publishing";
import type { Indicator } from "../report";
import { countedOf } from "../story/make";
import type { Bars, Grid, Slide } from "../story/model";
import { type StoryTexts, storyTextsOf } from "../story/texts";
import { textsOf } from "../texts";
import "./overview";
import "./picture";
import type { BenMonitorStage } from "./stage";

export function stageView(stage: BenMonitorStage): TemplateResult {
  const { element, story, overview } = stage;
  const own = storyTextsOf(element.language);
  const spoken = story.lang === element.language ? nothing : story.lang;
  return html`<dialog tabindex="-1" aria-label=${own.presentation} lang=${element.language}
    @keydown=${stage.keys} @cancel=${stage.end} @close=${stage.end} @touchstart=${stage.touch} @touchend=${stage.touch}>
    <div class="stage">
      <div class="top">${top(stage, own)}</div>
      ${overview ? tiles(stage, own) : keyed(stage.key, html`<section class="slide ${stage.slide ? "" : "opening"}" lang=${spoken}>${stage.slide ? message(stage, stage.slide, own) : opening(stage)}</section>`)}
      ${bar(stage, own)}
    </div>
    <p class="hidden" role="status">${stage.said}</p>
  </dialog>`;
}

/** Who may see it, and of which cases it is. */
function top({ told, story, clear }: BenMonitorStage, own: StoryTexts): TemplateResult {
  const { report, isPublic } = told;
  const filtered = !isPublic && (report.filter.length > 0 || report.against !== undefined);
  return html`${
    filtered
      ? html`<p>${told.selection} · ${countedOf(told)}
          <button class="clear" type="button" @click=${clear}>${own.clear}</button></p>`
      : nothing
  }<p class="mark ${story.isInternal ? "" : "safe"}">${story.isInternal ? story.mark : story.protection}</p>`;
}

function opening({ story }: BenMonitorStage): TemplateResult {
  return html`<h2 class="finding">${story.title}</h2>
    <dl class="about">${story.about.map(([label, words]) => html`<dt>${label}</dt><dd>${words}</dd>`)}</dl>`;
}

function message(stage: BenMonitorStage, slide: Slide, own: StoryTexts): TemplateResult {
  const { title, sentence, caution, foot } = slide;
  return html`<h2 class="finding">${title}</h2>
    <p class="sentence">${sentence}</p>
    ${
      stage.figures
        ? html`<div class="figures" tabindex="0" role="region" aria-label=${own.figuresOf(title)}>${tableOf(stage, slide)}</div>`
        : html`<div class="figure">${drawing(stage, slide)}</div>`
    }
    ${caution ? html`<p class="caution">${caution}</p>` : nothing}
    <p class="foot">${foot}</p>`;
}

/** What the core draws nothing for stands as a table, or in words. */
function drawing(stage: BenMonitorStage, slide: Slide): TemplateResult | typeof nothing {
  const { easel, room, turn, told, element } = stage;
  if (slide.indicator.kind === "totals") return gridOf(slide, told.own);
  if (slide.figure === null) return html`<p>${slide.measure}</p>`;
  return html`<ben-monitor-picture .slide=${slide} .easel=${easel} .texts=${textsOf(element.language)} .room=${room}
    .turn=${turn} .choose=${told.isPublic ? null : stage.choose}></ben-monitor-picture>`;
}

/** The figures as on the page; a share has no table there. */
function tableOf({ told, element }: BenMonitorStage, slide: Slide): unknown {
  const { report, isPublic, sides } = told;
  const { indicator, index } = slide;
  const { language: lang } = element;
  if (indicator.kind === "share") return gridOf(slide, told.own);
  const shown = publishing();
  if (isPublic) {
    const { protection } = report;
    return shown && protection
      ? shown.table(indicator, { own: shown.publicationTextsOf(lang), lang, protection })
      : nothing;
  }
  const other = report.against?.indicators[index];
  const versus = other && sides ? { indicator: other as Indicator, sides } : null;
  return later()?.tables(indicator, {
    texts: textsOf(lang),
    lang,
    shareOf: report.shareOf ?? "known",
    versus,
  });
}

/** The figure of a slide as a table of our own. */
function gridOf({ figure, measure }: Slide, own: StoryTexts): TemplateResult | typeof nothing {
  if (!figure) return nothing;
  const { head, rows } = figure.kind === "grid" ? figure : asGrid(figure, own);
  return html`<table>
    <caption>${measure}</caption>
    <thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
    <tbody>
      ${rows.map(
        ({ cells: [first, ...rest], sum }) =>
          html`<tr class=${sum ? "sum" : ""}><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`,
      )}
    </tbody>
  </table>`;
}

function asGrid({ heading, answers, series }: Bars, own: StoryTexts): Grid {
  return {
    kind: "grid",
    head: [heading, ...series.map(({ name }) => name)],
    rows: answers.map(({ label }, place) => ({
      cells: [label, ...series.map(({ values }) => values[place] ?? own.hidden)],
    })),
  };
}

function tiles(stage: BenMonitorStage, own: StoryTexts): TemplateResult {
  return html`<ben-monitor-overview .story=${stage.story} .own=${own} .easel=${stage.easel} .out=${stage.left}
    .current=${stage.key} .go=${stage.goToKey} .turnPart=${stage.turnPart}></ben-monitor-overview>`;
}

function bar(stage: BenMonitorStage, own: StoryTexts): TemplateResult {
  const { place, parts, step, overview } = stage;
  const last = parts.length;
  return html`<div class="bar" role="group" aria-label=${own.presentation}>
    <button class="turn" type="button" aria-disabled=${place === 0} @click=${() => step(-1)}>‹ ${own.previous}</button>
    <span class="place">${own.place(place + 1, last + 1)}</span>
    <button class="turn" type="button" aria-disabled=${place === last} @click=${() => step(1)}>${own.next} ›</button>
    <span class="space"></span>
    ${states(stage, own)}
    <button type="button" aria-keyshortcuts="O" aria-expanded=${overview} @click=${stage.toggleOverview}>${own.overview}</button>
    <button type="button" aria-keyshortcuts="N" aria-pressed=${stage.figures} aria-disabled=${overview || place === 0}
      @click=${stage.toggleFigures}>${own.figures}</button>
    <button type="button" aria-keyshortcuts="Escape" @click=${stage.end}>${own.leave}</button>
  </div>`;
}

/** Of a publication: which of its states is in view. */
function states(
  { told, element, inView }: BenMonitorStage,
  own: StoryTexts,
): TemplateResult | typeof nothing {
  const { publication } = told;
  const { published } = element;
  if (!publication?.split || publication.states.length === 0 || !published) return nothing;
  const all = [{ code: "", label: own.allCases }, ...publication.states];
  return html`<label class="states">${publication.split.label}
    <select @change=${(event: Event) => inView((event.target as HTMLSelectElement).value)}>
      ${all.map(({ code, label }) => html`<option value=${code} ?selected=${code === published.code}>${label}</option>`)}
    </select></label>`;
}
