// The files that were read, what can be kept of the reading, and what of it goes on paper.
import { html, nothing, type TemplateResult } from "lit";
import { whole } from "../../format";
import type { FileRead } from "../../protocol";
import { findingsTable, note, recept, save } from "./downloads";
import { sentence } from "./findings";
import type { Host } from "./panel";
import type { Understood, Words } from "./words";

/** One line a file, when there are several. */
export function files(
  { given, files: read }: Understood,
  words: Words,
  leaveOut: (place: number) => void,
): TemplateResult | typeof nothing {
  if (given.length < 2) return nothing;
  const { own } = words;
  return html`<ul class="files" aria-label=${own.files}>
    ${given.map(
      ({ name }, place) => html`<li>
        <span><bdi>${name}</bdi> <span class="soft">${own.cases(casesOf(place, read))}</span></span>
        <button class="off" type="button" aria-label=${own.leaveOut(name)} title=${own.leaveOut(name)} @click=${() => leaveOut(place)}>×</button>
      </li>`,
    )}
  </ul>`;
}

/** A workbook is read sheet by sheet; a file that was given before holds nothing more. */
function casesOf(place: number, read: FileRead[]): number {
  return read.reduce((sum, file) => (file.given === place ? sum + file.cases : sum), 0);
}

/** Buttons to keep what was understood, and to take up what was kept. */
export function tools(all: Understood, words: Words, host: Host): TemplateResult {
  const { own } = words;
  const text = "text/plain;charset=utf-8";
  return html`<div class="tail">
    <div class="acts">
      <button class="btn" type="button" @click=${() => save(own.noteName, text, note(all, host.reading.mapping, words))}>${own.saveNote}</button>
      ${all.findings.length > 0 ? html`<button class="btn" type="button" @click=${() => save(own.findingsName, "text/csv;charset=utf-8", findingsTable(all, words))}>${own.saveFindings}</button>` : nothing}
      <button class="btn" type="button" @click=${() => save(own.receptName, "application/json", recept(all.mapping, host.look))}>${own.saveRecept}</button>
      <button class="btn" type="button" @click=${() => host.choose("recept")}>${own.openRecept}</button>
    </div>
    <p class="hint">${own.receptWhat}</p>
  </div>`;
}

/** The short list for on paper; on the screen it stands above, with its buttons. */
export function paper(
  { understanding, findings, files: read }: Understood,
  { own, lang }: Words,
): TemplateResult {
  const serious = findings.filter(({ severity }) => severity !== "info");
  const several = read.length > 1;
  return html`<ul class="paper" aria-label=${`${own.decisions} (${whole(understanding.decisions.length, lang)})`}>
    ${understanding.decisions.map(({ text }) => html`<li>${text}</li>`)}
    ${serious.map((one) => html`<li>${own.severity[one.severity]}: ${sentence(one, several)}</li>`)}
  </ul>`;
}
