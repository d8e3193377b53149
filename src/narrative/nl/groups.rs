//! Lead times of groups, in Dutch.

use crate::{
    catalog::Lang,
    narrative::{groups::Group, number::decimal, tongue::join},
};

pub(in crate::narrative) fn half_closed(groups: &[Group]) -> String {
    let items: Vec<_> = groups.iter().map(one).collect();
    format!("Met de open zaken meegeteld is de helft afgesloten: {}.", join(&items, "en"))
}

fn one(group: &Group) -> String {
    let word = if group.place { "in" } else { "bij" };
    let after = match group.half.map(|days| decimal(days, Lang::Nl)) {
        Some(days) if days == "1" => "na 1 dag".to_owned(),
        Some(days) => format!("na {days} dagen"),
        None => "nog niet".to_owned(),
    };
    let open = if group.open == 0 { String::new() } else { format!(", nog {} open", group.open) };
    format!("{word} {} {after} ({} zaken{open})", group.name, group.n)
}
