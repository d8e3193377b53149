//! Publications of several regions as one: what each shows is added up, what one hides stays hidden. Makes no count
//! that could not be made of the publications by hand.

use super::{
    REGION, SplitField,
    grouping::UNKNOWN,
    joined::{self, Class},
    labels::JOIN,
    left, why,
};
use crate::{
    catalog::Lang,
    disclosure::Released,
    error::{Code, Error, Result},
    report::{
        About, Audit, CaseCount, Clause, Distribution, Duration, Figures, Indicator, LeftOut, Merged,
        MergedGroup, MergedRange, MissingBy, Publication, Report, Row, Series, Share, State, Status, Summary,
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
    let mut sum = Sum { percent_from: first.policy.percent_from, ..Sum::default() };
    let indicators = first.report.indicators.iter();
    let indicators: Vec<Indicator> = indicators.filter_map(|one| sum.indicator(one, all, lang)).collect();
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
    let Sum { ranges, left_out, merged, .. } = sum;
    Ok(Released(Publication {
        title: title.to_owned(),
        audit: audit(all),
        made,
        regions,
        split: Some(SplitField { field: REGION.to_owned(), label: region_label(lang) }),
        report: report(&first.report, cases, hidden, indicators),
        states: all.iter().flat_map(states).collect(),
        merged,
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
            ("period", first.period != other.period),
            ("lang", first.lang != other.lang),
        ];
        if let Some((field, _)) = differs.iter().find(|(_, differs)| *differs) {
            return Err(unlike(field));
        }
    }
    let nameless = [first].into_iter().chain(rest).any(|one| one.regions.is_empty() || !is_named(one));
    if nameless { Err(unlike("regions")) } else { Ok(()) }
}

/// Every case is of a region that is named: else a region could be counted twice.
fn is_named(one: &Publication) -> bool {
    let Some(regions) = one.report.indicators.iter().find(|known| known.about.id == REGION) else {
        return one.regions.len() == 1;
    };
    let about = &regions.about;
    let all = rows_of(regions)
        .is_some_and(|rows| rows.iter().all(|row| row.count.is_some() && !row.is_put_together()));
    all && about.missing == 0 && about.missing_status.is_none()
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
#[derive(Default)]
struct Sum {
    /// No percentage of fewer cases.
    percent_from: u64,
    ranges: Vec<MergedRange>,
    left_out: Vec<LeftOut>,
    merged: Vec<Merged>,
}

impl Sum {
    fn leave_out(&mut self, indicator: &str) {
        if !self.left_out.iter().any(|known| known.indicator == indicator) {
            self.left_out.push(left(indicator, None, why::UNLIKE));
        }
    }

    /// One indicator of all; none when not all have it, or with answers that can't be told apart.
    fn indicator(&mut self, first: &Indicator, all: &[Publication], lang: Lang) -> Option<Indicator> {
        let same =
            |one: &'_ Publication| one.report.indicators.iter().find(|other| is_same(first, other)).cloned();
        let parts: Option<Vec<Indicator>> = all.iter().map(same).collect();
        let made = parts.and_then(|parts| self.add(first, &parts, all, lang));
        match &made {
            None => self.leave_out(&first.about.id),
            Some(made) => self.tell_merged(made),
        }
        made
    }

    fn add(
        &mut self,
        first: &Indicator,
        parts: &[Indicator],
        all: &[Publication],
        lang: Lang,
    ) -> Option<Indicator> {
        if let Figures::Share(_) = &first.figures {
            return share(first, parts, self.percent_from);
        }
        let several = matches!(&first.figures, Figures::Distribution(spread) if spread.multiple);
        let ordered = match &first.figures {
            Figures::Distribution(spread) => spread.ordered,
            figures => matches!(figures, Figures::Series(_) | Figures::Duration(_)),
        };
        let lists: Vec<Vec<Row>> = parts.iter().map(with_unknown).collect::<Option<_>>()?;
        let merged: Vec<Vec<&Merged>> = all
            .iter()
            .map(|one| one.merged.iter().filter(|one| one.indicator == first.about.id).collect())
            .collect();
        // Bands are all told, also those of nobody: other ones are other bands.
        if matches!(&first.figures, Figures::Distribution(spread) if spread.ordered)
            && !joined::same_answers(&lists, &merged)
        {
            return None;
        }
        let classes = joined::classes(&lists, &merged, ordered, lang)?;
        let open = parts.iter().map(open_of).collect::<Option<Vec<u64>>>()?.iter().sum::<u64>();
        let cases: u64 = parts.iter().map(|part| part.about.n + part.about.missing).sum();
        let missing: Vec<&Class> = classes.iter().filter(|class| class.is_unknown()).collect();
        // Nobody, when they are in a class of their own nowhere.
        let missing = missing.first().map_or(Some(0), |class| counted(class));
        let n = cases - missing.unwrap_or(0);
        let of = if missing.is_some() { n } else { 0 };
        let rows: Vec<Row> = classes
            .iter()
            .filter(|class| !class.is_unknown())
            .map(|class| self.row(class, parts, of))
            .collect();
        let about = About {
            n,
            missing: missing.unwrap_or(0),
            missing_by: MissingBy::default(),
            missing_status: missing.is_none().then_some(Status::Hidden),
            ..first.about.clone()
        };
        let figures = match &first.figures {
            Figures::Distribution(spread) => {
                let rows = if ordered && !several { rows } else { in_order(rows) };
                Figures::Distribution(Distribution { rows, summary: None, ..spread.clone() })
            }
            Figures::Series(series) => {
                let rows = rows.into_iter().map(|row| Row { share: None, ..row }).collect();
                Figures::Series(Series { rows, ..series.clone() })
            }
            // A median of medians is no median.
            Figures::Duration(duration) => {
                Figures::Duration(Duration { open, rows, summary: Summary::default(), ..duration.clone() })
            }
            Figures::Share(_)
            | Figures::Totals(_)
            | Figures::Crosstab(_)
            | Figures::Cooccurrence(_)
            | Figures::Threads(_) => return None,
        };
        Some(Indicator { about, figures, words: None })
    }

    fn row(&mut self, class: &Class, parts: &[Indicator], n: u64) -> Row {
        let count = counted(class);
        if count.is_none() {
            self.note(parts, class);
        }
        Row {
            code: class.code.clone(),
            label: class.label.clone(),
            count,
            share: count.and_then(|count| percent(count, n, self.percent_from)),
            status: count.is_none().then_some(Status::Hidden),
            ..Row::default()
        }
    }

    /// Says which answers are one class in the sum.
    fn tell_merged(&mut self, made: &Indicator) {
        let rows = rows_of(made).into_iter().flatten().filter(|row| row.is_put_together());
        let group = |row: &Row| MergedGroup {
            label: row.label.clone(),
            codes: row.code.split(JOIN).map(str::to_owned).collect(),
        };
        let groups: Vec<MergedGroup> = rows.map(group).collect();
        if !groups.is_empty() {
            self.merged.push(Merged { indicator: made.about.id.clone(), groups });
        }
    }

    /// Within what a hidden sum lies, by what is shown.
    fn note(&mut self, parts: &[Indicator], class: &Class) {
        let (mut low, mut high) = (0, 0);
        for (part, rows) in parts.iter().zip(&class.rows) {
            let shown: u64 = rows.iter().filter_map(|row| row.count).sum();
            low += shown;
            high += shown + if rows.iter().any(|row| row.count.is_none()) { most_of(part) } else { 0 };
        }
        let indicator = parts.first().map(|part| part.about.id.clone()).unwrap_or_default();
        self.ranges.push(MergedRange { indicator, code: class.code.clone(), low, high });
    }
}

/// A share of all; none where one hides how many.
fn share(first: &Indicator, parts: &[Indicator], from: u64) -> Option<Indicator> {
    let of = |part: &Indicator| match &part.figures {
        Figures::Share(share) if part.about.missing_status.is_none() => share.count,
        _ => None,
    };
    let count: u64 = parts.iter().map(of).collect::<Option<Vec<u64>>>()?.iter().sum();
    let n: u64 = parts.iter().map(|part| part.about.n).sum();
    let missing = parts.iter().map(|part| part.about.missing).sum();
    let about = About { n, missing, missing_by: MissingBy::default(), ..first.about.clone() };
    let figures = Figures::Share(Share { count: Some(count), share: percent(count, n, from), status: None });
    Some(Indicator { about, figures, words: None })
}

/// What all publications show of a class; none where one hides.
fn counted(class: &Class) -> Option<u64> {
    let counts: Option<Vec<u64>> = class.rows.iter().flatten().map(|row| row.count).collect();
    counts.map(|counts| counts.iter().sum())
}

/// The rows of an indicator, and the cases without an answer as one of them, when there are any.
fn with_unknown(part: &Indicator) -> Option<Vec<Row>> {
    let mut rows = rows_of(part)?.to_vec();
    let hidden = part.about.missing_status.is_some();
    if hidden || part.about.missing > 0 {
        let count = Some(part.about.missing).filter(|_| !hidden);
        rows.push(Row { code: UNKNOWN.to_owned(), count, ..Row::default() });
    }
    Some(rows)
}

/// Open cases, of lead times; none where that is hidden.
fn open_of(part: &Indicator) -> Option<u64> {
    match &part.figures {
        Figures::Duration(duration) => Some(duration.open).filter(|_| duration.open_status.is_none()),
        _ => Some(0),
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
    row.is_put_together() || row.code.contains(super::labels::TO)
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
fn percent(count: u64, n: u64, from: u64) -> Option<f64> {
    (n >= from && n > 0).then(|| ((count * 200 + n) / (n * 2)) as f64 / 100.0)
}

fn in_order(rows: Vec<Row>) -> Vec<Row> {
    crate::listed::in_order(rows, |a, b| {
        let place = |row: &Row| (is_together(row), row.count.is_none());
        place(a).cmp(&place(b)).then(b.count.cmp(&a.count)).then_with(|| a.label.cmp(&b.label))
    })
}
