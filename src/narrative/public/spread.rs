//! How protected answers are spread, and lead times in bands: the largest that is shown, some others, what is hidden.

use super::Told;
use crate::{
    disclosure::{doubt, surely_first},
    narrative::{
        answers::{Answers, next_named},
        number::decimal,
        tongue::{Noun, capital},
    },
    report::{Distribution, Duration, Row, Status, Words},
};

/// Most hidden answers that a text names.
const HIDDEN_NAMED: usize = 5;
/// Most answers that a title names.
const TITLE_NAMED: usize = 2;
/// Days in a week.
const WEEK: f64 = 7.0;

pub(super) fn distribution(told: Told<'_>, figures: &Distribution) -> Words {
    let mut words = answers(told, &figures.rows, !figures.multiple, figures.ordered);
    if let Some((mean, median)) = figures.summary.and_then(|ages| Some((ages.mean, ages.median?))) {
        words.text.push(told.tongue.mean_age(mean, median));
    }
    let mut cautions = told.cautions();
    if figures.multiple {
        cautions.push(told.tongue.several_answers(told.noun));
    }
    told.finish(words.title, told.subtitle(told.measure()), &words.text, cautions)
}

pub(super) fn lead_time(told: Told<'_>, figures: &Duration) -> Words {
    let told = Told { noun: Noun::ClosedCase, ..told };
    let Told { tongue, patterns, .. } = told;
    let mut words = answers(told, &figures.rows, true, true);
    for (pattern, days) in
        [(patterns.half, figures.summary.median), (patterns.nine_in_ten, figures.summary.p90)]
    {
        words.text.extend(days.map(|days| told.fill(pattern, false, &|_| weeks(told, days))));
    }
    let mut subtitle = told.subtitle(told.measure());
    if figures.open_status == Some(Status::Hidden) {
        words.text.push(patterns.open_hidden.to_owned());
        subtitle = format!("{subtitle}, {}", patterns.open_hidden_short);
    } else if figures.open > 0 {
        let open = figures.open;
        words.text.push(told.fill(patterns.still_open, open == 1, &|_| open.to_string()));
        let short = tongue.open_cases(&super::shown(open, tongue.lang()));
        subtitle = format!("{subtitle}, {short}");
    }
    told.finish(words.title, subtitle, &words.text, told.cautions())
}

/// Days of a publication are whole weeks.
fn weeks(told: Told<'_>, days: f64) -> String {
    let weeks = decimal(days / WEEK, told.tongue.lang());
    told.fill(told.patterns.weeks, weeks == "1", &|_| weeks.clone())
}

struct Said {
    title: String,
    text: Vec<String>,
}

/// What the rows say. `adds_up`: every case is in one of them. `ordered`: they are bands.
fn answers(told: Told<'_>, rows: &[Row], adds_up: bool, ordered: bool) -> Said {
    let Told { about, tongue, patterns, protection, .. } = told;
    let answers = Answers::of(&about.id, rows, about.n, told.counted_noun(), tongue);
    // Several answers in one row are no answer to begin with, however large they are together.
    let is_answer = |(row, _): &&(&Row, u64)| ordered || !row.is_put_together();
    let single: Vec<(&Row, u64)> = answers.rows().iter().filter(is_answer).copied().collect();
    let shown = if single.is_empty() { answers.rows().to_vec() } else { single };
    let Some((first, most)) = shown.first() else {
        let [title, text] = patterns.all_hidden.map(str::to_owned);
        return Said { title, text: vec![text] };
    };
    let near = shown.iter().take_while(|(_, count)| most - count <= doubt(protection.base)).count();
    let counts: Vec<_> = rows.iter().map(|row| row.count).collect();
    let surely = surely_first(&counts, adds_up.then_some(about.n), protection.base);
    let sure = surely.and_then(|place| rows.get(place)).is_some_and(|row| row.code == first.code);
    let title = match shown.get(..near) {
        // It is said of this answer alone, not that it is the largest.
        _ if sure || near <= 1 => answers.say(first, &told.subject(*most, first.share)),
        Some(level) if level.len() <= TITLE_NAMED => {
            let equal = !told.is_rounded();
            let names: Vec<_> = level.iter().map(|(row, _)| answers.value(row)).collect();
            let pattern = if equal { patterns.equal } else { patterns.close };
            capital(&told.fill(pattern, false, &|_| tongue.list(&names)))
        }
        _ => told.fill(patterns.many_close, false, &|_| near.to_string()),
    };
    let mut text = vec![format!("{}{}.", answers.say(first, &told.counted(*most)), told.part(first.share))];
    let others = shown.get(1..).unwrap_or_default();
    let named: Vec<_> =
        others.iter().take(next_named(others)).map(|row| with_count(told, &answers, row)).collect();
    if !named.is_empty() {
        text.push(told.fill(patterns.further, false, &|_| tongue.list(&named)));
    }
    text.extend(hidden(told, &answers, rows));
    Said { title, text }
}

fn with_count(told: Told<'_>, answers: &Answers<'_>, (row, count): &(&Row, u64)) -> String {
    told.fill(told.patterns.with_count, false, &|hole| match hole {
        "l" => answers.value(row),
        "k" => count.to_string(),
        _ => told.part(row.share),
    })
}

/// Which answers are hidden, or how many when these are many.
fn hidden(told: Told<'_>, answers: &Answers<'_>, rows: &[Row]) -> Option<String> {
    let hidden: Vec<_> =
        rows.iter().filter(|row| row.count.is_none()).map(|row| answers.value(row)).collect();
    match hidden.len() {
        0 => None,
        few if few <= HIDDEN_NAMED => {
            Some(told.fill(told.patterns.hidden_named, few == 1, &|_| told.tongue.list(&hidden)))
        }
        many => Some(told.fill(told.patterns.hidden_many, false, &|_| many.to_string())),
    }
}
