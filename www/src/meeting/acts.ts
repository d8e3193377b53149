// The two buttons for a meeting. Called once, in ../view.ts: whoever makes a list of actions moves that line.
import { html, nothing, type TemplateResult } from "lit";
import { asFailure } from "../failure";
import type { BenMonitor } from "../monitor";
import { storyTextsOf } from "../story/texts";

/** Set as a property: a strict policy forbids the attribute. */
const LAID = "display:flex;flex-wrap:wrap;gap:8px;margin-top:16px";

export function meetingActs(element: BenMonitor): TemplateResult | typeof nothing {
  if (!element.report) return nothing;
  const own = storyTextsOf(element.language);
  return html`<div class="meeting" role="group" aria-label=${own.acts} part="meeting" .style=${LAID}>
    <button class="btn" type="button" part="button" aria-keyshortcuts="P" @click=${() => element.present().catch(tell(element))}>
      ${own.present}
    </button>
    <button class="btn" type="button" part="button" title=${own.slidesHint} @click=${(event: Event) => save(element, event)}>
      ${own.slides}
    </button>
  </div>`;
}

/** Says in the live region what went wrong; figures stay as they are. */
function tell(element: BenMonitor): (thrown: unknown) => void {
  const { failed, nothing: none } = storyTextsOf(element.language);
  return (thrown) => element.announce(asFailure(thrown).code === "meeting.nothing" ? none : failed);
}

async function save(element: BenMonitor, event: Event): Promise<void> {
  const button = event.currentTarget as HTMLButtonElement;
  const own = storyTextsOf(element.language);
  if (button.ariaDisabled === "true") return;
  // Not disabled: the focus would be lost.
  button.ariaDisabled = "true";
  element.announce(own.making);
  try {
    give(await element.exportSlides(), fileName(element, own));
    element.announce("");
  } catch (thrown) {
    tell(element)(thrown);
  } finally {
    button.ariaDisabled = null;
  }
}

/** Says nothing of the files, but who may have it. */
function fileName({ published }: BenMonitor, { file, mark }: ReturnType<typeof storyTextsOf>): string {
  return `${published ? "" : `${mark}-`}${file}.pptx`;
}

function give(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has it in hand by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
