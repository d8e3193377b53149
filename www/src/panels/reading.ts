// "Dit heb ik gelezen": how the files were understood, in a line; `understood` tells it in full.
import { html, type TemplateResult } from "lit";
import { later } from "../later";
import type { FileRead, WorkbookRead } from "../protocol";
import type { Catalog, Finding, Mapping } from "../report";
import type { Texts } from "../texts";

/** What the panel tells. */
export interface Understood {
  files: FileRead[];
  findings: Finding[];
  mapping: Mapping;
  workbooks: WorkbookRead[];
  catalog: Catalog;
}

/** What the buttons do. */
export interface ReadingActs {
  choose(): void;
  chooseSheets(file: number, sheets: string[]): void;
  forget(): void;
}

export function reading(understood: Understood, texts: Texts, acts: ReadingActs): TemplateResult {
  const { files, findings } = understood;
  const count = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  const problems = texts.problems(count("error"), count("warning"));
  return html`<section class="read" part="reading">
    <div class="line">
    <p>
      <b>${texts.iRead}</b>
      ${files.map((file) => html`<bdi>${file.name}</bdi>: ${texts.readSummary(file.cases, file.columns)} `)}
      ${problems ? html`<b>${problems}.</b>` : texts.noProblems}
    </p>
    <div class="acts">
      <button class="btn" type="button" part="button" @click=${acts.forget}>${texts.forget}</button>
      <button class="btn" type="button" part="button" @click=${acts.choose}>${texts.chooseOther}</button>
    </div>
    </div>
    ${later()?.sheets(understood.workbooks, texts, acts.chooseSheets)}
    <details>
      <summary>${texts.showFindings(findings.length)}</summary>
      ${later()?.understood(understood, texts)}
    </details>
  </section>`;
}
