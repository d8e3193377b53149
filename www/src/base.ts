// What shares are a part of.
import type { About, Report } from "./report";

/** The number of cases that the shares of a figure are of. */
export function baseOf({ n, missing, ofKnown }: About, shareOf: Report["shareOf"] | "known"): number {
  return shareOf === "all" && !ofKnown ? n + missing : n;
}
