//! What a heading says that its column holds. Headings lie and say nothing
//! often enough, so it only makes the cells' evidence weigh more or less.

use super::Identifier;
use crate::catalog::{fold, has_some};

/// What a heading speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heading {
    /// The kind of identifier that it names.
    pub(super) names: Option<Identifier>,
    /// It speaks of a person, whose name may follow, or yes or no.
    pub(super) of_person: bool,
    /// It speaks of something that has a name and is no person: a place, an organisation.
    pub(super) of_thing: bool,
    /// It speaks of a day.
    pub(super) of_day: bool,
    /// It speaks of a house number.
    pub(super) of_house: bool,
    /// It speaks of a number.
    pub(super) of_number: bool,
}

/// Parts of headings for each kind, in the order in which they are tried;
/// between spaces they are whole words.
const PARTS: [(Identifier, &str); 9] = [
    (Identifier::Email, "mail"),
    (Identifier::Bsn, "bsn|burgerserv|burger serv|sofi| a nummer "),
    (Identifier::Iban, "iban|rekeningn|bankrek|banknum|rekening nr"),
    (Identifier::Phone, "telef|mobiel|gsm|phone|telnr|telnum| tel | mob | tf | 06 |mobnr|whatsapp"),
    (Identifier::BirthDate, "geboort|geborte|gebdat|gebdt|geboren| geb | gebd | dob |birth"),
    (Identifier::Postcode, "postc| pc | pc6 |postal| zip "),
    (Identifier::Address, "adres|straat|huisn| nr toev |address"),
    (
        Identifier::Remarks,
        "opmerk|toelicht|notitie|beschrijv|omschrijv|bijzonderhe|memo |verslag|samenvat|tekst|verhaal|logboek|aantekening|uitleg|remark|comment| notes ",
    ),
    (Identifier::Name, "naam|initia|voorlett|namen| name "),
];
const OF_PERSON: &str = "client|jeugdige| kind |moeder|vader|ouder|verzorg|voogd|bescherm|contactp|behandel|regiss|medewerk|begeleid|coordin|gedragsw|psycholoog|melder|verwijzer|inbreng|persoon|casemanager|consulent| door |professional|therapeut|arts|mentor|leerling|broer| zus | opa | oma |familie|gezagh|procesr|trekker|eigenaar";
const OF_THING: &str = "gemeente|plaats|regio|organis|instel|aanbied|school|team|traject|product|bestand|straat|interventie|methode|programma|landsdeel|land |wijk|locatie|afdeling|stichting|zorgv|bureau|groep|voorziening|vestiging|kern | gi |provincie|nationalit| ret | ben |bedrijf|status|soort|type|maatregel|problem|onderwijs|verblijf|uitkomst|reden|actie|geslacht|fase|categorie|taal";
const OF_DAY: &str = "datum|start|einde|sinds|begin| op | dag |wanneer|moment";
const OF_NUMBER: &str = "nummer|aantal| nr |casus|dossier|zaak|leeftijd|bedrag|kosten|uren| id |kenmerk|code|volgnr|kvk|agb|polis|beschikking|factuur|order|jaar";

impl Heading {
    pub(super) fn read(heading: &str) -> Self {
        let spaced = format!(" {} ", fold(heading));
        let holds = |parts: &str| has_some(&spaced, parts);
        let of_thing = holds(OF_THING);
        let names = PARTS.iter().find(|(_, parts)| holds(parts)).map(|(kind, _)| *kind);
        let excepted = match names {
            Some(Identifier::Name) => of_thing,
            Some(Identifier::BirthDate) => {
                ["jaar", "plaats", "land"].iter().any(|part| spaced.contains(part))
            }
            _ => false,
        };
        Self {
            names: names.filter(|_| !excepted),
            of_person: holds(OF_PERSON),
            of_thing,
            of_day: holds(OF_DAY),
            of_house: holds("huisn|hnr"),
            of_number: holds(OF_NUMBER),
        }
    }

    pub(super) fn is(&self, kind: Identifier) -> bool {
        self.names == Some(kind)
    }
}

#[cfg(test)]
mod tests {
    use super::{Heading, Identifier};

    #[test]
    fn headings_name_kinds() {
        for (heading, kind) in [
            ("BSN", Some(Identifier::Bsn)),
            ("burgerservicenr", Some(Identifier::Bsn)),
            ("Sofi-nummer", Some(Identifier::Bsn)),
            ("naam jeugdige", Some(Identifier::Name)),
            ("Achternaam", Some(Identifier::Name)),
            ("naam gemeente", None),
            ("Naam zorgaanbieder", None),
            ("e-mailadres ouder", Some(Identifier::Email)),
            ("tel.", Some(Identifier::Phone)),
            ("Mobiel (moeder)", Some(Identifier::Phone)),
            ("Geb. datum", Some(Identifier::BirthDate)),
            ("geboortejaar", None),
            ("geboorteplaats", None),
            ("p.c.", None),
            ("pc", Some(Identifier::Postcode)),
            ("Straat", Some(Identifier::Address)),
            ("Toelichting", Some(Identifier::Remarks)),
            ("Gemeente", None),
            ("kolom 3", None),
        ] {
            assert_eq!(Heading::read(heading).names, kind, "{heading}");
        }
    }
}
