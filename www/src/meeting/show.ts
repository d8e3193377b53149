// Presents what an element shows, and writes it as slides. In a file of its own; see ../meeting.ts.
// What this file and the element both need would be a file apart: since it names ../monitor, the element is in that one.
import "../monitor";
import { emit } from "../events";
import { BenMonitorError } from "../failure";
import type { BenMonitor } from "../monitor";
import { writeSlides } from "../pptx/write";
import { storyOf } from "../story/make";
import { storyTextsOf } from "../story/texts";
import { isPartial, type Told, toldOf } from "../story/told";
import { partsOf } from "./left-out";
import { BenMonitorStage } from "./stage";

/**
 * Shows the figures as a story, over the whole screen where the browser allows that.
 *
 * @throws meeting.nothing when no figures are shown
 */
export async function present(element: BenMonitor): Promise<void> {
  const told = await whole(element);
  const root = element.renderRoot.querySelector(".el");
  if (!root || !told) throw nothing(element);
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
  const told = await whole(element);
  if (!told) throw nothing(element);
  const story = storyOf(told);
  return writeSlides(story, partsOf(story, element), told.own);
}

/** What is to be told, once all of it is counted; `null` when there is nothing, or the rest was stopped or failed. */
async function whole(element: BenMonitor): Promise<Told | null> {
  const { failed } = element;
  let wasBusy = false;
  while (isPartial(element)) {
    if (element.failed !== failed || (wasBusy && !element.busy)) return null;
    wasBusy ||= element.busy !== null;
    await nextUpdate(element);
  }
  return toldOf(element);
}

function nextUpdate(element: BenMonitor): Promise<void> {
  return new Promise((resolve) => {
    const once = {
      hostUpdated: () => {
        element.removeController(once);
        resolve();
      },
    };
    element.addController(once);
  });
}

function nothing(element: BenMonitor): BenMonitorError {
  const message = storyTextsOf(element.language).nothing;
  return new BenMonitorError({ code: "meeting.nothing", message, params: {} });
}
