// How the figures of a publication are protected, folded away until somebody asks.
import { html, nothing, type TemplateResult } from "lit";
import type { Lang } from "../format";
import type { Publication } from "../publication";
import type { Catalog } from "../report";
import { dayOf, type PublicationTexts } from "./texts";

export function protectedHow(
  publication: Publication,
  own: PublicationTexts,
  lang: Lang,
  catalog: Catalog,
): TemplateResult {
  const { policy, audit, preset, merged, leftOut, engine, made, hash } = publication;
  const name = (id: string) => catalog.indicators.find((one) => one.id === id)?.label ?? id;
  const audited = [
    own.audited(audit.tables, audit.hidden),
    audit.narrowest === null ? "" : own.narrowest(audit.narrowest),
    audit.previous ? own.previous : "",
  ];
  return html`<details class="how" part="protection">
    <summary>${own.how}</summary>
    <ul>
      <li>${own.howMinimum(policy.minimum)}</li>
      <li>${own.howBase(policy.base)}</li>
      <li>${own.howPercent(policy.percentFrom)}</li>
      <li>${own.howMedian(policy.medianFrom)}</li>
    </ul>
    <dl>
      ${told(own.preset, own.presets[preset])}
      ${told(own.audit, `${audited.filter(Boolean).join("; ")}.`)}
      ${told(own.made, own.by(engine, dayOf(made, lang)))}
      ${told(own.hash, html`${own.hashMatches}<br /><code>${hash}</code>`)}
      ${
        merged.length > 0
          ? told(
              own.merged,
              listOf(
                merged.flatMap(({ indicator, groups }) =>
                  groups.map(
                    ({ label, codes }) =>
                      `${name(indicator)}: ${own.together(label, labelsOf(indicator, codes, catalog, own))}`,
                  ),
                ),
              ),
            )
          : nothing
      }
      ${leftOut.length > 0 ? told(own.leftOut, listOf(leftOut.map(({ text }) => text))) : nothing}
    </dl>
  </details>`;
}

function told(what: string, words: unknown): TemplateResult {
  return html`<div>
    <dt>${what}</dt>
    <dd>${words}</dd>
  </div>`;
}

function listOf(lines: string[]): TemplateResult {
  return html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;
}

/** What the answers are called that were put together; nothing where they are not named. */
function labelsOf(
  indicator: string,
  codes: string[],
  { indicators, fields }: Catalog,
  own: PublicationTexts,
): string[] {
  const field = indicators.find(({ id }) => id === indicator)?.field ?? indicator;
  const values = fields.find(({ id }) => id === field)?.values ?? [];
  const word = (code: string) => (code === "onbekend" ? own.unknown.toLowerCase() : code.replace("-", "–"));
  return codes.map((code) => values.find(({ id }) => id === code)?.label ?? word(code));
}
