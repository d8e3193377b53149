//! Finds columns that hold direct identifiers: from a heading and a sample of
//! cells to what it holds that may not be there, or nothing.
//!
//! Rules over the shapes of cells and how often they occur, and the heading's
//! words; no lists of names, streets or places. It reads no file and keeps
//! nothing; what is done with such a column is up to `clean`. What is found and
//! what is not, with the measured rates, stands in `SECURITY.md`.

mod addresses;
mod birth_dates;
mod digits;
mod heading;
mod letters;
mod mail;
mod names;
mod remarks;
mod sample;

use heading::Heading;
use sample::Sample;

/// A kind of direct identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identifier {
    /// Burgerservicenummer.
    Bsn,
    /// E-mail addresses.
    Email,
    /// Bank account numbers.
    Iban,
    /// Telephone numbers.
    Phone,
    /// Postcodes with their letters, with a house number or not.
    Postcode,
    /// Full dates of birth.
    BirthDate,
    /// Streets, house numbers.
    Address,
    /// Remarks: sentences in which anything may stand.
    Remarks,
    /// Names of persons.
    Name,
}

/// What a column holds that may not be there, if anything.
///
/// `cells` are the column's cells as written, or the first some hundred of
/// them; blank ones and those that say why there is no answer are passed over.
///
/// ```
/// use ben_monitor::identifiers::{Identifier, find};
///
/// let cells = ["Emma de Vries", "", "J.P. van den Berg", "Youssef El Amrani"];
/// assert_eq!(find("kolom 3", &cells), Some(Identifier::Name));
/// assert_eq!(find("kolom 3", &["Hof van Twente", "Den Haag", "Bergen op Zoom"]), None);
/// ```
pub fn find(heading: &str, cells: &[&str]) -> Option<Identifier> {
    let heading = Heading::read(heading);
    let sample = Sample::take(cells);
    if sample.filled == 0 {
        return None;
    }
    let is_kind = [
        (Identifier::Bsn, digits::are_bsns as fn(&Sample<'_>, &Heading) -> bool),
        (Identifier::Remarks, remarks::are_sentences),
        (Identifier::Email, mail::are_addresses),
        (Identifier::Iban, digits::are_ibans),
        (Identifier::Phone, digits::are_phones),
        (Identifier::BirthDate, birth_dates::are_birth_dates),
        (Identifier::Address, addresses::are_addresses),
        (Identifier::Postcode, addresses::are_postcodes),
        (Identifier::Remarks, remarks::are_remarks),
        (Identifier::Name, names::are_names),
    ];
    is_kind.into_iter().find(|(_, is)| is(&sample, &heading)).map(|(kind, _)| kind)
}

/// What a cell holds by itself, whatever the column: an e-mail address, a
/// telephone number, an IBAN, a number that passes the elfproef. One such cell
/// proves nothing about the column, but is better not shown.
///
/// ```
/// use ben_monitor::identifiers::{Identifier, stray};
/// assert_eq!(stray("oma@example.nl"), Some(Identifier::Email));
/// assert_eq!(stray("Zwolle"), None);
/// ```
pub fn stray(cell: &str) -> Option<Identifier> {
    let is_kind = [
        (Identifier::Email, mail::has_address as fn(&str) -> bool),
        (Identifier::Iban, digits::has_iban),
        (Identifier::Phone, digits::has_phone),
        (Identifier::Bsn, digits::has_bsn),
        (Identifier::Postcode, addresses::has_postcode),
    ];
    is_kind.into_iter().find(|(_, is)| is(cell)).map(|(kind, _)| kind)
}
