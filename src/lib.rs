//! BEN-monitor turns the monitor file of a regional expert team into figures.
//!
//! Bytes become cases, cases become a report, and everything a person sees,
//! hears, prints or publishes is made from the report:
//!
//! ```text
//! file(s) ─ intake ─► records ─ clean ─► cases + findings ─ analysis ─► report ─ disclosure ─► released
//!           (bytes)   (text, positions)  (columns of codes)  (filter)   (exact)   (policy)        │
//!                                                                              charts · narrative
//! ```
//!
//! Each folder is a room; `ARCHITECTURE.md` says what belongs in it and which
//! room may import which, and a test holds those arrows. This file has no logic.

#![cfg_attr(hot, feature(optimize_attribute))]

pub mod analysis;
pub mod cases;
pub mod catalog;
pub mod charts;
pub mod clean;
pub mod disclosure;
pub mod error;
pub mod finding;
pub mod identifiers;
pub mod intake;
pub mod listed;
pub mod narrative;
pub mod packed;
pub mod plain;
pub mod report;
pub mod session;
pub mod stats;
pub mod understanding;
#[cfg(target_arch = "wasm32")]
pub mod web;
