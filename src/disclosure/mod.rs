//! The only door out: a report passes here, under a policy, or no person sees it.
//!
//! Only this room can make a [`Released`]. The policy *besloten* is for the
//! person whose file it is: exact figures, small counts marked.

use crate::report::{Report, Words};

/// Something that may be shown: drawn, told, exported.
#[derive(Debug, Clone, PartialEq)]
pub struct Released<T>(T);

impl<T> Released<T> {
    /// What may be shown.
    pub fn get(&self) -> &T {
        &self.0
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
}

/// Releases exact figures to the person whose file it is (*besloten*).
pub fn for_own_eyes(report: Report) -> Released<Report> {
    Released(report)
}
