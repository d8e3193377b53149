//! How two selections lie beside each other: cases in both, and cases in neither.

use super::{number::shown, tongue::Tongue};
use crate::{catalog::Lang, report::Against};

/// A sentence when cases are in both, or when of some it is not known in which they are.
#[inline(never)]
pub(super) fn caution(against: &Against, tongue: &dyn Tongue) -> Option<String> {
    let lang = tongue.lang();
    let number = |count| shown(count, lang);
    let text = match (against.overlap, against.unsure, lang) {
        (0, 0, _) => return None,
        (0, 1, Lang::Nl) => {
            "1 zaak is in geen van beide meegeteld: niet bekend is of die bij de keuze hoort.".to_owned()
        }
        (0, unsure, Lang::Nl) => format!(
            "{} zaken zijn in geen van beide meegeteld: niet bekend is of ze bij de keuze horen.",
            number(unsure)
        ),
        (0, 1, Lang::En) => {
            "1 case counts in neither: it is not known whether it belongs to the selection.".to_owned()
        }
        (0, unsure, Lang::En) => format!(
            "{} cases count in neither: it is not known whether they belong to the selection.",
            number(unsure)
        ),
        (1, _, Lang::Nl) => "1 zaak telt in beide mee: de keuzes overlappen.".to_owned(),
        (both, _, Lang::Nl) => format!("{} zaken tellen in beide mee: de keuzes overlappen.", number(both)),
        (1, _, Lang::En) => "1 case counts in both: the selections overlap.".to_owned(),
        (both, _, Lang::En) => format!("{} cases count in both: the selections overlap.", number(both)),
    };
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::caution;
    use crate::{narrative::nl::Dutch, report::Against};

    #[test]
    fn what_is_shared_and_what_is_left_out_is_told() {
        let told = |overlap, unsure| caution(&Against { overlap, unsure, ..Against::default() }, &Dutch);
        assert_eq!(told(0, 0), None);
        let one = "1 zaak is in geen van beide meegeteld: niet bekend is of die bij de keuze hoort.";
        assert_eq!(told(0, 1).as_deref(), Some(one));
        assert_eq!(told(12, 0).as_deref(), Some("12 zaken tellen in beide mee: de keuzes overlappen."));
    }
}
