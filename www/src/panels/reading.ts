// "Dit heb ik gelezen": how the files were understood, in a line, and in full for who wants it.
import { html, nothing, type TemplateResult } from "lit";
import type { FileRead } from "../protocol";
import type { Catalog, Finding, Mapping } from "../report";
import type { Texts } from "../texts";

/** What the panel tells. */
export interface Understood {
  files: FileRead[];
  findings: Finding[];
  mapping: Mapping;
  catalog: Catalog;
}

/** What the buttons do. */
export interface ReadingActs {
  choose(): void;
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
    <details>
      <summary>${texts.showFindings(findings.length)}</summary>
      ${files.map((file, source) =>
        findingsOf(
          file,
          findings.filter((f) => f.source === source),
          texts,
        ),
      )}
      ${columns(understood, texts)}
    </details>
  </section>`;
}

function findingsOf(file: FileRead, findings: Finding[], texts: Texts): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  return html`<p class="file">${texts.fileSummary(file.name, file.cases)}</p>
    <ul>
      ${findings.map(
        ({ severity, text }) => html`<li>
          <span class="sev ${severity}">${texts.severity[severity]}</span><span>${text}</span>
        </li>`,
      )}
    </ul>`;
}

function columns({ mapping, catalog }: Understood, texts: Texts): TemplateResult {
  const label = (field: string | null) =>
    field === null ? texts.columnUnused : (catalog.fields.find(({ id }) => id === field)?.label ?? field);
  return html`<table>
    <caption>
      ${texts.columnsTitle}
    </caption>
    <thead>
      <tr>
        <th scope="col">${texts.columnHeading}</th>
        <th scope="col" class="words">${texts.columnField}</th>
      </tr>
    </thead>
    <tbody>
      ${Object.entries(mapping.columns).map(
        ([column, field]) => html`<tr class=${field === null ? "soft" : ""}>
          <th scope="row">${column}</th>
          <td class="words">${label(field)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
