// The English words of the tables that come with the larger figures.
import { type Lang, whole } from "../format";
import type { FigureTexts } from "./figures.nl";

const lang: Lang = "en";

export const en: FigureTexts = {
  previous: "Year before",
  change: "Change",
  provisional: (period) => `${period} (provisional)`,
  byRegion: "Referrals by region",
  region: "Region",
  shareOfAll: "Shares are of all referrals, also those without an answer.",
  points: "Difference in percentage points",
  beside: "beside",
  ageByGender: "By year of age and gender",
  by: (field) => `Lead time by ${{ actie: "what the team did", regio: "region" }[field] ?? field}`,
  closed: "Closed",
  medianClosed: "Median in days, closed",
  medianAll: "Median in days, open cases counted",
  problem: "Problem",
  problems: "Problems",
  first: "Problem",
  second: "Together with",
  pairs: "Problems that come together",
  lift: "Lift",
  liftWhat: "Lift above 1: more often together than expected if the one had nothing to do with the other.",
  combinations: "Exactly these problems and no other",
  parent: (label) => `${label} (parents)`,
  group: "Group",
  trait: "Trait",
  inGroup: "In the group",
  inRest: "Among all others",
  tested: (count) =>
    `${whole(count, lang)} differences were tested (Fisher's exact test, Benjamini–Hochberg, 5%).`,
  noThreads: "No difference is larger than chance explains.",
};
