//! What was released, for other programs: tables as CSV.
//!
//! Takes only what `disclosure` released. No sentences, no drawing.

mod table;

pub use table::table_csv;
