//! Finds separators, quotes and line ends, 64 bytes at a time. Knows nothing of
//! what they mean. This is where most of the time of reading goes.

const BLOCK: usize = 64;
const LOW_BITS: u64 = 0x7F7F_7F7F_7F7F_7F7F;
const HIGH_BITS: u64 = 0x8080_8080_8080_8080;

/// Walks over the special bytes of a buffer.
pub(super) struct Scanner<'b> {
    bytes: &'b [u8],
    separator: u64,
    base: usize,
    /// Bit `i` is set: the byte at `base + i` is special and not yet given.
    mask: u64,
    block_high: bool,
    /// A byte beyond ASCII may have been met since this was last reset.
    high: bool,
}

impl<'b> Scanner<'b> {
    pub(super) fn new(bytes: &'b [u8], separator: u8, from: usize) -> Self {
        let separator = broadcast(separator);
        let mut scanner = Self { bytes, separator, base: from, mask: 0, block_high: false, high: false };
        scanner.load(from);
        scanner
    }

    /// The place of the next special byte.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(always)]
    pub(super) fn next(&mut self) -> Option<usize> {
        while self.mask == 0 {
            let base = self.base + BLOCK;
            if base >= self.bytes.len() {
                return None;
            }
            self.load(base);
        }
        let at = self.base + self.mask.trailing_zeros() as usize;
        self.mask &= self.mask - 1;
        Some(at)
    }

    /// Goes on at this place, before or after the present one.
    pub(super) fn seek(&mut self, to: usize) {
        self.load(to);
    }

    /// Whether a byte beyond ASCII may stand between the last call and `here`;
    /// true for too much rather than too little.
    #[inline]
    pub(super) fn take_high(&mut self) -> bool {
        std::mem::replace(&mut self.high, self.block_high)
    }

    #[cfg_attr(hot, optimize(speed))]
    #[inline]
    fn load(&mut self, base: usize) {
        #[cfg(test)]
        work::add(BLOCK);
        self.base = base;
        let rest = self.bytes.get(base..).unwrap_or_default();
        let (mask, high) = match rest.first_chunk::<BLOCK>() {
            Some(block) => special(block, self.separator),
            None => special(&padded(rest), self.separator),
        };
        self.mask = mask;
        self.block_high = high;
        self.high |= high;
    }
}

/// Whether some byte is NUL. For nearly every file this is no, and asked of all of it.
#[cfg_attr(hot, optimize(speed))]
pub(super) fn holds_nul(bytes: &[u8]) -> bool {
    const ONES: u64 = broadcast(1);
    let (words, rest) = bytes.as_chunks::<8>();
    let mut found = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        // Sure to be 0 when no byte is; a byte above a NUL may be taken for one as well.
        found |= word.wrapping_sub(ONES) & !word & HIGH_BITS;
    }
    found != 0 || rest.contains(&0)
}

/// The last bytes of a buffer as a whole block; NUL is not special.
fn padded(rest: &[u8]) -> [u8; BLOCK] {
    let mut block = [0; BLOCK];
    for (to, from) in block.iter_mut().zip(rest) {
        *to = *from;
    }
    block
}

/// Which of the bytes are special, and whether any is beyond ASCII.
#[cfg_attr(hot, optimize(speed))]
#[inline]
fn special(block: &[u8; BLOCK], separator: u64) -> (u64, bool) {
    let (words, _) = block.as_chunks::<8>();
    let (mut mask, mut all) = (0, 0);
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let found = equal(word, separator)
            | equal(word, broadcast(b'\n'))
            | equal(word, broadcast(b'\r'))
            | equal(word, broadcast(b'"'));
        mask |= gather(found) << (8 * index);
        all |= word;
    }
    (mask, all & HIGH_BITS != 0)
}

const fn broadcast(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The high bit of each byte that is equal to the pattern's, without carries
/// from one byte to the next (Hacker's Delight, 6-1).
#[cfg_attr(hot, optimize(speed))]
#[inline]
fn equal(word: u64, pattern: u64) -> u64 {
    let differs = word ^ pattern;
    !(((differs & LOW_BITS) + LOW_BITS) | differs | LOW_BITS)
}

/// The high bits of the eight bytes, as eight bits.
#[cfg_attr(hot, optimize(speed))]
#[inline]
fn gather(high_bits: u64) -> u64 {
    (high_bits >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// Counts the bytes that are looked at, so that tests can hold the work linear
/// without measuring time.
#[cfg(test)]
pub(super) mod work {
    use std::cell::Cell;

    thread_local! { static BYTES: Cell<u64> = const { Cell::new(0) }; }

    pub(in super::super) fn add(bytes: usize) {
        BYTES.set(BYTES.get() + bytes as u64);
    }

    pub(in super::super) fn take() -> u64 {
        BYTES.replace(0)
    }
}
