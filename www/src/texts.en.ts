// Every English word of the page itself; the same keys as the Dutch.
// With the element named, what both need is in one file with it: see panels/later.
import "./monitor";
import { enumeration, type Lang, longDate, whole } from "./format";
import type { Texts } from "./texts.nl";

const lang: Lang = "en";
const cases = (count: number) => `${whole(count, lang)} ${count === 1 ? "referral" : "referrals"}`;
const times = (count: number, one: string, more: string) =>
  `${whole(count, lang)} ${count === 1 ? one : more}`;

export const en: Texts = {
  monitor: "Monitor",
  monitorOf: (years) => `Monitor ${years}`,
  about: "Case analysis of a regional expert team",
  local: "Only on this computer",
  private: "Confidential: exact figures, not for sharing",
  cases,
  casesFromFiles: (count, files) => `${cases(count)} from ${times(files, "file", "files")}`,
  manyRegions: (count) => `${whole(count, lang)} regions`,
  regions: (names) => enumeration(names, lang),
  referenceDate: (iso) => `reference date ${longDate(iso, lang)}`,
  unnamed: "file",

  drop: "Drop a monitor file here",
  dropKinds: "CSV, Excel or ODS, several files at once if you like",
  choose: "Choose a file",
  chooseOther: "Another file",
  addFile: "Add a file",
  forget: "Clear from the screen",
  stays: "The file stays on this computer. Try it with the wifi off.",
  starting: "One moment: getting the calculator ready.",
  letGoAdd: "Add",
  letGoReplace: "Instead of what is there",
  receptReady: "A recipe is ready: the file is read by it.",

  reading: (percent) => `Reading: ${percent}%`,
  counting: "Counting",
  readSoFar: (count) => `${cases(count)} so far`,
  stop: "Stop",

  iRead: "This is what I read:",
  readSummary: (count, columns) => `${cases(count)}, ${times(columns, "column", "columns")}.`,
  problems: (errors, warnings) =>
    [
      errors ? times(errors, "thing is wrong", "things are wrong") : "",
      warnings ? times(warnings, "thing to check", "things to check") : "",
    ]
      .filter(Boolean)
      .join(", "),
  noProblems: "Found nothing wrong.",

  status: (selected, all, charts, other) =>
    `${selected} of ${all} referrals shown${other === null ? "" : `, beside ${other}`}, ${charts} ${charts === 1 ? "chart" : "charts"}.`,

  keyFigures: "Key figures",
  keyCases: (count) => (count === 1 ? "referral" : "referrals"),
  keyCasesOf: (all) => `of ${cases(all)} in all`,
  keyChange: (change, year, before) =>
    change === 0
      ? `${year}: as many as in ${before}`
      : `${year}: ${whole(Math.abs(change), lang)} ${change > 0 ? "more" : "fewer"} than in ${before}`,
  keyProvisional: (year) => `${year} is not over: provisional`,
  keyDecided: "decided within five working days",
  keyHome: "lives with the parents",
  keyDays: (days) => `${days} days`,
  keyDuration: "until half of the cases are closed",
  keyDurationOpen: (open, closedOnly) =>
    `${times(open, "open case", "open cases")} counted${closedOnly ? `; ${closedOnly} without` : ""}`,
  keyNotReached: "not yet",
  keyNotReachedWhat: "has half of the cases been closed",
  keyAge: (band) => `is ${band}`,
  keyAgeOf: (count, n) => `${whole(count, lang)} of ${whole(n, lang)} with a known age`,
  keyProblem: (problem) => `${problem} comes first`,
  keyOf: (count, n) => `${whole(count, lang)} of ${whole(n, lang)}`,
  smallNumber: "small number",

  otherSection: "Other",
  chartOf: (title) => `Chart: ${title}`,
  marksOf: (title) => `Values in the chart: ${title}. Walk through them with the arrow keys.`,
  howToChoose: "With Enter or the space bar you choose an answer, or let go of it again.",
  showTable: "Show table",
  hideTable: "Hide table",
  source: (names) =>
    `Source: ${names.length > 3 ? `${whole(names.length, lang)} files` : enumeration(names, lang)}`,
  missing: (count) => `${whole(count, lang)} unknown`,
  smallMark: "○ small count, may point at one child",
  stillOpen: (count) => times(count, "case still open", "cases still open"),
  hidden: "protected",

  failedTitle: "This did not work",
  failedFile: (name) => `${name} was not read`,
  earlierStays: "The figures below are still those of the earlier file.",
  tryAgain: "Try again",
  dismiss: "Close message",
  errors: {
    "element.policy":
      "The security policy of this website does not let the calculator start. Ask the administrator to put this " +
      "line in the Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'",
    "element.wasm-unreachable":
      "The calculator (ben-monitor_bg.wasm) was not found. Ask the administrator whether this file is on the server " +
      "beside ben-monitor.js.",
    "element.wasm-damaged":
      "The calculator (ben-monitor_bg.wasm) is damaged or of another version. Ask the administrator to place the " +
      "whole folder again.",
    "element.worker":
      "The background process (ben-monitor-worker.js) can't start. Ask the administrator whether this file is on the " +
      "server beside ben-monitor.js.",
    "element.incomplete":
      "A part of the program was not found. Ask the administrator to place the whole folder (pkg) again.",
    "element.crashed":
      "Something went wrong while counting; there may be too little memory. Close other tabs and try again, or read " +
      "the files one at a time.",
    "element.unreachable": "The address gives no file. Check the address or choose a file on this computer.",
    "element.unreadable":
      "The browser can no longer read the file. It may have been moved or be open in another program. Choose the " +
      "file again.",
    "element.nothing-given": "No file was chosen. Choose a monitor file on this computer.",
    "element.bad-recept": "The recipe can't be read. Choose one that was saved with this program.",
    "element.bad-state": "This saved state can't be read.",
    "element.superseded": "Another file was chosen in the meantime.",
    "element.stopped": "Reading or counting was stopped.",
    "element.forgotten": "The data were cleared.",
  },
  unknownError: "Something went wrong. Try again.",
};
