// The way through the page: a line of sections, and what this file does not hold.
import { html, nothing, type TemplateResult } from "lit";
import type { Lang } from "../format";
import type { Catalog, Report } from "../report";
import { askingTextsOf } from "../texts/asking";

/** One button a section; a link would change the address of the page around it. */
export function navigation(
  sections: { id: string; label: string }[],
  lang: Lang,
  crosstab: boolean,
): TemplateResult | typeof nothing {
  const own = askingTextsOf(lang);
  const all = crosstab ? [...sections, { id: "kruistabel", label: own.crosstab }] : sections;
  if (all.length < 2) return nothing;
  const go = (event: Event, id: string) => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    const title = root.getElementById(`section-${id}`);
    title?.setAttribute("tabindex", "-1");
    title?.focus({ preventScroll: true });
    title?.scrollIntoView({ block: "start" });
  };
  return html`<nav class="ways" part="navigation" aria-label=${own.sections}>
    <ul>
      ${all.map(({ id, label }) => html`<li><button class="link" type="button" @click=${(event: Event) => go(event, id)}>${label}</button></li>`)}
    </ul>
  </nav>`;
}

/** The figures that this file does not hold, in one line. */
export function absent(report: Report, catalog: Catalog, wanted: string[], lang: Lang) {
  const there = new Set(report.indicators.map(({ id }) => id));
  const missing = catalog.indicators.filter(
    ({ id, section }) =>
      !there.has(id) &&
      section !== "eigen" &&
      id !== "kruistabel" &&
      (wanted.length === 0 || wanted.includes(id)),
  );
  // Of several figures of one field the field says enough.
  const ids = new Set(missing.map(({ id }) => id));
  const named = missing.filter(({ id, field }) => !field || field === id || !ids.has(field));
  if (named.length === 0) return nothing;
  return html`<p class="absent">${askingTextsOf(lang).notInFile(named.map(({ label }) => label))}</p>`;
}
