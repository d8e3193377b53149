//! Bands of ages and of lead times: those of the settings, else the catalog's.
//!
//! A band's code and label are made from its bounds, so that bands that people
//! set are named as the catalog's are; a test holds that they are the same.

use super::Settings;
use crate::{
    catalog::{self, AGE_BANDS, Lang, MONTH_BANDS},
    error::{Code, Error, Result},
};

/// Most bands of one kind: more can't be told apart in a chart.
const MOST: usize = 12;
/// Longest lead time, in months, at which a band may end: ten years.
const MOST_MONTHS: u32 = 120;

/// The bands that one request is counted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bands {
    /// From young to old, without a gap.
    ages: Vec<AgeBand>,
    /// From short to long.
    months: Vec<MonthBand>,
}

/// Whole years, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AgeBand {
    pub(super) from: u16,
    /// `u16::MAX` when open.
    pub(super) to: u16,
}

/// Longer than `after` months, and closed on or before the same day of the later month `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MonthBand {
    after: u32,
    /// `None` when open.
    pub(super) until: Option<u32>,
}

impl Bands {
    /// # Errors
    ///
    /// `request.malformed` with the word `setting`: `ageBands` or `leadTimeBands`
    /// for bounds that do not rise, lie too far or are too many.
    pub(super) fn of(settings: &Settings) -> Result<Self> {
        let oldest = catalog::field(super::AGE).and_then(|field| field.plausible).map(|(_, most)| most);
        let ages = settings.age_bands.iter().copied().map(u32::from);
        if !are_good(ages, oldest.map_or(u32::MAX, u32::from)) {
            return Err(bad_setting("ageBands"));
        }
        if !are_good(settings.lead_time_bands.iter().copied(), MOST_MONTHS) {
            return Err(bad_setting("leadTimeBands"));
        }
        Ok(Self { ages: age_bands(&settings.age_bands), months: month_bands(&settings.lead_time_bands) })
    }

    /// Those of the catalog.
    pub(super) fn of_catalog() -> Self {
        Self { ages: age_bands(&[]), months: month_bands(&[]) }
    }

    pub(super) fn ages(&self) -> &[AgeBand] {
        &self.ages
    }

    pub(super) fn months(&self) -> &[MonthBand] {
        &self.months
    }

    /// The place of the band that holds an age.
    pub(super) fn of_age(&self, years: u16) -> Option<u16> {
        (0..).zip(&self.ages).find(|(_, band)| band.holds(years)).map(|(place, _)| place)
    }
}

/// Above 0, rising, not too far and not too many; none at all is the catalog's.
fn are_good(bounds: impl Iterator<Item = u32>, most: u32) -> bool {
    let (mut before, mut number) = (0, 0);
    for bound in bounds {
        if bound <= before || bound > most {
            return false;
        }
        before = bound;
        number += 1;
    }
    number < MOST
}

fn age_bands(first_years: &[u16]) -> Vec<AgeBand> {
    if first_years.is_empty() {
        return AGE_BANDS.iter().map(|band| AgeBand { from: band.from, to: band.to }).collect();
    }
    let starts = std::iter::once(0).chain(first_years.iter().copied());
    let ends = first_years.iter().map(|next| next - 1).chain([u16::MAX]);
    starts.zip(ends).map(|(from, to)| AgeBand { from, to }).collect()
}

fn month_bands(last_months: &[u32]) -> Vec<MonthBand> {
    let ends: Vec<Option<u32>> = if last_months.is_empty() {
        MONTH_BANDS.iter().map(|band| band.months).collect()
    } else {
        last_months.iter().copied().map(Some).chain([None]).collect()
    };
    let starts = std::iter::once(0).chain(ends.iter().copied().flatten());
    starts.zip(&ends).map(|(after, &until)| MonthBand { after, until }).collect()
}

fn bad_setting(setting: &str) -> Error {
    Error::new(Code::BadRequest).with_word("setting", setting)
}

impl AgeBand {
    pub(super) fn holds(self, years: u16) -> bool {
        (self.from..=self.to).contains(&years)
    }

    /// `13-16`, `17+`, and `12` for a single year.
    pub(super) fn code(self) -> String {
        match (self.from, self.to) {
            (from, u16::MAX) => format!("{from}+"),
            (from, to) if from == to => from.to_string(),
            (from, to) => format!("{from}-{to}"),
        }
    }

    /// What people read.
    pub(super) fn label(self, lang: Lang) -> String {
        let range = match (self.from, self.to) {
            (from, to) if from == to || to == u16::MAX => from.to_string(),
            (from, to) => format!("{from}–{to}"),
        };
        match (lang, self.to) {
            (Lang::Nl, u16::MAX) => format!("{range} jaar en ouder"),
            (Lang::Nl, _) => format!("{range} jaar"),
            (Lang::En, u16::MAX) => format!("{range} {} and older", years(self.from)),
            (Lang::En, to) => format!("{range} {}", years(to)),
        }
    }
}

fn years(number: u16) -> &'static str {
    if number == 1 { "year" } else { "years" }
}

impl MonthBand {
    /// `3-6`, `6+`.
    pub(super) fn code(self) -> String {
        match self.until {
            Some(until) => format!("{}-{until}", self.after),
            None => format!("{}+", self.after),
        }
    }

    /// What people read.
    pub(super) fn label(self, lang: Lang) -> String {
        let (nl, en) = match self.until.unwrap_or(self.after) {
            1 => ("maand", "month"),
            _ => ("maanden", "months"),
        };
        match (lang, self.until) {
            (Lang::Nl, Some(until)) => format!("{}–{until} {nl}", self.after),
            (Lang::Nl, None) => format!("Langer dan {} {nl}", self.after),
            (Lang::En, Some(until)) => format!("{}–{until} {en}", self.after),
            (Lang::En, None) => format!("Longer than {} {en}", self.after),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AGE_BANDS, Bands, MONTH_BANDS, Settings};
    use crate::catalog::Lang::{En, Nl};

    fn bands(ages: &[u16], months: &[u32]) -> Option<Bands> {
        let settings =
            Settings { age_bands: ages.into(), lead_time_bands: months.into(), ..Settings::default() };
        Bands::of(&settings).ok()
    }

    #[test]
    fn bands_are_named_as_those_of_the_catalog() {
        for set in [bands(&[], &[]), bands(&[4, 9, 13, 17], &[3, 6])] {
            let set = set.expect("good bounds");
            assert_eq!((set.ages().len(), set.months().len()), (AGE_BANDS.len(), MONTH_BANDS.len()));
            for (made, band) in set.ages().iter().zip(AGE_BANDS) {
                assert_eq!((made.from, made.to), (band.from, band.to));
                assert_eq!((made.code().as_str(), made.label(Nl).as_str()), (band.code, band.label.nl));
                assert_eq!(made.label(En), band.label.en);
            }
            for (made, band) in set.months().iter().zip(MONTH_BANDS) {
                assert_eq!((made.code().as_str(), made.label(Nl).as_str()), (band.code, band.label.nl));
                assert_eq!((made.until, made.label(En).as_str()), (band.months, band.label.en));
            }
        }
    }

    #[test]
    fn single_years_and_single_months() {
        let set = bands(&[1, 2, 18], &[1]).expect("good bounds");
        let names: Vec<_> = set.ages().iter().map(|band| (band.code(), band.label(Nl))).collect();
        let expected = [("0", "0 jaar"), ("1", "1 jaar"), ("2-17", "2–17 jaar"), ("18+", "18 jaar en ouder")];
        assert_eq!(names, expected.map(|(code, label)| (code.to_owned(), label.to_owned())));
        assert_eq!(set.ages()[1].label(En), "1 year");
        let names: Vec<_> = set.months().iter().map(|band| (band.code(), band.label(Nl))).collect();
        let expected = [("0-1", "0–1 maand"), ("1+", "Langer dan 1 maand")];
        assert_eq!(names, expected.map(|(code, label)| (code.to_owned(), label.to_owned())));
        assert_eq!((set.of_age(0), set.of_age(17), set.of_age(u16::MAX)), (Some(0), Some(2), Some(3)));
    }

    #[test]
    fn bounds_rise_within_what_can_be() {
        for ages in [&[0, 4][..], &[4, 4], &[9, 4], &[24], &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]] {
            assert_eq!(bands(ages, &[]), None, "{ages:?}");
        }
        for months in [&[0][..], &[6, 3], &[3, 3], &[121]] {
            assert_eq!(bands(&[], months), None, "{months:?}");
        }
        assert!(bands(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 23], &[120]).is_some());
    }
}
