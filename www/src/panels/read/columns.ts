// All columns: what each was taken for, and how to take it for something else.
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ColumnRead, Mapping } from "../../report";
import { isOwn } from "../../state";
import { withColumn } from "./change";
import { fieldChooser, OWN, UNUSED } from "./choosers";
import { columnText, type Understood, type Words } from "./words";

/** The columns of all files; those with one heading are one, as in a mapping. */
export type Columns = ColumnRead[];

const USED = new Set(["sure", "likely", "answers"]);

export function columnsOf({ understanding }: Understood): Columns {
  const all = new Map<string, ColumnRead>();
  for (const column of understanding.columns) {
    const known = all.get(column.heading);
    if (!known) all.set(column.heading, { ...column });
    else {
      const better = USED.has(column.status) && !USED.has(known.status) ? column : known;
      all.set(column.heading, { ...better, filled: known.filled + column.filled });
    }
  }
  return [...all.values()];
}

export function columns(
  all: Columns,
  words: Words,
  open: boolean,
  acts: { toggle(open: boolean): void; apply(form: HTMLFormElement): void },
): TemplateResult {
  const { own } = words;
  const unused = all.filter(({ status }) => status === "unused").length;
  const summary = [own.columns(all.length), unused > 0 ? own.columnsUnused(unused) : ""];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    acts.apply(event.currentTarget as HTMLFormElement);
  };
  return html`<details class="cols" .open=${open}
    @toggle=${(event: Event) => acts.toggle((event.currentTarget as HTMLDetailsElement).open)}>
    <summary>${summary.filter(Boolean).join(" · ")}</summary>
    ${
      open
        ? html`<form @submit=${submit}>
            <p class="hint">${own.columnsHint}</p>
            <ul>${repeat(
              all.entries(),
              ([, { heading }]) => heading,
              ([index, one]) => row(one, index, words),
            )}</ul>
            <div class="acts stick"><button class="btn main" type="submit">${own.apply}</button></div>
          </form>`
        : ""
    }
  </details>`;
}

function row({ heading, field, status, filled, proposals }: ColumnRead, index: number, words: Words) {
  const { own } = words;
  const taken = status === "double" || status === "unused" ? null : field;
  return html`<li class=${USED.has(status) ? "" : "unused"}>
    <bdi class="what">${heading || "–"}</bdi>
    ${
      status === "identifier" || !heading
        ? html`<span class="fixed">${own.fixed}</span>`
        : fieldChooser(words, { name: `${index}`, label: own.readAs(heading), field: taken, proposals })
    }
    <span class="status ${status}">${own.status[status]}</span>
    <span class="soft">${own.filled(filled)}</span>
  </li>`;
}

/** The mapping with every column that was set otherwise, and each of those as a sentence. */
export function rearranged(
  form: HTMLFormElement,
  all: Columns,
  mapping: Mapping | null,
  words: Words,
): { mapping: Mapping | null; told: string[] } {
  const chosen = new FormData(form);
  const told: string[] = [];
  let said = mapping;
  for (const [index, { heading, field, status }] of all.entries()) {
    const value = chosen.get(`${index}`)?.toString();
    const before =
      field === null || status === "double" || status === "unused" ? UNUSED : isOwn(field) ? OWN : field;
    if (value === undefined || value === before) continue;
    const next = fieldOf(value, said, all);
    said = withColumn(said, heading, next);
    told.push(columnText(words, heading, next));
  }
  return { mapping: said, told };
}

/** The field that a choice means; for a chart of its own the first that is free. */
export function fieldOf(value: string, mapping: Mapping | null, all: Columns): string | null {
  if (value === UNUSED) return null;
  if (value !== OWN) return value;
  const taken = new Set([...Object.values(mapping?.columns ?? {}), ...all.map(({ field }) => field)]);
  const free = [1, 2, 3, 4, 5, 6].map((number) => `eigen_${number}`).find((field) => !taken.has(field));
  return free ?? null;
}
