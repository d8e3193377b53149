//! Problems that pile up and come together, in English.

use crate::narrative::together::Patterns;

pub(in crate::narrative) static PATTERNS: Patterns = Patterns {
    stacked: "{s} [has|have] more than one known problem",
    stacked_text: "{s}{p} [has|have] more than one known problem.",
    five_or_more: "{k}{p} [has|have] five or more.",
    pair: "{a} and {b} come together most often",
    pair_text: "For {s}{p}, {a} and {b} come together.",
    with: "{a} with {b}",
    counted: "{v} ({k}{p})",
    next: "Next: {l}.",
    no_pair: "No two problems come together for the same child",
    lift: [
        "That is {x} times as often as if they occurred apart from each other.",
        "That is less often than if they occurred apart from each other.",
    ],
    empty_is_none: "Where no further problems are filled in, only the main problem counts.",
    exact: "The largest group with exactly the same two or more problems is {k}: {l}.",
    no_cause: "That problems come together does not say that one comes from the other.",
    rest_left_out: "‘Other’ is not named here: it can be anything.",
    parents: &[
        ("overbelasting", "overburdened parents"),
        ("ouder_zelf", "problems of the parents themselves"),
        ("ouder_kind", "problems in the relation of parent and child"),
        ("opvoedsituatie", "an unstable home"),
        ("scheiding", "a (complex) divorce"),
        ("financieel", "money problems at home"),
        ("verslaving", "addiction of a parent"),
        ("psychiatrie", "psychiatric problems of a parent"),
        ("lvb", "an intellectual disability of a parent"),
        ("rouw", "loss and grief in the family"),
        ("anders", "another problem in the family"),
    ],
};
