//! Clauses on what is worked out of a case: against the slow way of counting, against the figures that they are taken
//! from, and by hand.

use std::collections::BTreeSet;

use ben_monitor::{
    analysis::{Other, Profile, Request, Rule, Settings, report},
    cases::{Cases, Day, Missing},
    error::Code,
    report::{Clause, Figures, Indicator, Report},
};
use proptest::{prelude::*, sample::select};

use crate::{
    clause, fitting,
    invent::{Answer, Row, answer, cases, rows},
    rules::{codes, days, places, refused, with},
    slow::{self, Stand, stand},
};

const REFERENCE: &str = "2025-06-30";

fn ask(cases: &Cases, filter: Vec<Clause>, keep_own: bool, only: Option<&str>) -> Report {
    let profiles = Some(vec![
        profile(
            "meisjes",
            Rule { field: "geslacht".to_owned(), values: owned(&["meisje"]), ..Rule::default() },
        ),
        profile("tieners", Rule { field: "leeftijd".to_owned(), from: Some(12), ..Rule::default() }),
        profile(
            "beide",
            Rule {
                field: "problemen".to_owned(),
                values: owned(&["trauma", "ass", "adhd", "angst", "gedrag", "lvb"]),
                least: Some(2),
                ..Rule::default()
            },
        ),
    ]);
    let settings = Settings { profiles, ..Settings::default() };
    let reference_date = Some(REFERENCE.to_owned());
    let indicators = only.map(str::to_owned).into_iter().collect();
    let request = Request { filter, keep_own, settings, reference_date, indicators, ..Request::default() };
    report(cases, &request).expect("a good request")
}

/// Whether these cases can tell anything of the day at which they are looked at.
fn can_have_reference(rows: &[Row]) -> bool {
    let request = Request { reference_date: Some(REFERENCE.to_owned()), ..Request::default() };
    fitting(&request, rows.iter()).reference_date.is_some()
}

fn owned(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

fn profile(id: &str, rule: Rule) -> Profile {
    Profile { id: id.to_owned(), label: id.to_owned(), all: vec![rule] }
}

/// Whether a case is wanted, from its answers alone.
fn wanted(row: &Row, field: &str, value: &str) -> bool {
    let all = |field: &str| slow::codes(row, field, &[]);
    let yes = |field: &str, yes: &[&str]| match all(field) {
        Err(_) => value == "onbekend",
        Ok(codes) => {
            value == if codes.iter().any(|code| yes.contains(&code.as_str())) { "ja" } else { "nee" }
        }
    };
    let problems: BTreeSet<String> =
        ["problematiek", "bijkomend"].into_iter().filter_map(|field| all(field).ok()).flatten().collect();
    match field {
        "doorlooptijd" => match stand(row, Day::from_iso(REFERENCE).expect("a day"), &[]) {
            Stand::Closed { band, .. } => value == band,
            Stand::Open { .. } => value == "loopt",
            Stand::Missing(_) => value == "onbekend",
            Stand::Excluded => false,
        },
        "stapeling" => match problems.len() {
            0 => value == "onbekend",
            5.. => value == "5+",
            some => value == some.to_string(),
        },
        "samenhang" => match value.strip_prefix('=') {
            _ if value == "onbekend" => problems.is_empty(),
            Some(codes) => problems == codes.split('+').map(str::to_owned).collect(),
            None => value.split('+').all(|code| problems.contains(code)),
        },
        "doelgroepen" => match value {
            "meisjes" => all("geslacht").is_ok_and(|codes| codes.contains("meisje")),
            "tieners" => matches!(answer(row, "leeftijd"), Answer::Number(12..)),
            _ => {
                ["trauma", "ass", "adhd", "angst", "gedrag", "lvb"]
                    .iter()
                    .filter(|code| problems.contains(**code))
                    .count()
                    >= 2
            }
        },
        "maatregel_ja" => yes("maatregel", &["ots", "voogdij", "jeugdreclassering", "gesloten"]),
        "thuis" => yes("verblijf", &["ouders"]),
        "monitor" => yes("in_monitor", &["ja"]),
        _ => match answer(row, "leeftijd") {
            Answer::Number(years) => value == if *years >= 17 { "ja" } else { "nee" },
            _ => value == "onbekend",
        },
    }
}

fn clauses() -> impl Strategy<Value = Vec<Clause>> {
    let all = vec![
        clause("doorlooptijd", &["0-3"]),
        clause("doorlooptijd", &["3-6", "6+"]),
        clause("doorlooptijd", &["loopt", "onbekend"]),
        clause("stapeling", &["1", "3"]),
        clause("stapeling", &["5+", "onbekend"]),
        clause("samenhang", &["trauma"]),
        clause("samenhang", &["trauma+hechting", "ass+adhd"]),
        clause("samenhang", &["=gedrag+angst", "onbekend"]),
        clause("doelgroepen", &["meisjes"]),
        clause("doelgroepen", &["tieners", "beide"]),
        clause("maatregel_ja", &["ja"]),
        clause("maatregel_ja", &["nee", "onbekend"]),
        clause("thuis", &["nee"]),
        clause("monitor", &["ja", "onbekend"]),
        clause("bijna_18", &["ja"]),
        clause("bijna_18", &["nee", "onbekend"]),
        clause("regio", &["Twente"]),
    ];
    proptest::sample::subsequence(all, 1..=2)
}

/// What its rows can be selected by, with their counts.
fn bars(indicator: &Indicator) -> Vec<(String, Option<u64>)> {
    let missing = ("onbekend".to_owned(), Some(indicator.about.missing));
    let mut bars: Vec<_> = match &indicator.figures {
        Figures::Distribution(figures) => {
            figures.rows.iter().map(|row| (row.code.clone(), row.count)).collect()
        }
        Figures::Duration(figures) => {
            let closed = figures.rows.iter().map(|row| (row.code.clone(), row.count));
            closed.chain([("loopt".to_owned(), Some(figures.open))]).collect()
        }
        Figures::Share(figures) => vec![("ja".to_owned(), figures.count)],
        Figures::Cooccurrence(figures) => {
            let single = figures.rows.iter().map(|row| (row.code.clone(), row.count));
            let pairs = figures.pairs.iter().map(|pair| (format!("{}+{}", pair.a, pair.b), pair.count));
            let exact =
                figures.combinations.iter().map(|exact| (format!("={}", exact.codes.join("+")), exact.count));
            single.chain(pairs.take(6)).chain(exact.take(6)).collect()
        }
        _ => Vec::new(),
    };
    bars.push(missing);
    bars
}

/// What the second file does not have.
const NOT_ASKED: [&[&str]; 3] = [&[], &["bijkomend"], &["problematiek", "afsluitdatum", "verblijf"]];

const DERIVED: [&str; 8] =
    ["doorlooptijd", "stapeling", "samenhang", "doelgroepen", "maatregel_ja", "thuis", "monitor", "bijna_18"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_clause_leaves_the_cases_that_the_slow_way_finds(rows in rows(60), filter in clauses()) {
        prop_assume!(can_have_reference(&rows));
        let holds = |row: &&Row| filter.iter().all(|Clause { field, values }| {
            values.iter().any(|value| match field.as_str() {
                "regio" => slow::codes(row, field, &[]).is_ok_and(|codes| codes.contains(value)),
                field => wanted(row, field, value),
            })
        });
        let found = ask(&cases("een.csv", &rows, &[]), filter.clone(), false, Some("regio"));
        prop_assert_eq!(found.cases.selected, rows.iter().filter(holds).count() as u64, "{:?}", filter);
    }

    /// A bar of so many cases selects so many, and stays as it is in its own figure.
    #[test]
    fn a_bar_selects_the_cases_that_it_stands_for(rows in rows(40), without in select(NOT_ASKED.to_vec())) {
        prop_assume!(can_have_reference(&rows));
        let (one, two) = rows.split_at(rows.len() / 2);
        let mut cases = cases("een.csv", one, &[]);
        cases.append(crate::invent::cases("twee.csv", two, without));
        let whole = ask(&cases, Vec::new(), false, None);
        for indicator in whole.indicators.iter().filter(|one| DERIVED.contains(&one.about.id.as_str())) {
            let id = indicator.about.id.as_str();
            for (code, count) in bars(indicator) {
                if id == "doelgroepen" && code == "onbekend" {
                    continue;
                }
                let found = ask(&cases, vec![clause(id, &[&code])], true, Some(id));
                prop_assert_eq!(Some(found.cases.selected), count, "{} {}", id, code);
                let own = found.indicators.iter().find(|one| one.about.id == id).expect("keeps the whole");
                prop_assert_eq!(&own.figures, &indicator.figures);
                prop_assert_eq!(&own.about.chosen, &[code]);
            }
        }
    }
}

fn named(filter: Vec<Clause>, cases: &Cases) -> u64 {
    let request = Request { filter, ..Request::default() };
    report(cases, &request).expect("a good request").cases.selected
}

#[test]
fn problems_of_the_parents_and_days_of_work() {
    let referrals = [Ok("2024-03-25"), Ok("2024-03-25"), Ok("2024-03-25")];
    // The Friday before Easter and Easter Monday are no working days: the fifth is Wednesday 3 April.
    let decided = [Ok("2024-04-03"), Ok("2024-04-04"), Err(Missing::Blank)];
    let cases = with(vec![
        ("aanmelddatum", days(&referrals)),
        ("besluitdatum", days(&decided)),
        ("problematiek", codes("problematiek", &["trauma", "ass", "trauma"])),
        (
            "ouderproblematiek",
            several("ouderproblematiek", &[&["verslaving"], &["rouw"], &["verslaving", "rouw"]]),
        ),
        ("bijkomend", several("bijkomend", &[&["ass"], &["trauma"], &["gedrag"]])),
    ]);
    for (field, value, expected) in [
        ("besluit_5wd", "ja", 1),
        ("besluit_5wd", "nee", 1),
        ("besluit_5wd", "onbekend", 1),
        ("samenhang", "ouder:verslaving", 2),
        ("samenhang", "trauma+ouder:verslaving", 2),
        ("samenhang", "ouder:rouw+ouder:verslaving", 1),
        ("samenhang", "=trauma+ass+ouder:verslaving", 1),
        ("samenhang", "=ass+trauma", 0),
        ("samenhang", "ass+trauma", 2),
        ("stapeling", "2", 3),
    ] {
        assert_eq!(named(vec![clause(field, &[value])], &cases), expected, "{field} {value}");
    }
}

/// Other bands may be set while one of the earlier ones is selected.
#[test]
fn a_band_of_other_settings_keeps_its_meaning() {
    let closed = ["2024-02-29", "2024-03-01", "2024-04-30", "2024-12-01"].map(Ok);
    let cases = with(vec![("aanmelddatum", days(&[Ok("2024-01-31"); 4])), ("afsluitdatum", days(&closed))]);
    for (value, expected) in
        [("0-1", 1), ("1-3", 2), ("0-3", 3), ("3-6", 0), ("3+", 1), ("1+", 3), ("0-10", 3)]
    {
        assert_eq!(named(vec![clause("doorlooptijd", &[value])], &cases), expected, "{value}");
    }
    for value in ["7-3", "0+", "lang", "3", "-3", "3-"] {
        let request = Request { filter: vec![clause("doorlooptijd", &[value])], ..Request::default() };
        assert_eq!(refused(&cases, &request).0, Code::BadRequest, "{value}");
    }
}

#[test]
fn two_groups_may_differ_in_what_is_worked_out() {
    let cases = with(vec![
        ("problematiek", codes("problematiek", &["trauma", "ass", "ass"])),
        ("bijkomend", several("bijkomend", &[&["ass"], &["ass"], &["gedrag", "angst"]])),
    ]);
    let request = Request {
        filter: vec![clause("stapeling", &["2"])],
        against: Some(Other::Filter(vec![clause("stapeling", &["3"])])),
        keep_own: true,
        ..Request::default()
    };
    let found = report(&cases, &request).expect("a good request");
    assert_eq!((found.cases.selected, found.against.expect("asked for").selected), (1, 1));
}

#[test]
fn what_no_row_stands_for_is_refused() {
    let cases = with(vec![
        ("problematiek", codes("problematiek", &["trauma"])),
        ("bijkomend", several("bijkomend", &[&["ass"]])),
        ("regio", places(&["Twente"])),
    ]);
    let request =
        |field: &str, value: &str| Request { filter: vec![clause(field, &[value])], ..Request::default() };
    for (field, value) in [
        ("stapeling", "0"),
        ("stapeling", "6"),
        ("samenhang", "trauma+"),
        ("samenhang", "trauma+nergens"),
        ("samenhang", "ouder:trauma"),
        ("thuis", "misschien"),
    ] {
        assert_eq!(refused(&cases, &request(field, value)).0, Code::BadRequest, "{field} {value}");
    }
    // A group may have been taken out of the settings.
    assert_eq!(named(vec![clause("doelgroepen", &["nergens"])], &cases), 0);
    // The file does not have what these are made from, or nothing can be chosen by it.
    for (field, value) in
        [("doorlooptijd", "3-6"), ("thuis", "ja"), ("overleggen", "1"), ("rode_draden", "1")]
    {
        assert_eq!(refused(&cases, &request(field, value)).0, Code::UnknownField, "{field} {value}");
    }
}

fn several(field: &str, answers: &[&[&str]]) -> ben_monitor::cases::Column {
    let values = ben_monitor::catalog::field(field).expect("in the catalog").values;
    let bit = |code: &&str| 1 << values.iter().position(|value| value.code == *code).expect("a code");
    let mut column = crate::rules::empty(field);
    let ben_monitor::cases::Column::Sets(sets) = &mut column else { unreachable!("several answers") };
    answers.iter().for_each(|codes| sets.push(Ok(codes.iter().map(bit).sum())));
    column
}
