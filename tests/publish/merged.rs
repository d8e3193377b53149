//! Publications of several regions added up: right where all is shown, hidden where one hides.

use ben_monitor::{
    catalog::Lang,
    disclosure::publish::merge,
    error::Code,
    report::{Figures, Publication},
    session::ToPublish,
};

use super::files;

/// The publication of one region, by who referred.
fn region(name: &str, referrers: [usize; 4], preset: &str, keep_apart: &[&str]) -> Publication {
    let mut text = String::from("casusnummer;regio;aanmelder;aanmelddatum\n");
    let all = ["Jeugdbescherming", "Wijkteam", "Ouders", "GGZ"].iter().zip(referrers);
    let rows = all.flat_map(|(referrer, count)| std::iter::repeat_n(*referrer, count));
    for (number, referrer) in rows.enumerate() {
        text.push_str(&format!("{number};{name};{referrer};{}-{}-2024\n", 1 + number % 28, 1 + number % 12));
    }
    let wish = ToPublish {
        preset: preset.to_owned(),
        periods: vec!["2024".to_owned()],
        indicators: vec!["regio".to_owned(), "aanmelder".to_owned()],
        reference_date: Some("2024-12-31".to_owned()),
        keep_apart: keep_apart.iter().map(|id| (*id).to_owned()).collect(),
        ..ToPublish::default()
    };
    let made = files::session(&text).publish(&wish, Lang::Nl).expect("published").get().clone();
    assert_eq!(made.regions, [name]);
    made
}

fn counts(publication: &Publication) -> Vec<(String, Option<u64>)> {
    let found =
        publication.report.indicators.iter().find(|one| one.about.id == "aanmelder").expect("aanmelder");
    let Figures::Distribution(spread) = &found.figures else { panic!("a distribution") };
    spread.rows.iter().map(|row| (row.code.clone(), row.count)).collect()
}

fn sum(all: &[Publication]) -> Result<Publication, (Code, String)> {
    let made = merge(all, "Samen", None, Lang::Nl);
    made.map(|released| released.get().clone()).map_err(|error| {
        (error.code(), error.params().get("field").map(|field| format!("{field:?}")).unwrap_or_default())
    })
}

#[test]
fn what_all_show_is_added_up_and_each_region_is_a_state() {
    let all = [
        region("Twente", [40, 30, 10, 20], "stuurgroep", &[]),
        region("IJsselland", [25, 20, 5, 6], "stuurgroep", &[]),
    ];
    let both = sum(&all).expect("alike");
    assert_eq!(both.report.cases.selected, 156);
    assert_eq!(both.regions, ["Twente", "IJsselland"]);
    let expected = [("jeugdbescherming", 65), ("lokaal", 50), ("ggz", 26), ("ouders", 15)]
        .map(|(code, count)| (code.to_owned(), Some(count)));
    assert_eq!(counts(&both), expected);
    let states: Vec<_> =
        both.states.iter().map(|state| (state.code.as_str(), state.report.cases.selected)).collect();
    assert_eq!(states, [("Twente", 100), ("IJsselland", 56)]);
    assert_eq!(both.states[0].report.filter[0].values, ["Twente"]);
}

#[test]
fn what_one_hides_stays_hidden_and_its_range_is_carried() {
    let apart = &["aanmelder"];
    let all = [
        region("Twente", [40, 30, 10, 20], "stuurgroep", apart),
        // Two by parents: hidden with those of mental care, 9 in all.
        region("IJsselland", [25, 20, 2, 7], "stuurgroep", apart),
    ];
    let hidden: Vec<_> = counts(&all[1]).into_iter().filter(|(_, count)| count.is_none()).collect();
    assert!(!hidden.is_empty(), "a premise of the test");
    match sum(&all) {
        Ok(both) => {
            for (code, _) in &hidden {
                let own = counts(&both).into_iter().find(|(known, _)| known == code).expect("the answer");
                assert_eq!(own.1, None, "{code}");
                let range = both.ranges.iter().find(|range| range.code == *code).expect("a range");
                let truth = if code == "ggz" { 27 } else { 12 };
                assert!(range.low <= truth && truth <= range.high, "{range:?}");
                assert!(range.high - range.low >= 5, "{range:?}");
            }
        }
        Err(error) => panic!("{error:?}"),
    }
}

#[test]
fn what_differs_is_refused_with_what_it_is() {
    let twente = || region("Twente", [40, 30, 10, 20], "stuurgroep", &[]);
    let refused = |all: &[Publication]| sum(all).expect_err("refused");
    assert_eq!(refused(&[twente()]).0, Code::Unlike);
    assert!(refused(&[twente(), twente()]).1.contains("regions"));
    assert!(
        refused(&[twente(), region("IJsselland", [40, 30, 10, 20], "website", &[])]).1.contains("preset")
    );
    let mut later = region("IJsselland", [40, 30, 10, 20], "stuurgroep", &[]);
    later.period.span.to = "2025-03-31".to_owned();
    assert!(refused(&[twente(), later]).1.contains("period"));
    let mut nameless = region("IJsselland", [40, 30, 10, 20], "stuurgroep", &[]);
    nameless.regions.clear();
    assert!(refused(&[twente(), nameless]).1.contains("regions"));
}

#[test]
fn answers_that_one_puts_together_are_together_in_the_sum() {
    let all = [
        // Parents and mental care are few: 3 and 4, a rest of 7.
        region("Twente", [40, 30, 3, 4], "stuurgroep", &[]),
        region("IJsselland", [25, 20, 8, 6], "stuurgroep", &[]),
    ];
    let both = sum(&all).expect("alike");
    let rest = ("ggz+ouders".to_owned(), Some(21));
    assert_eq!(
        counts(&both),
        [("jeugdbescherming".to_owned(), Some(65)), ("lokaal".to_owned(), Some(50)), rest]
    );
    assert_eq!(both.merged[0].groups[0].codes, ["ggz", "ouders"]);
    assert_eq!(both.merged[0].groups[0].label, "Overige antwoorden (2)");
}
