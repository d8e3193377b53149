// A file as a publication: is it one, is it of a version that we know, is it as it was made, is nothing small in it.
import { BenMonitorError } from "../failure";
import type { Lang } from "../format";
import type { Source } from "../protocol";
import type { Publication } from "../publication";
import type { Report } from "../report";
import { sha256 } from "./sha256";
import { publicationTextsOf, type RefusalCode } from "./texts";
import { bytesOf } from "./wire";

export const SCHEMA = "ben-monitor/publication@1";
const ANY_VERSION = /^ben-monitor\/publication@(\d+)$/;
const POLICIES = ["website", "stuurgroep"];

/** A refusal with its sentence. */
export function refusal(code: RefusalCode, lang: Lang, source?: string): BenMonitorError {
  const message = publicationTextsOf(lang).refusals[code];
  return new BenMonitorError({ code: `publication.${code}`, message, params: {}, source });
}

/**
 * The publication in a file; `null` when the file holds something else.
 *
 * @throws publication.newer, .unreadable, .altered, .unprotected
 */
export async function readPublication({ blob, name }: Source, lang: Lang): Promise<Publication | null> {
  const found = parsed(await blob.text());
  const version = typeof found?.schema === "string" ? ANY_VERSION.exec(found.schema)?.[1] : undefined;
  if (!found || version === undefined) return null;
  if (found.schema !== SCHEMA) throw refusal("newer", lang, name);
  const publication = found as unknown as Publication;
  if ((await hashOf(publication)) !== publication.hash) throw refusal("altered", lang, name);
  if (!isWhole(publication)) throw refusal("unreadable", lang, name);
  if (!reportsOf(publication).every(isProtected)) throw refusal("unprotected", lang, name);
  return publication;
}

/** SHA-256 of the publication as JSON without spaces, its hash left empty. */
export function hashOf(publication: Publication): Promise<string> {
  return sha256(JSON.stringify({ ...publication, hash: "" }));
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, ""));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** All that is shown of it is there. */
function isWhole({ policy, audit, period, regions, states, merged, leftOut, report }: Publication): boolean {
  const lists = [regions, states, merged, leftOut, period?.units].every(Array.isArray);
  if (!lists || typeof policy?.minimum !== "number" || typeof audit?.tables !== "number") return false;
  return [report, ...states.map((state) => state.report)].every(
    (report) => report && Array.isArray(report.indicators) && bytesOf(report) !== null,
  );
}

function reportsOf({ report, states }: Publication): Report[] {
  return [report, ...states.map((state) => state.report)];
}

/** Made public by a policy that we know, and holding no count that this policy hides. */
function isProtected({ protection, indicators }: Report): boolean {
  if (!protection || !POLICIES.includes(protection.policy) || protection.hidden === undefined) return false;
  const { smallBelow } = protection;
  const small = (count: number | null) => count !== null && count > 0 && count < smallBelow;
  return !indicators.some((indicator) => {
    switch (indicator.kind) {
      case "crosstab":
        return indicator.rows.some(({ cells }) => cells.some(({ count }) => small(count)));
      case "share":
        return small(indicator.count);
      case "distribution":
      case "series":
      case "duration":
        return indicator.rows.some(({ count }) => small(count));
      default:
        return true;
    }
  });
}
