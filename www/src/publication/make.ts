// Making a publication: what a page asks becomes a wish for the core, what the core protects gets its hash.
import { failure } from "../failure";
import type { Before, ToPublish } from "../protocol";
import type { Publication } from "../publication";
import type { Distribution, Duration, Indicator, Report, Series } from "../report";
import { sha256 } from "./sha256";

/** What `publish()` is asked: as the core's wish, but with the earlier publication itself, which may turn out to be none. */
export type PublishOptions = Omit<ToPublish, "previous"> & { previous?: object };

/** Who protects: the worker with the cases. */
export interface Core {
  publish(wish: ToPublish, lang: string): Promise<Publication>;
}

/** Has the core protect what is asked, and signs it: SHA-256 of itself as JSON without spaces, the hash left empty. */
export async function publish(
  core: Core,
  { previous, ...options }: PublishOptions,
  look: { settings?: ToPublish["settings"]; referenceDate?: string | null },
  lang: string,
): Promise<Publication> {
  const wish: ToPublish = { ...options };
  if (look.settings) wish.settings ??= look.settings;
  if (look.referenceDate) wish.referenceDate ??= look.referenceDate;
  if (previous) wish.previous = before(previous as Publication);
  const publication = await core.publish(wish, lang);
  return { ...publication, hash: await sha256(JSON.stringify({ ...publication, hash: "" })) };
}

/**
 * What an earlier publication tells.
 *
 * @throws publication.unreadable when it is no publication
 */
function before(publication: Publication): Before {
  try {
    const { schema, policy, period, regions, split, report, states } = publication;
    const counts = [
      ...countsOf(report, null),
      ...states.flatMap(({ code, report }) => countsOf(report, code)),
    ];
    const span = { from: period.from, to: period.to };
    return {
      schema,
      minimum: policy.minimum,
      rounded: policy.base !== null,
      span,
      regions,
      split: split?.field ?? null,
      counts,
    };
  } catch {
    throw failure("publication.unreadable");
  }
}

function countsOf(report: Report, state: string | null): Before["counts"] {
  const cases = { state, indicator: "", code: "", count: report.cases.selected };
  const { selected } = report.cases;
  const rows = report.indicators.flatMap((indicator) => {
    const own = rowsOf(indicator);
    // What is hidden is known together.
    const shown = own.reduce((sum, [, count]) => sum + (count ?? 0), 0);
    const all: [string, number | null][] = [...own, ["*", Math.max(0, selected - shown)]];
    return all.map(([code, count]) => ({ state, indicator: indicator.id, code, count }));
  });
  return [cases, ...rows];
}

function rowsIn({ rows }: Distribution | Series | Duration): [string, number | null][] {
  return rows.map(({ code, count }) => [code, count]);
}

/** The answers of an indicator, those without one first: their code is empty. */
function rowsOf(indicator: Indicator): [string, number | null][] {
  const missing: [string, number | null] = ["", indicator.missingStatus ? null : indicator.missing];
  switch (indicator.kind) {
    case "share":
      return [missing, ["ja", indicator.count]];
    case "distribution":
    case "series":
      return [missing, ...rowsIn(indicator)];
    case "duration":
      return [missing, ["open", indicator.openStatus ? null : indicator.open], ...rowsIn(indicator)];
    default:
      return [missing];
  }
}
