// The panel as a part of the page.
import { html, type TemplateResult } from "lit";
import { readingTextsOf } from "../../texts/reading";
import "./panel";
import type { Host } from "./panel";
import type { Understood, Words } from "./words";

export function understanding(all: Understood, words: Omit<Words, "own">, host: Host): TemplateResult {
  return html`<ben-monitor-reading .host=${host} .all=${all}
    .words=${{ ...words, own: readingTextsOf(words.lang) }}></ben-monitor-reading>`;
}
