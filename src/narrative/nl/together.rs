//! Problems that pile up and come together, in Dutch.

use crate::narrative::together::Patterns;

pub(in crate::narrative) static PATTERNS: Patterns = Patterns {
    stacked: "{s} [heeft|hebben] meer dan één bekend probleem",
    stacked_text: "{s}{p} [heeft|hebben] meer dan één bekend probleem.",
    five_or_more: "{k}{p} [heeft|hebben] er vijf of meer.",
    pair: "{a} en {b} komen het vaakst samen voor",
    pair_text: "Bij {s}{p} komen {a} en {b} samen voor.",
    with: "{a} met {b}",
    counted: "{v} ({k}{p})",
    next: "Daarna: {l}.",
    no_pair: "Geen twee problemen komen bij dezelfde jeugdige voor",
    lift: [
        "Dat is {x} keer zo vaak als wanneer ze los van elkaar zouden voorkomen.",
        "Dat is minder vaak dan wanneer ze los van elkaar zouden voorkomen.",
    ],
    empty_is_none: "Waar geen bijkomende problematiek is ingevuld, telt alleen het probleem dat voorop staat.",
    exact: "De grootste groep met precies dezelfde twee of meer problemen telt {k}: {l}.",
    no_cause: "Dat problemen samen voorkomen, zegt niet dat het ene door het andere komt.",
    rest_left_out: "‘Overig’ en ‘anders’ zijn hier niet genoemd: dat kan van alles zijn.",
    parents: &[
        ("overbelasting", "overbelasting van de ouders"),
        ("ouder_zelf", "problematiek van de ouder(s) zelf"),
        ("ouder_kind", "problemen in de ouder-kindrelatie"),
        ("opvoedsituatie", "een instabiele opvoedsituatie"),
        ("scheiding", "een (complexe) scheiding"),
        ("financieel", "financiële problemen thuis"),
        ("verslaving", "verslaving van een ouder"),
        ("psychiatrie", "psychiatrische problemen van een ouder"),
        ("lvb", "een verstandelijke beperking van een ouder"),
        ("rouw", "verlies en rouw in het gezin"),
        ("anders", "een ander probleem in het gezin"),
    ],
};
