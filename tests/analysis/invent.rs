//! Random cases, as rows of answers and as the column store.

use ben_monitor::{
    cases::{Cases, Column, Day, Missing},
    catalog::{self, FIELDS, Field, Kind},
};
use proptest::{collection::vec, prelude::*, sample::select};

/// The fields that the invented cases have.
pub(crate) const USED: [&str; 16] = [
    "regio",
    "gemeente",
    "aanmelddatum",
    "afsluitdatum",
    "geslacht",
    "leeftijd",
    "geboortejaar",
    "aanmelder",
    "maatregel",
    "verblijf",
    "problematiek",
    "bijkomend",
    "actie",
    "aantal_overleggen",
    "aantal_mdo",
    "in_monitor",
];

/// The answer of one case in one field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answer {
    None(Missing),
    /// Codes of a list, in the order of the list; one for fields with one answer.
    Codes(Vec<&'static str>),
    Name(&'static str),
    Day(Day),
    Number(u16),
}

/// One case: the answers by place in [`USED`].
pub(crate) type Row = Vec<Answer>;

pub(crate) fn answer<'a>(row: &'a Row, field: &str) -> &'a Answer {
    &row[USED.iter().position(|used| *used == field).expect("a field that is used")]
}

pub(crate) fn rows(most: usize) -> impl Strategy<Value = Vec<Row>> {
    vec(USED.map(|id| answers(catalog::field(id).expect("in the catalog"))).to_vec(), 0..most)
}

fn answers(field: &'static Field) -> BoxedStrategy<Answer> {
    let known = match field.kind {
        Kind::Place => select(&["Twente", "IJsselland", "Almelo", "Zwolle"]).prop_map(Answer::Name).boxed(),
        Kind::Date => (2023..=2025, 1u32..=12, 1u32..=31)
            .prop_map(|(year, month, day)| {
                Day::new(year, month, day).or_else(|| Day::new(year, month, 28)).expect("exists")
            })
            .prop_map(Answer::Day)
            .boxed(),
        Kind::Number if field.id == "geboortejaar" => (2000u16..2024).prop_map(Answer::Number).boxed(),
        Kind::Number => (0u16..24).prop_map(Answer::Number).boxed(),
        _ => {
            let codes: Vec<_> = field.values.iter().map(|value| value.code).collect();
            let most = if field.kind == Kind::Many { 4 } else { 1 };
            proptest::sample::subsequence(codes, 1..=most).prop_map(Answer::Codes).boxed()
        }
    };
    prop_oneof![6 => known, 1 => select(Missing::ALL.to_vec()).prop_map(Answer::None)].boxed()
}

/// The same cases as the program holds them, without the fields in `without`.
pub(crate) fn cases(name: &str, rows: &[Row], without: &[&str]) -> Cases {
    let column = |field: &'static Field| {
        if !USED.contains(&field.id) || without.contains(&field.id) {
            return None;
        }
        let mut column = Column::for_kind(field.kind)?;
        rows.iter().for_each(|row| push(&mut column, field, answer(row, field.id)));
        Some(column)
    };
    Cases::new(name, rows.len(), FIELDS.iter().map(column).collect())
}

fn push(column: &mut Column, field: &Field, answer: &Answer) {
    let place = |code: &str| field.values.iter().position(|value| value.code == code).expect("a code");
    match (column, answer) {
        (column, Answer::None(reason)) => column.push_missing(*reason),
        (Column::Codes(codes), Answer::Codes(answers)) => {
            codes.push(Ok(u8::try_from(place(answers[0])).expect("fits")));
        }
        (Column::Sets(sets), Answer::Codes(answers)) => {
            sets.push(Ok(answers.iter().map(|code| 1 << place(code)).sum()));
        }
        (Column::Places(places), Answer::Name(name)) => {
            let code = places.code_of(name).expect("room");
            places.push_code(Ok(code));
        }
        (Column::Days(days), Answer::Day(day)) => days.push(Ok(*day)),
        (Column::Numbers(numbers), Answer::Number(number)) => numbers.push(Ok(*number)),
        (_, answer) => panic!("{} can't hold {answer:?}", field.id),
    }
}
