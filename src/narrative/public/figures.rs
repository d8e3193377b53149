//! Protected shares, referrals in time and cross tables in words.

use super::Told;
use crate::{
    catalog,
    disclosure::surely_first,
    narrative::{
        changes, frame, label,
        number::shown,
        period::Months,
        tongue::{Busiest, Noun, Subject, capital, fill},
    },
    report::{Crosstab, CrosstabCell, CrosstabRow, Series, Share, Words},
};

pub(super) fn share(told: Told<'_>, figures: &Share) -> Words {
    let measure = told.measure();
    let Some(count) = figures.count else { return told.all_hidden(measure) };
    let saying = told.tongue.saying(&told.about.id);
    let label = catalog::indicator(&told.about.id)
        .map_or_else(|| told.about.id.clone(), |known| known.label.text(told.tongue.lang()).to_owned());
    let label = label::lower_first(&label);
    let say =
        |subject: Subject| fill(if subject.plural { saying.more } else { saying.one }, &subject.text, &label);
    let title = say(told.subject(count, figures.share));
    let text = format!("{}{}.", say(told.counted(count)), told.part(figures.share));
    told.finish(title, told.subtitle(measure), &[text], told.cautions())
}

pub(super) fn series(told: Told<'_>, figures: &Series) -> Words {
    let Told { report, about, tongue, patterns, .. } = told;
    let year = frame::months(report, about).filter(|months| months.is_one_year());
    let number = told.roughly(&shown(about.n, tongue.lang()));
    let title = told.fill(patterns.referrals, about.n == 1, &|hole| match (hole, year) {
        ("n", _) => number.clone(),
        (_, Some(year)) => told.fill(patterns.in_year, false, &|_| tongue.period(year)),
        (_, None) => String::new(),
    });
    let mut text: Vec<_> =
        busiest(told, figures).map(|busiest| tongue.busiest(&busiest)).into_iter().collect();
    if !told.is_rounded() {
        text.extend(changes::sentence(figures, tongue));
    }
    let hidden: Vec<_> =
        figures.rows.iter().filter(|row| row.count.is_none()).map(|row| row.label.clone()).collect();
    if !hidden.is_empty() {
        text.push(told.fill(patterns.hidden_named, hidden.len() == 1, &|_| tongue.list(&hidden)));
    }
    if text.is_empty() {
        text.push(format!("{title}."));
    }
    told.finish(title, told.subtitle(told.measure()), &text, told.cautions())
}

/// The period that is sure to be the busiest of several.
fn busiest(told: Told<'_>, figures: &Series) -> Option<Busiest> {
    let counts: Vec<_> = figures.rows.iter().map(|row| row.count).collect();
    let place = surely_first(&counts, Some(told.about.n), told.protection.base)?;
    let row = figures.rows.get(place).filter(|_| figures.rows.len() > 1)?;
    let periods = vec![Months::of_code(&row.code)?];
    Some(Busiest { unit: figures.unit, periods, count: row.count?, all: false })
}

pub(super) fn crosstab(told: Told<'_>, table: &Crosstab) -> Words {
    let Told { tongue, patterns, protection, .. } = told;
    let (row, column) = (label::field_label(&table.row, tongue), label::field_label(&table.column, tongue));
    let measure = tongue.crosstab_measure(&row, &column);
    let cells: Vec<_> =
        table.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell))).collect();
    let counts: Vec<_> = cells.iter().map(|(_, cell)| cell.count).collect();
    let has_several = |id: &String| catalog::field(id).is_some_and(|field| field.kind == catalog::Kind::Many);
    let several = [&table.row, &table.column].into_iter().any(has_several);
    let first = surely_first(&counts, (!several).then_some(table.total), protection.base);
    let first = first.and_then(|place| cells.get(place));
    // What a table holds that has no cell that is sure to be the largest, its cells tell.
    let (title, mut text) = match first {
        Some((row, cell)) => largest(told, table, row, cell),
        None => (measure.clone(), Vec::new()),
    };
    let hidden = counts.iter().filter(|count| count.is_none()).count();
    if hidden > 0 {
        text.push(told.fill(patterns.hidden_cells, hidden == 1, &|_| hidden.to_string()));
    }
    let mut cautions = told.cautions();
    if several {
        cautions.push(tongue.several_answers(Noun::Referral));
    }
    told.finish(title, told.subtitle(measure), &text, cautions)
}

fn largest(
    told: Told<'_>,
    table: &Crosstab,
    row: &CrosstabRow,
    cell: &CrosstabCell,
) -> (String, Vec<String>) {
    let tongue = told.tongue;
    let name = |field: &str, code: &str, label: &str| {
        let label = label::answer_label(field, code, label, tongue);
        label::lower_first(&tongue.spoken_range(&label, true))
    };
    let column = table.columns.iter().find(|column| column.code == cell.code);
    let column = name(&table.column, &cell.code, column.map_or(&cell.code, |column| &column.label));
    let row = name(&table.row, &row.code, &row.label);
    let counted = Told { noun: Noun::Referral, ..told }.counted(cell.count.unwrap_or(0));
    (tongue.pair(&capital(&row), &column), vec![tongue.pair_text(&row, &column, &counted, "")])
}
