//! A 64-bit number that stands for bytes: to know a casus number, a row or a
//! file again without keeping it.

/// Odd numbers with well-spread bits, from the finaliser of MurmurHash3.
const FIRST: u64 = 0xff51_afd7_ed55_8ccd;
const SECOND: u64 = 0xc4ce_b9fe_1a85_ec53;

/// The fingerprint of bytes that come in pieces; how they are cut does not matter.
///
/// Among a million different texts the chance that two of them have one
/// fingerprint is one in thirty million. It is no secret: numbers can be tried
/// until one fits, so it never leaves the memory of the one who made it.
///
/// ```
/// use ben_monitor::cases::Fingerprint;
/// let mut pieces = Fingerprint::default();
/// pieces.add(b"casus 2024");
/// pieces.add(b"-1");
/// assert_eq!(pieces.value(), Fingerprint::of(b"casus 2024-1"));
/// ```
#[derive(Clone, Copy, Default)]
pub struct Fingerprint {
    state: u64,
    /// Bytes that do not fill a word yet, the first one lowest.
    word: u64,
    len: u64,
}

impl Fingerprint {
    /// Of these bytes alone.
    pub fn of(bytes: &[u8]) -> u64 {
        let mut all = Self::default();
        all.add(bytes);
        all.value()
    }

    /// Adds the next bytes.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    pub fn add(&mut self, bytes: &[u8]) {
        let to_full_word = usize::try_from(self.len.wrapping_neg() % 8).unwrap_or(0);
        let (first, rest) = bytes.split_at(to_full_word.min(bytes.len()));
        first.iter().for_each(|&byte| self.push(byte));
        let (words, last) = rest.as_chunks::<8>();
        for &word in words {
            self.state = mixed(self.state ^ u64::from_le_bytes(word));
        }
        self.len += 8 * words.len() as u64;
        last.iter().for_each(|&byte| self.push(byte));
    }

    fn push(&mut self, byte: u8) {
        self.word |= u64::from(byte) << (self.len % 8 * 8);
        self.len += 1;
        if self.len.is_multiple_of(8) {
            self.state = mixed(self.state ^ self.word);
            self.word = 0;
        }
    }

    /// The fingerprint of all bytes so far; never 0, which may stand for none.
    pub fn value(self) -> u64 {
        mixed(mixed(self.state ^ self.word) ^ self.len).max(1)
    }
}

/// Spreads every bit over all of them; different numbers stay different.
#[inline]
pub(super) fn mixed(number: u64) -> u64 {
    let first = (number ^ number >> 33).wrapping_mul(FIRST);
    let second = (first ^ first >> 33).wrapping_mul(SECOND);
    second ^ second >> 33
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn pieces_make_no_difference() {
        let bytes: Vec<u8> = (0..100).collect();
        for cut in 0..bytes.len() {
            for second in cut..bytes.len() {
                let mut pieces = Fingerprint::default();
                pieces.add(&bytes[..cut]);
                pieces.add(&bytes[cut..second]);
                pieces.add(&bytes[second..]);
                assert_eq!(pieces.value(), Fingerprint::of(&bytes));
            }
        }
    }

    #[test]
    fn numbers_as_teams_write_them_all_differ() {
        let mut values = Vec::new();
        for year in 2019..2025 {
            for number in 0..20_000 {
                values.push(Fingerprint::of(format!("{year} {number}").as_bytes()));
                values.push(Fingerprint::of(format!("ret {number} {year}").as_bytes()));
                values.push(Fingerprint::of(format!("casus ijsselland {year} {number:06}").as_bytes()));
            }
        }
        let all = values.len();
        values.sort_unstable();
        values.dedup();
        assert_eq!(values.len(), all);
        assert_ne!(Fingerprint::of(b""), 0);
        assert_ne!(Fingerprint::of(b"1"), Fingerprint::of(b"1\0"));
    }
}
