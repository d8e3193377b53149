// How the files were understood, in full: what was noticed, and what each column was taken for.
import { html, nothing, type TemplateResult } from "lit";
import type { FileRead } from "../protocol";
import type { Finding } from "../report";
import type { Texts } from "../texts";
import type { Understood } from "./reading";

export function understood(all: Understood, texts: Texts): TemplateResult {
  const { files, findings } = all;
  return html`${files.map((file, source) =>
    findingsOf(
      file,
      findings.filter((finding) => finding.source === source),
      texts,
    ),
  )}
  ${columns(all, texts)}`;
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
