//! Pure statistics on counts of whole numbers: mean, quantiles, Kaplan–Meier,
//! Fisher's exact test, and the working days of the Algemene termijnenwet.
//!
//! Knows no field, no case and no file. Everything starts from a [`Tally`],
//! counts by value, which can be merged exactly; nothing here holds or sorts
//! a list of single observations.

mod adjust;
mod fisher;
mod kaplan_meier;
mod quantile;
mod tally;
mod workdays;

pub use adjust::benjamini_hochberg;
pub use fisher::fisher_exact;
pub use kaplan_meier::{Interval, Survival, SurvivalPoint, kaplan_meier};
pub use quantile::{mean, quantile};
pub use tally::Tally;
pub use workdays::is_workday;
