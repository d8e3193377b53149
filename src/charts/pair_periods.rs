//! Referrals of two selections in time: two columns a period, or two lines where periods are many.

use super::{
    columns::{self, Column, Piece},
    legend::{self, Sign, Stroke},
    long_periods,
    model::{Ink, Shape},
    more_periods,
    pairs::{OURS, THEIRS, Two},
    periods,
    sheet::{Face, Place, Sheet},
    wording::{self, Word},
};
use crate::{
    catalog::Lang,
    report::{Row, Series, Unit},
};

/// Widest room for a period.
const WIDEST_SLOT: f64 = 134.0;
/// With less room for a period, lines are drawn.
const LINES_BELOW: f64 = 16.0;
const DASH: Option<(f64, f64)> = Some((6.0, 4.0));

/// A period of each.
struct Both<'r> {
    /// Names the period on the axis.
    row: &'r Row,
    ours: Option<&'r Row>,
    theirs: Option<&'r Row>,
}

/// Draws the referrals of both selections.
#[inline(never)]
pub(super) fn series(sheet: &mut Sheet<'_>, two: &Two<'_>, ours: &Series, theirs: &Series) {
    let place = sheet.rest();
    let both = aligned(&ours.rows, &theirs.rows);
    if both.is_empty() {
        sheet.bottom = sheet.paragraph(wording::word(Word::NoCases, sheet.lang), place, Face::SOFT, 2);
        return;
    }
    let parts = f64::from(u32::try_from(both.len()).unwrap_or(u32::MAX));
    let as_lines = place.width / parts < LINES_BELOW;
    let top = legend_of(sheet, place, two, &both, as_lines) + 6.0;
    let drawn: Vec<Column> = both.iter().map(|both| column(sheet, two, both, as_lines)).collect();
    let plot = columns::columns(sheet, Place { top, ..place }, periods::TALL, WIDEST_SLOT, &drawn);
    if as_lines {
        lines(sheet, &plot, &both);
    }
    // Of periods that differ only their places in the year are told.
    let rows: Vec<Row> = both.iter().map(|both| both.row.clone()).collect();
    let apart =
        both.iter().any(|both| matches!((both.ours, both.theirs), (Some(a), Some(b)) if a.code != b.code));
    let series = Series { rows, ..ours.clone() };
    sheet.bottom = match series.unit {
        Unit::Month => {
            let below = periods::month_labels(sheet, &plot, &series.rows);
            if apart { below + 4.0 } else { periods::year_labels(sheet, &plot, &series.rows, below) + 2.0 }
        }
        Unit::Year if apart => plot.base + 6.0,
        _ if apart => part_labels(sheet, &plot, &series.rows),
        _ => long_periods::labels(sheet, &plot, &series, false),
    };
}

/// `Q1`, `H2`.
fn part_labels(sheet: &mut Sheet<'_>, plot: &columns::Plot, rows: &[Row]) -> f64 {
    let labels: Vec<&str> = rows.iter().map(|row| row.code.get(5..).unwrap_or_default()).collect();
    columns::labels(sheet, plot, &labels);
    plot.base + 6.0 + Face::SOFT.line()
}

fn legend_of(sheet: &mut Sheet<'_>, place: Place, two: &Two<'_>, both: &[Both<'_>], as_lines: bool) -> f64 {
    let sign = |ink, dash| if as_lines { Sign::Line(Stroke { ink, dash }) } else { Sign::Block(ink) };
    let named = |name: &str, n: u64| format!("{name}, n\u{a0}=\u{a0}{}", wording::count(n, sheet.lang));
    let mut entries = vec![
        (sign(OURS, None), named(&two.names.0, two.ours.about.n)),
        (sign(THEIRS, DASH), named(&two.names.1, two.theirs.about.n)),
    ];
    let provisional = |row: Option<&Row>| row.is_some_and(|row| row.provisional);
    if !as_lines && both.iter().any(|both| provisional(both.ours) || provisional(both.theirs)) {
        entries.push((Sign::Hatched(THEIRS), wording::word(Word::NotOver, sheet.lang).to_owned()));
    }
    legend::legend(sheet, place, &entries)
}

/// The same periods beside each other; of selections from different years, the same part of the year.
fn aligned<'r>(ours: &'r [Row], theirs: &'r [Row]) -> Vec<Both<'r>> {
    let one_year = |rows: &[Row]| {
        let year = |row: &Row| row.code.get(..4).map(str::to_owned);
        let first = rows.first().and_then(year);
        first.filter(|first| rows.iter().all(|row| row.code.starts_with(first.as_str())))
    };
    let by_part = matches!((one_year(ours), one_year(theirs)), (Some(one), Some(other)) if one != other);
    let key =
        |row: &Row| if by_part { row.code.get(5..).unwrap_or_default().to_owned() } else { row.code.clone() };
    let find = |rows: &'r [Row], wanted: &str| rows.iter().find(|row| key(row) == wanted);
    let mut both: Vec<Both<'r>> =
        ours.iter().map(|row| Both { row, ours: Some(row), theirs: find(theirs, &key(row)) }).collect();
    for row in theirs.iter().filter(|row| find(ours, &key(row)).is_none()) {
        let at = both.iter().position(|other| key(other.row) > key(row)).unwrap_or(both.len());
        both.insert(at, Both { row, ours: None, theirs: Some(row) });
    }
    both
}

fn column(sheet: &Sheet<'_>, two: &Two<'_>, both: &Both<'_>, as_lines: bool) -> Column {
    let piece = |row: Option<&Row>, ink| {
        let hatched = row.is_some_and(|row| row.provisional);
        Piece {
            hatched,
            hidden: row.is_some_and(|row| row.count.is_none()),
            ..Piece::if_any(row.and_then(|row| row.count), ink)
        }
    };
    let pieces = [(both.ours, OURS), (both.theirs, THEIRS)]
        .map(|(row, ink)| piece(row, if as_lines { Ink::Paper } else { ink }));
    Column {
        code: both.row.code.clone(),
        pieces: pieces.to_vec(),
        spoken: spoken(two, both, sheet.lang),
        choice: both.ours.and_then(|row| two.ours.choice(&row.code, row.count)),
    }
}

fn spoken(two: &Two<'_>, both: &Both<'_>, lang: Lang) -> String {
    let told = |row: &Row, name: &str| {
        format!("{name}, {}", more_periods::spoken(periods::spoken(row, lang), row, lang))
    };
    let parts: Vec<String> = both
        .ours
        .map(|row| told(row, &two.names.0))
        .into_iter()
        .chain(both.theirs.map(|row| told(row, &two.names.1)))
        .collect();
    parts.join("; ")
}

/// The counts of each selection as a line.
fn lines(sheet: &mut Sheet<'_>, plot: &columns::Plot, both: &[Both<'_>]) {
    let count = |row: Option<&Row>| row.and_then(|row| row.count);
    let most = both
        .iter()
        .flat_map(|both| [count(both.ours), count(both.theirs)])
        .flatten()
        .max()
        .unwrap_or(0)
        .max(1);
    let of = |pick: fn(&Both<'_>) -> Option<u64>| -> Vec<(f64, f64)> {
        let points = both.iter().enumerate().filter_map(|(index, both)| Some((index, pick(both)?)));
        points
            .map(|(index, count)| {
                (plot.middle(index), plot.base - columns::cases(count) / columns::cases(most) * periods::TALL)
            })
            .collect()
    };
    let theirs = of(|both| both.theirs.and_then(|row| row.count));
    let ours = of(|both| both.ours.and_then(|row| row.count));
    for (points, ink, dash) in [(theirs, THEIRS, DASH), (ours, OURS, None)] {
        match points.as_slice() {
            [] => {}
            [(x, y)] => sheet.shape(Shape::Dot { x: *x, y: *y, radius: 3.0, ink, hollow: false }),
            _ => sheet.shape(Shape::Path { points, width: 2.0, ink, dash }),
        }
    }
}
