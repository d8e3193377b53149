//! Cases few enough to count on the fingers.

use ben_monitor::{
    analysis::{Profile, Request, Rule, Settings, report},
    catalog::Lang,
    error::Code,
    report::MissingBy,
    session::profiles,
};

use crate::{
    distribution, found, indicator,
    invent::{Row, cases, row},
    share, threads, together,
};

fn these(texts: &[&str]) -> Vec<Row> {
    texts.iter().map(|text| row(text)).collect()
}

fn decided(pairs: &[(&str, &str)]) -> Vec<Row> {
    pairs.iter().map(|(from, to)| row(&format!("aanmelddatum={from} besluitdatum={to}"))).collect()
}

#[test]
fn five_working_days_around_ascension_day_and_easter() {
    let soon = [
        ("2024-05-02", "2024-05-02"), // the same day
        ("2024-05-02", "2024-05-10"), // Thursday; Ascension Day on the 9th does not count
        ("2024-05-02", "2024-05-12"), // the Sunday after the fifth working day
        ("2024-03-28", "2024-04-08"), // Goede Vrijdag and Tweede Paasdag between
        ("2024-12-24", "2025-01-03"), // 27, 30, 31 December, 2 and 3 January
        ("2025-04-25", "2025-05-02"), // Koningsdag on Saturday the 26th takes no working day
        ("2020-02-29", "2020-03-06"), // a Saturday; the week after it
    ];
    let late = [("2024-05-02", "2024-05-13"), ("2024-03-28", "2024-04-09"), ("2024-12-24", "2025-01-06")];
    for (pairs, yes) in [(&soon[..], soon.len()), (&late[..], 0)] {
        let report = found(&decided(pairs), &Request::default());
        assert_eq!(indicator(&report, "besluit_5wd").about.n, pairs.len() as u64);
        assert_eq!(share(&report, "besluit_5wd").count, Some(yes as u64));
    }
}

#[test]
fn dates_that_are_missing_or_the_wrong_way_round_are_no_answer() {
    let rows = these(&[
        "aanmelddatum=2024-05-02 besluitdatum=2024-05-01",
        "aanmelddatum=2024-05-02",
        "aanmelddatum=2024-05-02 besluitdatum=?",
        "besluitdatum=2024-05-02",
        "aanmelddatum=2024-05-02 besluitdatum=2024-05-03",
    ]);
    let report = found(&rows, &Request::default());
    let about = &indicator(&report, "besluit_5wd").about;
    assert_eq!((about.n, about.missing), (1, 4));
    assert_eq!(about.missing_by, MissingBy { blank: 2, unknown: 1, not_applicable: 0, unrecognised: 1 });
}

#[test]
fn fourteen_days_are_calendar_days() {
    let rows = these(&[
        "aanmelddatum=2024-12-20 contactdatum=2025-01-03",
        "aanmelddatum=2024-12-20 contactdatum=2025-01-04",
        "aanmelddatum=2024-12-20 contactdatum=2024-12-20",
    ]);
    assert_eq!(share(&found(&rows, &Request::default()), "contact_14d").count, Some(2));
}

#[test]
fn one_problem_twice_is_one_and_a_case_without_is_missing_for_its_reason() {
    let rows = these(&[
        "problematiek=trauma bijkomend=trauma",
        "problematiek=trauma bijkomend=ass+lvb+hechting+gedrag+agressie",
        "bijkomend=ass",
        "problematiek=?",
        "regio=Twente",
    ]);
    let report = found(&rows, &Request::default());
    let counts: Vec<_> = distribution(&report, "stapeling").rows.iter().map(|row| row.count).collect();
    assert_eq!(counts, [Some(2), Some(0), Some(0), Some(0), Some(1)]);
    let about = &indicator(&report, "stapeling").about;
    assert_eq!(about.missing_by, MissingBy { blank: 1, unknown: 1, not_applicable: 0, unrecognised: 0 });
}

#[test]
fn words_on_both_lists_stay_apart() {
    let rows = these(&["problematiek=lvb ouderproblematiek=lvb", "ouderproblematiek=psychiatrie"]);
    let report = found(&rows, &Request::default());
    let figures = together(&report);
    let labels: Vec<_> = figures.rows.iter().map(|row| (row.code.as_str(), row.label.as_str())).collect();
    assert_eq!(
        labels,
        [
            ("lvb", "Licht verstandelijke beperking (LVB)"),
            ("ouder:psychiatrie", "Ouders: psychiatrie"),
            ("ouder:lvb", "Ouders: verstandelijke beperking"),
        ]
    );
    assert_eq!((figures.pairs.len(), figures.combinations.len()), (1, 1));
    assert_eq!(figures.pairs[0].lift, Some(2.0));
}

#[test]
fn where_one_problem_at_most_is_asked_none_can_come_together() {
    let rows = these(&["problematiek=trauma regio=Twente"; 12]);
    let report = report(&cases("een.csv", &rows, &["bijkomend", "ouderproblematiek"]), &Request::default());
    let ids: Vec<_> = report.expect("a report").indicators.into_iter().map(|one| one.about.id).collect();
    assert!(!ids.iter().any(|id| id == "stapeling" || id == "samenhang"), "{ids:?}");
}

#[test]
fn a_profile_whose_fields_are_not_there_is_left_out() {
    let rows = these(&["leeftijd=17", "leeftijd=16"]);
    let without: Vec<_> = crate::USED.into_iter().filter(|field| *field != "leeftijd").collect();
    let report = report(&cases("een.csv", &rows, &without), &Request::default()).expect("a report");
    let rows = &distribution(&report, "doelgroepen").rows;
    assert_eq!((rows.len(), rows[0].code.as_str(), rows[0].count), (1, "bijna_18", Some(1)));
}

fn own(field: &str, values: &[&str], least: Option<u32>, from: Option<u16>, to: Option<u16>) -> Request {
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    let rule = Rule { field: field.to_owned(), values, least, from, to };
    let profile = Profile { id: "eigen".to_owned(), label: "Van ons".to_owned(), all: vec![rule] };
    let settings = Settings { profiles: Some(vec![profile]), ..Settings::default() };
    Request { settings, ..Request::default() }
}

#[test]
fn profiles_of_ones_own_take_the_place_of_the_catalogs() {
    let rows = these(&[
        "regio=Twente leeftijd=12 reden=aanbod+expertise",
        "regio=twente leeftijd=13 reden=aanbod",
        "regio=Almelo reden=?",
    ]);
    let count = |request: &Request| {
        let report = found(&rows, request);
        let rows = &distribution(&report, "doelgroepen").rows;
        assert_eq!((rows.len(), rows[0].label.as_str()), (1, "Van ons"));
        rows[0].count
    };
    assert_eq!(count(&own("regio", &["twente"], None, None, None)), Some(2));
    assert_eq!(count(&own("leeftijd", &[], None, Some(13), None)), Some(1));
    assert_eq!(count(&own("leeftijd", &[], None, None, Some(12))), Some(1));
    assert_eq!(count(&own("reden", &["aanbod", "expertise"], Some(2), None, None)), Some(1));
    assert_eq!(count(&own("reden", &["aanbod", "expertise"], None, None, None)), Some(2));
}

#[test]
fn a_profile_that_makes_no_sense_is_refused() {
    let cases = cases("een.csv", &these(&["leeftijd=12"]), &[]);
    let refused = |request: Request| {
        let error = report(&cases, &request).expect_err("refused");
        (error.code(), serde_json::to_string(&error).expect("plain data"))
    };
    let wrong = [
        own("problemen", &["onzin"], None, None, None),
        own("problemen", &[], None, None, None),
        own("problemen", &["ass"], Some(2), None, None),
        own("problemen", &["ass"], Some(0), None, None),
        own("problemen", &["ass"], None, Some(3), None),
        own("leeftijd", &[], None, Some(12), Some(8)),
        own("leeftijd", &["12"], None, None, None),
        own("aanmelddatum", &["2024"], None, None, None),
    ];
    for request in wrong {
        let field = request.settings.profiles.as_ref().expect("set")[0].all[0].field.clone();
        let (code, text) = refused(request);
        assert_eq!(code, Code::BadRequest);
        assert!(text.contains(&field), "{text}");
    }
    assert_eq!(refused(own("niets", &["ass"], None, None, None)).0, Code::UnknownField);
    assert_eq!(refused(own("casus", &["12"], None, None, None)).0, Code::UnknownField);
    let mut twice = own("leeftijd", &[], None, Some(12), None);
    if let Some(list) = &mut twice.settings.profiles {
        list.push(list[0].clone());
    }
    assert_eq!(refused(twice).0, Code::BadRequest);
}

#[test]
fn no_profiles_give_no_figure() {
    let none = Request {
        settings: Settings { profiles: Some(vec![]), ..Settings::default() },
        ..Request::default()
    };
    let rows = these(&["leeftijd=12"]);
    assert!(found(&rows, &none).indicators.iter().all(|one| one.about.id != "doelgroepen"));
    let asked = Request { indicators: vec!["doelgroepen".to_owned()], ..none };
    let refused = report(&cases("een.csv", &rows, &[]), &asked).expect_err("refused");
    assert_eq!(refused.code(), Code::UnknownIndicator);
}

#[test]
fn who_was_never_asked_for_further_problems_does_not_seem_to_have_fewer() {
    let asked = these(&["regio=Twente problematiek=trauma bijkomend=hechting"; 40]);
    let not_asked = these(&["regio=IJsselland problematiek=trauma"; 40]);
    let request = Request::default();
    let mut both = cases("twente.csv", &asked, &[]);
    both.append(cases("ijsselland.csv", &not_asked, &["bijkomend"]));
    assert_eq!(threads(&report(&both, &request).expect("a report")).rows, []);
    // Asked, and without: that is a difference.
    let all = [asked, not_asked].concat();
    let report = found(&all, &request);
    let first = &threads(&report).rows[0];
    assert_eq!((first.trait_.code.as_str(), first.count, first.rest_count), ("hechting", Some(40), Some(0)));
}

#[test]
fn who_was_never_asked_for_further_problems_is_not_counted_with_who_was() {
    let asked = these(&["problematiek=trauma bijkomend=hechting", "problematiek=trauma", "problematiek=?"]);
    let not_asked = these(&["problematiek=trauma", "problematiek=ass", "problematiek=?"]);
    let without = ["bijkomend", "ouderproblematiek"];
    let mut both = cases("een.csv", &asked, &["ouderproblematiek"]);
    both.append(cases("twee.csv", &not_asked, &without));
    let report = report(&both, &Request::default()).expect("a report");
    let counts: Vec<_> = distribution(&report, "stapeling").rows.iter().map(|row| row.count).collect();
    assert_eq!(counts, [Some(1), Some(1), Some(0), Some(0), Some(0)]);
    for id in ["stapeling", "samenhang"] {
        let about = &indicator(&report, id).about;
        let reasons = MissingBy { blank: 2, unknown: 2, not_applicable: 0, unrecognised: 0 };
        assert_eq!((about.n, about.missing, about.missing_by), (2, 4, reasons), "{id}");
    }
    // Of the two that were asked both have trauma: with hechting it is met as often as chance has it.
    assert_eq!(together(&report).pairs[0].lift, Some(1.0));
}

#[test]
fn who_was_never_asked_for_problems_of_the_parents_makes_no_pair_with_them_rarer() {
    let asked = these(&["problematiek=trauma bijkomend=ass ouderproblematiek=scheiding"; 3]);
    let not_asked = these(&["problematiek=trauma bijkomend=ass"; 9]);
    let mut both = cases("een.csv", &asked, &[]);
    both.append(cases("twee.csv", &not_asked, &["ouderproblematiek"]));
    let report = report(&both, &Request::default()).expect("a report");
    assert!(together(&report).pairs.iter().all(|pair| pair.lift == Some(1.0)));
    let n = |id| indicator(&report, id).about.n;
    assert_eq!((n("samenhang"), n("stapeling")), (3, 12), "the parents have no part in how many problems");
}

#[test]
fn files_that_ask_for_different_fields_alone_are_not_added() {
    let mut both = cases("een.csv", &these(&["problematiek=trauma"; 4]), &["bijkomend", "ouderproblematiek"]);
    both.append(cases("twee.csv", &these(&["bijkomend=ass+lvb"; 2]), &["problematiek", "ouderproblematiek"]));
    let report = report(&both, &Request::default()).expect("a report");
    let about = &indicator(&report, "stapeling").about;
    assert_eq!((about.n, about.missing), (2, 4));
    assert_eq!(together(&report).pairs[0].count, Some(2));
}

#[test]
fn fewer_than_five_with_the_trait_are_not_tested() {
    let rows = |with: usize| {
        let group = vec![row("geslacht=meisje reden=aanbod"); with];
        [group, vec![row("geslacht=jongen reden=expertise"); 3]].concat()
    };
    let tested = |with| threads(&found(&rows(with), &Request::default())).tested;
    assert_eq!((tested(4), tested(5)), (0, 1));
}

#[test]
fn nothing_one_and_two_cases_have_no_threads() {
    for count in 0..3 {
        let rows = vec![row("regio=Twente geslacht=meisje problematiek=trauma reden=aanbod"); count];
        let report = found(&rows, &Request::default());
        assert_eq!((threads(&report).tested, threads(&report).rows.len()), (0, 0));
        assert_eq!(indicator(&report, "rode_draden").about.n, count as u64);
    }
}

#[test]
fn every_profile_of_the_catalog_is_told_as_rules_in_words() {
    let phrase = |id: &str, lang| {
        let told = profiles(&Settings::default(), lang);
        told.into_iter().find(|told| told.profile.id == id).expect("in the catalog").text
    };
    let dutch = [
        (
            "jongens_tot_12",
            "jongen, jonger dan 12 jaar, gedragsproblematiek of agressie, autisme (ASS), trauma of ADHD",
        ),
        (
            "meisjes_vanaf_14",
            "meisje; 14 jaar of ouder; twee of meer van: suïcidaliteit, trauma, zelfbeschadiging, een eetstoornis en stemming",
        ),
        ("jongens_8_14", "jongen, 8 tot en met 14 jaar, autisme (ASS), ADHD"),
        (
            "jong_onveilig",
            "7 tot en met 12 jaar; trauma; autisme (ASS), hechting of seksueel grensoverschrijdend gedrag; \
             problematiek van ouders en gezin: huiselijk geweld, mishandeling of verwaarlozing of instabiele opvoedsituatie",
        ),
        (
            "zeventien_plus",
            "17 jaar of ouder; verblijf: JeugdzorgPlus; twee of meer van: autisme (ASS), agressie, gedragsproblematiek en middelengebruik of verslaving",
        ),
        (
            "geen_onderwijs",
            "onderwijs: geen onderwijs; twee of meer van: hechting, trauma en gedragsproblematiek",
        ),
        ("bijna_18", "17 jaar of ouder"),
    ];
    for (id, expected) in dutch {
        assert_eq!(phrase(id, Lang::Nl), expected);
    }
    assert_eq!(
        phrase("jongens_tot_12", Lang::En),
        "boy, younger than 12, behavioural problems or aggression, autism (ASD), trauma or ADHD"
    );
    assert_eq!(phrase("jongens_8_14", Lang::En), "boy, 8 to 14 years old, autism (ASD), ADHD");
}
