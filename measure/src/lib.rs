//! What measuring takes: memory that is counted, and files as large as is wanted.

pub mod counting;
pub mod made;
