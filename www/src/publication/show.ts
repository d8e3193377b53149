// What shows publications, in a file of its own: fetched where one is shown.
// What this file and the element both need would be a file apart: since it names ../monitor, the element is in that one.

import { html, type TemplateResult } from "lit";
import { allDrawn, drawnInView } from "../drawing";
import { emit } from "../events";
import { BenMonitorError } from "../failure";
import type { Lang } from "../format";
import { startByKey } from "../meeting/key";
import type { BenMonitor } from "../monitor";
import type { Source } from "../protocol";
import type { Publication } from "../publication";
import type { Published } from "../publishing";
import type { Report } from "../report";
import { afterPaint, type Turn } from "../turn";
import "../monitor";
import { readPublication, refusal } from "./read";
import "./panel";
import type { BenMonitorPublication } from "./panel";
import { publicationStyles } from "./styles";
import { publicationTextsOf } from "./texts";

export { exportImage, exportTable, exportWorkbook, leaving, leavingAll } from "../panels/leave";
export { give } from "../panels/leave/give";
export { refusal } from "./read";
export { publicationStyles } from "./styles";
export { table } from "./tables";
export { publicationTextsOf } from "./texts";
export { bytesOf } from "./wire";

startByKey();

/** What the panel needs of the element. */
type Shown = Pick<
  BenMonitorPublication,
  "drawing" | "theme" | "texts" | "lang" | "level" | "wanted" | "forget" | "choose"
> &
  Partial<Pick<BenMonitorPublication, "amid" | "said">>;

export function panel({ publication, code }: Published, of: Shown): TemplateResult {
  return html`<ben-monitor-publication
    .publication=${publication}
    .code=${code}
    .drawing=${of.drawing}
    .theme=${of.theme}
    .texts=${of.texts}
    .lang=${of.lang}
    .level=${of.level}
    .wanted=${of.wanted}
    .forget=${of.forget}
    .amid=${of.amid ?? false}
    .said=${of.said ?? ""}
    .choose=${of.choose}
  ></ben-monitor-publication>`;
}

export function waiting(lang: Lang): TemplateResult {
  return html`<p class="meta">${publicationTextsOf(lang).waiting}</p>`;
}

/**
 * The publication among the files; `null` when there is none and others may be read. A `strict` page takes nothing
 * else.
 *
 * @throws publication.newer, .altered, .unreadable, .unprotected, .not-alone, and of a strict page .rows-refused and
 * .not-one
 */
export async function publicationAmong(
  given: readonly Source[],
  strict: boolean,
  lang: Lang,
): Promise<Publication | null> {
  let found: Publication | null = null;
  for (const source of given) found ??= await readPublication(source, lang);
  if (found && given.length > 1) throw refusal("not-alone", lang);
  if (!found && strict) throw refusal(given.every(isJson) ? "not-one" : "rows-refused", lang);
  return found;
}

/** By its name or type: what it holds is not looked at any further. */
function isJson({ name, blob }: Source): boolean {
  return /json/i.test(name + blob.type);
}

/** An address that gives nothing is told otherwise where there is no button for choosing a file. */
export function told(error: BenMonitorError, lang: Lang): BenMonitorError {
  if (error.code !== "element.unreachable") return error;
  const message = publicationTextsOf(lang).unreachable;
  return new BenMonitorError({ code: "publication.unreachable", message, params: { ...error.params } });
}

/**
 * Shows the publication that is among the files, and resolves with its report once its charts are drawn; nothing
 * where there is none.
 *
 * @throws as `publicationAmong`
 */
export async function show(element: BenMonitor, turn: Turn, given: Source[]): Promise<Report | null> {
  const { isPublic, language } = element;
  const publication = await turn.orCancelled(publicationAmong(given, isPublic, language));
  if (!publication) return null;
  await turn.orCancelled(element.ready);
  turn.throwIfCancelled();
  const root = element.renderRoot as ShadowRoot;
  const { styleSheet } = publicationStyles;
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  element.clear();
  turn.begun();
  element.published = { publication, code: "" };
  await element.updateComplete;
  await root.querySelector<BenMonitorPublication>("ben-monitor-publication")?.updateComplete;
  const charts = element.charts();
  await Promise.all(charts.map((one) => one.updateComplete));
  const still = await drawnInView(charts);
  turn.throwIfCancelled();
  const tell = (drawn: typeof charts, all: boolean) => {
    emit(element, "ben-rendered", {
      indicators: [...new Set(drawn.map(({ indicator }) => indicator.id))],
      all,
    });
  };
  if (still.length > 0)
    tell(
      charts.filter((one) => !still.includes(one)),
      false,
    );
  await allDrawn(charts);
  await afterPaint();
  turn.throwIfCancelled();
  tell(charts, true);
  return publication.report;
}
