//! What a publication says beside its figures: its title, and why views are left out.

use super::{
    period::{Date, Months},
    tell, tongue,
};
use crate::{
    catalog::{self, Lang},
    disclosure::{Released, publish::why},
    report::{LeftOut, Publication},
};

/// Tells each of its reports, each view that is left out, and what it is called where nobody said so.
pub fn tell_publication(released: Released<Publication>, lang: Lang) -> Released<Publication> {
    let words = released.reports().iter().map(|report| tell(report, lang)).collect();
    let why = released.get().left_out.iter().map(|left| why_left_out(left, lang)).collect();
    let title = title(released.get(), lang);
    released.told(words, why, title)
}

fn title(publication: &Publication, lang: Lang) -> String {
    let days = [&publication.period.span.from, &publication.period.span.to].map(|day| Date::from_iso(day));
    let months = match days {
        [Some(from), Some(to)] => tongue(lang).period(Months::between(from, to)),
        _ => String::new(),
    };
    match lang {
        Lang::Nl => format!("Casussen, {months}"),
        Lang::En => format!("Cases, {months}"),
    }
}

fn why_left_out(left: &LeftOut, lang: Lang) -> String {
    let indicator = catalog::indicator(&left.indicator).map(|known| known.label.text(lang));
    let field = catalog::field(&left.indicator).map(|known| known.label.text(lang));
    let name = indicator.or(field).unwrap_or(&left.indicator);
    let name = left.state.as_ref().map_or_else(|| name.to_owned(), |state| format!("{name} ({state})"));
    format!("{name}: {}.", reason(&left.code, lang))
}

fn reason(code: &str, lang: Lang) -> &'static str {
    let [nl, en] = match code {
        why::FEW => [
            "er blijven te weinig antwoorden over die getoond kunnen worden",
            "too few answers are left that can be shown",
        ],
        why::AUDIT => [
            "de controle kon niet uitsluiten dat verborgen aantallen zijn uit te rekenen",
            "the audit could not rule out that hidden counts can be worked out",
        ],
        why::BY_STATE => [
            "per groep zou te veel verborgen zijn, daarom alleen voor alle casussen samen",
            "by group too much would be hidden, so it is shown for all cases together only",
        ],
        why::KIN => [
            "het zou iets vertellen over antwoorden die zijn samengevoegd of verborgen",
            "it would tell of answers that were put together or hidden",
        ],
        why::WHOLE => [
            "het kan alleen veilig worden getoond als geen enkel antwoord verborgen is",
            "it can be shown safely only when none of its answers is hidden",
        ],
        why::FORM => [
            "dit soort cijfer is alleen voor eigen gebruik, omdat het te veel verbanden met andere cijfers heeft",
            "this kind of figure is for your own use only, since it is tied to too many other figures",
        ],
        why::NO_SPLIT => [
            "er zijn te weinig groepen die groot genoeg zijn om apart te tonen",
            "too few groups are large enough to be shown apart",
        ],
        why::SMALL_STATES => [
            "een of meer groepen zijn te klein om apart te tonen",
            "one or more groups are too small to be shown apart",
        ],
        why::UNLIKE => [
            "niet alle publicaties hebben dit cijfer met dezelfde antwoorden",
            "not all publications have this figure with the same answers",
        ],
        _ => [
            "eigen kolommen worden niet gepubliceerd, omdat niet bekend is wat erin staat",
            "columns of your own are not published, since it is not known what is in them",
        ],
    };
    match lang {
        Lang::Nl => nl,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::reason;
    use crate::{catalog::Lang, disclosure::publish::why};

    #[test]
    fn each_reason_has_a_sentence_of_its_own() {
        for lang in [Lang::Nl, Lang::En] {
            let mut told: Vec<&str> = why::ALL.iter().map(|code| reason(code, lang)).collect();
            told.sort_unstable();
            told.dedup();
            assert_eq!(told.len(), why::ALL.len());
        }
    }
}
