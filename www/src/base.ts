// What shares are a part of.
import type { About, Report } from "./report";

/** Whether any count in it is marked as small. */
export function hasSmall(about: About): boolean {
  return JSON.stringify(about).includes('"status":"small"');
}

/** The number of cases that the shares of a figure are of. */
export function baseOf({ n, missing, ofKnown }: About, shareOf: Report["shareOf"] | "known"): number {
  return shareOf === "all" && !ofKnown ? n + missing : n;
}
