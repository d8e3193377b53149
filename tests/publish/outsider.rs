//! Somebody with patience: takes nothing but a publication, writes down every sum that must hold, and narrows what each
//! hidden count can be until nothing changes. Knows our rules; shares no code with them.

use std::collections::BTreeMap;

use ben_monitor::report::{Figures, Indicator, Publication, Report};

/// What a number can be, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) low: i64,
    pub(crate) high: i64,
}

/// Every number that is told of, and the sums that hold between them.
#[derive(Default)]
pub(crate) struct Notes {
    names: BTreeMap<String, usize>,
    ranges: Vec<Range>,
    /// Places whose numbers add up to the number at the last place.
    sums: Vec<Vec<usize>>,
    /// The hidden ones, by name.
    pub(crate) hidden: Vec<String>,
    most: i64,
}

/// The state of all cases, and that of the cases that no state is told of.
const ALL: &str = "";
const REST: &str = "*";

impl Notes {
    pub(crate) fn of(publication: &Publication) -> Self {
        let mut notes =
            Self { most: i64::try_from(publication.report.cases.used).expect("few") + 4, ..Self::default() };
        let least = i64::from(publication.policy.base.is_none());
        for (state, report) in publication.reports() {
            notes.read(state.unwrap_or(ALL), report, least);
        }
        notes.across(publication, least);
        notes
    }

    fn place(&mut self, name: &str, range: Range) -> usize {
        if let Some(place) = self.names.get(name) {
            return *place;
        }
        self.ranges.push(range);
        self.names.insert(name.to_owned(), self.ranges.len() - 1);
        self.ranges.len() - 1
    }

    fn note(&mut self, name: &str, count: Option<u64>, least: i64) -> usize {
        let most = self.most;
        match count {
            Some(count) => {
                let count = i64::try_from(count).expect("few");
                self.place(name, Range { low: count, high: count })
            }
            None => {
                // A class that is hidden of all is hidden in each state, also where it has nobody.
                let least = if self.is_hidden_of_all(name) { 0 } else { least };
                self.hidden.push(name.to_owned());
                self.place(name, Range { low: least, high: most })
            }
        }
    }

    /// Whether a count in a state is of a class that is hidden of all cases too.
    fn is_hidden_of_all(&self, name: &str) -> bool {
        let (state, what) = name.split_once('|').expect("a state and what");
        state != ALL && self.hidden.contains(&format!("{ALL}|{what}"))
    }

    /// The sums within one report.
    fn read(&mut self, state: &str, report: &Report, least: i64) {
        let cases = self.note(&format!("{state}|cases"), Some(report.cases.used), least);
        for indicator in &report.indicators {
            let id = &indicator.about.id;
            let Some(rows) = rows(indicator) else { continue };
            let missing = indicator.about.missing_status.is_none().then_some(indicator.about.missing);
            // Nobody, or hidden: with nothing hidden elsewhere it may still be nobody.
            let missing = self.note(&format!("{state}|{id}|?"), missing, least);
            let places: Vec<usize> = rows
                .iter()
                .map(|(code, count)| self.note(&format!("{state}|{id}|{code}"), *count, least))
                .collect();
            if is_partition(indicator) {
                self.sums.push(places.into_iter().chain([missing, cases]).collect());
            } else {
                let (none, most) = (Range { low: 0, high: self.most }, self.most);
                for ((code, _), place) in rows.iter().zip(places) {
                    let no = self.place(&format!("{state}|{id}|{code}|no"), Range { high: most, ..none });
                    self.sums.push(vec![place, no, missing, cases]);
                }
            }
        }
    }

    /// The sums over states.
    fn across(&mut self, publication: &Publication, least: i64) {
        if publication.states.is_empty() {
            return;
        }
        let states: Vec<&str> = publication.states.iter().map(|state| state.code.as_str()).collect();
        let most = self.most;
        let mut rest: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut add_up = |notes: &mut Self, what: &str| {
            let all = notes.names.get(&format!("{ALL}|{what}")).copied();
            let mut places: Vec<usize> = Vec::new();
            for state in states.iter().copied().chain([REST]) {
                // What a state does not tell of may be anything.
                places.push(notes.place(&format!("{state}|{what}"), Range { low: 0, high: most }));
            }
            if let Some(all) = all {
                rest.entry(what.split('|').next().unwrap_or_default().to_owned())
                    .or_default()
                    .extend(places.last());
                places.push(all);
                notes.sums.push(places);
            }
        };
        add_up(self, "cases");
        for indicator in &publication.report.indicators {
            let id = &indicator.about.id;
            for (code, _) in rows(indicator).unwrap_or_default() {
                add_up(self, &format!("{id}|{code}"));
            }
            add_up(self, &format!("{id}|?"));
        }
        let _ = least;
        // The cases that no state is told of are in one class each, too.
        let cases = self.names[&format!("{REST}|cases")];
        for indicator in publication.report.indicators.iter().filter(|indicator| is_partition(indicator)) {
            let places = rest.remove(&indicator.about.id).unwrap_or_default();
            self.sums.push(places.into_iter().chain([cases]).collect());
        }
    }

    /// Narrows every range by every sum until nothing changes.
    pub(crate) fn narrow(&mut self) {
        loop {
            let before = self.ranges.clone();
            for sum in self.sums.clone() {
                self.narrow_by(&sum);
            }
            if self.ranges == before {
                return;
            }
        }
    }

    fn narrow_by(&mut self, sum: &[usize]) {
        let (total, parts) = sum.split_last().expect("a total");
        let low: i64 = parts.iter().map(|place| self.ranges[*place].low).sum();
        let high: i64 = parts.iter().map(|place| self.ranges[*place].high).sum();
        let known = self.ranges[*total];
        self.ranges[*total] = Range { low: known.low.max(low), high: known.high.min(high) };
        for place in parts {
            let own = self.ranges[*place];
            let (others_low, others_high) = (low - own.low, high - own.high);
            let range = Range {
                low: own.low.max(known.low - others_high),
                high: own.high.min(known.high - others_low),
            };
            assert!(range.low <= range.high, "figures do not add up: {}", self.told(sum));
            self.ranges[*place] = range;
        }
    }

    /// The numbers of a sum, by name.
    fn told(&self, sum: &[usize]) -> String {
        let name = |place: &usize| {
            let name = self.names.iter().find(|(_, known)| *known == place).map_or("", |(name, _)| name);
            format!("{name} {:?}", self.ranges[*place])
        };
        sum.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// What a hidden count can be. Of rounded figures the sums hold for the rounded counts, and each count lies within
    /// `base − 1` of its own; hidden ones are 1 or more.
    pub(crate) fn range(&self, name: &str, base: Option<u64>) -> Range {
        let range = self.ranges[self.names[name]];
        let within = base.map_or(0, |base| i64::try_from(base).expect("small") - 1);
        let least = i64::from(!self.is_hidden_of_all(name));
        Range { low: (range.low - within).max(least), high: range.high + within }
    }
}

/// Each case is in one row, or without an answer.
fn is_partition(indicator: &Indicator) -> bool {
    match &indicator.figures {
        Figures::Distribution(spread) => !spread.multiple,
        Figures::Series(_) | Figures::Duration(_) => true,
        _ => false,
    }
}

/// The rows of an indicator, open cases among them.
pub(crate) fn rows(indicator: &Indicator) -> Option<Vec<(String, Option<u64>)>> {
    let all =
        |rows: &[ben_monitor::report::Row]| rows.iter().map(|row| (row.code.clone(), row.count)).collect();
    Some(match &indicator.figures {
        Figures::Distribution(spread) => all(&spread.rows),
        Figures::Series(series) => all(&series.rows),
        Figures::Duration(duration) => {
            let mut rows: Vec<_> = all(&duration.rows);
            rows.push(("open".to_owned(), duration.open_status.is_none().then_some(duration.open)));
            rows
        }
        Figures::Share(share) => vec![("ja".to_owned(), share.count)],
        _ => return None,
    })
}
