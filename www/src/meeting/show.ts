// Presents what an element shows, and writes it as slides. In a file of its own; see ../meeting.ts.
// What this file and the element both need would be a file apart: since it names ../monitor, the element is in that one.
import "../monitor";
import { emit } from "../events";
import { BenMonitorError } from "../failure";
import type { BenMonitor } from "../monitor";
import { writeSlides } from "../pptx/write";
import { storyOf } from "../story/make";
import { storyTextsOf } from "../story/texts";
import { toldOf } from "../story/told";
import { partsOf } from "./left-out";
import { BenMonitorStage } from "./stage";

/**
 * Shows the figures as a story, over the whole screen where the browser allows that.
 *
 * @throws meeting.nothing when no figures are shown
 */
export async function present(element: BenMonitor): Promise<void> {
  const root = element.renderRoot.querySelector(".el");
  if (!root || !toldOf(element)) throw nothing(element);
  const open = root.querySelector<BenMonitorStage>("ben-monitor-stage");
  if (open) return;
  const stage = new BenMonitorStage();
  stage.element = element;
  root.append(stage);
  await stage.begin();
}

/**
 * The story as a PPTX file with charts that can be edited.
 *
 * @throws meeting.nothing when no figures are shown
 */
export async function exportSlides(element: BenMonitor): Promise<Blob> {
  const slides = await slidesOf(element);
  emit(element, "ben-export", { kind: "slides" });
  return slides;
}

/** The same, for a button that tells it itself. */
export async function slidesOf(element: BenMonitor): Promise<Blob> {
  const told = toldOf(element);
  if (!told) throw nothing(element);
  const story = storyOf(told);
  return writeSlides(story, partsOf(story, element), told.own);
}

function nothing(element: BenMonitor): BenMonitorError {
  const message = storyTextsOf(element.language).nothing;
  return new BenMonitorError({ code: "meeting.nothing", message, params: {} });
}
