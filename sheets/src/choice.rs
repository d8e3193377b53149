//! Which sheets of a workbook are read when nobody has chosen yet.

/// What the core makes of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fit {
    /// Ids of the fields that its columns hold.
    pub fields: Vec<String>,
    /// Whether there is a case under its headings.
    pub has_cases: bool,
    /// Whether the workbook's owner hid it.
    pub hidden: bool,
}

/// For each sheet whether it is read: the one that holds most fields, the first
/// of equals, and with it those with the same fields (a year a sheet). Without
/// any that fits, the first that is shown, so that the reason can be told.
pub fn propose(fits: &[Fit]) -> Vec<bool> {
    let usable = |fit: &Fit| !fit.hidden && fit.has_cases && !fit.fields.is_empty();
    let mut best: Option<&Fit> = None;
    for fit in fits.iter().filter(|fit| usable(fit)) {
        if best.is_none_or(|best| fit.fields.len() > best.fields.len()) {
            best = Some(fit);
        }
    }
    match best {
        Some(best) => fits.iter().map(|fit| usable(fit) && same(&fit.fields, &best.fields)).collect(),
        None => {
            let first = fits.iter().position(|fit| !fit.hidden);
            (0..fits.len()).map(|place| Some(place) == first).collect()
        }
    }
}

/// The same fields, in whatever order.
fn same(a: &[String], b: &[String]) -> bool {
    a.len() == b.len() && a.iter().all(|field| b.contains(field))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(fields: &[&str]) -> Fit {
        let fields: Vec<String> = fields.iter().map(|&field| field.to_owned()).collect();
        Fit { has_cases: !fields.is_empty(), fields, hidden: false }
    }

    #[test]
    fn the_best_is_read_and_those_like_it() {
        let fits = [
            fit(&["leeftijd"]),
            fit(&["leeftijd", "regio", "geslacht"]),
            fit(&["geslacht", "leeftijd", "regio"]),
            fit(&["leeftijd", "regio", "actie"]),
            fit(&[]),
        ];
        assert_eq!(propose(&fits), [false, true, true, false, false]);
    }

    #[test]
    fn hidden_and_empty_sheets_are_not_read() {
        let full = fit(&["leeftijd", "regio"]);
        let hidden = Fit { hidden: true, ..full.clone() };
        let empty = Fit { has_cases: false, ..full.clone() };
        assert_eq!(propose(&[hidden.clone(), empty, full]), [false, false, true]);
        assert_eq!(propose(&[hidden, fit(&[])]), [false, true]);
        assert_eq!(propose(&[]), Vec::<bool>::new());
    }
}
