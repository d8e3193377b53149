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
use crate::error::Error;

const MEGABYTE: u64 = 1 << 20;

/// One sentence; the plain one when the error does not tell all that the other needs.
pub(super) fn sentence(error: &Error, tongue: &dyn Tongue) -> String {
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
