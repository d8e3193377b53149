//! The only door out: a report passes here, under a policy, or no person sees it.
//!
//! Only this room can make a [`Released`]. The policy *besloten* is for the
//! person whose file it is: exact figures, small counts marked. Everybody else
//! gets a [`Publication`], which [`publish`] makes of protected figures alone.
//! No drawing and no sentences; the limits stand in [`limits`].

pub mod audit;
mod first;
mod flow;
pub mod limits;
pub mod linked;
mod mark;
pub mod one_way;
pub mod publish;
pub mod refused;
pub mod regroup;
pub mod round;
mod rounded;
pub mod rules;
mod search;
pub mod suppress;
pub mod table;
pub mod two_way;

use serde::{Serialize, Serializer};

use crate::{
    error::{Code, Error, Result},
    report::{Comparison, Figures, Protection, Publication, Report, Risk, RiskWords, SCHEMA, Wire, Words},
};
pub use first::{doubt, surely_first};

/// The policy for the person whose file it is: exact figures, small ones marked.
pub const BESLOTEN: &str = "besloten";

/// The indicator whose rows are target groups.
const PROFILES: &str = "doelgroepen";

/// Something that may be shown: drawn, told, exported.
///
/// What is exact can't be passed off as released:
///
/// ```compile_fail,E0423
/// fn released(exact: ben_monitor::report::Report) -> ben_monitor::disclosure::Released<ben_monitor::report::Report> {
///     ben_monitor::disclosure::Released(exact)
/// }
/// ```
///
/// and what tells, draws or adds up takes nothing else:
///
/// ```compile_fail,E0308
/// fn told(exact: &ben_monitor::report::Report) -> Vec<ben_monitor::report::Words> {
///     ben_monitor::narrative::tell(exact, ben_monitor::catalog::Lang::Nl)
/// }
/// ```
///
/// Nor is a publication made of a report that was released for the own eyes:
///
/// ```compile_fail,E0308
/// use ben_monitor::{disclosure::Released, report::{Publication, Report}};
/// fn published(own: Released<Report>) -> Released<Publication> {
///     own
/// }
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Released<T>(T);

impl<T> Released<T> {
    /// What may be shown.
    pub fn get(&self) -> &T {
        &self.0
    }
}

/// As the JSON of what is inside: a released report is a report with `protection` filled in.
impl<T: Serialize> Serialize for Released<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Released<Report> {
    /// The same report with what its indicators say, in their order.
    #[must_use]
    pub fn with_words(mut self, words: Vec<Words>) -> Self {
        for (indicator, words) in self.0.indicators.iter_mut().zip(words) {
            indicator.words = Some(words);
        }
        self
    }

    /// The same report with a sentence for each of its threads, in their order.
    #[must_use]
    #[inline(never)]
    pub fn with_thread_sentences(mut self, sentences: Vec<Option<String>>) -> Self {
        let indicators = self.0.indicators.iter_mut().map(|indicator| &mut indicator.figures);
        let threads = indicators.filter_map(|figures| match figures {
            Figures::Threads(threads) => Some(&mut threads.rows),
            _ => None,
        });
        for (thread, sentence) in threads.flatten().zip(sentences) {
            thread.text = sentence;
        }
        self
    }

    /// The same report with the rules of its target groups in words, by id.
    #[must_use]
    #[inline(never)]
    pub fn with_rules(mut self, rules: &[(String, String)]) -> Self {
        let groups = self.0.indicators.iter_mut().filter(|indicator| indicator.about.id == PROFILES);
        for indicator in groups {
            let Figures::Distribution(spread) = &mut indicator.figures else { continue };
            for row in &mut spread.rows {
                row.rule = rules.iter().find(|(id, _)| *id == row.code).map(|(_, rule)| rule.clone());
            }
        }
        self
    }

    /// The report as bytes, for [`handover`].
    pub fn handover_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.0.put(&mut bytes);
        bytes
    }
}

impl Released<Risk> {
    /// The same risk in words.
    #[must_use]
    pub fn with_words(mut self, words: RiskWords) -> Self {
        self.0.words = Some(words);
        self
    }
}

/// Releases exact figures to the person whose file it is (*besloten*), with
/// counts of persons from 1 to 4 marked as small.
///
/// Marked are answers about persons: distributions, single years of age, also
/// by gender, lead-time bands, groups with few closed or few open cases, shares,
/// problems that come together, threads that few others share, and the cells of
/// a cross table, of both selections where there are two; not their totals, nor
/// how many cases are open or without an answer in all. Referrals by month or
/// region are not: they say how busy a team was, nothing about a child.
pub fn for_own_eyes(mut report: Report) -> Released<Report> {
    let marked = mark::small_counts(&mut report);
    report.protection = Some(Protection {
        policy: BESLOTEN.to_owned(),
        small_below: limits::SMALL_BELOW,
        marked,
        ..Protection::default()
    });
    Released(report)
}

/// Releases what changed between two files to the person whose files they are.
///
/// Nothing is marked: how many cases of a region are new or closed says how
/// busy a team was, as referrals by month do.
pub fn comparison_for_own_eyes(comparison: Comparison) -> Released<Comparison> {
    Released(comparison)
}

impl Released<Publication> {
    /// Its reports, as what may be shown: of all cases, then of each state.
    pub fn reports(&self) -> Vec<Released<Report>> {
        self.0.reports().map(|(_, report)| Released(report.clone())).collect()
    }

    /// The same publication with what its indicators say, report by report in the order of [`Self::reports`], and why
    /// views are left out; it is called `title` unless it was given one.
    #[must_use]
    pub fn told(mut self, words: Vec<Vec<Words>>, why: Vec<String>, title: String) -> Self {
        if self.0.title.is_empty() {
            self.0.title = title;
        }
        let states = self.0.states.iter_mut().map(|state| &mut state.report);
        for (report, words) in std::iter::once(&mut self.0.report).chain(states).zip(words) {
            for (indicator, words) in report.indicators.iter_mut().zip(words) {
                indicator.words = Some(words);
            }
        }
        for (left, text) in self.0.left_out.iter_mut().zip(why) {
            left.text = text;
        }
        self
    }

    /// The same publication with its hash.
    #[must_use]
    pub fn with_hash(mut self, hash: String) -> Self {
        self.0.hash = hash;
        self
    }
}

/// Releases how recognisable children are to the person whose files they are.
///
/// It holds counts and ids of fields: how many children are alone, never which.
pub fn risk_for_own_eyes(risk: Risk) -> Released<Risk> {
    Released(risk)
}

/// Takes over a released report from the thread that released it, as the bytes
/// of [`Released::handover_bytes`].
///
/// The worker holds the cases and releases; the page only gets these bytes.
/// Bytes made elsewhere can pass as well: this holds no secret, it keeps a
/// report that never went through this door from being shown by mistake.
///
/// # Errors
///
/// [`Code::BadRequest`] when it is no report of this schema, or one that was
/// not released.
pub fn handover(bytes: &[u8]) -> Result<Released<Report>> {
    let mut rest = bytes;
    let report = Report::take(&mut rest).ok_or_else(|| Error::new(Code::BadRequest))?;
    if !rest.is_empty() || report.schema != SCHEMA || report.protection.is_none() {
        return Err(Error::new(Code::BadRequest));
    }
    Ok(Released(report))
}

#[cfg(test)]
mod tests {
    use super::{BESLOTEN, Released, for_own_eyes, handover};
    use crate::{error::Code, report::Report};

    fn exact() -> Report {
        let json = r#"{
            "schema": "ben-monitor/report@1",
            "cases": { "read": 12, "used": 12, "excluded": 0, "selected": 12 },
            "sources": [{ "name": "a.csv", "cases": 12 }],
            "referenceDate": "2024-12-31", "filter": [], "protection": null,
            "indicators": [
                { "id": "leeftijd", "kind": "distribution", "base": "cases", "n": 12, "missing": 0,
                  "missingBy": { "blank": 0, "unknown": 0, "notApplicable": 0, "unrecognised": 0 },
                  "rows": [{ "code": "0-3", "label": "0–3", "count": 0, "share": 0.0 },
                           { "code": "4-8", "label": "4–8", "count": 1, "share": 0.0833 },
                           { "code": "9-12", "label": "9–12", "count": 4, "share": 0.3333 },
                           { "code": "13-16", "label": "13–16", "count": 5, "share": 0.4167 }],
                  "years": [{ "code": "8", "label": "8", "count": 2 }] },
                { "id": "aanmeldingen", "kind": "series", "unit": "month", "n": 12, "missing": 0,
                  "missingBy": { "blank": 0, "unknown": 0, "notApplicable": 0, "unrecognised": 0 },
                  "rows": [{ "code": "2024-01", "label": "januari 2024", "count": 3 }], "mean": 3.0 },
                { "id": "thuis", "kind": "share", "n": 12, "missing": 0,
                  "missingBy": { "blank": 0, "unknown": 0, "notApplicable": 0, "unrecognised": 0 },
                  "count": 3, "share": 0.25 },
                { "id": "doorlooptijd", "kind": "duration", "n": 6, "missing": 0,
                  "missingBy": { "blank": 0, "unknown": 0, "notApplicable": 0, "unrecognised": 0 },
                  "open": 6, "excluded": 0, "summary": { "median": 80, "p90": 200 }, "kaplanMeier": null,
                  "by": [{ "field": "regio", "groups": [
                    { "code": "A", "label": "A", "n": 6, "open": 2, "summary": { "median": 9 }, "kaplanMeier": null },
                    { "code": "B", "label": "B", "n": 6, "open": 0, "summary": { "median": 9 }, "kaplanMeier": null }] }],
                  "rows": [{ "code": "0-3", "label": "0–3 maanden", "count": 2, "share": 0.33 },
                           { "code": "3-6", "label": "3–6 maanden", "count": null }] },
                { "id": "kruistabel", "kind": "crosstab", "n": 12, "missing": 0,
                  "missingBy": { "blank": 0, "unknown": 0, "notApplicable": 0, "unrecognised": 0 },
                  "row": "geslacht", "column": "leeftijd", "total": 12,
                  "columns": [{ "code": "4-8", "label": "4–8", "total": 2 }],
                  "rows": [{ "code": "jongen", "label": "Jongen", "total": 12,
                             "cells": [{ "code": "4-8", "count": 4 }, { "code": "9-12", "count": 8 }] }] }
            ] }"#;
        serde_json::from_str(json).expect("a report")
    }

    fn statuses(json: &serde_json::Value, path: &str) -> Vec<Option<String>> {
        let rows = json.pointer(path).and_then(|rows| rows.as_array()).expect("rows");
        rows.iter().map(|row| row.get("status").and_then(|s| s.as_str()).map(str::to_owned)).collect()
    }

    #[test]
    fn counts_of_persons_from_1_to_4_are_marked() {
        let json = serde_json::to_value(for_own_eyes(exact())).expect("serialises");
        let small = || Some("small".to_owned());
        assert_eq!(statuses(&json, "/indicators/0/rows"), [None, small(), small(), None]);
        assert_eq!(statuses(&json, "/indicators/0/years"), [small()]);
        assert_eq!(statuses(&json, "/indicators/1/rows"), [None], "months say nothing of a child");
        assert_eq!(json.pointer("/indicators/2/status").and_then(|s| s.as_str()), Some("small"));
        assert_eq!(statuses(&json, "/indicators/3/rows"), [small(), None], "a hidden count has no size");
        assert_eq!(statuses(&json, "/indicators/3/by/0/groups"), [small(), None], "few closed or few open");
        assert_eq!(statuses(&json, "/indicators/4/rows/0/cells"), [small(), None]);
        assert_eq!(
            json.pointer("/protection").expect("protected"),
            &serde_json::json!({ "policy": BESLOTEN, "smallBelow": 5, "marked": 7 })
        );
    }

    fn with_new_kinds() -> Report {
        let json = r#"{
            "schema": "ben-monitor/report@1",
            "cases": { "read": 12, "used": 12, "excluded": 0, "selected": 12 },
            "sources": [], "referenceDate": "2024-12-31", "filter": [], "protection": null,
            "indicators": [
                { "id": "samenhang", "kind": "cooccurrence", "base": "cases", "n": 12, "missing": 0,
                  "missingBy": { "blank": 0, "unknown": 0, "notApplicable": 0, "unrecognised": 0 },
                  "rows": [{ "code": "trauma", "label": "Trauma", "count": 9 },
                           { "code": "gender", "label": "Gender", "count": 2 }],
                  "pairs": [{ "a": "trauma", "b": "gender", "count": 1, "share": 0.083, "lift": 0.7 },
                            { "a": "trauma", "b": "ass", "count": 5, "share": 0.417, "lift": 1.2 },
                            { "a": "ass", "b": "gender", "count": null, "share": null, "lift": null }],
                  "combinations": [{ "codes": ["trauma", "ass"], "count": 4 },
                                   { "codes": ["trauma", "lvb"], "count": 5 }] },
                { "id": "rode_draden", "kind": "threads", "n": 12, "missing": 0, "tested": 3,
                  "missingBy": { "blank": 0, "unknown": 0, "notApplicable": 0, "unrecognised": 0 },
                  "rows": [{ "group": { "field": "regio", "code": "Twente", "label": "Twente" },
                             "trait": { "field": "thuis", "code": "ja", "label": "Ja" },
                             "count": 3, "n": 5, "share": 0.6, "restCount": 0, "restN": 7, "restShare": 0.0,
                             "p": 0.01, "q": 0.03 },
                           { "group": { "field": "regio", "code": "Twente", "label": "Twente" },
                             "trait": { "field": "thuis", "code": "nee", "label": "Nee" },
                             "count": 6, "n": 9, "share": 0.7, "restCount": 0, "restN": 7, "restShare": 0.0,
                             "p": 0.01, "q": 0.03 },
                           { "group": { "field": "regio", "code": "Twente", "label": "Twente" },
                             "trait": { "field": "monitor", "code": "nee", "label": "Nee" },
                             "count": 6, "n": 9, "share": 0.7, "restCount": 5, "restN": 7, "restShare": 0.7,
                             "p": 0.01, "q": 0.03 }] },
                { "id": "leeftijd", "kind": "distribution", "base": "cases", "n": 12, "missing": 0,
                  "missingBy": { "blank": 0, "unknown": 0, "notApplicable": 0, "unrecognised": 0 },
                  "rows": [], "years": [{ "code": "8", "label": "8", "count": 12 }],
                  "pyramid": { "row": "leeftijd", "column": "geslacht", "total": 12,
                    "columns": [{ "code": "jongen", "label": "Jongen", "total": 9 },
                                { "code": "meisje", "label": "Meisje", "total": 3 }],
                    "rows": [{ "code": "8", "label": "8", "total": 12,
                               "cells": [{ "code": "jongen", "count": 9 }, { "code": "meisje", "count": 3 }] }] } }
            ],
            "against": { "filter": [], "rest": true, "selected": 4, "indicators": [
                { "id": "thuis", "kind": "share", "n": 4, "missing": 0,
                  "missingBy": { "blank": 0, "unknown": 0, "notApplicable": 0, "unrecognised": 0 },
                  "count": 2, "share": 0.5 } ] } }"#;
        serde_json::from_str(json).expect("a report")
    }

    #[test]
    fn problems_together_ages_by_gender_and_the_other_selection_are_marked_too() {
        let json = serde_json::to_value(for_own_eyes(with_new_kinds())).expect("serialises");
        let small = || Some("small".to_owned());
        assert_eq!(statuses(&json, "/indicators/0/rows"), [None, small()]);
        assert_eq!(
            statuses(&json, "/indicators/0/pairs"),
            [small(), None, None],
            "a hidden count has no size"
        );
        assert_eq!(statuses(&json, "/indicators/0/combinations"), [small(), None]);
        assert_eq!(
            statuses(&json, "/indicators/1/rows"),
            [small(), None, None],
            "few in the group or the rest"
        );
        assert_eq!(statuses(&json, "/indicators/2/pyramid/rows/0/cells"), [None, small()]);
        assert_eq!(json.pointer("/against/indicators/0/status").and_then(|s| s.as_str()), Some("small"));
        assert_eq!(json.pointer("/protection/marked"), Some(&serde_json::json!(6)));
    }

    #[test]
    fn figures_stay_exact() {
        let released = for_own_eyes(exact());
        let mut plain = released.get().clone();
        let before = serde_json::to_string(&exact()).expect("serialises");
        plain.protection = None;
        let after = serde_json::to_string(&plain).expect("serialises").replace(r#","status":"small""#, "");
        assert_eq!(after, before);
    }

    #[test]
    fn what_the_worker_released_the_page_takes_over() {
        let released = for_own_eyes(exact());
        assert_eq!(handover(&released.handover_bytes()).expect("released"), released);
    }

    #[test]
    fn a_report_that_was_not_released_is_refused() {
        let bytes = Released(exact()).handover_bytes();
        assert_eq!(handover(&bytes).map_err(|error| error.code()), Err(Code::BadRequest));
    }

    #[test]
    fn another_schema_and_bytes_that_are_cut_or_too_many_are_refused() {
        let released = for_own_eyes(exact());
        let whole = released.handover_bytes();
        let mut other = exact();
        other.schema = "ben-monitor/report@2".to_owned();
        let mut bad = vec![for_own_eyes(other).handover_bytes(), [whole.as_slice(), b"x"].concat()];
        bad.extend((0..whole.len()).map(|length| whole[..length].to_vec()));
        for bytes in bad {
            assert_eq!(handover(&bytes).map_err(|error| error.code()), Err(Code::BadRequest));
        }
    }
}
