// The English words of the settings.
import { enumeration, type Lang } from "../format";
import type { SettingsTexts } from "./settings.nl";

const lang: Lang = "en";

export const en: SettingsTexts = {
  title: "Settings",
  intro: "These choices hold for all figures. They go with the recipe, without anything from the file.",
  apply: "Apply",
  standard: "Everything as standard",
  cancel: "Cancel",
  applied: "The settings have been applied.",

  ages: "Age groups",
  agesHow: "At which age does a new group begin? For example: 4, 9, 13, 17.",
  agesAre: (bands) => `These will be: ${enumeration(bands, lang)}.`,
  agesWrong: "Write whole ages from 1 to 23, from low to high, with a comma in between.",
  oldest: (from) => `${from} years and older`,
  times: "Lead time in groups",
  timesHow: "After how many months does a group end? For example: 3, 6.",
  timesAre: (bands) => `These will be: ${enumeration(bands, lang)} months.`,
  timesWrong: "Write whole months from 1 to 120, from low to high, with a comma in between.",
  longest: (from) => `longer than ${from}`,

  date: "Reference date",
  dateHow: "On this day it is seen which cases are still open. Empty: the latest day in the file.",
  dateWrong: "This date does not exist.",

  shareOf: "Percentages are a part of",
  known: "the known answers",
  all: "all referrals, also those without an answer",

  figures: "Which figures, and in which order",
  figuresHow: "Untick what you do not need.",
  up: (name) => `${name} up`,
  down: (name) => `${name} down`,
  moved: (name, place, of) => `${name} is now in place ${place} of ${of}.`,
  noFigures: "Leave at least one figure.",

  profiles: "Profiles",
  profilesHow: "A referral fits a profile when all its rules hold. Unknown fits nowhere.",
  noProfiles: "There are no profiles.",
  profileName: "Name of the profile",
  newProfile: "New profile",
  addProfile: "Add a profile",
  removeProfile: (name) => `Remove profile ${name}`,
  standardProfiles: "Profiles as standard",
  rules: (name) => `Rules of ${name}`,
  addRule: "Add a rule",
  ruleFor: (name) => `New rule for ${name}`,
  removeRule: (rule) => `Remove: ${rule}`,
  remove: "Remove",
  field: "Question",
  answers: "Answers",
  least: "At least so many of these",
  fromAge: "From age",
  toAge: "Up to and including age",
  keepRule: "Add",
  problems: "Main or further problems",
  oneOf: (field, answers) =>
    answers.length === 1 ? `${field} is ${answers[0]}` : `${field} is one of: ${answers.join(", ")}`,
  several: (field, least, answers) => `${field}: at least ${least} of ${answers.join(", ")}`,
  between: (field, from, to) => (from === to ? `${field} is ${from}` : `${field} from ${from} to ${to}`),
  from: (field, from) => `${field} is ${from} or higher`,
  to: (field, to) => `${field} is ${to} or lower`,
  noName: "Give every profile a name.",
  noRules: (name) => `Give ${name} at least one rule.`,
  ruleIncomplete: "Choose at least one answer, or fill in an age.",
  ruleTooMany: "Fewer answers are chosen than have to hold at least.",
  ruleTurned: "The first age is higher than the last.",
  refused: "The core does not take these settings. Please check them.",
};
