//! Columns made from a seed.

pub(crate) mod clean;
pub(crate) mod identifying;
pub(crate) mod random;
pub(crate) mod words;
