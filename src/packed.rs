//! Numbers, texts and rows as bytes: how a part is written and read again.
//!
//! A part is exact and internal: its form belongs to one version of this
//! program, and is checked by a fingerprint before anything of it is used. It
//! knows no meaning; each room packs what is its own.

/// Why parts can't be put together; `as_str` is stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.as_str())]
pub enum Refusal {
    /// No part, not a whole one, or one of another version.
    Damaged,
    /// Parts of one source whose columns were understood in different ways.
    Differ,
    /// What a row means hangs on rows of another part.
    Undecided,
}

impl Refusal {
    /// The code as others see it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Damaged => "part.damaged",
            Self::Differ => "part.differs",
            Self::Undecided => "part.undecided",
        }
    }
}

/// Bytes that are being written.
#[derive(Debug, Default)]
pub struct Packer(Vec<u8>);

impl Packer {
    /// A whole number; small ones take one byte.
    pub fn number(&mut self, number: u64) {
        let mut rest = number;
        while rest >= 0x80 {
            self.0.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        self.0.push((rest & 0x7f) as u8);
    }

    /// How many there are of something.
    pub fn len(&mut self, len: usize) {
        self.number(len as u64);
    }

    /// Yes or no.
    pub fn truth(&mut self, truth: bool) {
        self.number(u64::from(truth));
    }

    /// Bytes with their length before them.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.len(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Rows, of which each is as many bytes.
    pub fn rows<const N: usize>(&mut self, rows: impl ExactSizeIterator<Item = [u8; N]>) {
        self.len(rows.len());
        rows.for_each(|row| self.0.extend_from_slice(&row));
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Bytes that have not been read yet.
#[derive(Debug, Clone, Copy)]
pub struct Packed<'a>(&'a [u8]);

impl<'a> Packed<'a> {
    /// What a [`Packer`] wrote.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn take(&mut self, len: usize) -> Result<&'a [u8], Refusal> {
        let (taken, rest) = self.0.split_at_checked(len).ok_or(Refusal::Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    /// As [`Packer::number`].
    ///
    /// # Errors
    ///
    /// [`Refusal::Damaged`] where something else stands, as all of these.
    pub fn number(&mut self) -> Result<u64, Refusal> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let [byte] = self.take(1)? else { break };
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Refusal::Damaged)
    }

    /// As [`Packer::len`].
    ///
    /// # Errors
    ///
    /// As [`Packed::number`].
    pub fn count(&mut self) -> Result<usize, Refusal> {
        usize::try_from(self.number()?).map_err(|_| Refusal::Damaged)
    }

    /// As [`Packer::truth`].
    ///
    /// # Errors
    ///
    /// As [`Packed::number`].
    pub fn truth(&mut self) -> Result<bool, Refusal> {
        Ok(self.number()? != 0)
    }

    /// As [`Packer::bytes`].
    ///
    /// # Errors
    ///
    /// As [`Packed::number`].
    pub fn bytes(&mut self) -> Result<&'a [u8], Refusal> {
        let len = self.count()?;
        self.take(len)
    }

    /// As [`Packer::text`].
    ///
    /// # Errors
    ///
    /// As [`Packed::number`].
    pub fn text(&mut self) -> Result<&'a str, Refusal> {
        std::str::from_utf8(self.bytes()?).map_err(|_| Refusal::Damaged)
    }

    /// As [`Packer::rows`].
    ///
    /// # Errors
    ///
    /// As [`Packed::number`].
    pub fn rows<const N: usize>(&mut self) -> Result<&'a [[u8; N]], Refusal> {
        let len = self.count()?;
        let bytes = self.take(len.checked_mul(N).ok_or(Refusal::Damaged)?)?;
        Ok(bytes.as_chunks().0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Packed, Packer, Refusal};

    #[test]
    fn what_is_written_is_read() {
        let mut packer = Packer::default();
        let numbers = [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX];
        numbers.iter().for_each(|&number| packer.number(number));
        packer.text("Hof van Twente");
        packer.rows([1_u16, 2, 515].iter().map(|row| row.to_le_bytes()));
        packer.truth(true);
        let bytes = packer.into_bytes();
        let mut packed = Packed::new(&bytes);
        for number in numbers {
            assert_eq!(packed.number(), Ok(number));
        }
        assert_eq!(packed.text(), Ok("Hof van Twente"));
        assert_eq!(packed.rows::<2>(), Ok(&[[1, 0], [2, 0], [3, 2]][..]));
        assert_eq!(packed.truth(), Ok(true));
        assert!(packed.is_empty());
        assert_eq!(packed.number(), Err(Refusal::Damaged));
    }
}
