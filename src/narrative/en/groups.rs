//! Lead times of groups, in English.

use crate::{
    catalog::Lang,
    narrative::{groups::Group, number::decimal, tongue::join},
};

pub(in crate::narrative) fn half_closed(groups: &[Group]) -> String {
    let items: Vec<_> = groups.iter().map(one).collect();
    format!("With the open cases counted, half are closed: {}.", join(&items, "and"))
}

fn one(group: &Group) -> String {
    let word = if group.place { "in" } else { "with" };
    let after = match group.half.map(|days| decimal(days, Lang::En)) {
        Some(days) if days == "1" => "after 1 day".to_owned(),
        Some(days) => format!("after {days} days"),
        None => "not yet".to_owned(),
    };
    let open = if group.open == 0 { String::new() } else { format!(", {} still open", group.open) };
    format!("{word} {} {after} ({} cases{open})", group.name, group.n)
}
