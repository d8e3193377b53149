//! The words for each kind of figure.

use super::{
    answers::Answers,
    fraction::WORDS_FROM,
    frame, groups, label,
    period::Date,
    profiles, referrals, threads, together,
    tongue::{LeadTime, Noun, Tongue, capital, fill},
};
use crate::catalog;
use crate::report::{
    About, Crosstab, CrosstabRow, Distribution, Duration, Figures, Indicator, Report, Share, Totals, Words,
};

/// The words for one indicator.
pub(super) fn words(report: &Report, indicator: &Indicator, tongue: &dyn Tongue) -> Words {
    let about = &indicator.about;
    match &indicator.figures {
        Figures::Series(series) => referrals::words(report, about, series, tongue),
        Figures::Duration(duration) => lead_time(report, about, duration, tongue),
        Figures::Distribution(distribution) if about.id == "doelgroepen" => {
            profiles::words(report, about, distribution, tongue)
        }
        Figures::Distribution(distribution) if about.id == "stapeling" => {
            together::stacked(report, about, distribution, tongue)
                .unwrap_or_else(|| spread(report, about, distribution, tongue))
        }
        Figures::Distribution(distribution) => spread(report, about, distribution, tongue),
        Figures::Share(share) => part(report, about, share, tongue),
        Figures::Totals(totals) => sums(report, about, totals, tongue),
        Figures::Crosstab(crosstab) => crossed(report, about, crosstab, tongue),
        Figures::Cooccurrence(figures) => together::words(report, about, figures, tongue),
        Figures::Threads(threads) => threads::words(report, about, threads, tongue),
    }
}

fn spread(report: &Report, about: &About, distribution: &Distribution, tongue: &dyn Tongue) -> Words {
    let noun = tongue.saying(&about.id).noun;
    let base = report.share_of.base(about);
    let counted = frame::noun_of(base, about, noun);
    let answers = Answers::of(&about.id, &distribution.rows, base, counted, tongue);
    let measure = about.label.clone().unwrap_or_else(|| frame::measure(&about.id, tongue));
    if answers.are_none() {
        return nothing(report, about, measure, noun, tongue);
    }
    let mut text = vec![answers.first_sentence()];
    let ages = distribution.summary.and_then(|ages| ages.median.map(|median| (ages.mean, median)));
    match ages {
        Some(_) if about.n == 1 => {}
        Some((mean, median)) => text.push(tongue.mean_age(mean, median)),
        None => text.extend(answers.next_sentence()),
    }
    let mut cautions = frame::cautions_of(base, about, noun, tongue);
    if distribution.multiple {
        cautions.push(tongue.several_answers(noun));
    }
    Words {
        title: answers.title(),
        subtitle: frame::subtitle(report, measure, about, tongue) + &frame::of_all(report, about, tongue),
        text: text.join(" "),
        cautions,
    }
}

fn part(report: &Report, about: &About, share: &Share, tongue: &dyn Tongue) -> Words {
    let saying = tongue.saying(&about.id);
    let measure = frame::measure(&about.id, tongue);
    let Some(count) = share.count.filter(|_| about.n > 0) else {
        return nothing(report, about, measure, saying.noun, tongue);
    };
    let base = report.share_of.base(about);
    let counted = frame::noun_of(base, about, saying.noun);
    let label = label::lower_first(&indicator_label(&about.id, tongue));
    let say = |subject: super::tongue::Subject| {
        fill(if subject.plural { saying.more } else { saying.one }, &subject.text, &label)
    };
    let plain = count == 0 || count == base || base < WORDS_FROM;
    let percent = if plain { String::new() } else { format!(" ({})", tongue.percent(count, base)) };
    Words {
        title: say(tongue.subject(count, base, counted)),
        subtitle: frame::subtitle(report, measure, about, tongue) + &frame::of_all(report, about, tongue),
        text: format!("{}{percent}.", say(tongue.counted(count, base, counted))),
        cautions: frame::cautions_of(base, about, saying.noun, tongue),
    }
}

fn lead_time(report: &Report, about: &About, duration: &Duration, tongue: &dyn Tongue) -> Words {
    let answers = Answers::of(&about.id, &duration.rows, about.n, Noun::ClosedCase, tongue);
    let mut subtitle = frame::subtitle(report, frame::measure(&about.id, tongue), about, tongue);
    if duration.open > 0 {
        subtitle.push_str(", ");
        subtitle.push_str(&tongue.open_cases(&super::number::shown(duration.open, tongue.lang())));
    }
    if answers.are_none() {
        if report.cases.selected == 0 {
            return nothing(report, about, frame::measure(&about.id, tongue), Noun::Case, tongue);
        }
        let reference = report.reference_date.as_deref().and_then(Date::from_iso);
        let (title, text) = tongue.nothing_closed(duration.open, reference);
        return Words { title, subtitle, text, cautions: Vec::new() };
    }
    let curve = duration.kaplan_meier.as_ref();
    let facts = LeadTime {
        closed: about.n,
        open: duration.open,
        excluded: duration.excluded,
        median: duration.summary.median,
        // Whole days are said: at most so many is still true.
        p90: duration.summary.p90.map(f64::ceil),
        all_median: curve.and_then(|curve| curve.median),
        low: curve.and_then(|curve| curve.low),
        high: curve.and_then(|curve| curve.high),
    };
    let known = about.n + duration.open + duration.excluded;
    let mut cautions: Vec<_> = frame::small(about.n, Noun::ClosedCase, tongue).into_iter().collect();
    cautions.extend(frame::much_unknown(known, about.missing, Noun::Case, tongue));
    if duration.open > 0 {
        cautions.push(tongue.closed_only(duration.open));
    }
    if curve.is_some_and(|curve| curve.median.is_none()) {
        cautions.push(tongue.median_not_reached());
    }
    let first = if about.n == 1 { String::new() } else { answers.first_sentence() };
    let mut text = format!("{first} {}", tongue.lead_time(&facts));
    let by_group = if duration.by.is_empty() { Vec::new() } else { groups::sentences(duration, tongue) };
    for groups in by_group {
        text.push(' ');
        text.push_str(&groups);
    }
    Words { title: answers.title(), subtitle, text: text.trim().to_owned(), cautions }
}

fn sums(report: &Report, about: &About, totals: &Totals, tongue: &dyn Tongue) -> Words {
    let measure = frame::measure(&about.id, tongue);
    let known: Vec<_> = totals
        .rows
        .iter()
        .filter(|row| row.n > 0)
        .filter_map(|row| row.total.map(|total| (row, total)))
        .collect();
    let Some((first, total)) = known.first() else {
        return nothing(report, about, measure, Noun::Case, tongue);
    };
    let text: Vec<_> =
        known.iter().map(|(row, total)| tongue.total(&row.code, *total, row.mean, row.n)).collect();
    let all = about.n.saturating_add(about.missing);
    let title = if frame::is_much(first.n, all.saturating_sub(first.n)) {
        // A sum of some of the cases is no sum of all.
        tongue.total(&first.code, *total, first.mean, first.n).trim_end_matches('.').to_owned()
    } else {
        tongue.total_title(&first.code, *total, first.mean)
    };
    Words {
        title,
        subtitle: frame::subtitle(report, measure, about, tongue),
        text: text.join(" "),
        cautions: frame::much_unknown(about.n, about.missing, Noun::Case, tongue).into_iter().collect(),
    }
}

#[inline(never)]
fn crossed(report: &Report, about: &About, crosstab: &Crosstab, tongue: &dyn Tongue) -> Words {
    let (row, column) =
        (label::field_label(&crosstab.row, tongue), label::field_label(&crosstab.column, tongue));
    let measure = tongue.crosstab_measure(&row, &column);
    let cells = |row: &CrosstabRow| row.cells.iter().filter_map(|cell| cell.count).max();
    let Some(largest) = crosstab.rows.iter().filter_map(cells).max().filter(|&count| count > 0) else {
        return nothing(report, about, measure, Noun::Referral, tongue);
    };
    let top: Vec<_> = crosstab
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().map(move |cell| (row, cell)))
        .filter(|(_, cell)| cell.count == Some(largest))
        .collect();
    let (title, text) = match top.as_slice() {
        [(row, cell)] => {
            let row = label::answer_label(&crosstab.row, &row.code, &row.label, tongue);
            let column = crosstab.columns.iter().find(|column| column.code == cell.code);
            let column = column.map_or_else(
                || cell.code.clone(),
                |column| label::answer_label(&crosstab.column, &column.code, &column.label, tongue),
            );
            let column = label::lower_first(&tongue.spoken_range(&column, true));
            let spoken = label::lower_first(&tongue.spoken_range(&row, true));
            let counted = tongue.counted(largest, about.n, frame::noun_of(about.n, about, Noun::Referral));
            let part = together::share(largest, about.n, tongue);
            (tongue.pair(&capital(&spoken), &column), tongue.pair_text(&spoken, &column, &counted, &part))
        }
        _ => tongue.no_pair(top.len(), largest),
    };
    let mut cautions = frame::cautions(about, Noun::Referral, tongue);
    let has_several = |id: &String| catalog::field(id).is_some_and(|field| field.kind == catalog::Kind::Many);
    if [&crosstab.row, &crosstab.column].into_iter().any(has_several) {
        cautions.push(tongue.several_answers(Noun::Referral));
    }
    Words { title, subtitle: frame::subtitle(report, measure, about, tongue), text, cautions }
}

/// The words when there is nothing to tell.
pub(super) fn nothing(
    report: &Report,
    about: &About,
    measure: String,
    noun: Noun,
    tongue: &dyn Tongue,
) -> Words {
    let (title, text) = if about.missing == 0 {
        tongue.nothing_selected()
    } else {
        tongue.nothing_known(about.missing, noun)
    };
    let subtitle = frame::subtitle(report, measure, about, tongue);
    Words { title, subtitle, text, cautions: Vec::new() }
}

pub(super) fn indicator_label(id: &str, tongue: &dyn Tongue) -> String {
    crate::catalog::indicator(id)
        .map_or_else(|| id.to_owned(), |known| known.label.text(tongue.lang()).to_owned())
}
