//! What went wrong: fills a language's pattern.
//!
//! In a pattern `{r}` is the row, `{l}` a limit, `{b}` a limit in bytes, `{c}` a
//! number of columns, more than one, `{f}` a field's id and `{i}` an indicator's.

use std::cell::Cell;

use super::{
    number,
    tongue::{Tongue, with_holes},
    word,
};
use crate::{catalog::Lang, error::Error};

const MEGABYTE: u64 = 1 << 20;

/// One sentence; the plain one when the error does not tell all that the other needs.
pub(super) fn sentence(error: &Error, tongue: &dyn Tongue) -> String {
    if let Some(setting) = word(error, "setting") {
        return setting_sentence(setting, tongue.lang()).to_owned();
    }
    let [full, plain] = tongue.error(error.code());
    let missing = Cell::new(false);
    let text = with_holes(full, true, &|hole| {
        told(error, hole).unwrap_or_else(|| {
            missing.set(true);
            String::new()
        })
    });
    if missing.get() { plain.to_owned() } else { text }
}

/// A setting that can't be used.
fn setting_sentence(setting: &str, lang: Lang) -> &'static str {
    match (setting, lang) {
        ("ageBands", Lang::Nl) => {
            "De leeftijdsgroepen kloppen niet: geef oplopende leeftijden tot en met 23 jaar, hoogstens elf."
        }
        ("ageBands", Lang::En) => {
            "The age bands are not right: give rising ages up to 23 years, at most eleven."
        }
        ("leadTimeBands", Lang::Nl) => {
            "De groepen van de doorlooptijd kloppen niet: geef oplopende maanden tot en met 120, hoogstens elf."
        }
        ("leadTimeBands", Lang::En) => {
            "The lead-time bands are not right: give rising months up to 120, at most eleven."
        }
        ("referenceDate.early", Lang::Nl) => {
            "Op deze peildatum was er nog geen aanmelding in dit bestand: kies een latere dag."
        }
        ("referenceDate.early", Lang::En) => {
            "On this reference date there was no referral in this file yet: choose a later day."
        }
        ("referenceDate.late", Lang::Nl) => {
            "Deze peildatum ligt in de toekomst of te lang na de laatste datum in dit bestand: kies een eerdere dag."
        }
        ("referenceDate.late", Lang::En) => {
            "This reference date lies in the future or too long after the last date in this file: choose an earlier day."
        }
        (_, Lang::Nl) => "Deze instelling is niet te gebruiken: kies opnieuw.",
        (_, Lang::En) => "This setting can't be used: choose again.",
    }
}

fn told(error: &Error, hole: &str) -> Option<String> {
    match hole {
        "r" => error.position().map(|position| position.row.to_string()),
        "l" => number(error, "limit").map(|limit| limit.to_string()),
        "b" => number(error, "limit").map(|limit| match limit {
            0..MEGABYTE => format!("{limit} bytes"),
            _ => format!("{} MB", limit / MEGABYTE),
        }),
        "c" => number(error, "columns").filter(|&columns| columns > 1).map(|columns| columns.to_string()),
        "f" => word(error, "field").map(str::to_owned),
        _ => word(error, "indicator").map(str::to_owned),
    }
}
