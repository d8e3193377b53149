//! Invented cases, as rows of written answers and as the column store.

use std::collections::BTreeMap;

use ben_monitor::{
    cases::{Cases, Column, Day, Missing},
    catalog::{self, FIELDS, Field, Kind},
};
use proptest::{collection::vec, prelude::*, sample::select};

/// One case: by field the codes, names, numbers or dates; `?` is written down as not known.
pub(crate) type Row = BTreeMap<&'static str, Vec<String>>;

/// The fields that the invented cases have.
pub(crate) const USED: [&str; 14] = [
    "regio",
    "aanmelddatum",
    "besluitdatum",
    "contactdatum",
    "geslacht",
    "leeftijd",
    "aanmelder",
    "verblijf",
    "onderwijs",
    "problematiek",
    "bijkomend",
    "ouderproblematiek",
    "reden",
    "uitkomst",
];

/// A case from `field=answer+answer` written after each other.
pub(crate) fn row(text: &str) -> Row {
    let answer = |part: &str| {
        let (field, answers) = part.split_once('=').expect("field=answer");
        (catalog::field(field).expect("in the catalog").id, answers.split('+').map(str::to_owned).collect())
    };
    text.split_whitespace().map(answer).collect()
}

/// Cases of which the problems lean on the region, the age and the sex, so that there is something to find.
pub(crate) fn rows(most: usize) -> impl Strategy<Value = Vec<Row>> {
    vec(a_row(), 0..most)
}

fn a_row() -> impl Strategy<Value = Row> {
    let first = (
        select(&["Twente", "IJsselland", "Almelo", ""]),
        select(&["jongen", "meisje", "meisje", "anders", "?", ""]),
        0u16..24,
        select(&["jeugdbescherming", "lokaal", "ouders", ""]),
        select(&["ouders", "groep", "jeugdzorgplus", ""]),
        select(&["geen", "regulier", "?", ""]),
    );
    let second = (
        proptest::sample::subsequence(vec!["trauma", "ass", "hechting", "adhd", "gedrag", "overig"], 0..4),
        select(&["trauma", "ass", "lvb", "?", "", ""]),
        proptest::sample::subsequence(vec!["huiselijk_geweld", "lvb", "verslaving"], 0..3),
        proptest::sample::subsequence(vec!["aanbod", "expertise", "visieverschil"], 0..3),
        select(&["opgelost", "loopt", "?", ""]),
        0u8..10,
        (0i16..400, 0i16..25, -2i16..30),
    );
    (first, second).prop_map(|(first, second)| {
        let (region, sex, age, referrer, place, school) = first;
        let (mut further, main, parents, reasons, outcome, lean, (referred, decided, contact)) = second;
        if region == "Twente" && lean > 2 && !further.contains(&"hechting") {
            further.push("hechting");
        }
        if sex == "jongen" && lean > 4 {
            further.retain(|problem| *problem != "trauma");
        }
        let day = |after: i16| Day::from_number(8700 + referred + after).iso();
        let one = |text: &str| vec![text.to_owned()];
        let several = |codes: Vec<&str>| codes.into_iter().map(str::to_owned).collect::<Vec<_>>();
        let mut row = Row::from([
            ("regio", one(region)),
            ("aanmelddatum", one(&day(0))),
            ("besluitdatum", if lean == 0 { vec![] } else { one(&day(decided)) }),
            ("contactdatum", if lean == 1 { one("?") } else { one(&day(contact)) }),
            ("geslacht", one(sex)),
            ("leeftijd", one(&age.to_string())),
            ("aanmelder", one(referrer)),
            ("verblijf", one(place)),
            ("onderwijs", one(school)),
            ("problematiek", one(main)),
            ("bijkomend", several(further)),
            ("ouderproblematiek", several(parents)),
            ("reden", several(reasons)),
            ("uitkomst", one(outcome)),
        ]);
        row.retain(|_, answers| !answers.is_empty() && answers.iter().all(|answer| !answer.is_empty()));
        row
    })
}

/// The same cases as the program holds them, without the fields in `without`.
pub(crate) fn cases(name: &str, rows: &[Row], without: &[&str]) -> Cases {
    let column = |field: &'static Field| {
        if !USED.contains(&field.id) || without.contains(&field.id) {
            return None;
        }
        let mut column = Column::for_kind(field.kind)?;
        rows.iter().for_each(|row| push(&mut column, field, row.get(field.id)));
        Some(column)
    };
    Cases::new(name, rows.len(), FIELDS.iter().map(column).collect())
}

fn push(column: &mut Column, field: &Field, answers: Option<&Vec<String>>) {
    let Some(answers) = answers else { return column.push_missing(Missing::Blank) };
    if answers == &["?"] {
        return column.push_missing(Missing::Unknown);
    }
    let place = |code: &String| field.values.iter().position(|value| value.code == *code).expect("a code");
    match (column, field.kind) {
        (Column::Codes(codes), Kind::One | Kind::YesNo) => codes.push(Ok(place(&answers[0]) as u8)),
        (Column::Sets(sets), Kind::Many) => sets.push(Ok(answers.iter().map(|code| 1 << place(code)).sum())),
        (Column::Places(places), Kind::Place) => {
            let code = places.code_of(&answers[0]).expect("room");
            places.push_code(Ok(code));
        }
        (Column::Days(days), Kind::Date) => days.push(Ok(Day::from_iso(&answers[0]).expect("a date"))),
        (Column::Numbers(numbers), Kind::Number) => numbers.push(Ok(answers[0].parse().expect("a number"))),
        _ => panic!("{} can't hold {answers:?}", field.id),
    }
}
