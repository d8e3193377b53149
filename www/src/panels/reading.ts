// "Dit heb ik gelezen" in a line; the panel below it tells it in full.
import { html, nothing, type TemplateResult } from "lit";
import { later } from "../later";
import type { Host } from "./read/panel";
import type { Manner } from "./read/take";
import type { Understood, Words } from "./read/words";

/** What the buttons do. */
export interface ReadingActs {
  choose(as?: Manner): void;
  chooseSheets(file: number, sheets: string[], told: string): void;
  forget(): void;
}

export function reading(
  all: Understood,
  words: Omit<Words, "own">,
  host: Host,
  acts: ReadingActs,
): TemplateResult {
  const { files, findings } = all;
  const { texts } = words;
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const problems = texts.problems(count("error"), count("warning"));
  const cases = files.reduce((sum, file) => sum + file.cases, 0);
  const [only] = files;
  return html`<section class="read" part="reading">
    <div class="line">
    <p>
      <b>${texts.iRead}</b>
      ${files.length === 1 && only ? html`<bdi>${only.name}</bdi>, ${texts.readSummary(only.cases, only.columns)}` : html`${texts.casesFromFiles(cases, files.length)}.`}
      ${problems ? html`<b>${problems}.</b>` : all.complete ? texts.noProblems : nothing}
    </p>
    <div class="acts">
      <button class="btn" type="button" part="button" @click=${acts.forget}>${texts.forget}</button>
      <button class="btn" type="button" part="button" @click=${() => acts.choose()}>${texts.chooseOther}</button>
      <button class="btn" type="button" part="button" @click=${() => acts.choose("add")}>${texts.addFile}</button>
    </div>
    </div>
    ${later()?.sheets(all.workbooks, words.lang, acts.chooseSheets)}
    ${all.complete ? later()?.understanding(all, words, host) : nothing}
  </section>`;
}
