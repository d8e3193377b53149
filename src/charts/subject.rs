//! What a drawing is about: an indicator, the selection beside it, and which of its answers can be chosen. No layout.

use super::{
    bars, hidden,
    model::{Choice, Ink},
    span,
};
use crate::{
    catalog::{self, Field, Form, Kind, Role, fold},
    report::{About, Figures, Indicator, Protection, Row, ShareOf},
};

/// By this a filter asks for the cases without an answer.
const MISSING: &str = "onbekend";
/// The one number that has bands.
const AGE: &str = "leeftijd";

/// What is drawn of one selection.
#[derive(Clone, Copy)]
pub(super) struct Subject<'r> {
    pub(super) about: &'r About,
    /// What shares are drawn of.
    pub(super) share_of: ShareOf,
    /// Counts below this are small.
    pub(super) small: u64,
    /// How the figures were protected, where they may be shown to anyone.
    pub(super) public: Option<&'r Protection>,
}

impl Subject<'_> {
    /// The number of cases that shares are a part of.
    pub(super) fn base(&self) -> u64 {
        self.share_of.base(self.about)
    }

    /// The share of the cases without an answer, where shares are of all.
    pub(super) fn share_missing(&self) -> Option<f64> {
        if self.share_of.is_known() { None } else { part(self.about.missing, self.base()) }
    }

    /// The colour of an answer: what was chosen is strong, and without a choice the largest.
    pub(super) fn ink(&self, code: &str, largest: bool) -> Ink {
        let chosen = &self.about.chosen;
        match (chosen.is_empty(), largest) {
            (true, true) => Ink::Accent,
            (true, false) => Ink::Mark,
            (false, _) if chosen.iter().any(|value| self.holds(value, code)) => Ink::Accent,
            (false, _) => Ink::MarkSoft,
        }
    }

    /// The code of the largest row; none when two are as large, or when a hidden or rounded one leaves it open. `all`:
    /// what the rows add up to, where they do. `ordered`: they are bands or periods.
    pub(super) fn top<'a>(&self, rows: &'a [Row], all: Option<u64>, ordered: bool) -> Option<&'a str> {
        self.public
            .map_or_else(|| bars::top(rows), |protection| hidden::first(rows, all, ordered, protection))
    }

    /// What cases of this row can be selected by; none where it would leave no case, or is no answer of its field.
    pub(super) fn choice(&self, code: &str, count: Option<u64>) -> Option<Choice> {
        // There are no cases behind what is public.
        if self.public.is_some() {
            return None;
        }
        let field = self.field();
        let id = match field {
            Some(field) => understood(field, code).then_some(field.id),
            // The rows of what is no field are chosen by the indicator itself.
            None => catalog::indicator(&self.about.id).map(|known| known.id),
        }?;
        let is = |value: &String| field.map_or(value == code, |field| same(field, value, code));
        let chosen = self.about.chosen.iter().any(is);
        let offered = chosen || count.is_some_and(|count| count > 0);
        offered.then(|| Choice { field: id.to_owned(), value: code.to_owned(), chosen })
    }

    /// The field whose answers the indicator shows: the one of its name, or of a series the date.
    fn field(&self) -> Option<&'static Field> {
        let known = catalog::indicator(&self.about.id)?;
        let field = known.fields.first().and_then(|id| catalog::field(id))?;
        (field.id == known.id || known.form == Form::Series).then_some(field)
    }

    /// Whether a chosen value takes in an answer: a year its months, a band its years.
    fn holds(&self, value: &str, code: &str) -> bool {
        let Some(field) = self.field() else { return value == code };
        let within = |of: fn(&str) -> Option<(u32, u32)>| match (of(value), of(code)) {
            (Some(outer), Some(inner)) => outer.0 <= inner.0 && inner.1 <= outer.1,
            _ => false,
        };
        same(field, value, code)
            || match field.kind {
                Kind::Date => within(span::months),
                Kind::Number => within(span::years),
                _ => false,
            }
    }
}

/// Whether a filter on the field understands this value.
fn understood(field: &Field, code: &str) -> bool {
    if code == MISSING {
        return field.value(MISSING).is_none_or(|value| value.role == Role::Unknown);
    }
    match field.kind {
        Kind::Id => false,
        Kind::Place => !code.is_empty(),
        Kind::Date => span::months(code).is_some(),
        Kind::Number => {
            let whole = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
            whole || field.id == AGE && span::years(code).is_some()
        }
        Kind::One | Kind::Many | Kind::YesNo => field.value(code).is_some(),
    }
}

/// Names of places are compared as a filter does.
fn same(field: &Field, value: &str, code: &str) -> bool {
    value == code || field.kind == Kind::Place && fold(value) == fold(code)
}

/// The indicator with its shares of all cases, those without an answer included.
#[inline(never)]
pub(super) fn of_all(indicator: &Indicator) -> Indicator {
    let mut all = indicator.clone();
    let base = ShareOf::All.base(&all.about);
    // Some figures are of the known answers whatever is set: then nothing changes.
    let rows = |rows: &mut Vec<Row>| {
        for row in rows {
            row.share = row.count.and_then(|count| part(count, base));
        }
    };
    match &mut all.figures {
        Figures::Distribution(figures) => {
            rows(&mut figures.rows);
            rows(&mut figures.years);
        }
        Figures::Duration(figures) => rows(&mut figures.rows),
        Figures::Share(figures) => figures.share = figures.count.and_then(|count| part(count, base)),
        Figures::Cooccurrence(figures) => rows(&mut figures.rows),
        Figures::Series(_) | Figures::Totals(_) | Figures::Crosstab(_) | Figures::Threads(_) => {}
    }
    all
}

/// A count as a fraction of all; `None` of none.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
pub(super) fn part(count: u64, of: u64) -> Option<f64> {
    (of > 0).then(|| count as f64 / of as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(id: &str, chosen: &[&str]) -> About {
        let chosen = chosen.iter().map(|value| (*value).to_owned()).collect();
        About {
            id: id.to_owned(),
            label: None,
            n: 10,
            missing: 30,
            missing_by: Default::default(),
            missing_status: None,
            of_known: false,
            chosen,
        }
    }

    fn offered(id: &str, chosen: &[&str], code: &str, count: Option<u64>) -> Option<(String, bool)> {
        let about = about(id, chosen);
        let choice = Subject { about: &about, share_of: ShareOf::Known, small: 0, public: None }
            .choice(code, count)?;
        Some((format!("{}={}", choice.field, choice.value), choice.chosen))
    }

    #[test]
    fn answers_periods_years_bands_and_places_can_be_chosen() {
        for (id, code) in [
            ("problematiek", "trauma"),
            ("problematiek", "onbekend"),
            ("regio", "Twente"),
            ("leeftijd", "13-16"),
            ("leeftijd", "12-15"),
            ("leeftijd", "14"),
            ("eigen_1", "Rood"),
        ] {
            assert_eq!(offered(id, &[], code, Some(3)), Some((format!("{id}={code}"), false)), "{id} {code}");
        }
        let referred = |code| offered("aanmeldingen", &[], code, Some(1));
        for code in ["2024", "2024-H2", "2024-Q3", "2024-07"] {
            assert_eq!(referred(code), Some((format!("aanmelddatum={code}"), false)));
        }
    }

    #[test]
    fn what_leaves_nothing_or_is_no_answer_can_not() {
        assert_eq!(offered("problematiek", &[], "trauma", Some(0)), None);
        assert_eq!(offered("problematiek", &[], "trauma", None), None);
        assert_eq!(offered("problematiek", &[], "rest", Some(9)), None);
        assert_eq!(offered("no-such", &[], "trauma", Some(9)), None);
    }

    #[test]
    fn rows_that_are_no_answers_of_a_field_are_chosen_by_the_indicator() {
        for (id, code) in [
            ("doorlooptijd", "3-6"),
            ("doorlooptijd", "loopt"),
            ("doorlooptijd", "onbekend"),
            ("stapeling", "5+"),
            ("doelgroepen", "ass_trauma"),
            ("samenhang", "trauma+hechting"),
            ("besluit_5wd", "ja"),
            ("thuis", "ja"),
        ] {
            assert_eq!(offered(id, &[], code, Some(3)), Some((format!("{id}={code}"), false)), "{id} {code}");
            assert_eq!(offered(id, &[code], code, Some(0)), Some((format!("{id}={code}"), true)));
            assert_eq!(offered(id, &[], code, Some(0)), None);
        }
    }

    #[test]
    fn what_is_chosen_can_be_let_go_even_when_nothing_is_left() {
        let taken = Some(("problematiek=trauma".to_owned(), true));
        assert_eq!(offered("problematiek", &["trauma"], "trauma", Some(0)), taken);
        let place = Some(("regio=IJsselland".to_owned(), true));
        assert_eq!(offered("regio", &["ijsselland"], "IJsselland", Some(4)), place);
    }

    #[test]
    fn a_chosen_band_takes_in_its_years_and_a_chosen_year_its_months() {
        let ink = |id, chosen: &[&str], code| {
            let about = about(id, chosen);
            Subject { about: &about, share_of: ShareOf::Known, small: 0, public: None }.ink(code, false)
        };
        assert_eq!(ink("leeftijd", &["17+"], "17"), Ink::Accent);
        assert_eq!(ink("leeftijd", &["13-16"], "17"), Ink::MarkSoft);
        assert_eq!(ink("aanmeldingen", &["2024-H1"], "2024-Q2"), Ink::Accent);
        assert_eq!(ink("aanmeldingen", &["2024-H1"], "2024"), Ink::MarkSoft);
        assert_eq!(ink("problematiek", &[], "trauma"), Ink::Mark);
    }
}
