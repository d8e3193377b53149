// What was noticed, grouped by kind: how serious in words, how often, and in which rows.
import { html, nothing, type TemplateResult } from "lit";
import type { Finding } from "../../report";
import { heading } from "../heading";
import type { Understood, Words } from "./words";

const ORDER: Finding["severity"][] = ["error", "warning", "info"];

/** Takes back that a column holds direct identifiers; `told` says so. */
export type Clear = (heading: string, told: string) => void;

export function findings(understood: Understood, words: Words, clear: Clear): TemplateResult {
  const { findings: all } = understood;
  const { own, level } = words;
  // What was only decided is told by the decisions.
  const serious = all.filter(({ severity }) => severity !== "info");
  return html`<div class="told">
    ${heading(level, "part", own.findings)}
    ${serious.length === 0 ? html`<p class="soft">${own.noFindings}</p>` : nothing}
    <ul class="found">${byKind(serious).map((group) => ofKind(group, understood, words, clear))}</ul>
  </div>`;
}

/** Findings of one kind together, the most serious first, else in the order in which they came. */
export function byKind(all: Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const one of all) groups.set(one.code, [...(groups.get(one.code) ?? []), one]);
  const rank = ([first]: Finding[]) => (first ? ORDER.indexOf(first.severity) : ORDER.length);
  return [...groups.values()].sort((one, other) => rank(one) - rank(other));
}

function ofKind(group: Finding[], all: Understood, words: Words, clear: Clear): TemplateResult {
  const { own } = words;
  const several = all.files.length > 1;
  const line = (one: Finding) =>
    html`<span>${sentence(one, several)}</span> ${clearing(one, all, words, clear)}`;
  const [first] = group;
  if (!first) return html``;
  const severity = html`<span class="sev ${first.severity}">${own.severity[first.severity]}</span>`;
  if (group.length === 1) return html`<li>${severity}<div>${line(first)}</div></li>`;
  const count = group.reduce((sum, one) => sum + one.count, 0);
  return html`<li>${severity}
    <details>
      <summary>${kindOf(first, words)} <span class="soft">${own.kindCount(group.length, count)}</span></summary>
      <ul>${group.map((one) => html`<li>${line(one)}</li>`)}</ul>
    </details>
  </li>`;
}

/** What kind of identifiers a finding is about; of a burgerservicenummer nobody can say that it is none. */
function clearing(
  one: Finding,
  all: Understood,
  words: Words,
  clear: Clear,
): TemplateResult | typeof nothing {
  const label = words.own.notIdentifying[one.code];
  const column = all.understanding.columns.find(
    ({ source, number }) => source === one.source && number === one.column,
  );
  if (!label || !column) return nothing;
  const { heading: of } = column;
  return html`<button class="link" type="button" aria-label=${`${label}: ${words.own.column(of)}`}
    @click=${() => clear(of, words.own.identifierCleared(of))}>${label}</button>`;
}

/** What kind of thing it is, in a few words. */
export function kindOf({ code }: Finding, { own }: Words): string {
  return own.kinds[code] ?? own.otherKind;
}

/** The sentence; the file's name is said only where there are several. */
export function sentence({ text, sourceName }: Finding, several: boolean): string {
  const start = `${sourceName}: `;
  if (several || !text.startsWith(start)) return text;
  const bare = text.slice(start.length);
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
