//! What may be asked of a publication, and what is refused.

use ben_monitor::{
    catalog::Lang,
    disclosure::{limits::Stricter, publish::before},
    error::Code,
    report::Publication,
    session::{Session, ToPublish},
};

use super::files;

/// So many cases of each, one region after another.
fn cases(of: &[(&str, &str, usize)]) -> Session {
    let mut text = String::from("casusnummer;regio;geslacht;aanmelddatum\n");
    let mut number = 0;
    for (region, sex, count) in of {
        for _ in 0..*count {
            number += 1;
            text.push_str(&format!("{number};{region};{sex};{}-{}-2024\n", 1 + number % 28, 1 + number % 12));
        }
    }
    files::session(&text)
}

fn asked(preset: &str) -> ToPublish {
    ToPublish {
        preset: preset.to_owned(),
        reference_date: Some("2024-12-31".to_owned()),
        ..ToPublish::default()
    }
}

fn publish(session: &Session, wish: &ToPublish) -> Result<Publication, Code> {
    session.publish(wish, Lang::Nl).map(|released| released.get().clone()).map_err(|error| error.code())
}

fn enough() -> Session {
    cases(&[
        ("Twente", "jongen", 40),
        ("Twente", "meisje", 30),
        ("IJsselland", "jongen", 25),
        ("IJsselland", "meisje", 20),
    ])
}

#[test]
fn a_setting_that_cant_be_read_is_refused_and_never_weakened() {
    let session = enough();
    assert_eq!(publish(&session, &asked("")).err(), Some(Code::BadPublishSetting));
    assert_eq!(publish(&session, &asked("Website")).err(), Some(Code::BadPublishSetting));
    let split = |field: &str| ToPublish { split: Some(field.to_owned()), ..asked("stuurgroep") };
    assert_eq!(publish(&session, &split("bijkomend")).err(), Some(Code::BadPublishSetting));
    assert_eq!(publish(&session, &split("casus")).err(), Some(Code::BadPublishSetting));
    let view = |id: &str| ToPublish { indicators: vec![id.to_owned()], ..asked("stuurgroep") };
    assert_eq!(publish(&session, &view("geslagt")).err(), Some(Code::BadPublishSetting));
    let stricter = |minimum| ToPublish {
        stricter: Stricter { minimum: Some(minimum), ..Stricter::default() },
        ..asked("stuurgroep")
    };
    assert_eq!(publish(&session, &stricter(4)).err(), Some(Code::TooLoose));
    assert_eq!(publish(&session, &stricter(20)).expect("stricter is free").policy.minimum, 20);
}

#[test]
fn only_periods_that_are_over_and_in_the_files() {
    let session = enough();
    let period = |unit: &str| ToPublish { periods: vec![unit.to_owned()], ..asked("stuurgroep") };
    for unit in ["2024-03", "2025", "2023", "2024-Q5", "2024-H3", "jaar", "", "2024-Q", "é024"] {
        assert_eq!(publish(&session, &period(unit)).err(), Some(Code::BadPeriod), "{unit}");
    }
    let half = publish(&session, &period("2024-H2")).expect("over");
    assert_eq!((half.period.span.from.as_str(), half.period.span.to.as_str()), ("2024-07-01", "2024-12-31"));
    let early = ToPublish { reference_date: Some("2024-08-31".to_owned()), ..asked("stuurgroep") };
    let quarters = publish(&session, &early).expect("two quarters are over");
    assert_eq!(quarters.period.units, ["2024-Q1", "2024-Q2"]);
    let open = ToPublish { reference_date: Some("2024-08-31".to_owned()), ..period("2024-Q3") };
    assert_eq!(publish(&session, &open).err(), Some(Code::BadPeriod));
}

#[test]
fn fewer_cases_than_the_minimum_give_no_figure_at_all() {
    assert_eq!(
        publish(&cases(&[("Twente", "jongen", 4)]), &asked("stuurgroep")).err(),
        Some(Code::TooFewToPublish)
    );
    assert_eq!(
        publish(&cases(&[("Twente", "jongen", 9)]), &asked("website")).err(),
        Some(Code::TooFewToPublish)
    );
}

#[test]
fn nothing_follows_from_two_publications_together() {
    let wish = |previous: Option<Publication>| ToPublish {
        previous: previous.as_ref().map(before),
        ..asked("stuurgroep")
    };
    let before = publish(&enough(), &wish(None)).expect("published");
    assert!(publish(&enough(), &wish(Some(before.clone()))).expect("the same again").audit.previous);
    // One boy more: the difference is a child.
    let more = cases(&[
        ("Twente", "jongen", 41),
        ("Twente", "meisje", 30),
        ("IJsselland", "jongen", 25),
        ("IJsselland", "meisje", 20),
    ]);
    assert_eq!(publish(&more, &wish(Some(before.clone()))).err(), Some(Code::Previous));
    let many = cases(&[
        ("Twente", "jongen", 60),
        ("Twente", "meisje", 40),
        ("IJsselland", "jongen", 35),
        ("IJsselland", "meisje", 30),
    ]);
    let periods: Vec<String> = vec!["2024".to_owned()];
    let year = |previous: Option<Publication>| ToPublish {
        periods: periods.clone(),
        indicators: vec!["geslacht".to_owned()],
        ..wish(previous)
    };
    let before = publish(&enough(), &year(None)).expect("published");
    assert!(publish(&many, &year(Some(before))).is_ok(), "ten more of each");
}

#[test]
fn one_region_published_alone_before_is_looked_at_as_a_state_now() {
    let alone = cases(&[("Twente", "jongen", 40), ("Twente", "meisje", 30)]);
    let wish = |previous: Option<Publication>, split: Option<&str>| ToPublish {
        previous: previous.as_ref().map(before),
        split: split.map(str::to_owned),
        indicators: vec!["regio".to_owned(), "geslacht".to_owned()],
        ..asked("stuurgroep")
    };
    let mut before = publish(&alone, &wish(None, None)).expect("published");
    before.regions = vec!["Twente".to_owned()];
    let now = cases(&[
        ("Twente", "jongen", 42),
        ("Twente", "meisje", 30),
        ("IJsselland", "jongen", 25),
        ("IJsselland", "meisje", 20),
    ]);
    assert_eq!(publish(&now, &wish(Some(before), Some("regio"))).err(), Some(Code::Previous));
}

#[test]
fn other_answers_or_another_split_than_before_are_refused() {
    let by = |split: &str, previous: Option<&Publication>| ToPublish {
        split: Some(split.to_owned()),
        previous: previous.map(before),
        ..asked("stuurgroep")
    };
    let earlier = publish(&enough(), &by("regio", None)).expect("published");
    assert!(publish(&enough(), &by("regio", Some(&earlier))).is_ok(), "the same again");
    // By region and by gender, and now each of both: a ring.
    assert_eq!(publish(&enough(), &by("geslacht", Some(&earlier))).err(), Some(Code::Previous));
    let mut other = earlier.clone();
    for indicator in &mut other.report.indicators {
        if let ben_monitor::report::Figures::Distribution(spread) = &mut indicator.figures {
            spread.rows.iter_mut().for_each(|row| row.code.push_str("+anders"));
        }
    }
    assert_eq!(publish(&enough(), &by("regio", Some(&other))).err(), Some(Code::Previous));
}

#[test]
fn a_split_by_municipality_is_refused() {
    let session = enough();
    let split = |field: &str| ToPublish { split: Some(field.to_owned()), ..asked("stuurgroep") };
    assert_eq!(publish(&session, &split("gemeente")).err(), Some(Code::BadPublishSetting));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let wish = ToPublish { split: Some("regio".to_owned()), ..asked("website") };
    let json = || serde_json::to_string(&publish(&enough(), &wish).expect("published")).expect("JSON");
    assert_eq!(json(), json());
}
