//! What is published of a file: nothing small, nothing that a patient reader works out, nothing of the file itself.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stderr)] // a test fails loudly

mod asked;
mod files;
mod merged;
mod outsider;
mod safe;
