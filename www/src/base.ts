// What shares are a part of.
import type { About, Report } from "./report";

/** By definition of the cases with both dates, of the known ages, of the closed cases: as in src/report/mod.rs. */
const OF_KNOWN = ["besluit_5wd", "contact_14d", "bijna_18", "doorlooptijd"];

/** Whether any count in it is marked as small. */
export function hasSmall(about: About): boolean {
  return JSON.stringify(about).includes('"status":"small"');
}

/** The number of cases that the shares of a figure are of. */
export function baseOf({ id, n, missing }: About, shareOf: Report["shareOf"] | "known"): number {
  return shareOf === "all" && !OF_KNOWN.includes(id) ? n + missing : n;
}
