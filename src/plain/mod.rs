//! Plain data as bytes: null, truth, numbers, texts, lists and maps, each with a
//! tag before it. What crosses the boundary with the browser takes this form
//! first, so that the code that serde makes for each type stays thin; JSON's
//! own text needs 7 kB brotli more, building objects type by type 6 kB.
//!
//! A number is 8 bytes (a little-endian `f64`); a text is its length in 4 bytes
//! and its UTF-8; a list or a map is its items (keys are texts) and an end.

mod read;
mod write;

pub use read::read;
pub use write::write;

/// Nothing there.
pub const NULL: u8 = 0;
/// Not true.
pub const FALSE: u8 = 1;
/// True.
pub const TRUE: u8 = 2;
/// A number follows.
pub const NUMBER: u8 = 3;
/// A text follows.
pub const TEXT: u8 = 4;
/// The items of a list follow.
pub const LIST: u8 = 5;
/// Keys and values follow in turn.
pub const MAP: u8 = 6;
/// The list or map ends.
pub const END: u8 = 7;

/// The data does not have the shape that is wanted. What it was is not told:
/// it may come from a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the data does not have the shape that is wanted")]
pub struct WrongShape;

impl serde::ser::Error for WrongShape {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

impl serde::de::Error for WrongShape {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}
