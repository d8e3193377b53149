//! Why a workbook is not read: a code, and a sentence that says what it is
//! and what to do. Never a cell's value, a sheet's name or a path.

/// The stable codes; others rely on their text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// It opens with a password only.
    Encrypted,
    /// It says it is a workbook, and can't be read to its end.
    Damaged,
    /// It holds, or claims to hold, more than can be read here.
    TooLarge,
    /// Another kind of file in the same kind of container.
    NotAWorkbook,
    /// No sheet that is shown holds a cell.
    Empty,
    /// A sheet that was asked for does not exist.
    UnknownSheet,
}

/// Result with this crate's refusal.
pub(crate) type Result<T> = std::result::Result<T, Refusal>;

/// A workbook that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal(pub Code);

impl Code {
    /// All codes.
    pub const ALL: &[Code] = &[
        Self::Encrypted,
        Self::Damaged,
        Self::TooLarge,
        Self::NotAWorkbook,
        Self::Empty,
        Self::UnknownSheet,
    ];

    /// The code as others see it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Encrypted => "sheets.encrypted",
            Self::Damaged => "sheets.damaged",
            Self::TooLarge => "sheets.too-large",
            Self::NotAWorkbook => "sheets.not-a-workbook",
            Self::Empty => "sheets.empty",
            Self::UnknownSheet => "sheets.unknown-sheet",
        }
    }

    /// What it is and what to do, in Dutch, or in English for `en` and its variants.
    pub fn sentence(self, lang: &str) -> &'static str {
        if lang.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("en")) {
            self.english()
        } else {
            self.dutch()
        }
    }

    fn dutch(self) -> &'static str {
        match self {
            Self::Encrypted => {
                "Dit bestand is beveiligd met een wachtwoord en kan daarom niet gelezen worden: open het in Excel, haal het wachtwoord eraf (Bestand, Info, Werkmap beveiligen) en sla het opnieuw op."
            }
            Self::Damaged => {
                "Dit Excel- of ODS-bestand is beschadigd en kan niet tot het einde gelezen worden: open het in Excel of LibreOffice, sla het opnieuw op en kies het nieuwe bestand."
            }
            Self::TooLarge => {
                "Dit Excel- of ODS-bestand is te groot om hier te lezen: bewaar alleen het tabblad met de aanmeldingen, of sla dat op als CSV."
            }
            Self::NotAWorkbook => {
                "Dit is geen Excel- of ODS-bestand, maar een ander soort bestand (bijvoorbeeld Word of een zip): kies het bestand met een rij per zaak."
            }
            Self::Empty => {
                "In dit bestand staat op geen enkel zichtbaar tabblad iets: kijk of de aanmeldingen op een verborgen tabblad staan, maak dat zichtbaar en sla het bestand opnieuw op."
            }
            Self::UnknownSheet => {
                "Het gekozen tabblad staat niet in dit bestand: kies een tabblad dat er wel in staat."
            }
        }
    }

    fn english(self) -> &'static str {
        match self {
            Self::Encrypted => {
                "This file is protected with a password, so it cannot be read: open it in Excel, remove the password (File, Info, Protect Workbook) and save it again."
            }
            Self::Damaged => {
                "This Excel or ODS file is damaged and cannot be read to its end: open it in Excel or LibreOffice, save it again and choose the new file."
            }
            Self::TooLarge => {
                "This Excel or ODS file is too large to be read here: keep only the sheet with the cases, or save that sheet as CSV."
            }
            Self::NotAWorkbook => {
                "This is not an Excel or ODS file but another kind of file (Word or a zip file, for example): choose the file with one row per case."
            }
            Self::Empty => {
                "No visible sheet of this file holds anything: see whether the cases are on a hidden sheet, show it and save the file again."
            }
            Self::UnknownSheet => "The sheet that was asked for is not in this file: choose one that is.",
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.as_str())
    }
}

impl std::error::Error for Refusal {}

/// [`Code::Damaged`], for `map_err` over errors that may quote the file.
pub(crate) fn damaged<E>(_: E) -> Refusal {
    Refusal(Code::Damaged)
}
