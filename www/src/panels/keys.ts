// The few figures that matter, each with what it is about.
import { html, nothing, type TemplateResult } from "lit";
import { baseOf } from "../base";
import { decimal, type Lang, percent, whole } from "../format";
import type { Distribution, Duration, Indicator, Report, Row, Share } from "../report";
import type { Texts } from "../texts";
import { regions } from "./header";

/** From this many cases on a percentage needs no warning. */
const SMALL_N = 30;

interface Key {
  figure: unknown;
  what: string;
  detail: string;
  /** The answer that it is about, where it is the largest one. */
  code?: string;
}

/** With two selections the figures are of the first, and those of the second stand under them. */
export function keys(
  report: Report,
  texts: Texts,
  lang: Lang,
  sides: [string, string] | null,
): TemplateResult {
  const { against } = report;
  const other = against && sides && besides(report, against);
  const made = (of: Report, code?: string) => [
    casesKey(of, texts, lang),
    durationKey(find(of, "doorlooptijd", "duration"), texts, lang),
    ageKey(find(of, "leeftijd", "distribution"), of, texts, code),
    problemKey(find(of, "problematiek", "distribution"), of, texts, code),
    shareKey(find(of, "thuis", "share"), texts.keyHome, of, texts),
    shareKey(find(of, "besluit_5wd", "share"), texts.keyDecided, of, texts),
  ];
  const line = (name: string, figure: unknown, detail: string) =>
    html`<dd class="d">${name}: ${figure}${detail ? html` · ${detail}` : nothing}</dd>`;
  return html`<dl class="keys" aria-label=${texts.keyFigures} part="keys">
    ${made(report).map((key, place) => {
      if (key === null) return nothing;
      const { figure, what, detail, code } = key;
      const second = other ? made(other, code)[place] : null;
      return html`<div class="key">
        <dt class="w">${what}</dt>
        <dd class="n">${figure}</dd>
        ${sides ? html`<dd class="d">${sides[0]}${detail ? `: ${detail}` : nothing}</dd>` : detail ? html`<dd class="d">${detail}</dd>` : nothing}
        ${second && sides ? line(sides[1], html`<b>${second.figure}</b>`, second.detail) : nothing}
      </div>`;
    })}
  </dl>`;
}

/** The second selection as a report of its own. */
function besides(report: Report, { selected, indicators }: NonNullable<Report["against"]>): Report {
  return { ...report, cases: { ...report.cases, selected }, indicators };
}

function find<K extends Indicator["kind"]>(report: Report, id: string, kind: K) {
  const found = report.indicators.find((indicator) => indicator.id === id && indicator.kind === kind);
  return (found as Extract<Indicator, { kind: K }> | undefined) ?? null;
}

function casesKey(report: Report, texts: Texts, lang: Lang): Key {
  const { selected, used } = report.cases;
  const places = regions(report)
    .slice(0, 3)
    .map((row) => `${row.label} ${whole(row.count ?? 0, lang)}`)
    .join(" · ");
  const details = [selected < used ? texts.keyCasesOf(used) : places, yearChange(report, texts)];
  return {
    figure: whole(selected, lang),
    what: texts.keyCases(selected),
    detail: details.filter(Boolean).join(" · "),
  };
}

/** How the year that is shown, else the latest one, differs from the year before it. */
function yearChange(report: Report, texts: Texts): string {
  const years = report.indicators.find((one) => one.kind === "series" && one.unit === "year");
  const rows = years?.kind === "series" ? years.rows : [];
  const chosen = years?.chosen ?? [];
  const row = chosen.length > 0 ? rows.find(({ code }) => `${chosen}` === code) : rows.at(-1);
  if (row?.provisional) return texts.keyProvisional(row.label);
  return row?.change === undefined ? "" : texts.keyChange(row.change, row.code, `${Number(row.code) - 1}`);
}

function shareKey(share: Share | null, what: string, { shareOf }: Report, texts: Texts): Key | null {
  if (share?.count == null || share.n === 0) return null;
  const n = baseOf(share, shareOf);
  return {
    figure: percent(share.count, n),
    what,
    detail: withCaution(texts.keyOf(share.count, n), n, texts),
  };
}

function durationKey(duration: Duration | null, texts: Texts, lang: Lang): Key | null {
  const estimate = duration?.kaplanMeier;
  if (!duration || !estimate) return null;
  const closedOnly = duration.summary.median;
  const detail = texts.keyDurationOpen(duration.open, closedOnly === null ? null : decimal(closedOnly, lang));
  if (estimate.median === null) return { figure: texts.keyNotReached, what: texts.keyNotReachedWhat, detail };
  const [days = "", ...unit] = texts.keyDays(decimal(estimate.median, lang)).split(" ");
  return { figure: html`${days} <small>${unit.join(" ")}</small>`, what: texts.keyDuration, detail };
}

function ageKey(ages: Distribution | null, { shareOf }: Report, texts: Texts, code?: string): Key | null {
  const band = chosen(ages?.rows ?? [], code);
  if (!ages || !band) return null;
  const n = baseOf(ages, shareOf);
  const detail = n === ages.n ? texts.keyAgeOf(band.count, n) : texts.keyOf(band.count, n);
  return {
    figure: percent(band.count, n),
    what: texts.keyAge(band.label),
    code: band.code,
    detail: withCaution(detail, n, texts),
  };
}

function problemKey(
  problems: Distribution | null,
  { shareOf }: Report,
  texts: Texts,
  code?: string,
): Key | null {
  const problem = chosen(problems?.rows.filter((row) => row.code !== "overig") ?? [], code);
  if (!problems || !problem) return null;
  const n = baseOf(problems, shareOf);
  return {
    figure: percent(problem.count, n),
    what: texts.keyProblem(problem.label),
    code: problem.code,
    detail: withCaution(texts.keyOf(problem.count, n), n, texts),
  };
}

/** The row of this code, else the largest one; none when nobody is counted. */
function chosen(rows: Row[], code?: string): (Row & { count: number }) | null {
  const most = rows.reduce<Row | null>(
    (best, row) => ((row.count ?? 0) > (best?.count ?? 0) ? row : best),
    null,
  );
  const row = code === undefined ? most : rows.find((one) => one.code === code);
  return row && row.count !== null && most ? { ...row, count: row.count } : null;
}

function withCaution(detail: string, n: number, texts: Texts): string {
  return n < SMALL_N ? `${detail}; ${texts.smallNumber}` : detail;
}
