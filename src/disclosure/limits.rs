//! Every limit of disclosure control, in one place, with its reason and source.
//!
//! No rule stands here, only the numbers that the rules of this room use, and who may set them to what.

use serde::Deserialize;

use crate::error::{Code, Error, Result};

/// Under *besloten*: counts from 1 to one below this are marked as small.
///
/// Whoever knows a family recognises a child in a group of one to four, and
/// five is the lowest threshold in use among the offices and tools looked up:
/// NHS England stars 1–7, Statistics Netherlands shows no youth-care count
/// below 10 on StatLine. It marks and hides nothing: the file is the reader's
/// own. A publication needs a stricter limit. Zero is not marked, for it
/// points at nobody in particular.
pub const SMALL_BELOW: u64 = 5;

/// For whom a publication is, and so how strict it is at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// Anybody: rounded counts, none under 10.
    Website,
    /// The steering group that answers for the cases: exact counts, none under 5.
    Stuurgroep,
}

impl Preset {
    /// The preset of this name.
    ///
    /// # Errors
    ///
    /// [`Code::BadPublishSetting`] for any other word: a setting that can't be read is never replaced.
    pub fn read(name: &str) -> Result<Self> {
        match name {
            "website" => Ok(Self::Website),
            "stuurgroep" => Ok(Self::Stuurgroep),
            _ => Err(Error::new(Code::BadPublishSetting).with_word("field", "preset")),
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Website => "website",
            Self::Stuurgroep => "stuurgroep",
        }
    }
}

/// What may be published: a preset's limits, or stricter ones. Nothing looser can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    preset: Preset,
    minimum: u64,
    base: Option<u64>,
    percent_from: u64,
    median_from: u64,
    quartiles_from: u64,
    p90_from: u64,
}

/// What a person asks beyond a preset; what is not asked stays as the preset has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Stricter {
    /// No count below this.
    pub minimum: Option<u64>,
    /// Counts in multiples of this.
    pub base: Option<u64>,
    /// No percentage of fewer cases than this.
    pub percent_from: Option<u64>,
    /// No median of fewer.
    pub median_from: Option<u64>,
    /// No quartiles of fewer.
    pub quartiles_from: Option<u64>,
    /// No 90th percentile of fewer.
    pub p90_from: Option<u64>,
}

/// *Website*: no count from 1 to 9.
///
/// Statistics Netherlands publishes youth care so on StatLine (table 85095NED: multiples of 5, nothing
/// below 10), and 10 is the threshold of SACRO's output checkers.
pub const WEBSITE_MINIMUM: u64 = 10;

/// *Website*: counts are multiples of 5, rounded so that they still add up.
///
/// One case more in a later release, or in a table beside this one, then tells nothing of that case. The
/// base of Statistics Netherlands (same table), NHS England and OpenSAFELY.
const WEBSITE_BASE: u64 = 5;

/// *Stuurgroep*: no count from 1 to 4; see [`SMALL_BELOW`]. Exact counts, since this group has the right
/// to know them and must add them up; no publication is looser.
pub const STUURGROEP_MINIMUM: u64 = SMALL_BELOW;

/// *Website*: no percentage of fewer than 30 cases.
///
/// A whole percentage of fewer than 100 gives back the count, so it is made of protected counts alone; of
/// fewer than 30 one case is more than 3 points, which reads as a finding and is none.
const WEBSITE_PERCENT: u64 = 30;

/// *Stuurgroep*: no percentage of fewer than 10 cases: one case is then more than 10 points.
const STUURGROEP_PERCENT: u64 = 10;

/// A median, in whole weeks, of 10 cases or more: of fewer it is near one child's own time. NHS England
/// gives none under 8; twice *stuurgroep*'s minimum, so that five stand at either side.
const MEDIAN: u64 = 10;

/// Quartiles of 20 cases or more, so that five stand below the lower one.
const QUARTILES: u64 = 20;

/// A 90th percentile of 50 cases or more, so that five stand above it. A least or a most is never given:
/// it is one child's.
const P90: u64 = 50;

/// No setting is larger than this: a number that long is a slip of the hand.
const MOST: u64 = 1_000_000;

impl Policy {
    /// A preset as it is.
    pub fn of(preset: Preset) -> Self {
        let (minimum, base, percent_from) = match preset {
            Preset::Website => (WEBSITE_MINIMUM, Some(WEBSITE_BASE), WEBSITE_PERCENT),
            Preset::Stuurgroep => (STUURGROEP_MINIMUM, None, STUURGROEP_PERCENT),
        };
        let [median_from, quartiles_from, p90_from] = [MEDIAN, QUARTILES, P90];
        Self { preset, minimum, base, percent_from, median_from, quartiles_from, p90_from }
    }

    /// The same policy, stricter where it is asked.
    ///
    /// A rounded count may stand below the count itself, so with a base the minimum goes up to the next
    /// multiple of it: nothing from 1 to the minimum is ever seen.
    ///
    /// # Errors
    ///
    /// [`Code::TooLoose`] where something asked is looser than the policy itself, with the word `field`
    /// and the number `limit`; [`Code::BadPublishSetting`] where it is over a million.
    pub fn with(self, asked: &Stricter) -> Result<Self> {
        let base = match (self.base, asked.base) {
            (known, None) => known,
            (known, asked) => Some(no_looser("base", asked, known.unwrap_or(2))?),
        };
        let minimum = no_looser("minimum", asked.minimum, self.minimum)?;
        Ok(Self {
            preset: self.preset,
            minimum: base.map_or(minimum, |base| minimum.next_multiple_of(base)),
            base,
            percent_from: no_looser("percentFrom", asked.percent_from, self.percent_from)?,
            median_from: no_looser("medianFrom", asked.median_from, self.median_from)?,
            quartiles_from: no_looser("quartilesFrom", asked.quartiles_from, self.quartiles_from)?,
            p90_from: no_looser("p90From", asked.p90_from, self.p90_from)?,
        })
    }

    /// What it was made of.
    pub fn preset(&self) -> Preset {
        self.preset
    }

    /// No count from 1 to one below this, and no figure at all of fewer cases.
    pub fn minimum(&self) -> u64 {
        self.minimum
    }

    /// Counts are multiples of this, where they are not exact.
    pub fn base(&self) -> Option<u64> {
        self.base
    }

    /// Percentages of as many cases or more.
    pub fn percent_from(&self) -> u64 {
        self.percent_from
    }

    /// A median of as many cases or more.
    pub fn median_from(&self) -> u64 {
        self.median_from
    }

    /// Quartiles of as many cases or more.
    pub fn quartiles_from(&self) -> u64 {
        self.quartiles_from
    }

    /// A 90th percentile of as many cases or more.
    pub fn p90_from(&self) -> u64 {
        self.p90_from
    }
}

fn no_looser(field: &'static str, asked: Option<u64>, least: u64) -> Result<u64> {
    match asked {
        None => Ok(least),
        Some(number) if number < least => {
            Err(Error::new(Code::TooLoose).with_word("field", field).with_number("limit", least))
        }
        Some(number) if number > MOST => {
            Err(Error::new(Code::BadPublishSetting).with_word("field", field).with_number("limit", MOST))
        }
        Some(number) => Ok(number),
    }
}
