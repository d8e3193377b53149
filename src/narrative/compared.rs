//! Two selections side by side: the answer on which they differ most, the
//! difference in percentage points, and both n. No cause, and no test: what
//! may be chance is for the reader, who is told when numbers are small.

use super::{
    answers::Answers,
    beside, en,
    figures::{self, indicator_label},
    frame,
    label::{field_label, lower_first, main_field},
    nl,
    number::{percent, shown},
    selection::{Asked, asked},
    tongue::{Noun, Tongue, capital, join},
};
use crate::{
    catalog::{self, Kind, Lang},
    listed::in_order,
    report::{
        About, Against, Clause, Distribution, Duration, Figures, Indicator, Report, Row, Series, TotalRow,
        Totals, Unit, Words,
    },
};

/// One of the two selections.
pub(super) struct Side {
    /// Where the figures are from, within a sentence: `in Twente`.
    pub(super) phrase: String,
    /// What it is called: `Twente`.
    pub(super) name: String,
}

/// A count of one of the two.
pub(super) struct Counted<'a> {
    pub(super) side: &'a Side,
    pub(super) count: u64,
    /// What the percentage is of.
    pub(super) of: u64,
    /// The percentage in words.
    pub(super) percent: String,
}

/// A sum of one of the two, with its mean a case.
pub(super) struct Sum<'a> {
    pub(super) side: &'a Side,
    pub(super) row: &'a TotalRow,
    pub(super) mean: f64,
}

/// The sentences of one language.
pub(super) struct Sayings {
    pub(super) side: fn(&Asked) -> Side,
    /// The subject of the title: `54 procent van de jeugdigen in Twente`.
    pub(super) subject: fn(&Counted<'_>, &str) -> String,
    /// What follows on the title's sentence: the other percentage, and the difference.
    pub(super) against: fn(&Counted<'_>, u64) -> String,
    /// Both counts, with their percentages and the difference.
    pub(super) counts: fn(&Counted<'_>, &Counted<'_>, u64) -> String,
    /// Both medians of ages.
    pub(super) ages: fn(&Side, f64, &Side, f64) -> String,
    /// The days after which half of all cases is closed, `None` when that is not yet so.
    pub(super) half_closed: fn(&Side, Option<f64>, &Side, Option<f64>) -> String,
    /// Both medians of the closed cases.
    pub(super) lead_times: fn(&Side, f64, &Side, f64) -> String,
    /// How many cases are closed, and how many open.
    pub(super) closed: fn(&Side, u64, u64) -> String,
    /// Both numbers of referrals.
    pub(super) referrals: fn(&Side, u64, &Side, u64, bool) -> String,
    /// Why their difference is not told.
    pub(super) unlike: &'static str,
    /// What was counted, the mean a case of both, and the sums with their cases.
    pub(super) means: fn(&str, &Sum<'_>, &Sum<'_>) -> (String, String),
    /// One of the two has nothing; of lead times: nothing closed.
    pub(super) nothing: fn(&Side, bool) -> String,
    pub(super) unknown: fn(&Side, u64, u64) -> String,
    /// Behind a subtitle: the drawing is of the first of the two.
    pub(super) only: &'static str,
    /// The two were selected by this very figure.
    pub(super) chosen: &'static str,
    /// The word before the second name in a subtitle.
    pub(super) and: &'static str,
    pub(super) or: &'static str,
}

/// The words for an indicator of both selections.
#[inline(never)]
pub(super) fn words(
    report: &Report,
    against: &Against,
    indicator: &Indicator,
    other: &Indicator,
    tongue: &dyn Tongue,
) -> Option<Words> {
    let sayings = match tongue.lang() {
        Lang::Nl => &nl::compared::SAYINGS,
        Lang::En => &en::compared::SAYINGS,
    };
    let first = (sayings.side)(&asked(&report.filter, false, sayings.or, tongue));
    let second = (sayings.side)(&asked(&against.filter, against.rest, sayings.or, tongue));
    let pair = Pair {
        report,
        against,
        sayings,
        tongue,
        sides: [&first, &second],
        about: [&indicator.about, &other.about],
    };
    let mut clauses = report.filter.iter().chain(&against.filter);
    let chosen = clauses.any(|clause| shows(indicator, &clause.field));
    let mut words = match (&indicator.figures, &other.figures) {
        _ if chosen => Some(pair.chosen()),
        (Figures::Distribution(one), Figures::Distribution(two)) => Some(pair.spread(one, two)),
        (Figures::Share(one), Figures::Share(two)) => Some(pair.shares(one.count?, two.count?)),
        (Figures::Duration(one), Figures::Duration(two)) => Some(pair.lead_times(one, two)),
        (Figures::Series(one), Figures::Series(two)) => Some(pair.referrals(one, two)),
        (Figures::Totals(one), Figures::Totals(two)) => Some(pair.totals(one, two)),
        _ => Some(pair.of_first(indicator, other)),
    }?;
    words.cautions.extend(beside::caution(against, tongue));
    Some(words)
}

/// The figure shows the answers of this field: a distribution of it, or a share of one of its answers. A share within
/// so many days has a date as its field, and shows no answer of it.
fn shows(indicator: &Indicator, field: &str) -> bool {
    match indicator.figures {
        _ if indicator.about.id == field => true,
        Figures::Share(_) => {
            let is_date = catalog::field(field).is_some_and(|field| field.kind == Kind::Date);
            main_field(&indicator.about.id) == field && !is_date
        }
        _ => false,
    }
}

fn is_period(clause: &Clause) -> bool {
    catalog::field(&clause.field).is_some_and(|field| field.kind == Kind::Date)
}

/// The regions that have referrals, as the series by year gives them.
fn places(indicators: &[Indicator]) -> Vec<&str> {
    let years = indicators.iter().filter_map(|indicator| match &indicator.figures {
        Figures::Series(series) if series.unit == Unit::Year => Some(&series.regions),
        _ => None,
    });
    let with = years.flatten().filter(|row| row.count > Some(0));
    in_order(with.map(|row| row.code.as_str()), |one, other| one.cmp(other))
}

/// Two indicators to be told together.
struct Pair<'a> {
    report: &'a Report,
    against: &'a Against,
    sayings: &'static Sayings,
    tongue: &'a dyn Tongue,
    sides: [&'a Side; 2],
    about: [&'a About; 2],
}

impl Pair<'_> {
    fn id(&self) -> &str {
        &self.about[0].id
    }

    fn spread(&self, one: &Distribution, two: &Distribution) -> Words {
        if let Some(nothing) = self.nothing(false) {
            return nothing;
        }
        let [of_one, of_two] = self.about.map(|about| self.report.share_of.base(about));
        let mut most: Option<(&Row, u64, u64, u128)> = None;
        let count_in = |spread: &Distribution, code: &str| {
            spread.rows.iter().find(|row| row.code == code).and_then(|row| row.count).unwrap_or(0)
        };
        for row in one.rows.iter().chain(&two.rows) {
            let (a, b) = (count_in(one, &row.code), count_in(two, &row.code));
            let (a_part, b_part) = (u128::from(a) * u128::from(of_two), u128::from(b) * u128::from(of_one));
            let apart = a_part.abs_diff(b_part);
            if most.is_none_or(|(_, _, _, widest)| apart > widest) {
                most = Some((row, a, b, apart));
            }
        }
        let Some((row, a, b, _)) = most else { return self.as_nothing(0, false) };
        let counts = self.counted([a, b]);
        let noun = self.tongue.saying(self.id()).noun;
        let answers = Answers::of(self.id(), std::slice::from_ref(row), of_one, noun, self.tongue);
        let subject = (self.sayings.subject)(&counts[0], self.tongue.noun(self.counted_of(noun), 2));
        let mut words = self.told(&answers.say_of(row, &subject), &counts);
        let medians = [one, two].map(|spread| spread.summary.and_then(|ages| ages.median));
        if let [Some(a), Some(b)] = medians {
            words.text.push(' ');
            words.text.push_str(&(self.sayings.ages)(self.sides[0], a, self.sides[1], b));
        }
        if one.multiple {
            words.cautions.push(self.tongue.several_answers(noun));
        }
        words
    }

    fn shares(&self, a: u64, b: u64) -> Words {
        if let Some(nothing) = self.nothing(false) {
            return nothing;
        }
        let counts = self.counted([a, b]);
        let saying = self.tongue.saying(self.id());
        let subject = (self.sayings.subject)(&counts[0], self.tongue.noun(self.counted_of(saying.noun), 2));
        let plural = self.tongue.lang() == Lang::En;
        let label = lower_first(&indicator_label(self.id(), self.tongue));
        let said = super::tongue::fill(if plural { saying.more } else { saying.one }, &subject, &label);
        self.told(&said, &counts)
    }

    fn counted(&self, counts: [u64; 2]) -> [Counted<'_>; 2] {
        let [first, second] = self.sides;
        let counted = |side, count, about| {
            let of = self.report.share_of.base(about);
            Counted { side, count, of, percent: self.tongue.percent(count, of) }
        };
        [counted(first, counts[0], self.about[0]), counted(second, counts[1], self.about[1])]
    }

    /// What is counted: of the known answers alone, where either has many that are not.
    fn counted_of(&self, noun: Noun) -> Noun {
        let of = |about: &About| frame::noun_of(self.report.share_of.base(about), about, noun);
        self.about.into_iter().map(of).find(|known| *known != noun).unwrap_or(noun)
    }

    fn told(&self, first: &str, counts: &[Counted<'_>; 2]) -> Words {
        let [one, two] = counts;
        // Of the percentages that people see, so that they can check it.
        let points = percent(one.count, one.of).abs_diff(percent(two.count, two.of));
        Words {
            title: format!("{first}{}", (self.sayings.against)(two, points)),
            subtitle: self.subtitle(),
            text: (self.sayings.counts)(one, two, points),
            cautions: self.cautions([one.of, two.of]),
        }
    }

    fn lead_times(&self, one: &Duration, two: &Duration) -> Words {
        if let Some(nothing) = self.nothing(true) {
            return nothing;
        }
        let [first, second] = self.sides;
        let closed = |side, about: &About, open| (self.sayings.closed)(side, about.n, open);
        let mut text =
            [closed(first, self.about[0], one.open), closed(second, self.about[1], two.open)].join(" ");
        let several = self.about.iter().all(|about| about.n > 1);
        if let (Some(a), Some(b), true) = (one.summary.median, two.summary.median, several) {
            text.push(' ');
            text.push_str(&(self.sayings.lead_times)(first, a, second, b));
        }
        let mut cautions = self.cautions(self.about.map(|about| about.n));
        if one.open + two.open > 0 {
            cautions.push(self.tongue.closed_only(one.open + two.open));
        }
        // Closed cases alone look faster the younger the cases are: the title counts the open ones too.
        let half = |duration: &Duration| duration.kaplan_meier.as_ref().and_then(|curve| curve.median);
        let title = (self.sayings.half_closed)(first, half(one), second, half(two));
        Words { title, subtitle: self.subtitle(), text, cautions }
    }

    /// Two periods are set against each other only when both are over and the same regions have referrals in them.
    fn referrals(&self, one: &Series, two: &Series) -> Words {
        let over = [one, two].iter().all(|series| series.rows.iter().all(|row| !row.provisional));
        let periods = [&self.report.filter, &self.against.filter].map(|filter| filter.iter().any(is_period));
        let same_places = places(&self.report.indicators) == places(&self.against.indicators);
        let alike = !periods.contains(&true) || over && same_places;
        let [n, m] = self.about.map(|about| about.n);
        let title = (self.sayings.referrals)(self.sides[0], n, self.sides[1], m, alike);
        let mut cautions = self.cautions_unknown();
        if !alike {
            cautions.push(self.sayings.unlike.to_owned());
        }
        Words { text: format!("{title}."), title, subtitle: self.subtitle(), cautions }
    }

    fn totals(&self, one: &Totals, two: &Totals) -> Words {
        let both = one.rows.iter().zip(&two.rows).filter_map(|(a, b)| {
            let label = field_label(&a.code, self.tongue);
            let [first, second] = self.sides;
            let one = Sum { side: first, row: a, mean: a.mean? };
            let two = Sum { side: second, row: b, mean: b.mean? };
            Some((self.sayings.means)(&label, &one, &two))
        });
        let told: Vec<(String, String)> = both.collect();
        let Some((title, _)) = told.first().cloned() else {
            return self.nothing(false).unwrap_or_else(|| self.as_nothing(1, false));
        };
        let text: Vec<_> = told.into_iter().map(|(_, text)| text).collect();
        Words { title, subtitle: self.subtitle(), text: text.join(" "), cautions: self.cautions_unknown() }
    }

    fn chosen(&self) -> Words {
        let title = self.sayings.chosen.to_owned();
        Words { text: format!("{title}."), title, subtitle: self.subtitle(), cautions: Vec::new() }
    }

    /// A figure that is drawn of the first selection alone: its words, which say so, and what the other one says.
    fn of_first(&self, indicator: &Indicator, other: &Indicator) -> Words {
        let Words { title, subtitle, text, cautions } = figures::words(self.report, indicator, self.tongue);
        let theirs = figures::words(self.report, other, self.tongue).title;
        let text = format!("{text} {}: {theirs}.", capital(&self.sides[1].name));
        Words { title, subtitle: format!("{subtitle}, {}", self.sayings.only), text, cautions }
    }

    /// The words when one of the two has nothing to compare.
    fn nothing(&self, closed: bool) -> Option<Words> {
        self.about.iter().position(|about| about.n == 0).map(|place| self.as_nothing(place, closed))
    }

    fn as_nothing(&self, place: usize, closed: bool) -> Words {
        let side = if place == 0 { self.sides[0] } else { self.sides[1] };
        let title = (self.sayings.nothing)(side, closed);
        Words { text: format!("{title}."), title, subtitle: self.subtitle(), cautions: Vec::new() }
    }

    /// `Geslacht van de jeugdige, Twente (n = 104) en IJsselland (n = 37)`.
    fn subtitle(&self) -> String {
        let lang = self.tongue.lang();
        let label = self.about[0].label.clone();
        let measure = label.unwrap_or_else(|| frame::measure(self.id(), self.tongue));
        let named = |side: &Side, about: &About| {
            format!("{} ({})", side.name, self.tongue.base(&shown(about.n, lang), None))
        };
        let names = [named(self.sides[0], self.about[0]), named(self.sides[1], self.about[1])];
        format!("{measure}, {}", join(&names, self.sayings.and))
    }

    /// What is small is told of the smaller of the two.
    fn cautions(&self, of: [u64; 2]) -> Vec<String> {
        let noun = self.tongue.saying(self.id()).noun;
        let small = frame::small(of[0].min(of[1]), noun, self.tongue);
        let of_all = (0..2).any(|place| of.get(place) > self.about.map(|about| about.n).get(place));
        let of_all = of_all.then(|| frame::of_all_caution(self.tongue));
        small.into_iter().chain(self.cautions_unknown()).chain(of_all).collect()
    }

    fn cautions_unknown(&self) -> Vec<String> {
        let many = |about: &About| frame::is_much(about.n, about.missing);
        let both = self.sides.into_iter().zip(self.about);
        both.filter(|(_, about)| many(about))
            .map(|(side, about)| (self.sayings.unknown)(side, about.missing, about.n + about.missing))
            .collect()
    }
}

/// With a capital and a full stop.
pub(super) fn sentence(text: &str) -> String {
    format!("{}.", capital(text))
}
