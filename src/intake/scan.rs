//! Finds separators, quotes and line ends, 64 bytes at a time. Knows nothing of
//! what they mean. This is where most of the time of reading goes.

use std::{fmt, rc::Rc};

/// Bytes that are looked at together.
const BLOCK: usize = 64;
const LOW_BITS: u64 = 0x7F7F_7F7F_7F7F_7F7F;
const HIGH_BITS: u64 = 0x8080_8080_8080_8080;

/// What is known of a block: a bit for each special byte, and whether some byte lies beyond ASCII (not 0).
pub type Block = [u64; 2];

type Find = dyn Fn(&[u8], u8, &mut [Block]);

/// Finds the special bytes of whole blocks faster than this room can: the text,
/// the separator, and where to put what was found, block by block.
#[derive(Clone)]
pub struct Finder(Rc<Find>);

impl Finder {
    /// A finder that calls this.
    pub fn new(find: impl Fn(&[u8], u8, &mut [Block]) + 'static) -> Self {
        Self(Rc::new(find))
    }

    /// Finds in the whole blocks of a buffer.
    pub(super) fn find(&self, bytes: &[u8], separator: u8, found: &mut Vec<Block>) {
        found.clear();
        found.resize(bytes.len() / BLOCK, Block::default());
        if !found.is_empty() {
            (self.0)(bytes, separator, found);
        }
    }
}

impl fmt::Debug for Finder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Finder")
    }
}

/// Walks over the special bytes of a buffer.
pub(super) struct Scanner<'b> {
    bytes: &'b [u8],
    separator: u64,
    /// What was found in the first blocks; the others are still to be looked at.
    found: &'b [Block],
    base: usize,
    /// Bit `i` is set: the byte at `base + i` is special and not yet given.
    mask: u64,
    block_high: bool,
    /// A byte beyond ASCII may have been met since this was last reset.
    high: bool,
}

impl<'b> Scanner<'b> {
    pub(super) fn new(bytes: &'b [u8], separator: u8, found: &'b [Block], from: usize) -> Self {
        let separator = broadcast(separator);
        let mut scanner = Self { bytes, separator, found, base: 0, mask: 0, block_high: false, high: false };
        scanner.seek(from);
        scanner
    }

    /// The place of the next special byte.
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
        let within = to % BLOCK;
        self.load(to - within);
        self.mask &= u64::MAX << within;
    }

    /// Whether a byte beyond ASCII may stand between the last call and `here`;
    /// true for too much rather than too little.
    #[inline]
    pub(super) fn take_high(&mut self) -> bool {
        std::mem::replace(&mut self.high, self.block_high)
    }

    #[inline(always)]
    fn load(&mut self, base: usize) {
        #[cfg(test)]
        work::add(BLOCK);
        self.base = base;
        let [mask, high] = match self.found.get(base / BLOCK) {
            Some(found) => *found,
            None => look_at(self.bytes, base, self.separator),
        };
        self.mask = mask;
        self.block_high = high != 0;
        self.high |= high != 0;
    }
}

#[cfg_attr(hot, optimize(speed))]
fn look_at(bytes: &[u8], base: usize, separator: u64) -> Block {
    let rest = bytes.get(base..).unwrap_or_default();
    match rest.first_chunk::<BLOCK>() {
        Some(block) => special(block, separator),
        None => special(&padded(rest), separator),
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

/// Which of the bytes are special, and which stand beyond ASCII.
#[cfg_attr(hot, optimize(speed))]
#[inline]
fn special(block: &[u8; BLOCK], separator: u64) -> Block {
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
    [mask, all & HIGH_BITS]
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
