//! An invented case, and how margins are dealt out over cases. No words of a
//! file and no region's figures.

use std::collections::BTreeMap;

use super::random::Random;

/// First day of each month of 2023 and 2024 as a day from 1 January 2023, and of the month after.
const MONTH_STARTS: [u16; 25] = [
    1, 32, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366, 397, 426, 457, 487, 518, 548, 579, 610, 640,
    671, 701, 732,
];
/// Public holidays that are not in a weekend. Of 2023: Goede Vrijdag, Tweede Paasdag, Koningsdag, Hemelvaartsdag,
/// Tweede Pinksterdag, both Kerstdagen; of 2024 Nieuwjaarsdag, and the same without Koningsdag.
const HOLIDAYS: [u16; 14] = [97, 100, 117, 138, 149, 359, 360, 366, 454, 457, 495, 506, 725, 726];
/// 31 December 2024, a Tuesday.
pub(super) const LAST_DAY: u16 = 731;

/// A day from 1 January 2023, which is 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(pub(super) u16);

impl Day {
    /// Year, month and day of the month, the last two from 1.
    pub(super) fn parts(self) -> (u16, usize, u16) {
        let months = MONTH_STARTS.iter().filter(|start| **start <= self.0).count().saturating_sub(1);
        let start = MONTH_STARTS.get(months).copied().unwrap_or(1);
        (if months < 12 { 2023 } else { 2024 }, months % 12 + 1, self.0 - start + 1)
    }

    /// Offices are open. 1 January 2023 was a Sunday.
    fn is_workday(self) -> bool {
        self.0 % 7 > 1 && !HOLIDAYS.contains(&self.0)
    }

    /// The first workday at or after so many days later; `None` when that is after 2024.
    pub(super) fn workday_after(self, days: u16) -> Option<Self> {
        (self.0 + days..=LAST_DAY).map(Day).find(|day| day.is_workday())
    }
}

/// An invented case: codes of the catalog by field id. A field that is not
/// there was not filled in.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) referred: Day,
    pub(super) days: BTreeMap<&'static str, Day>,
    pub(super) numbers: BTreeMap<&'static str, u16>,
    answers: BTreeMap<&'static str, Vec<&'static str>>,
}

impl Case {
    /// The only answer in a field, or the first; empty when not filled in.
    pub(super) fn one(&self, field: &str) -> &'static str {
        self.answers(field).first().copied().unwrap_or("")
    }

    pub(super) fn answers(&self, field: &str) -> &[&'static str] {
        self.answers.get(field).map_or(&[], Vec::as_slice)
    }

    pub(super) fn has(&self, field: &str, code: &str) -> bool {
        self.answers(field).contains(&code)
    }

    /// Adds an answer; one that is there already is not added again.
    pub(super) fn add(&mut self, field: &'static str, code: &'static str) {
        let answers = self.answers.entry(field).or_default();
        if !code.is_empty() && !answers.contains(&code) {
            answers.push(code);
        }
    }

    pub(super) fn in_monitor(&self) -> bool {
        self.has("in_monitor", "ja")
    }

    pub(super) fn is_open(&self) -> bool {
        !self.days.contains_key("afsluitdatum")
    }

    /// Whole years at referral, as given or from the year of birth; 14 when not known.
    pub(super) fn age(&self) -> u16 {
        let derived = self.numbers.get("geboortejaar").map(|year| self.referred.parts().0 - year);
        self.numbers.get("leeftijd").copied().or(derived).unwrap_or(14)
    }
}

/// Cases referred on workdays of 2023 or 2024, so many a month, in the order of referral.
pub(super) fn referred(random: &mut Random, year: u16, months: [usize; 12]) -> Vec<Case> {
    let mut days = Vec::new();
    let before = if year == 2023 { 0 } else { 12 };
    for (span, count) in MONTH_STARTS.windows(2).skip(before).zip(months) {
        let &[start, end] = span else { continue };
        let workdays: Vec<_> = (start..end).map(Day).filter(|day| day.is_workday()).collect();
        let picks = (0..count).filter_map(|_| random.weighed(workdays.iter().map(|_| 1)));
        days.extend(picks.filter_map(|place| workdays.get(place)).copied());
    }
    days.sort_unstable();
    let empty = |referred| Case {
        referred,
        days: BTreeMap::new(),
        numbers: BTreeMap::new(),
        answers: BTreeMap::new(),
    };
    days.into_iter().map(empty).collect()
}

/// Deals exactly so many of each code to the cases that `who` names, each case
/// drawing from what is left by its taste. A margin smaller than the number of
/// cases leaves some without.
pub(super) fn deal(
    random: &mut Random,
    cases: &mut [Case],
    field: &'static str,
    margin: &[(&'static str, u64)],
    who: impl Fn(&Case) -> bool,
    taste: impl Fn(&Case, &str) -> u64,
) {
    let mut left = margin.to_vec();
    let mut order: Vec<_> = cases.iter_mut().filter(|case| who(case)).collect();
    random.shuffle(&mut order);
    for case in order {
        let by_taste = random.weighed(left.iter().map(|(code, count)| count * taste(case, code)));
        let place = by_taste.or_else(|| left.iter().position(|(_, count)| *count > 0));
        if let Some((code, count)) = place.and_then(|place| left.get_mut(place)) {
            *count -= 1;
            case.add(field, code);
        }
    }
}

/// Gives one code to exactly `count` of the cases, each as likely as it is heavy;
/// a weight of 0 is never drawn.
pub(super) fn choose(
    random: &mut Random,
    cases: &mut [Case],
    (field, code): (&'static str, &'static str),
    count: usize,
    weight: impl Fn(&Case) -> u64,
) {
    for _ in 0..count {
        let weights = cases.iter().map(|case| if case.has(field, code) { 0 } else { weight(case) });
        if let Some(case) = random.weighed(weights).and_then(|place| cases.get_mut(place)) {
            case.add(field, code);
        }
    }
}
