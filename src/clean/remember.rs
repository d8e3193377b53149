//! Remembers what a cell means, so that meaning is worked out once for each
//! distinct cell. Knows bytes, not meanings.

/// Most different cells that are remembered; the rest is worked out each time.
const MAX_ENTRIES: usize = 8192;
/// Longest cell that is remembered, in bytes.
const MAX_KEY_BYTES: usize = 256;
/// From rustc's Fx hash: an odd number with well-spread bits.
const MULTIPLIER: u64 = 0x517c_c1b7_2722_0a95;

/// A map from bytes to a small value, of bounded size.
#[derive(Debug)]
pub(super) struct Remembered<T> {
    keys: Vec<u8>,
    entries: Vec<Entry<T>>,
    /// Place in `entries` plus one; 0 is free. Length is a power of two, at most half full.
    slots: Vec<u32>,
}

#[derive(Debug)]
struct Entry<T> {
    hash: u64,
    start: usize,
    len: usize,
    value: T,
}

impl<T: Copy> Remembered<T> {
    pub(super) fn new() -> Self {
        Self { keys: Vec::new(), entries: Vec::new(), slots: vec![0; 64] }
    }

    /// What was put under these bytes.
    #[cfg_attr(hot, optimize(speed))]
    #[inline]
    pub(super) fn get(&self, key: &[u8]) -> Option<T> {
        let place = self.find(key, hash(key)).ok()?;
        self.entries.get(place).map(|entry| entry.value)
    }

    /// Remembers a value in place of what was put under these bytes before.
    pub(super) fn set(&mut self, key: &[u8], value: T) {
        match self.find(key, hash(key)).ok().and_then(|place| self.entries.get_mut(place)) {
            Some(entry) => entry.value = value,
            None => self.put(key, value),
        }
    }

    /// How many are remembered.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// All bytes under which something was put.
    pub(super) fn keys(&self) -> impl Iterator<Item = &[u8]> {
        self.entries.iter().filter_map(|entry| self.keys.get(entry.start..entry.start + entry.len))
    }

    /// Remembers a value, unless there are too many already or the key is too long.
    pub(super) fn put(&mut self, key: &[u8], value: T) {
        let hash = hash(key);
        if key.len() > MAX_KEY_BYTES || self.entries.len() >= MAX_ENTRIES || self.find(key, hash).is_ok() {
            return;
        }
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let start = self.keys.len();
        self.keys.extend_from_slice(key);
        self.entries.push(Entry { hash, start, len: key.len(), value });
        self.place(self.entries.len());
    }

    /// The place among the entries, or the free slot where it would be given.
    #[cfg_attr(hot, optimize(speed))]
    #[inline]
    fn find(&self, key: &[u8], hash: u64) -> Result<usize, usize> {
        let mut slot = self.first_slot(hash);
        loop {
            let number = self.slots.get(slot).copied().unwrap_or(0);
            let place = (number as usize).checked_sub(1);
            let Some((place, entry)) = place.and_then(|place| Some((place, self.entries.get(place)?))) else {
                return Err(slot);
            };
            let kept = self.keys.get(entry.start..entry.start + entry.len);
            if entry.hash == hash && kept.is_some_and(|kept| are_equal(kept, key)) {
                return Ok(place);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    #[inline]
    fn first_slot(&self, hash: u64) -> usize {
        // The upper bits are the well-mixed ones.
        usize::try_from(hash >> 40).unwrap_or(0) & (self.slots.len() - 1)
    }

    /// Gives the entry with this number, from 1, a slot.
    fn place(&mut self, number: usize) {
        let Some(entry) = number.checked_sub(1).and_then(|place| self.entries.get(place)) else { return };
        let mut at = self.first_slot(entry.hash);
        while self.slots.get(at).is_some_and(|&taken| taken != 0) {
            at = (at + 1) & (self.slots.len() - 1);
        }
        if let (Some(slot), Ok(number)) = (self.slots.get_mut(at), u32::try_from(number)) {
            *slot = number;
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        (1..=self.entries.len()).for_each(|number| self.place(number));
    }
}

/// Eight bytes at a time, which in a browser `==` does not.
#[cfg_attr(hot, optimize(speed))]
#[inline]
fn are_equal(one: &[u8], other: &[u8]) -> bool {
    let ((words, rest), (other_words, other_rest)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    let same = |(one, other): (&[u8; 8], &[u8; 8])| u64::from_le_bytes(*one) == u64::from_le_bytes(*other);
    one.len() == other.len()
        && words.iter().zip(other_words).all(same)
        && rest.iter().zip(other_rest).all(|(one, other)| one == other)
}

#[cfg_attr(hot, optimize(speed))]
#[inline]
fn hash(key: &[u8]) -> u64 {
    let (words, rest) = key.as_chunks::<8>();
    let mix = |state: u64, word: u64| (state.rotate_left(5) ^ word).wrapping_mul(MULTIPLIER);
    let state = words.iter().fold(key.len() as u64, |state, word| mix(state, u64::from_le_bytes(*word)));
    let tail = rest.iter().fold(0, |tail: u64, &byte| tail << 8 | u64::from(byte));
    mix(state, tail)
}

#[cfg(test)]
mod tests {
    use super::{MAX_ENTRIES, Remembered};

    #[test]
    fn what_is_put_is_found_and_nothing_else() {
        let mut remembered = Remembered::new();
        for number in 0..2 * MAX_ENTRIES {
            remembered.put(format!("antwoord {number}").as_bytes(), number);
        }
        for number in 0..2 * MAX_ENTRIES {
            let expected = (number < MAX_ENTRIES).then_some(number);
            assert_eq!(remembered.get(format!("antwoord {number}").as_bytes()), expected);
        }
        assert_eq!(remembered.get(b""), None);
    }

    #[test]
    fn long_cells_are_not_kept() {
        let mut remembered = Remembered::new();
        remembered.put(&[b'x'; 300], 1);
        assert_eq!(remembered.get(&[b'x'; 300]), None);
    }
}
