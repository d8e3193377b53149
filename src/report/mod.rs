//! The report: what has been counted, as plain data, small enough to send.
//!
//! Containers and their JSON (`ben-monitor/report@1`); no calculation, no
//! sentences. `analysis` makes it, `disclosure` releases it, and everything
//! that a person sees is made from what was released.

mod comparison;
mod publication;
mod risk;
mod wire;

pub use comparison::{Changes, Comparison, Moment, RegionChanges};
pub use publication::{
    Audit, Before, BeforeCount, ClosedPeriods, LeftOut, Limits, Merged, MergedGroup, MergedRange,
    PUBLICATION, Publication, SplitField, State,
};
pub use risk::{Ages, Cause, Diversity, Groups, Periods, Risk, RiskWords, Split, Splits};
pub use wire::Wire;

use serde::{Deserialize, Serialize};

/// Name and version of the report's JSON. Keys may be added within a version.
pub const SCHEMA: &str = "ben-monitor/report@1";

/// All figures about one selection of cases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: String,
    /// How many cases were read, and how many the figures are about.
    pub cases: CaseCount,
    /// The files, in the order in which they were read.
    pub sources: Vec<Source>,
    /// The day at which open cases are censored, `jjjj-mm-dd`.
    pub reference_date: Option<String>,
    /// First and last day of referral among the cases in the report.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub period: Option<Period>,
    /// The selection; empty when all cases are in it.
    pub filter: Vec<Clause>,
    /// How the figures were protected; `None` in an exact report.
    pub protection: Option<Protection>,
    /// The figures, in the order in which they are shown.
    pub indicators: Vec<Indicator>,
    /// The same figures of another selection, to be shown beside these.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub against: Option<Against>,
    /// What shares are drawn and told of; `share` in the rows stays a fraction of `n`.
    #[serde(skip_serializing_if = "ShareOf::is_known", default)]
    pub share_of: ShareOf,
}

/// A second selection beside the first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Against {
    /// Its selection; empty when it is all cases, or all others.
    pub filter: Vec<Clause>,
    /// It is every case that is known not to be in the first selection.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub rest: bool,
    /// How many cases it holds.
    pub selected: u64,
    /// How many of them are in the first selection too.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub overlap: u64,
    /// Of a rest: how many cases are in neither, since it is not known whether they are in the first selection.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub unsure: u64,
    /// First and last day of referral among them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub period: Option<Period>,
    /// Its figures, without words: in the places of those of the first selection.
    pub indicators: Vec<Indicator>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// What shares are drawn and told of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ShareOf {
    /// The known answers (`n`).
    #[default]
    Known,
    /// All cases (`n + missing`).
    All,
}

impl ShareOf {
    /// The default, which is not written out.
    pub fn is_known(&self) -> bool {
        *self == Self::Known
    }

    /// The number of cases that shares of an indicator are a part of.
    pub fn base(self, about: &About) -> u64 {
        match self {
            Self::All if !about.of_known => about.n + about.missing,
            Self::Known | Self::All => about.n,
        }
    }
}

/// How many cases there are. `used + excluded = read`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseCount {
    /// Cases in the files.
    pub read: u64,
    /// Cases that can be counted.
    pub used: u64,
    /// Cases left out of every figure, each with a finding that says why.
    pub excluded: u64,
    /// Cases of `used` that the filter leaves; `n + missing` of every indicator adds up to it,
    /// of a duration with its `open` and `excluded` cases.
    pub selected: u64,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name as given.
    pub name: String,
    /// How many cases it holds.
    pub cases: u64,
}

/// From the first to the last day, both included, `jjjj-mm-dd`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// One condition of a filter: the field has one of these values, or the case is in one of these rows of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// A field's id, or that of an indicator whose rows are no answers of a field.
    pub field: String,
    /// Codes; for a place its name; for a date a period such as `2024`, `2024-H1`, `2024-Q1`, `2024-03`;
    /// for a number a whole number, for `leeftijd` also a band's code.
    pub values: Vec<String>,
}

/// Under which policy figures were released.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Protection {
    /// `besloten`: exact figures, for the person whose file it is. `website` and `stuurgroep`: protected figures, part
    /// of a publication.
    pub policy: String,
    /// Counts from 1 up to this one are marked as small; of a publication: are not shown.
    pub small_below: u64,
    /// How many counts were marked as small.
    pub marked: u64,
    /// Of a publication: counts are multiples of this one; `None` when they are exact.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub base: Option<u64>,
    /// Of a publication: how many counts are not shown.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub hidden: Option<u64>,
}

impl Protection {
    /// The figures may be shown to anyone: they are part of a publication.
    pub fn is_public(&self) -> bool {
        self.hidden.is_some()
    }
}

/// One figure or group of figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Which, and about how many cases.
    #[serde(flatten)]
    pub about: About,
    /// What was counted, by `kind`.
    #[serde(flatten)]
    pub figures: Figures,
    /// What it says in words; empty until `narrative` has told it.
    #[serde(flatten, skip_serializing_if = "Option::is_none", default)]
    pub words: Option<Words>,
}

/// What every indicator has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// The indicator's id.
    pub id: String,
    /// What it is called, when that stands in the file: the heading of a column of its own.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub label: Option<String>,
    /// Number of cases with a known answer.
    pub n: u64,
    /// Number of cases without.
    pub missing: u64,
    /// Why these have none; adds up to `missing`, but in a publication, which does not say why.
    pub missing_by: MissingBy,
    /// Set by `disclosure` when it is not shown how many have none: `n` is then of all cases, those without an answer
    /// among them, `missing` is 0, and shares are of all cases.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub missing_status: Option<Status>,
    /// Its shares are by definition of the known answers, also with [`ShareOf::All`].
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub of_known: bool,
    /// Asked for with [`Report::filter`] on this indicator's own field: the values chosen there. The figures are then
    /// of the cases that all *other* clauses leave, so that the chosen part is seen within the whole. Codes of the
    /// rows (single years too) that are chosen whole; when none is, the values as they were asked for.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub chosen: Vec<String>,
}

/// Reasons for a missing answer. Kept apart: they mean different things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MissingBy {
    /// The cell is empty, or the case's file does not have the field.
    pub blank: u64,
    /// Written down as not known.
    pub unknown: u64,
    /// Written down as not applicable.
    pub not_applicable: u64,
    /// Something is written that we do not recognise.
    pub unrecognised: u64,
}

/// What was counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Figures {
    /// How the answers of one field are spread.
    Distribution(Distribution),
    /// Referrals in time.
    Series(Series),
    /// Time from referral to closing.
    Duration(Duration),
    /// The part of the cases with one answer.
    Share(Share),
    /// Sums of numbers.
    Totals(Totals),
    /// One field against another.
    Crosstab(Crosstab),
    /// Which problems come together.
    Cooccurrence(Cooccurrence),
    /// Where a group differs from the rest more than chance explains.
    Threads(Threads),
}

/// A count, and its part of `n`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Code of the answer; for a place its name.
    pub code: String,
    /// What people read.
    pub label: String,
    /// Number of cases; `None` when protected.
    pub count: Option<u64>,
    /// Fraction of `n`, unrounded; `None` when `n` is 0 or the count is protected.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub share: Option<f64>,
    /// Marks that `disclosure` set.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub status: Option<Status>,
    /// Of a target group: its rules in words.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub rule: Option<String>,
    /// Of a period: the count of the same period a year earlier, where both are over and wholly in the data.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub previous: Option<u64>,
    /// Of a period: `count − previous`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub change: Option<i64>,
    /// Of a period: it is not over at the reference date.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub provisional: bool,
}

impl Row {
    /// Of a publication: several answers in one row. Codes of bands end in `+`.
    #[inline(never)]
    pub fn is_put_together(&self) -> bool {
        self.code == PLACES || self.code.trim_end_matches('+').contains('+')
    }
}

/// Code of the places of a publication that are one row.
pub const PLACES: &str = "overige";

/// What `disclosure` says of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Shown, but so small that it may point at one child.
    Small,
    /// Not shown.
    Hidden,
}

/// How the answers of one field are spread. Rows are in the order of drawing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Distribution {
    /// What `share` is a part of: always `cases`.
    pub base: String,
    /// A case can count in several rows.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub multiple: bool,
    /// The order of the rows means something (bands).
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub ordered: bool,
    /// The answers.
    pub rows: Vec<Row>,
    /// For ages: each single year from the youngest to the oldest, zeros included.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub years: Vec<Row>,
    /// Mean and median, where answers are numbers.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub summary: Option<Summary>,
    /// For ages: each single year by geslacht, unknown and other included; `None` when the file has no geslacht.
    /// Its columns are `jongen`, `meisje`, `anders` and `onbekend`, always all four and in this order; its rows are
    /// those of `years`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pyramid: Option<Crosstab>,
}

/// Mean, median and 90th percentile (R's quantile type 7), in the unit of the indicator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Arithmetic mean.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mean: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// 90th percentile.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub p90: Option<f64>,
}

/// Referrals in time, one row a period. Every period that the files of these cases cover and that the filter leaves,
/// those without referrals too: a selection has no months of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Length of a period.
    pub unit: Unit,
    /// The periods from the first to the last, in order.
    pub rows: Vec<Row>,
    /// Mean number of referrals a period, of the periods that are over and that files and filter leave whole; `None`
    /// without such a period.
    pub mean: Option<f64>,
    /// With `unit` year: how many referrals each region had. `previous` is of the year before the last whole year
    /// in the data, and `change` is that year's count less `previous`.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub regions: Vec<Row>,
}

/// Length of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// `2024-01`
    Month,
    /// `2024-Q1`
    Quarter,
    /// `2024-H1`
    HalfYear,
    /// `2024`
    Year,
}

/// Time from referral to closing, in days. `n` is the number of closed cases in `rows`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Duration {
    /// Cases not closed at the reference date; 0 when not shown.
    pub open: u64,
    /// Set by `disclosure` when it is not shown how many are open.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub open_status: Option<Status>,
    /// Cases that closed before they were referred: an error of the file.
    pub excluded: u64,
    /// Bands of the closed cases.
    pub rows: Vec<Row>,
    /// Of the closed cases.
    pub summary: Summary,
    /// Of all cases, open ones censored at the reference date; `None` when there are no cases.
    pub kaplan_meier: Option<KaplanMeier>,
    /// The part of the closed cases that was still open after so many days:
    /// `[day, fraction]`. Looks faster than the truth; for comparison.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub closed_only: Vec<(u32, f64)>,
    /// The same by the answers in other fields.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub by: Vec<DurationBy>,
}

/// Lead times by the answers in one field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DurationBy {
    /// The field's id.
    pub field: String,
    /// A case can be in several groups.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub multiple: bool,
    /// In the order of drawing.
    pub groups: Vec<DurationGroup>,
}

/// Lead times of the cases with one answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DurationGroup {
    /// Code of the answer; for a place its name.
    pub code: String,
    /// What people read.
    pub label: String,
    /// Closed cases.
    pub n: u64,
    /// Cases not closed at the reference date.
    pub open: u64,
    /// Of the closed cases.
    pub summary: Summary,
    /// Of all of them.
    pub kaplan_meier: Option<KaplanMeier>,
    /// Marks of `n` and `open` that `disclosure` set.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub status: Option<Status>,
}

/// The Kaplan–Meier estimate. Days; `None` where not reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KaplanMeier {
    /// First day at which half or less is still open.
    pub median: Option<f64>,
    /// Lower end of the 95 % interval of the median (log-log).
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// `[day, survival, at risk]` at the start and at each day on which a case closed or was censored.
    pub points: Vec<(u32, f64, u64)>,
    /// `[day, lower, upper]` of the 95 % interval of the curve (log-log), at each day on which a case closed.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub band: Vec<(u32, f64, f64)>,
}

/// The part of the cases with one answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// Number of cases with that answer.
    pub count: Option<u64>,
    /// Fraction of `n`; `None` when `n` is 0.
    pub share: Option<f64>,
    /// Marks that `disclosure` set.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub status: Option<Status>,
}

/// Sums of number fields.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Totals {
    /// One a field.
    pub rows: Vec<TotalRow>,
}

/// The sum of one number field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TotalRow {
    /// The field's id.
    pub code: String,
    /// What people read.
    pub label: String,
    /// Cases with a known number.
    pub n: u64,
    /// Sum.
    pub total: Option<u64>,
    /// Mean of the cases with a known number.
    pub mean: Option<f64>,
}

/// One field against another. A case with several answers counts in each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Crosstab {
    /// Field id of the rows.
    pub row: String,
    /// Field id of the columns.
    pub column: String,
    /// The columns with their totals.
    pub columns: Vec<CrosstabColumn>,
    /// The rows with their cells.
    pub rows: Vec<CrosstabRow>,
    /// Number of cases with both answers; equals `n`.
    pub total: u64,
}

/// A column of a cross table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrosstabColumn {
    /// Code.
    pub code: String,
    /// What people read.
    pub label: String,
    /// Cases in it with a known row.
    pub total: Option<u64>,
}

/// A row of a cross table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrosstabRow {
    /// Code.
    pub code: String,
    /// What people read.
    pub label: String,
    /// One a column, in the order of the columns.
    pub cells: Vec<CrosstabCell>,
    /// Cases in it with a known column.
    pub total: Option<u64>,
}

/// A cell of a cross table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrosstabCell {
    /// The column's code.
    pub code: String,
    /// Number of cases; `None` when protected.
    pub count: Option<u64>,
    /// Marks that `disclosure` set.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub status: Option<Status>,
}

/// Which problems come together, of the cases with any problem (`n`). Codes of the parents' problems begin with
/// `ouder:`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Cooccurrence {
    /// What `share` is a part of: always `cases`.
    pub base: String,
    /// Each problem that a case has, the most frequent first.
    pub rows: Vec<Row>,
    /// Every two problems that a case has both of, the most frequent first.
    pub pairs: Vec<Pair>,
    /// The largest groups of cases with exactly these problems, two or more, and no other.
    pub combinations: Vec<Combination>,
}

/// Two problems that come together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Code of the one, the more frequent.
    pub a: String,
    /// Code of the other.
    pub b: String,
    /// Cases with both; `None` when protected.
    pub count: Option<u64>,
    /// Fraction of the cases with any problem.
    pub share: Option<f64>,
    /// The share over the product of the shares of the two: above 1 they come together more than either alone explains.
    pub lift: Option<f64>,
    /// Marks that `disclosure` set.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub status: Option<Status>,
}

/// Cases with exactly these problems.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Combination {
    /// Codes, in the order of the catalog.
    pub codes: Vec<String>,
    /// Number of cases; `None` when protected.
    pub count: Option<u64>,
    /// Marks that `disclosure` set.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub status: Option<Status>,
}

/// Where a group differs from the rest more than chance explains.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Threads {
    /// Largest difference first.
    pub rows: Vec<Thread>,
    /// How many pairs of group and trait were tested.
    pub tested: u64,
}

impl Threads {
    /// Whether a row only turns an earlier one around: where a field has two answers, what one group has more the
    /// other has less.
    pub fn turns_around(&self, place: usize) -> bool {
        let Some(row) = self.rows.get(place) else { return false };
        self.rows.iter().take(place).any(|earlier| {
            earlier.trait_ == row.trait_
                && earlier.group.field == row.group.field
                && (earlier.count, earlier.n, earlier.rest_count, earlier.rest_n)
                    == (row.rest_count, row.rest_n, row.count, row.n)
        })
    }
}

/// One trait that one group has more, or less, often than all other cases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Thread {
    /// The group: the cases with this answer.
    pub group: AnswerOf,
    /// What they have more or less often.
    #[serde(rename = "trait")]
    pub trait_: AnswerOf,
    /// Cases of the group with the trait.
    pub count: Option<u64>,
    /// Cases of the group of which it is known whether they have the trait.
    pub n: u64,
    /// `count` as a fraction of `n`.
    pub share: Option<f64>,
    /// All other cases with the trait.
    pub rest_count: Option<u64>,
    /// All other cases of which it is known.
    pub rest_n: u64,
    /// `restCount` as a fraction of `restN`.
    pub rest_share: Option<f64>,
    /// Fisher's exact test, two-sided.
    pub p: f64,
    /// Adjusted for all pairs tested (Benjamini–Hochberg).
    pub q: f64,
    /// Marks of the two counts that `disclosure` set.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub status: Option<Status>,
    /// The same as a sentence; none until `narrative` has told it, and of a row that only turns another one around
    /// (girls against boys after boys against girls).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<String>,
}

/// One answer in one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerOf {
    /// The field's id.
    pub field: String,
    /// Code of the answer; for a place its name.
    pub code: String,
    /// What people read.
    pub label: String,
}

/// What an indicator says, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The finding, one sentence without a full stop: the chart's title.
    pub title: String,
    /// What is measured, of whom, when, and n.
    pub subtitle: String,
    /// One or two sentences; also what a screen reader says of the chart.
    pub text: String,
    /// What to bear in mind; often empty.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub cautions: Vec<String>,
}
