//! Chosen periods among others, in Dutch.

use crate::narrative::own::Patterns;

pub(in crate::narrative) static PATTERNS: Patterns = Patterns {
    in_several: "in de gekozen periodes",
    others_too: "De grafiek toont ook de andere periodes: alles samen {k}.",
};
