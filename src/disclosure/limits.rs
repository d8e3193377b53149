//! Every limit of disclosure control, in one place, with its reason and source.
//!
//! No rule stands here, only the numbers that the rules of this room use.

/// Under *besloten*: counts from 1 to one below this are marked as small.
///
/// Whoever knows a family recognises a child in a group of one to four, and
/// five is the lowest threshold in use among the offices and tools looked up:
/// NHS England stars 1–7, Statistics Netherlands shows no youth-care count
/// below 10 on StatLine. It marks and hides nothing: the file is the reader's
/// own. A publication needs a stricter limit. Zero is not marked, for it
/// points at nobody in particular.
pub const SMALL_BELOW: u64 = 5;

/// The least number of cases that a publication shows to the people who steer a team: they know the field, may ask,
/// and need exact counts. Five is the lowest threshold in use, see [`SMALL_BELOW`].
pub const MINIMUM_STUURGROEP: u64 = 5;

/// The same on a website, for everybody. Ten is the least that Statistics Netherlands shows of youth care on StatLine
/// (table 85095NED), and the threshold of the ACRO checks.
pub const MINIMUM_WEBSITE: u64 = 10;
