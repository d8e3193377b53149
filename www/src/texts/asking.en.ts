// The English words of asking further.
import { enumeration, type Lang, whole } from "../format";
import type { AskingTexts } from "./asking.nl";

const lang: Lang = "en";
const cases = (count: number) => `${whole(count, lang)} ${count === 1 ? "referral" : "referrals"}`;

export const en: AskingTexts = {
  selection: "Selection",
  count: (selected, all) => ({ selected: whole(selected, lang), rest: `of ${cases(all)}` }),
  chip: (field, value) => `${field}: ${value}`,
  remove: (field, value) => `Remove ${field}: ${value}`,
  clearAll: "Clear all",
  undo: "Undo",
  redo: "Redo",
  close: "Close",
  unknown: "Unknown",
  everything: "all referrals",
  rest: "all other referrals",
  months: (from, to) => `${from} to ${to}`,

  period: "Period",
  unit: "In",
  units: { month: "Months", quarter: "Quarters", "half-year": "Half-years", year: "Years" },
  from: "From",
  to: "Up to and including",
  choosePeriod: "Choose this period",
  wholePeriod: "All months",
  quick: "Quick choices",
  wholeYear: (year) => `All of ${year}`,
  lastMonths: "Last 12 months",
  nothingInPeriod: "There are no referrals in this period. Choose another one.",
  turnedAround: "The first period is after the last one. Swap them.",

  settings: "Settings",

  compare: "Compare",
  compareWhat: "What do you want to see side by side?",
  compareTwo: "Two groups",
  compareRest: (name) => `The selection (${name}) beside all other referrals`,
  compareRestOff: "The selection beside all other referrals: first select something in a chart",
  compareBy: "Compare by",
  compareYear: "Year of referral",
  compareHalf: "Half-year of referral",
  compareFirst: "This group",
  compareSecond: "beside this group",
  sameTwice: "Choose two different groups.",
  compareGo: "Show side by side",
  stopComparing: "Stop comparing",
  beside: "beside",
  comparing: "You are comparing",
  nothingToCompare: "There is nothing to compare in this selection.",

  unitOf: "By",
  unitNames: { month: "month", quarter: "quarter", "half-year": "half-year", year: "year" },

  sections: "Go to a section",
  notInFile: (names) => `Not in this file: ${enumeration(names, lang)}.`,

  crosstab: "Cross table",
  crosstabWhat: "Set two questions against each other.",
  crosstabRows: "In the rows",
  crosstabColumns: "In the columns",
  crosstabMeasure: "In the cells",
  crosstabCounts: "Counts",
  crosstabRowShare: "Percentages of the row",
  crosstabColumnShare: "Percentages of the column",
  crosstabChoose: "Choose",
  crosstabSame: "Choose two different questions.",
  crosstabSwap: "Swap",
  crosstabOf: (row, column) => `${row} and ${column}`,
  crosstabN: (n, missing) =>
    `${cases(n)} with both answers${missing > 0 ? `; ${whole(missing, lang)} without` : ""}.`,
  crosstabMultiple: "A referral with several answers counts in each of them.",
  total: "Total",
  hidden: "protected",
};
