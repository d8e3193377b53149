//! What people read for a row that cases can be selected by without being an answer to one field.

use super::{Field, Lang, PROBLEM_FIELDS, PROFILES, field, indicator};

/// Before the code of a problem of the parents: some words are on both lists.
pub const PARENT_PREFIX: &str = "ouder:";
/// Problems of the parents and the family.
pub const PARENTS: &str = "ouderproblematiek";

/// The words for a row of an indicator; `None` for a field. Profiles that people made have no words here.
///
/// ```
/// use ben_monitor::catalog::{Lang, row_label};
/// let label = |id, code| row_label(id, code, Lang::Nl).expect("an indicator");
/// assert_eq!(label("doorlooptijd", "3-6"), "Doorlooptijd 3–6 maanden");
/// assert_eq!(label("samenhang", "=trauma+ouder:verslaving"), "Alleen Trauma + Ouders: Verslaving");
/// assert_eq!(label("thuis", "nee"), "Woont bij ouders: nee");
/// assert_eq!(row_label("regio", "Twente", Lang::Nl), None);
/// ```
pub fn row_label(id: &str, code: &str, lang: Lang) -> Option<String> {
    let known = indicator(id).filter(|_| field(id).is_none())?;
    let of = |nl: &'static str, en: &'static str| match lang {
        Lang::Nl => nl,
        Lang::En => en,
    };
    let name = known.label.text(lang);
    Some(match (id, code) {
        (_, "onbekend") => format!("{name}: {}", of("onbekend", "not known")),
        ("doorlooptijd", "loopt") => of("Nog niet afgesloten", "Not closed yet").to_owned(),
        ("doorlooptijd", _) => match code.strip_suffix('+') {
            Some(after) => {
                format!("{name} {} {after} {}", of("langer dan", "longer than"), months(after, lang))
            }
            None => {
                let last = code.rsplit('-').next().unwrap_or(code);
                format!("{name} {} {}", code.replace('-', "–"), months(last, lang))
            }
        },
        ("stapeling", "1") => of("1 probleem", "1 problem").to_owned(),
        ("stapeling", _) => match code.strip_suffix('+') {
            Some(least) => format!("{least} {}", of("of meer problemen", "or more problems")),
            None => format!("{code} {}", of("problemen", "problems")),
        },
        ("samenhang", _) => match code.strip_prefix('=') {
            Some(exact) => format!("{} {}", of("Alleen", "Only"), problems(exact, lang)),
            None => problems(code, lang),
        },
        ("doelgroepen", _) => {
            let profile = PROFILES.iter().find(|profile| profile.id == code);
            let own = || of("Een eigen doelgroep", "A group of one's own");
            profile.map_or_else(own, |profile| profile.label.text(lang)).to_owned()
        }
        (_, "ja") => name.to_owned(),
        _ => format!("{name}: {}", of("nee", "no")),
    })
}

fn months(number: &str, lang: Lang) -> &'static str {
    match (number, lang) {
        ("1", Lang::Nl) => "maand",
        ("1", Lang::En) => "month",
        (_, Lang::Nl) => "maanden",
        (_, Lang::En) => "months",
    }
}

fn problems(codes: &str, lang: Lang) -> String {
    let of = |known: Option<&Field>, code: &str| {
        let label = known.and_then(|field| field.value(code)).map(|value| value.label.text(lang));
        label.unwrap_or(code).to_owned()
    };
    let name = |code: &str| match (code.strip_prefix(PARENT_PREFIX), lang) {
        (Some(code), Lang::Nl) => format!("Ouders: {}", of(field(PARENTS), code)),
        (Some(code), Lang::En) => format!("Parents: {}", of(field(PARENTS), code)),
        (None, _) => of(PROBLEM_FIELDS.first().and_then(|id| field(id)), code),
    };
    codes.split('+').map(name).collect::<Vec<_>>().join(" + ")
}
