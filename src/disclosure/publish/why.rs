//! Why a view is not in a publication: stable codes; `narrative` has the sentences.

/// Too few answers would be shown.
pub const FEW: &str = "publish.few";
/// It could not be made safe.
pub const AUDIT: &str = "publish.audit";
/// By state too much of it would be hidden: it is shown of all cases.
pub const BY_STATE: &str = "publish.by-state";
/// Beside the answers that are put together or hidden it would tell of these.
pub const KIN: &str = "publish.kin";
/// It is safe only with all its answers shown.
pub const WHOLE: &str = "publish.whole";
/// This kind of figure is never published.
pub const FORM: &str = "publish.form";
/// The split has fewer than two values that can be shown.
pub const NO_SPLIT: &str = "publish.no-split";
/// Some values of the split have too few cases to be shown.
pub const SMALL_STATES: &str = "publish.small-states";
/// Columns of one's own are never published: what stands in them is not known.
pub const OWN: &str = "publish.own";

/// The publications that were added up have other answers, or not all have it.
pub const UNLIKE: &str = "publish.unlike-answers";

/// All of them.
pub const ALL: &[&str] = &[FEW, AUDIT, BY_STATE, KIN, WHOLE, FORM, NO_SPLIT, SMALL_STATES, OWN, UNLIKE];
