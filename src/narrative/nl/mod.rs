//! Dutch: plain words (B1), active, never more than the figures say.

mod calendar;
pub(super) mod changes;
pub(super) mod compared;
mod decisions;
mod errors;
mod findings;
pub(super) mod groups;
mod lead_time;
pub(super) mod own;
pub(super) mod profiles;
pub(super) mod public;
pub(super) mod risk;
mod sayings;
pub(super) mod threads;
pub(super) mod together;

use calendar::{month, period_name, unit_noun, unit_nouns, within};

use super::{
    findings::PlaceWords,
    fraction::{WORDS_FROM, fraction},
    number::{decimal, percent},
    period::{Date, Months},
    tongue::{Answer, Busiest, LeadTime, Noun, Saying, Subject, Tongue, capital, join},
};
use crate::{catalog::Lang, error::Code, finding::FindingCode, report::Unit, understanding::Decided};

/// The Dutch language.
pub(super) struct Dutch;

const NUMBERS: [&str; 13] =
    ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];

impl Tongue for Dutch {
    fn lang(&self) -> Lang {
        Lang::Nl
    }

    fn noun(&self, noun: Noun, count: u64) -> &'static str {
        match (noun, count) {
            (Noun::Child, 1) => "jeugdige",
            (Noun::Child, _) => "jeugdigen",
            (Noun::Referral, 1) => "aanmelding",
            (Noun::Referral, _) => "aanmeldingen",
            (Noun::Case, 1) => "zaak",
            (Noun::Case, _) => "zaken",
            (Noun::ClosedCase, 1) => "afgesloten zaak",
            (Noun::ClosedCase, _) => "afgesloten zaken",
            (Noun::KnownChild, 1) => "jeugdige met een bekend antwoord",
            (Noun::KnownChild, _) => "jeugdigen met een bekend antwoord",
            (Noun::KnownReferral, 1) => "aanmelding met een bekend antwoord",
            (Noun::KnownReferral, _) => "aanmeldingen met een bekend antwoord",
            (Noun::KnownCase, 1) => "zaak met een bekend antwoord",
            (Noun::KnownCase, _) => "zaken met een bekend antwoord",
        }
    }

    fn subject(&self, count: u64, n: u64, noun: Noun) -> Subject {
        let (one, more) = (self.noun(noun, 1), self.noun(noun, 2));
        match (count, n) {
            (0, _) => Subject { text: format!("geen enkele {one}"), plural: false },
            (1, 1) => Subject { text: format!("de enige {one}"), plural: false },
            (2, 2) => Subject { text: format!("beide {more}"), plural: true },
            _ if count == n => Subject { text: format!("alle {n} {more}"), plural: true },
            _ => fraction(count, n).map_or_else(
                || self.counted(count, n, noun),
                |word| Subject { text: word.nl.replace("{}", more), plural: word.plural },
            ),
        }
    }

    fn counted(&self, count: u64, n: u64, noun: Noun) -> Subject {
        if count == 0 || count == n {
            return self.subject(count, n, noun);
        }
        Subject { text: format!("{count} van de {n} {}", self.noun(noun, n)), plural: count != 1 }
    }

    fn how_often(&self, only: bool) -> &'static str {
        if only { "even vaak" } else { "het vaakst" }
    }

    fn saying(&self, indicator: &str) -> &'static Saying {
        super::saying(sayings::SAYINGS, indicator)
    }

    fn list(&self, items: &[String]) -> String {
        join(items, "en")
    }

    fn percent(&self, count: u64, n: u64) -> String {
        match percent(count, n) {
            0 if count > 0 => "minder dan 1 procent".to_owned(),
            100 if count < n => "meer dan 99 procent".to_owned(),
            whole => format!("{whole} procent"),
        }
    }

    fn spoken_range(&self, label: &str, inclusive: bool) -> String {
        label.replace('–', if inclusive { " tot en met " } else { " tot " })
    }

    fn date(&self, date: Date) -> String {
        format!("{} {} {}", date.day, month(date.month), date.year)
    }

    fn period(&self, months: Months) -> String {
        let (from, to) = (months.from, months.to);
        match months {
            _ if months.are_years() && from.0 == to.0 => from.0.to_string(),
            _ if months.are_years() => format!("{}–{}", from.0, to.0),
            _ if from == to => format!("{} {}", month(from.1), from.0),
            _ if from.0 == to.0 => format!("{} – {} {}", month(from.1), month(to.1), to.0),
            _ => format!("{} {} – {} {}", month(from.1), from.0, month(to.1), to.0),
        }
    }

    fn selection(&self, clauses: &[Vec<String>]) -> String {
        let clauses: Vec<_> = clauses.iter().map(|values| join(values, "of")).collect();
        format!("selectie: {}", join(&clauses, "en"))
    }

    fn base(&self, n: &str, missing: Option<&str>) -> String {
        missing.map_or_else(|| format!("n = {n}"), |missing| format!("n = {n}, {missing} onbekend"))
    }

    fn open_cases(&self, open: &str) -> String {
        format!("{open} nog open")
    }

    fn crosstab_measure(&self, row: &str, column: &str) -> String {
        format!("{row} naar {}", super::label::lower_first(column))
    }

    fn nothing_selected(&self) -> (String, String) {
        ("In deze selectie zitten geen zaken".into(), "In deze selectie zitten geen zaken.".into())
    }

    fn nothing_known(&self, missing: u64, noun: Noun) -> (String, String) {
        let whose = match missing {
            1 => format!("Van de enige {}", self.noun(noun, 1)),
            2 => format!("Van beide {}", self.noun(noun, 2)),
            _ => format!("Van alle {missing} {}", self.noun(noun, missing)),
        };
        (format!("{whose} is dit onbekend"), format!("{whose} is dit onbekend, dus er valt niets te tellen."))
    }

    fn nothing_closed(&self, open: u64, reference: Option<Date>) -> (String, String) {
        let when = reference.map_or_else(String::new, |date| format!(" op {}", self.date(date)));
        let text = match open {
            0 => "Er zijn geen zaken met een aanmelddatum en een afsluitdatum die kloppen.".to_owned(),
            1 => format!("De enige zaak is{when} nog open."),
            _ => format!("Alle {open} zaken zijn{when} nog open."),
        };
        ("Nog geen enkele zaak is afgesloten".into(), text)
    }

    fn many_tied(&self, answers: usize) -> String {
        format!("{} antwoorden staan samen bovenaan", capital(&number(answers)))
    }

    fn tied(&self, values: &[String], count: u64, n: u64, noun: Noun) -> String {
        let of = part(self, count, n);
        let nouns = self.noun(noun, n);
        format!("Elk {count} keer op {n} {nouns}{of}: {}.", join(values, "en"))
    }

    fn followed_by(&self, answers: &[Answer], n: u64) -> String {
        let items: Vec<_> = answers
            .iter()
            .map(|answer| {
                let part = part(self, answer.count, n);
                format!("{} met {}{part}", answer.value, answer.count)
            })
            .collect();
        format!("Daarna: {}.", join(&items, "en"))
    }

    fn mean_age(&self, mean: Option<f64>, median: f64) -> String {
        let median = decimal(median, Lang::Nl);
        match mean {
            Some(mean) => {
                format!(
                    "De gemiddelde leeftijd is {} jaar, de mediaan {median} jaar.",
                    decimal(mean, Lang::Nl)
                )
            }
            None => format!("De mediaan van de leeftijd is {median} jaar."),
        }
    }

    fn referrals(&self, total: u64, months: Option<Months>) -> String {
        let verb = if total == 1 { "kwam" } else { "kwamen" };
        let what = match total {
            0 => "geen aanmeldingen".to_owned(),
            _ => format!("{total} {}", self.noun(Noun::Referral, total)),
        };
        months.map_or_else(
            || format!("Er {verb} {what} binnen"),
            |months| format!("{} {verb} {what} binnen", capital(&within(months))),
        )
    }

    fn mean(&self, mean: f64, unit: Unit) -> String {
        format!("Dat zijn er gemiddeld {} per {}.", decimal(mean, Lang::Nl), unit_noun(unit))
    }

    fn mean_in_title(&self, mean: f64, unit: Unit) -> String {
        format!(", gemiddeld {} per {}", decimal(mean, Lang::Nl), unit_noun(unit))
    }

    fn busiest(&self, busiest: &Busiest) -> String {
        let Busiest { unit, periods, count, all } = busiest;
        let noun = unit_noun(*unit);
        let article = if matches!(unit, Unit::Month) { "de" } else { "het" };
        let each = if matches!(unit, Unit::Month) { "elke" } else { "elk" };
        let referrals = self.noun(Noun::Referral, *count);
        match periods.as_slice() {
            _ if *all => format!("Het zijn er {each} {noun} evenveel: {count}."),
            [only] => format!(
                "{} drukste {noun} is {}, met {count} {referrals}.",
                capital(article),
                period_name(*only, *unit)
            ),
            [_, _] | [_, _, _] => {
                let names: Vec<_> = periods.iter().map(|period| period_name(*period, *unit)).collect();
                format!(
                    "De drukste {} zijn {}, elk met {count} {referrals}.",
                    unit_nouns(*unit),
                    join(&names, "en")
                )
            }
            many => format!(
                "{} {} zijn het drukst, elk met {count} {referrals}.",
                capital(&number(many.len())),
                unit_nouns(*unit)
            ),
        }
    }

    fn change(&self, year: u32, count: u64, earlier_year: u32, earlier: u64) -> (String, String) {
        let difference = count.abs_diff(earlier);
        let verb = if difference == 1 { "kwam" } else { "kwamen" };
        let title = match count.cmp(&earlier) {
            std::cmp::Ordering::Equal => {
                format!("In {year} kwamen evenveel aanmeldingen binnen als in {earlier_year}")
            }
            order => {
                let more = if order.is_gt() { "meer" } else { "minder" };
                let referrals = self.noun(Noun::Referral, difference);
                format!("In {year} {verb} er {difference} {referrals} {more} binnen dan in {earlier_year}")
            }
        };
        (title, format!("Het waren er {count} in {year} en {earlier} in {earlier_year}."))
    }

    fn regions(&self, regions: &[Answer]) -> String {
        let items: Vec<_> =
            regions.iter().map(|region| format!("{} uit {}", region.count, region.value)).collect();
        format!("Daarvan komen er {}.", join(&items, "en"))
    }

    fn lead_time(&self, facts: &LeadTime) -> String {
        [
            lead_time::closed_cases(facts),
            lead_time::with_open_cases(facts),
            lead_time::excluded(facts.excluded),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
    }

    fn total_title(&self, field: &str, total: u64, mean: Option<f64>) -> String {
        let mean =
            mean.map_or_else(String::new, |mean| format!(", gemiddeld {} per zaak", decimal(mean, Lang::Nl)));
        format!("{}{mean}", sum_of(field, total))
    }

    fn total(&self, field: &str, total: u64, mean: Option<f64>, n: u64) -> String {
        let known = format!("bekend van {n} {}", self.noun(Noun::Case, n));
        format!("{} ({known}).", self.total_title(field, total, mean))
    }

    fn pair(&self, row: &str, column: &str) -> String {
        format!("{row} met {column} komt het vaakst voor")
    }

    fn pair_text(&self, row: &str, column: &str, counted: &Subject, part: &str) -> String {
        let verb = if counted.plural { "vallen" } else { "valt" };
        format!("{}{part} {verb} onder {row} met {column}.", capital(&counted.text))
    }

    fn no_pair(&self, pairs: usize, count: u64) -> (String, String) {
        let title = format!("{} combinaties staan samen bovenaan", capital(&number(pairs)));
        (title.clone(), format!("{title}, elk {count} keer."))
    }

    fn small(&self, n: u64, noun: Noun) -> String {
        if n < WORDS_FROM {
            return "Heel klein aantal: kijk naar de aantallen, niet naar de procenten.".into();
        }
        format!("Klein aantal: één {} is al {} procent van het geheel.", self.noun(noun, 1), percent(1, n))
    }

    fn much_unknown(&self, missing: u64, all: u64, noun: Noun) -> String {
        format!(
            "Van {missing} van de {all} {} ({}) is dit niet bekend.",
            self.noun(noun, all),
            self.percent(missing, all)
        )
    }

    fn several_answers(&self, noun: Noun) -> String {
        format!(
            "Per {} zijn meer antwoorden mogelijk: samen kan het meer dan 100 procent zijn.",
            self.noun(noun, 1)
        )
    }

    fn not_over(&self, period: Months, unit: Unit, reference: Date) -> String {
        format!(
            "{} was op {} nog niet voorbij: dat cijfer kan nog hoger worden.",
            capital(&period_name(period, unit)),
            self.date(reference)
        )
    }

    fn median_not_reached(&self) -> String {
        "Van alle zaken samen is nog niet de helft afgesloten: een mediaan is er nog niet.".into()
    }

    fn closed_only(&self, open: u64) -> String {
        let are = if open == 1 { "is" } else { "zijn" };
        let cases = self.noun(Noun::Case, open);
        format!(
            "Er {are} nog {open} {cases} open. Wie alleen naar afgesloten zaken kijkt, ziet te korte tijden."
        )
    }

    fn error(&self, code: Code) -> [&'static str; 2] {
        errors::patterns(code)
    }

    fn finding(&self, code: FindingCode) -> &'static str {
        findings::pattern(code)
    }

    fn columns_unused(&self) -> &'static str {
        findings::COLUMNS_UNUSED
    }

    fn place_words(&self) -> &'static PlaceWords {
        &findings::PLACE_WORDS
    }

    fn decision(&self, decided: Decided) -> &'static str {
        decisions::pattern(decided)
    }
}

fn sum_of(field: &str, total: u64) -> String {
    let verb = if total == 1 { "was" } else { "waren" };
    let noun = match (field, total) {
        ("aantal_overleggen", 1) => "RET-overleg",
        ("aantal_overleggen", _) => "RET-overleggen",
        ("aantal_mdo", 1) => "multidisciplinair overleg",
        ("aantal_mdo", _) => "multidisciplinaire overleggen",
        _ => return format!("{}: {total} in totaal", super::label::field_label(field, &Dutch)),
    };
    format!("Er {verb} {total} {noun}")
}

fn part(dutch: &Dutch, count: u64, n: u64) -> String {
    if n < WORDS_FROM { String::new() } else { format!(" ({})", dutch.percent(count, n)) }
}

fn number(number: usize) -> String {
    NUMBERS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}
