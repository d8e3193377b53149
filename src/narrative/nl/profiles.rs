//! Profiles in Dutch.

use crate::narrative::profiles::Patterns;

pub(in crate::narrative) static PATTERNS: Patterns = Patterns {
    or: "of",
    least: "{x} of meer van: {v}",
    of_field: "{f}: {v}",
    younger: "jonger dan {y} jaar",
    older: "{x} jaar of ouder",
    aged: "{x} tot en met {y} jaar",
    aged_one: "{x} jaar",
    at_most: "{f}: hoogstens {y}",
    at_least: "{f}: minstens {x}",
    between: "{f}: {x} tot en met {y}",
    exactly: "{f}: {x}",
    fit: "{s}{p} [past|passen] bij de doelgroep {v}",
    fit_none: "Geen enkele jeugdige past bij een van deze doelgroepen",
    tie: "{n} doelgroepen staan samen bovenaan",
    quoted: "‘{v}’",
    several: "Een jeugdige kan bij meer doelgroepen passen, of bij geen.",
    unknown: "Wie op een vraag geen bekend antwoord heeft, past niet: het kunnen er meer zijn.",
    numbers: &["nul", "één", "twee", "drie", "vier", "vijf", "zes"],
};
