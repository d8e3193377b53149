//! Disclosure control on tables of counts: known answers of others, slow outsiders that write out every
//! table, and searches over everything, beside the engine's own.

// What is not as expected here is a failing test.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod invent;
mod known;
mod least;
mod linked;
mod merging;
mod one_way;
mod policy;
mod published;
mod rounding;
mod slow;
