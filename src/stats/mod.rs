//! Pure statistics on counts of whole numbers: mean, quantiles, Kaplan–Meier.
//!
//! Knows no field, no case and no file. Everything starts from a [`Tally`],
//! counts by value, which can be merged exactly; nothing here holds or sorts
//! a list of single observations.

mod kaplan_meier;
mod quantile;
mod tally;

pub use kaplan_meier::{Interval, Survival, SurvivalPoint, kaplan_meier};
pub use quantile::{mean, quantile};
pub use tally::Tally;
