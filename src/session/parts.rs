//! Files larger than one machine: what a partition contributes, as bytes, and
//! a session made of such parts that is equal to one over all rows.
//!
//! A part holds a mark of this version, the sources in it, each with its name
//! and what was read of it ([`Cleaner::pack`]), and a fingerprint of itself.

use super::Session;
use crate::{
    cases::{Day, Fingerprint},
    clean::{Cleaner, Mapping, RowsOfParts, Stretch, StretchRead},
    error::{Code, Error, Result},
    intake::{Ends, Further, Intake, Limits},
    packed::{Packed, Packer, Refusal},
};

/// A form of its own for each version of the program: what a part holds is as exact as the code that reads it.
const MARK: &str = concat!("ben-monitor part 1, ", env!("CARGO_PKG_VERSION"));

/// A stretch of the rows of one file, of which more bytes are to come.
pub struct StretchInHand {
    name: String,
    rows: Further,
    stretch: Stretch,
    bytes: Fingerprint,
}

impl StretchInHand {
    /// For rows of the file with this name that begins with these bytes: its headings and the rows on which is
    /// decided what each column is for, as [`Session::feed`] does on the first rows of a file.
    ///
    /// # Errors
    ///
    /// The head can't be read, or holds no headings that we know.
    pub fn new(name: &str, head: &[u8], mapping: Option<&Mapping>, today: &str) -> Result<Self> {
        let today = Day::from_iso(today);
        let mut stretch = Stretch::new(Cleaner::new(0, name, mapping).with_today(today));
        let mut intake = Intake::new(Limits::default());
        intake.feed(head, &mut stretch)?;
        if !stretch.is_decided() {
            intake.finish(&mut stretch)?;
        }
        stretch.end_head(head)?;
        let rows = Further::new(head, Limits::default())?;
        Ok(Self { name: name.to_owned(), rows, stretch, bytes: Fingerprint::default() })
    }

    /// Takes the next bytes of the stretch.
    ///
    /// # Errors
    ///
    /// As [`Session::feed`].
    pub fn feed(&mut self, bytes: &[u8]) -> Result<()> {
        self.bytes.add(bytes);
        self.rows.feed(bytes, &mut self.stretch)
    }

    /// What was read.
    ///
    /// # Errors
    ///
    /// As [`Session::feed`]; a stretch may hold no cases.
    pub fn end(mut self) -> Result<PartRead> {
        let (reading, ends) = self.rows.finish(&mut self.stretch)?;
        let StretchRead { cleaner, before, ends_above } = self.stretch.end()?;
        let mut to = Packer::default();
        cleaner.pack(&reading, before, &mut to)?;
        let stretch = Some(Cut { ends, headed: before > 0, ends_above });
        Ok(PartRead { name: self.name, stretch, bytes: self.bytes.value(), read: to.into_bytes() })
    }
}

/// Where a stretch was cut.
#[derive(Clone, Copy)]
struct Cut {
    ends: Ends,
    /// It begins with the file's headings.
    headed: bool,
    /// It ends above them.
    ends_above: bool,
}

impl Cut {
    fn pack(self, to: &mut Packer) {
        let Ends { empty, begins_with_line_feed, ends_with_return, between_rows } = self.ends;
        [empty, begins_with_line_feed, ends_with_return, between_rows, self.headed, self.ends_above]
            .into_iter()
            .for_each(|truth| to.truth(truth));
    }

    fn packed(from: &mut Packed<'_>) -> std::result::Result<Self, Refusal> {
        let ends = Ends {
            empty: from.truth()?,
            begins_with_line_feed: from.truth()?,
            ends_with_return: from.truth()?,
            between_rows: from.truth()?,
        };
        Ok(Self { ends, headed: from.truth()?, ends_above: from.truth()? })
    }

    /// Adds the next stretch, which must begin where a row does: one that begins within a cell or a row
    /// would be read as something else.
    fn join(&mut self, next: Self) -> std::result::Result<(), Refusal> {
        let within_line_end = self.ends.ends_with_return && next.ends.begins_with_line_feed;
        if !next.ends.empty && (!self.ends.between_rows || within_line_end) {
            return Err(Refusal::Undecided);
        }
        if !next.ends.empty {
            self.ends = next.ends;
        }
        Ok(())
    }
}

/// What was read of a file, whole or a stretch of it, to be written to a part.
pub struct PartRead {
    name: String,
    /// Of a file that is not whole.
    stretch: Option<Cut>,
    bytes: u64,
    read: Vec<u8>,
}

impl PartRead {
    /// A part of what was read, in this order.
    pub fn part(all: &[Self]) -> Vec<u8> {
        let mut to = Packer::default();
        to.text(MARK);
        to.len(all.len());
        for one in all {
            to.text(&one.name);
            to.truth(one.stretch.is_some());
            one.stretch.iter().for_each(|cut| cut.pack(&mut to));
            to.number(one.bytes);
            to.bytes(&one.read);
        }
        let mut part = to.into_bytes();
        part.extend_from_slice(&Fingerprint::of(&part).to_le_bytes());
        part
    }

    /// Whether a file that begins like this is a part, of whatever version.
    pub fn begins_a_part(bytes: &[u8]) -> bool {
        let mark = MARK.as_bytes();
        let common = mark.split(|byte| byte.is_ascii_digit()).next().unwrap_or(mark);
        bytes.get(1..).is_some_and(|after| after.starts_with(common))
    }
}

/// One source as its parts tell it.
struct Joining<'a> {
    name: &'a str,
    stretch: Option<Cut>,
    bytes: u64,
    rows: RowsOfParts<'a>,
}

impl<'a> Joining<'a> {
    /// Adds a source of a part, to one that it is a further stretch of or as a new one.
    fn add(sources: &mut Vec<Self>, from: &mut Packed<'a>) -> std::result::Result<(), Refusal> {
        let name = from.text()?;
        let stretch = if from.truth()? { Some(Cut::packed(from)?) } else { None };
        let (bytes, mut read) = (from.number()?, Packed::new(from.bytes()?));
        let known = sources.iter_mut().filter(|known| known.name == name);
        let known =
            known.filter_map(|known| Some((known.stretch.as_mut()?, &mut known.bytes, &mut known.rows)));
        match (stretch, known.last()) {
            (Some(next), Some((cut, of_all, rows))) => {
                cut.join(next)?;
                let mut both = Fingerprint::default();
                both.add(&of_all.to_le_bytes());
                both.add(&bytes.to_le_bytes());
                *of_all = both.value();
                if !cut.ends_above {
                    return rows.add(&mut read);
                }
                // What stands above the headings is told by each part.
                if next.headed {
                    (*cut, *rows) = (next, RowsOfParts::new(true, &mut read)?);
                }
                let still_above = next.ends_above || next.ends.empty;
                if next.headed || still_above { Ok(()) } else { Err(Refusal::Undecided) }
            }
            (stretch, _) => {
                let rows = RowsOfParts::new(stretch.is_some(), &mut read)?;
                sources.push(Self { name, stretch, bytes, rows });
                Ok(())
            }
        }
    }
}

impl Session {
    /// Ends the file in hand: what was read is handed out for a part, and not added.
    ///
    /// # Errors
    ///
    /// As [`Session::end_file`].
    pub fn end_for_part(&mut self) -> Result<PartRead> {
        let mut file = self.reading.take().ok_or_else(|| Error::new(Code::NothingLoaded))?;
        let reading = file.intake.finish(&mut file.cleaner)?;
        let mut to = Packer::default();
        file.cleaner.pack(&reading, 0, &mut to)?;
        let (name, bytes) = (file.name, file.bytes.value());
        Ok(PartRead { name, stretch: None, bytes, read: to.into_bytes() })
    }

    /// Adds the cases of parts. Stretches with one name are rows of one file, in the order of the parts.
    ///
    /// # Errors
    ///
    /// The parts can't be put together; or, inside, what they hold is refused as [`Session::end_file`] would.
    pub fn add_parts(&mut self, parts: &[Vec<u8>]) -> std::result::Result<Result<()>, Refusal> {
        let mut sources: Vec<Joining<'_>> = Vec::new();
        for part in parts {
            let (written, print) = part.split_last_chunk().ok_or(Refusal::Damaged)?;
            let mut from = Packed::new(written);
            if Fingerprint::of(written) != u64::from_le_bytes(*print) || from.text()? != MARK {
                return Err(Refusal::Damaged);
            }
            for _ in 0..from.count()? {
                Joining::add(&mut sources, &mut from)?;
            }
        }
        if sources.iter().any(|source| source.stretch.is_some_and(|cut| cut.ends_above)) {
            return Err(Refusal::Undecided);
        }
        for Joining { name, bytes, rows, .. } in sources {
            match rows.finish(self.files.len(), name)? {
                Ok(cleaned) => drop(self.add_file(name.to_owned(), bytes, cleaned)),
                Err(error) => return Ok(Err(error)),
            }
        }
        Ok(Ok(()))
    }
}
