//! What was noticed about cases, rows and files that occur twice, and about
//! columns as a whole, in English.

use crate::finding::{Finding, FindingCode};

/// `column` begins a sentence (`Column C (Referred by)`), `rows` ends one (` (rows 4 and 9)`).
pub(super) fn sentence(finding: &Finding, column: &str, rows: &str) -> String {
    let (count, one) = (finding.count, finding.count == 1);
    let (what, belong, are) = if one { ("row", "belongs", "is") } else { ("rows", "belong", "are") };
    match finding.code {
        FindingCode::FileDouble => {
            let times = if one { "once".to_owned() } else { format!("{count} times") };
            format!("exactly this file was given {times} more; that is left out, each case counts once.")
        }
        FindingCode::CaseDouble => format!(
            "{count} {what} {belong} to a case that stands in another row too{rows}; only the row with most answers counts, choose to count all if they are different cases after all."
        ),
        FindingCode::CaseDoubleDiffers => {
            let say = if one { "double row says" } else { "double rows say" };
            format!(
                "{count} {say} something else than the row that counts{rows}; check which of the two is right."
            )
        }
        FindingCode::CaseDoubleKept => format!(
            "{count} {what} {belong} to a case that stands in another row too{rows}, and {are} counted all the same, as asked."
        ),
        FindingCode::RowDouble => format!(
            "{count} {what} {are} exactly equal to an earlier row{rows} and counted all the same, for without a case number it may be another case; check whether a child is in it twice."
        ),
        FindingCode::ColumnNearlyEmpty => format!(
            "{column} is filled in for nearly no case; check that this is the right column, or leave it out."
        ),
        _ => format!(
            "{column} has other answers than in another file; check that both files use the same list before you count them together."
        ),
    }
}
