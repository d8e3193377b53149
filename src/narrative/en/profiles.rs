//! Profiles in English.

use crate::narrative::profiles::Patterns;

pub(in crate::narrative) static PATTERNS: Patterns = Patterns {
    or: "or",
    least: "{x} or more of: {v}",
    of_field: "{f}: {v}",
    younger: "younger than {y}",
    older: "{x} or older",
    aged: "{x} to {y} years old",
    aged_one: "{x} years old",
    at_most: "{f}: at most {y}",
    at_least: "{f}: at least {x}",
    between: "{f}: {x} to {y}",
    exactly: "{f}: {x}",
    fit: "{s}{p} [fits|fit] the target group {v}",
    fit_none: "No child fits one of these target groups",
    tie: "{n} target groups share the first place",
    quoted: "‘{v}’",
    several: "A child can fit several target groups, or none.",
    unknown: "Who has no known answer to a question does not fit: there may be more.",
    numbers: &["zero", "one", "two", "three", "four", "five", "six"],
};
