//! A thousand files: what is published of them.

use ben_monitor::{
    analysis::Request,
    catalog::Lang,
    report::{Clause, Figures, Publication, Report},
    session::{Session, ToPublish},
};

use super::{files, outsider};

/// How many files each test makes; together a thousand.
const FILES: u64 = 250;

fn wish(preset: &str, split: Option<&str>) -> ToPublish {
    ToPublish { preset: preset.to_owned(), split: split.map(str::to_owned), ..ToPublish::default() }
}

#[test]
fn of_a_first_quarter_of_the_files() {
    all(0);
}

#[test]
fn of_a_second_quarter() {
    all(1);
}

#[test]
fn of_a_third_quarter() {
    all(2);
}

#[test]
fn of_a_last_quarter() {
    all(3);
}

/// Publishes every file of a quarter, each by another preset and split, and looks at what comes out.
fn all(quarter: u64) {
    let mut made = 0;
    for seed in quarter * FILES..(quarter + 1) * FILES {
        let text = files::text(seed);
        let session = files::session(&text);
        let preset = if seed % 2 == 0 { "website" } else { "stuurgroep" };
        let split = [None, Some("regio"), Some("geslacht"), Some("leeftijd")]
            [usize::try_from(seed / 2 % 4).expect("few")];
        if let Ok(released) = session.publish(&wish(preset, split), Lang::Nl) {
            made += 1;
            let publication = released.get();
            counts_are_right_and_none_is_small(&session, publication);
            nothing_of_the_file_itself_is_in_it(&session, publication);
            an_outsider_with_patience_narrows_nothing(publication, seed);
        }
    }
    assert!(made * 2 > FILES, "{made} publications");
}

/// The exact figures of a state, by a way of their own.
fn exact(session: &Session, publication: &Publication, state: Option<&str>) -> Report {
    let mut filter =
        vec![Clause { field: "aanmelddatum".to_owned(), values: publication.period.units.clone() }];
    if let (Some(state), Some(split)) = (state, &publication.split) {
        filter.push(Clause { field: split.field.clone(), values: vec![state.to_owned()] });
    }
    session.report(&Request { filter, ..Request::default() }).expect("a report").get().clone()
}

fn counts_are_right_and_none_is_small(session: &Session, publication: &Publication) {
    for (state, report) in publication.reports() {
        let exact = exact(session, publication, state);
        for indicator in &report.indicators {
            let same = exact.indicators.iter().filter(|one| one.about.id == indicator.about.id);
            let known: Vec<_> = same.filter_map(outsider::rows).flatten().collect();
            for (code, count) in outsider::rows(indicator).expect("rows") {
                let truth = parts(&code, &known);
                if let (Some(count), Some(truth)) = (count, truth) {
                    let what = format!("{} {code} {state:?}", indicator.about.id);
                    is_right(count, truth, publication, &what);
                }
            }
        }
    }
}

fn is_right(count: u64, truth: u64, publication: &Publication, what: &str) {
    let minimum = publication.policy.minimum;
    assert!(!(1..minimum).contains(&count) && !(1..minimum).contains(&truth), "{what}: {count} of {truth}");
    match publication.policy.base {
        None => assert_eq!(count, truth, "{what}"),
        Some(base) => {
            assert!(count.is_multiple_of(base) && count.abs_diff(truth) < base, "{what}: {count} of {truth}")
        }
    }
}

/// How many cases gave an answer; of answers that were put together all of them. `None` of places that are not named,
/// and of those that take in the unknown.
fn parts(code: &str, known: &[(String, Option<u64>)]) -> Option<u64> {
    let of = |code: &str| known.iter().find(|(other, _)| other == code).and_then(|(_, count)| *count);
    if let Some((first, last)) = code.split_once("..") {
        let place = |code: &str| known.iter().position(|(other, _)| other == code);
        let (first, last) = (place(first)?, place(last)?);
        return Some(known[first..=last].iter().filter_map(|(_, count)| *count).sum());
    }
    match code.split_once('+') {
        Some((_, more)) if !more.is_empty() => None,
        _ if code == "overige" => None,
        // None of this state.
        _ => Some(of(code).unwrap_or(0)),
    }
}

fn nothing_of_the_file_itself_is_in_it(session: &Session, publication: &Publication) {
    let json = serde_json::to_string(publication).expect("JSON");
    assert!(!json.contains(files::NUMBER), "a casus number");
    assert!(!json.contains(files::WORD), "a remark, or the name of the file");
    let exact = exact(session, publication, None);
    for indicator in exact.indicators.iter().filter(|one| one.about.id == "gemeente") {
        let Figures::Distribution(spread) = &indicator.figures else { panic!("a distribution") };
        for row in spread.rows.iter().filter(|row| row.count < Some(publication.policy.minimum)) {
            assert!(!json.contains(&row.code), "{} of {:?}", row.code, row.count);
        }
    }
}

fn an_outsider_with_patience_narrows_nothing(publication: &Publication, seed: u64) {
    let mut notes = outsider::Notes::of(publication);
    notes.narrow();
    let minimum = i64::try_from(publication.policy.minimum).expect("small");
    for name in notes.hidden.clone() {
        let range = notes.range(&name, publication.policy.base);
        let (low, high) = (range.low, range.high);
        assert!(
            high - low >= minimum && high >= minimum,
            "{name} is {low} to {high}: file {seed}, {} by {:?}",
            publication.preset,
            publication.split,
        );
    }
}
