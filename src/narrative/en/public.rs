//! Publications in English.

use crate::narrative::public::Patterns;

pub(in crate::narrative) static PATTERNS: Patterns = Patterns {
    about: "about ",
    percent: "{p} percent",
    percent_of: "{p} percent of the {x}",
    count_of: "{k} of the {n} {x}",
    equal: "{l} are equally frequent",
    close: "{l} are about equally frequent",
    many_close: "{k} answers are about equally frequent",
    further: "Further: {l}.",
    with_count: "{l} with {k}{p}",
    hidden_named: "The count is hidden of: {l}.",
    hidden_many: "The counts of {k} answers are hidden.",
    hidden_cells: "{k} [cell of the table is|cells of the table are] hidden.",
    all_hidden: [
        "The counts are hidden",
        "All counts are hidden: they are small, or needed to hide a small one.",
    ],
    referrals: "There [was|were] {n} [referral|referrals]{w}",
    in_year: " in {w}",
    weeks: "about {w} [week|weeks]",
    half: "Half of the closed cases took {w} or less.",
    nine_in_ten: "Nine in ten took {w} or less.",
    still_open: "{k} [case is|cases are] still open and not counted here.",
    open_hidden: "Cases that are still open are not counted here; how many there are is hidden.",
    open_hidden_short: "still open: hidden",
    missing_hidden: "How often the answer is unknown is hidden. Counts and percentages are of all {n} {x}.",
    missing_hidden_short: "unknown: hidden",
    rounded_to_five: "rounded to multiples of five",
    rounded_to: "rounded to multiples of {b}",
    small: "Small number: look at the counts, not at proportions.",
    unknown: "Of {m} {x} this is not known.",
};
