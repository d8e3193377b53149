//! A selection by what is worked out of a case, as it is told: in words, and not of the figure that it is taken from.

#![allow(clippy::expect_used)]

use ben_monitor::{
    analysis::Request,
    catalog::Lang,
    report::{Clause, Indicator},
    session::Session,
};

const FILE: &str = "casusnummer;aanmelddatum;afsluitdatum;geslacht;problematiek;bijkomend\n\
    1;1-1-2024;1-2-2024;jongen;Trauma;Hechting\n\
    2;1-2-2024;1-6-2024;meisje;Trauma;Hechting, ADHD\n\
    3;1-3-2024;;meisje;Autisme;Angst\n\
    4;1-4-2024;1-6-2024;jongen;Trauma;\n";

fn told(field: &str, value: &str, lang: Lang, of: &str) -> String {
    let mut session = Session::default();
    session.begin("een.csv");
    session.feed(FILE.as_bytes()).expect("reads");
    session.end_file().expect("reads");
    let filter = vec![Clause { field: field.to_owned(), values: vec![value.to_owned()] }];
    let request = Request { lang, filter, keep_own: true, ..Request::default() };
    let released = session.report(&request).expect("a good request");
    let is_it = |indicator: &&Indicator| indicator.about.id == of;
    let found = released.get().indicators.iter().find(is_it).expect("in the report");
    found.words.as_ref().expect("told").subtitle.clone()
}

#[test]
fn other_figures_say_what_is_selected() {
    for (field, value, words) in [
        ("doorlooptijd", "3-6", "doorlooptijd 3–6 maanden"),
        ("doorlooptijd", "loopt", "nog niet afgesloten"),
        ("stapeling", "3", "3 problemen"),
        ("samenhang", "trauma+hechting", "trauma + Hechting"),
        ("samenhang", "=trauma+hechting", "alleen Trauma + Hechting"),
        ("doelgroepen", "ass_trauma", "autisme"),
    ] {
        let subtitle = told(field, value, Lang::Nl, "geslacht");
        assert!(subtitle.contains(words), "{field} {value}: {subtitle}");
    }
    assert!(told("doorlooptijd", "0-3", Lang::En, "geslacht").contains("lead time 0–3 months"));
}

#[test]
fn the_figure_itself_is_of_the_whole() {
    for (field, value, words) in [("doorlooptijd", "3-6", "3–6 maanden"), ("stapeling", "3", "3 problemen")]
    {
        let subtitle = told(field, value, Lang::Nl, field);
        assert!(!subtitle.contains(words), "{subtitle}");
    }
}
