//! Publications of several regions as one: what each shows is added up, what one hides stays hidden. Makes no count
//! that could not be made of the publications by hand.

use super::{REGION, SplitField, left, why};
use crate::{
    catalog::Lang,
    disclosure::Released,
    error::{Code, Error, Result},
    report::{
        About, Audit, CaseCount, Clause, Distribution, Figures, Indicator, LeftOut, MergedRange, MissingBy,
        Publication, Report, Row, Share, State, Status, Summary,
    },
};

/// Adds up publications of different regions over the same periods, protected alike.
///
/// # Errors
///
/// [`Code::Unlike`] with the word `field` for what they differ in: `preset`, `policy`, `period`, `lang`, or `regions` when one names
/// none or two name the same.
pub fn merge(
    all: &[Publication],
    title: &str,
    made: Option<String>,
    lang: Lang,
) -> Result<Released<Publication>> {
    let [first, rest @ ..] = all else { return Err(unlike("publications")) };
    if rest.is_empty() {
        return Err(unlike("publications"));
    }
    alike(first, rest)?;
    let mut regions: Vec<String> = Vec::new();
    for region in all.iter().flat_map(|one| &one.regions) {
        if regions.contains(region) {
            return Err(unlike("regions"));
        }
        regions.push(region.clone());
    }
    let mut sum = Sum { ranges: Vec::new(), left_out: Vec::new() };
    let indicators = first.report.indicators.iter();
    let indicators: Vec<Indicator> = indicators.filter_map(|one| sum.indicator(one, all)).collect();
    if indicators.is_empty() {
        return Err(unlike("definitions"));
    }
    let missed = all.iter().flat_map(|one| &one.report.indicators);
    for other in
        missed.filter(|one| !first.report.indicators.iter().any(|known| known.about.id == one.about.id))
    {
        sum.leave_out(&other.about.id);
    }
    let cases = all.iter().map(|one| one.report.cases.selected).sum();
    let hidden = indicators.iter().map(super::figures::hidden).sum();
    let Sum { ranges, left_out } = sum;
    Ok(Released(Publication {
        title: title.to_owned(),
        audit: audit(all),
        made,
        regions,
        split: Some(SplitField { field: REGION.to_owned(), label: region_label(lang) }),
        report: report(&first.report, cases, hidden, indicators),
        states: all.iter().flat_map(states).collect(),
        merged: first
            .merged
            .iter()
            .filter(|one| all.iter().all(|other| other.merged.contains(one)))
            .cloned()
            .collect(),
        left_out,
        ranges,
        hash: String::new(),
        ..first.clone()
    }))
}

fn unlike(field: &str) -> Error {
    Error::new(Code::Unlike).with_word("field", field)
}

/// What figures mean must be the same in all.
fn alike(first: &Publication, rest: &[Publication]) -> Result<()> {
    for other in rest {
        let differs = [
            ("schema", first.schema != other.schema),
            ("preset", first.preset != other.preset),
            ("policy", first.policy != other.policy),
            ("period", first.period.span != other.period.span),
            ("lang", first.lang != other.lang),
        ];
        if let Some((field, _)) = differs.iter().find(|(_, differs)| *differs) {
            return Err(unlike(field));
        }
    }
    let nameless = [first].into_iter().chain(rest).any(|one| one.regions.is_empty());
    if nameless { Err(unlike("regions")) } else { Ok(()) }
}

fn region_label(lang: Lang) -> String {
    crate::catalog::field(REGION).map(|field| field.label.text(lang).to_owned()).unwrap_or_default()
}

/// What all audits together looked at.
fn audit(all: &[Publication]) -> Audit {
    Audit {
        tables: all.iter().map(|one| one.audit.tables).sum(),
        hidden: all.iter().map(|one| one.audit.hidden).sum(),
        narrowest: all.iter().filter_map(|one| one.audit.narrowest).min(),
        previous: all.iter().all(|one| one.audit.previous),
    }
}

/// A publication of one region is a state; one that is split by region brings its own.
fn states(one: &Publication) -> Vec<State> {
    if one.split.as_ref().is_some_and(|split| split.field == REGION) {
        return one.states.clone();
    }
    match one.regions.as_slice() {
        [region] => {
            let filter = vec![Clause { field: REGION.to_owned(), values: vec![region.clone()] }];
            let report = Report { filter, ..one.report.clone() };
            vec![State { code: region.clone(), label: region.clone(), report }]
        }
        _ => Vec::new(),
    }
}

fn report(like: &Report, cases: u64, hidden: u64, indicators: Vec<Indicator>) -> Report {
    let mut report = Report {
        cases: CaseCount { read: cases, used: cases, excluded: 0, selected: cases },
        indicators,
        ..like.clone()
    };
    if let Some(protection) = &mut report.protection {
        protection.hidden = Some(hidden);
    }
    report
}

/// What is noted while adding up.
struct Sum {
    ranges: Vec<MergedRange>,
    left_out: Vec<LeftOut>,
}

impl Sum {
    fn leave_out(&mut self, indicator: &str) {
        if !self.left_out.iter().any(|known| known.indicator == indicator) {
            self.left_out.push(left(indicator, None, why::UNLIKE));
        }
    }

    /// One indicator of all; none when not all have it, with the same answers.
    fn indicator(&mut self, first: &Indicator, all: &[Publication]) -> Option<Indicator> {
        let same =
            |one: &'_ Publication| one.report.indicators.iter().find(|other| is_same(first, other)).cloned();
        let parts: Option<Vec<Indicator>> = all.iter().map(same).collect();
        let made = parts.and_then(|parts| self.add(first, &parts));
        if made.is_none() {
            self.leave_out(&first.about.id);
        }
        made
    }

    fn add(&mut self, first: &Indicator, parts: &[Indicator]) -> Option<Indicator> {
        let hidden = parts.iter().any(|part| part.about.missing_status.is_some());
        let missing: u64 = parts.iter().map(|part| part.about.missing).sum();
        let known: u64 = parts.iter().map(|part| part.about.n).sum();
        let about = About {
            // Of one that hides how many have no answer, all cases count; so they do of the sum.
            n: if hidden { known + missing } else { known },
            missing: if hidden { 0 } else { missing },
            missing_by: MissingBy::default(),
            missing_status: hidden.then_some(Status::Hidden),
            ..first.about.clone()
        };
        let n = if hidden { 0 } else { known };
        let figures = match &first.figures {
            Figures::Distribution(spread) => {
                let rows = self.rows(parts, n)?;
                let rows = if spread.ordered { rows } else { in_order(rows) };
                Figures::Distribution(Distribution { rows, summary: None, ..spread.clone() })
            }
            Figures::Series(series) => {
                let mut series = series.clone();
                series.rows = self.rows(parts, 0)?;
                Figures::Series(series)
            }
            Figures::Duration(duration) => {
                let of = |part: &Indicator| match &part.figures {
                    Figures::Duration(duration) if duration.open_status.is_none() => Some(duration.open),
                    _ => None,
                };
                let mut duration = duration.clone();
                duration.open = parts.iter().map(of).collect::<Option<Vec<u64>>>()?.iter().sum();
                duration.rows = self.rows(parts, n)?;
                // A median of medians is no median.
                duration.summary = Summary::default();
                Figures::Duration(duration)
            }
            Figures::Share(_) => {
                let of = |part: &Indicator| match &part.figures {
                    Figures::Share(share) => share.count,
                    _ => None,
                };
                let count: u64 = parts.iter().map(of).collect::<Option<Vec<u64>>>()?.iter().sum();
                Figures::Share(Share { count: Some(count), share: percent(count, n), status: None })
            }
            Figures::Totals(_) | Figures::Crosstab(_) | Figures::Cooccurrence(_) | Figures::Threads(_) => {
                return None;
            }
        };
        Some(Indicator { about, figures, words: None })
    }

    /// Every answer that one of them has; none when an answer is put together in one and not in another.
    fn rows(&mut self, parts: &[Indicator], n: u64) -> Option<Vec<Row>> {
        let lists: Vec<&[Row]> = parts.iter().map(rows_of).collect::<Option<_>>()?;
        let mut sums: Vec<Row> = Vec::new();
        for row in lists.iter().copied().flatten() {
            if sums.iter().any(|known| known.code == row.code) {
                continue;
            }
            let found = |list: &&[Row]| list.iter().find(|other| other.code == row.code).cloned();
            let own: Vec<Option<Row>> = lists.iter().map(found).collect();
            // An answer that one does not name may be in what it put together.
            let is_blurred =
                |(row, list): (&Option<Row>, &&[Row])| row.is_none() && list.iter().any(is_together);
            if own.iter().zip(&lists).any(is_blurred) || (is_together(row) && own.iter().any(Option::is_none))
            {
                return None;
            }
            let counts: Option<Vec<u64>> =
                own.iter().map(|row| row.as_ref().map_or(Some(0), |row| row.count)).collect();
            let count = counts.map(|counts| counts.iter().sum());
            if count.is_none() {
                self.note(parts, row, &own);
            }
            sums.push(Row {
                code: row.code.clone(),
                label: row.label.clone(),
                count,
                share: count.and_then(|count| percent(count, n)),
                status: count.is_none().then_some(Status::Hidden),
                ..Row::default()
            });
        }
        Some(sums)
    }

    /// Within what a hidden sum lies, by what is shown.
    fn note(&mut self, parts: &[Indicator], row: &Row, own: &[Option<Row>]) {
        let (mut low, mut high) = (0, 0);
        for (part, row) in parts.iter().zip(own) {
            match row {
                None => {}
                Some(Row { count: Some(count), .. }) => {
                    low += count;
                    high += count;
                }
                Some(_) => high += most_of(part),
            }
        }
        let indicator = parts.first().map(|part| part.about.id.clone()).unwrap_or_default();
        self.ranges.push(MergedRange { indicator, code: row.code.clone(), low, high });
    }
}

/// The most that a hidden row of an indicator can count: all cases, less what is shown where each case has one answer.
fn most_of(part: &Indicator) -> u64 {
    let several = matches!(&part.figures, Figures::Distribution(spread) if spread.multiple);
    let shown: u64 =
        if several { 0 } else { rows_of(part).into_iter().flatten().filter_map(|row| row.count).sum() };
    part.about.n.saturating_sub(shown)
}

fn is_same(one: &Indicator, other: &Indicator) -> bool {
    let kind = match (&one.figures, &other.figures) {
        (Figures::Series(one), Figures::Series(other)) => one.unit == other.unit,
        (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
    };
    kind && one.about.id == other.about.id
}

fn is_together(row: &Row) -> bool {
    super::is_rest(&row.code) || row.code.contains("..")
}

fn rows_of(indicator: &Indicator) -> Option<&[Row]> {
    match &indicator.figures {
        Figures::Distribution(spread) => Some(&spread.rows),
        Figures::Series(series) => Some(&series.rows),
        Figures::Duration(duration) => Some(&duration.rows),
        Figures::Share(_)
        | Figures::Totals(_)
        | Figures::Crosstab(_)
        | Figures::Cooccurrence(_)
        | Figures::Threads(_) => None,
    }
}

/// Whole percents, of sums that are large enough in each part already.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2⁵²")]
fn percent(count: u64, n: u64) -> Option<f64> {
    (n > 0).then(|| ((count * 200 + n) / (n * 2)) as f64 / 100.0)
}

fn in_order(rows: Vec<Row>) -> Vec<Row> {
    crate::listed::in_order(rows, |a, b| {
        let place = |row: &Row| (is_together(row), row.count.is_none());
        place(a).cmp(&place(b)).then(b.count.cmp(&a.count)).then_with(|| a.label.cmp(&b.label))
    })
}
