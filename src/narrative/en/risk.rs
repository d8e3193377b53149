//! How recognisable children are, in English.

use crate::narrative::risk::Patterns;

pub(in crate::narrative) static PATTERNS: Patterns = Patterns {
    titles: [
        "{u} of the {n} children in {d} ({p}) [is|are] unique",
        "[The one child|All children] in {d} ({n}) [is|are] unique",
        "None of the {n} children in {d} is unique",
    ],
    no_fields: "There is no municipality, region, age, gender or date of referral in {d}",
    alone: [
        "Unique: no other child is the same in {f}.",
        "Unique: no other child has the same combination of {f}.",
    ],
    none_alone: [
        "Each child is the same as another in {f}. The smallest group has {k} children.",
        "Each combination of {f} occurs more than once. The smallest group has {k} children.",
    ],
    small: [
        "{k} [child is|children are] in a group of fewer than 10.",
        "Another {k} [child is|children are] in a group of fewer than 10.",
    ],
    chance: [
        "Anyone who knows this of a child and points at a row is right in {c} of the cases on average.",
        "Anyone who knows this of a child and points at a row is always right.",
    ],
    meaning: [
        "Even without a name or number it can be found which row is about a child that is unique. For your own work that is no problem: what you read in stays on this computer. The rows are not fit to be shared.",
        "Which row is about which child cannot be known for sure, but in a small group it comes close. For your own work that is no problem: what you read in stays on this computer. The rows are not fit to be shared.",
        "By these answers alone no child can be recognised. They are still rows about children: do not share them without a reason.",
    ],
    wider: "Anyone who also knows {f} finds {k} unique [child|children].",
    causes: "Most of that is caused by {l}.",
    fewer: "(without it: {k} fewer)",
    no_cause: "No field causes it by itself. The greatest differences are in {f}.",
    nobody: "No field makes a child unique.",
    coarser: "If you make the data coarser, this many children are still unique: {l}.",
    ways: ["{k} with age bands", "{k} with quarters", "{k} with age bands and quarters"],
    alike: "There [is|are] also {k} [child|children] in a group in which all have the same main problem. Anyone who knows the group then knows the problem.",
    diverse: "Each group has {k} different main problems or more.",
    region: "The region counts in place of the municipality.",
    lacking: "Not counted, since it is not in {d}: {f}.",
    counts: "Share counts, not rows.",
    rows: [
        "Does somebody need rows after all? Then take out ‘{f}’ at least, and use age bands and quarters.",
        "Does somebody need rows after all? Then take out ‘{f}’ at least, and use age bands.",
        "Does somebody need rows after all? Then take out ‘{f}’ at least, and use quarters.",
        "Does somebody need rows after all? Then take out ‘{f}’ at least.",
    ],
    minima: "Show no counts under {k} in a paper for the steering group, and none under {w} on a website.",
    split: [
        "For the steering group you can split by {f}.",
        "Do not split by anything for the steering group: no field has groups that are all large enough.",
    ],
    split_website: [
        "On a website you can split by {f}.",
        "Do not split by anything on a website: no field has groups that are all large enough.",
    ],
    no_split: "Do not split figures by anything: no field has groups that are all large enough.",
    files: ["this file", "these files"],
    fields: &[
        ("aanmelddatum", "month of referral"),
        ("aanmelder", "who referred"),
        ("verblijf", "where the child lives"),
    ],
};
