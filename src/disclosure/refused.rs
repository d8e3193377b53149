//! Why figures can't be published.

/// Why nothing, or not this table, can be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsafe {
    /// There are fewer cases than the minimum.
    TooFew,
    /// A sum that is known to everyone is small: its class must be merged or hidden first.
    SmallMargin,
    /// A zero was to be hidden, while everyone knows that hidden cells are not zero.
    ZeroHidden,
    /// Even with everything hidden something could be worked out.
    NotSafe,
    /// Fewer than two classes would still be shown.
    NothingLeft,
    /// With the rounded margins that other tables published, the cells can't be rounded to add up.
    NoRounding,
    /// What is asked has other rows or columns than the table.
    OtherShape,
}
