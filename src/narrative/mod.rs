//! What was released, in words: titles, summaries, cautions, and the sentences
//! for errors and findings, in Dutch and in English.
//!
//! Says what the figures say and no more: no cause, no blame. Counts nothing
//! itself, and never sees a case.

use crate::{
    catalog::Lang,
    disclosure::Released,
    error::Error,
    finding::Finding,
    report::{Report, Words},
};

/// What each indicator of the report says, in the order of the report.
pub fn tell(released: &Released<Report>, lang: Lang) -> Vec<Words> {
    let _ = lang;
    let about = released.get().indicators.iter().map(|indicator| &indicator.about);
    about
        .map(|about| Words {
            title: about.id.clone(),
            subtitle: format!("n = {}", about.n),
            text: format!("n = {}.", about.n),
            cautions: Vec::new(),
        })
        .collect()
}

/// One plain sentence: what went wrong, where, and what to do.
pub fn error_sentence(error: &Error, lang: Lang) -> String {
    let _ = lang;
    error.to_string()
}

/// One plain sentence: what was noticed in the file of this name, how often,
/// where, and what to do.
pub fn finding_sentence(finding: &Finding, source_name: &str, lang: Lang) -> String {
    let _ = lang;
    format!("{source_name}: {} ({}).", finding.code.as_str(), finding.count)
}
