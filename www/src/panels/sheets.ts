// The sheets of the workbooks that were read: which were, which were not, and how to choose others.
import { html, nothing, type TemplateResult } from "lit";
import type { Lang } from "../format";
import type { SheetRead, WorkbookRead } from "../protocol";
import { type ReadingTexts, readingTextsOf } from "../texts/reading";

type Choose = (file: number, sheets: string[], told: string) => void;

export function sheets(workbooks: WorkbookRead[], lang: Lang, choose: Choose): TemplateResult {
  const texts = readingTextsOf(lang);
  // One sheet is no choice.
  const many = workbooks.filter((workbook) => workbook.sheets.length > 1);
  return html`${many.map((workbook) => chooser(workbook, texts, choose))}`;
}

function chooser({ file, name, sheets }: WorkbookRead, texts: ReadingTexts, choose: Choose): TemplateResult {
  const shown = sheets.filter(({ hidden, read }) => !hidden || read);
  const hidden = sheets.filter(({ hidden, read }) => hidden && !read).map((sheet) => sheet.name);
  const read = sheets.filter((sheet) => sheet.read).map((sheet) => sheet.name);
  return html`<details class="sheets" part="sheets">
    <summary>${texts.sheetsRead(name, read, shown.length)}</summary>
    <form @submit=${(event: SubmitEvent) => submit(event, file, texts, choose)}>
      <fieldset>
        <legend>${texts.sheetsOf(name)}</legend>
        ${shown.map((sheet) => option(sheet, texts))}
      </fieldset>
      <p role="alert" hidden>${texts.chooseOneSheet}</p>
      <button class="btn" type="submit">${texts.readSheets}</button>
    </form>
    ${hidden.length > 0 ? html`<p>${texts.sheetsHidden(hidden)}</p>` : nothing}
  </details>`;
}

function option(sheet: SheetRead, texts: ReadingTexts): TemplateResult {
  return html`<label>
    <input type="checkbox" name="sheet" value=${sheet.name} .checked=${sheet.read} />
    <bdi>${sheet.name}</bdi> <span class="soft">${texts.sheetHolds(sheet.rows, sheet.fields.length)}</span>
  </label>`;
}

function submit(event: SubmitEvent, file: number, texts: ReadingTexts, choose: Choose): void {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const names = new FormData(form).getAll("sheet").map(String);
  const alert = form.querySelector("[role=alert]");
  alert?.toggleAttribute("hidden", names.length > 0);
  if (names.length > 0) choose(file, names, texts.sheetsChosen(names));
}
