// What can be taken along: of one figure, and of all that is shown. A further way out is one entry more.
import { emit } from "../../events";
import { asFailure } from "../../failure";
import { fetchMeeting } from "../../meeting";
import type { BenMonitor } from "../../monitor";
import { copyImage, copyTable, copyText } from "./copy";
import { csvOf, linesOf } from "./csv";
import { give } from "./give";
import { imageOf } from "./image";
import { type LeaveTexts, leaveTextsOf } from "./texts";
import { type InView, inView, placeOf, refusal, tablesOf } from "./view";
import { workbookOf } from "./workbook";

/** One way in which a figure leaves. */
export interface FigureAction {
  id: keyof LeaveTexts["kinds"];
  /** It needs a drawing. */
  drawn: boolean;
  /** What the event tells. */
  kind: string;
  run(view: InView, index: number, family: string): Promise<void>;
}

/** One way in which all of it leaves. */
export interface WholeAction {
  /** The key that does it. */
  key?: string;
  /** What the event tells, and the page says when it is done. Of paper `paper.ts` tells, whoever asked for it. */
  kind: string;
  label(own: LeaveTexts): string;
  run(element: BenMonitor, view: InView): Promise<void> | void;
}

export const OF_FIGURE: FigureAction[] = [
  { id: "copy-image", drawn: true, kind: "copy-image", run: copyImage },
  { id: "copy-text", drawn: true, kind: "copy-text", run: copyText },
  { id: "copy-table", drawn: false, kind: "copy-table", run: copyTable },
  { id: "png", drawn: true, kind: "image", run: saveImage("image/png", "png") },
  { id: "svg", drawn: true, kind: "image", run: saveImage("image/svg+xml", "svg") },
  {
    id: "csv",
    drawn: false,
    kind: "table",
    run: async (view, index) =>
      give(nameOf(view, index, "csv"), csvOf(linesOf(view, index, tablesOf(view, index)))),
  },
];

/** In this order beside each other. */
export const OF_ALL: WholeAction[] = [
  { kind: "present", key: "P", label: (own) => own.present, run: (element) => element.present() },
  {
    kind: "print",
    label: (own) => own.print,
    run: async (element, { own }) => {
      // The page stands still as long as that window is open.
      element.announce(own.said.print ?? "");
      await element.updateComplete;
      window.print();
    },
  },
  {
    kind: "slides",
    label: (own) => own.slides,
    run: async (element, { own, isPublic }) => {
      const { slidesOf } = await fetchMeeting();
      give(`${own.fileSlides}${isPublic ? "" : own.internFile}.pptx`, await slidesOf(element));
    },
  },
  {
    kind: "workbook",
    label: (own) => own.workbook,
    run: async (_, view) => {
      const { own, isPublic } = view;
      give(`${own.fileAll}${isPublic ? "" : own.internFile}.xlsx`, await workbookOf(view));
    },
  },
];

function saveImage(type: string, end: string): FigureAction["run"] {
  return async (view, index, family) =>
    give(nameOf(view, index, end), await imageOf(view, index, type, family));
}

/** Of the figure and who may see it; nothing of the file. */
function nameOf({ report, own, isPublic }: InView, index: number, end: string): string {
  const id = report.indicators[index]?.id ?? "";
  return `${own.fileOf(id)}${isPublic ? "" : own.internFile}.${end}`;
}

/** The letters of the page. */
function lettersOf(element: BenMonitor): string {
  return getComputedStyle(element.renderRoot.querySelector(".probe") ?? element).fontFamily;
}

/** Told when they begin, not when they are done. */
const BEGUN = ["present", "print"];

/**
 * Does it, and says that it is done, or in a sentence why not.
 *
 * @throws with that sentence
 */
async function told(element: BenMonitor, kind: string, act: () => Promise<void> | void): Promise<void> {
  const own = leaveTextsOf(element.language);
  // The same said again is said again.
  element.announce("");
  try {
    await act();
    if (BEGUN.includes(kind)) return;
    emit(element, "ben-export", { kind });
    element.announce(own.said[kind] ?? "");
  } catch (thrown) {
    const error = asFailure(thrown);
    const told = error.code.startsWith("export.") ? error : refusal("failed", element.language);
    element.announce(told.message);
    throw told;
  }
}

export function takeFigure(element: BenMonitor, action: FigureAction, index: number): Promise<void> {
  return told(element, action.kind, () => action.run(inView(element), index, lettersOf(element)));
}

export function takeAll(element: BenMonitor, action: WholeAction): Promise<void> {
  return told(element, action.kind, () => action.run(element, inView(element)));
}

/** The picture of a figure; see `exportImage` of the element. */
export async function exportImage(element: BenMonitor, id: string, type = "image/png"): Promise<Blob> {
  const view = inView(element);
  return exported(element, "image", await imageOf(view, placeOf(view, id), type, lettersOf(element)));
}

/** The tables of a figure; see `exportTable` of the element. */
export function exportTable(element: BenMonitor, id: string): Blob {
  const view = inView(element);
  const index = placeOf(view, id);
  return exported(element, "table", csvOf(linesOf(view, index, tablesOf(view, index))));
}

/** All tables; see `exportWorkbook` of the element. */
export async function exportWorkbook(element: BenMonitor): Promise<Blob> {
  return exported(element, "workbook", await workbookOf(inView(element)));
}

function exported(element: BenMonitor, kind: string, blob: Blob): Blob {
  emit(element, "ben-export", { kind });
  return blob;
}
