//! Chosen periods among others, in English.

use crate::narrative::own::Patterns;

pub(in crate::narrative) static PATTERNS: Patterns = Patterns {
    in_several: "over the chosen periods",
    others_too: "The chart shows the other periods too: {k} in all.",
};
