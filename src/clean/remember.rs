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
    /// Length is a power of two, at most half full.
    slots: Vec<Slot>,
}

/// Where an entry is looked for.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    hash: u32,
    /// The entry's place plus one; 0 is free.
    number: u32,
}

#[derive(Debug)]
struct Entry<T> {
    start: u32,
    len: u32,
    value: T,
}

impl<T> Entry<T> {
    #[inline(always)]
    fn key<'k>(&self, keys: &'k [u8]) -> &'k [u8] {
        let start = self.start as usize;
        match keys.get(start..start + self.len as usize) {
            Some(key) => key,
            None => &[],
        }
    }
}

// What is called for every cell stands within its caller: a call costs as much as the work.
impl<T: Copy> Remembered<T> {
    pub(super) fn new() -> Self {
        Self { keys: Vec::new(), entries: Vec::new(), slots: vec![Slot::default(); 64] }
    }

    /// What was put under these bytes.
    #[inline(always)]
    pub(super) fn get(&self, key: &[u8]) -> Option<T> {
        let place = self.find(key, hash(key))?;
        Some(self.entries.get(place)?.value)
    }

    /// What was put under these bytes, to be changed in place.
    #[inline(always)]
    pub(super) fn get_mut(&mut self, key: &[u8]) -> Option<&mut T> {
        let place = self.find(key, hash(key))?;
        Some(&mut self.entries.get_mut(place)?.value)
    }

    /// Remembers a value in place of what was put under these bytes before.
    pub(super) fn set(&mut self, key: &[u8], value: T) {
        match self.get_mut(key) {
            Some(known) => *known = value,
            None => self.put(key, value),
        }
    }

    /// How many are remembered.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// All bytes under which something was put.
    pub(super) fn keys(&self) -> impl Iterator<Item = &[u8]> {
        self.entries.iter().map(|entry| entry.key(&self.keys))
    }

    /// Remembers a value, unless there are too many already or the key is too long.
    pub(super) fn put(&mut self, key: &[u8], value: T) {
        let hash = hash(key);
        if key.len() > MAX_KEY_BYTES || self.entries.len() >= MAX_ENTRIES || self.find(key, hash).is_some() {
            return;
        }
        if self.entries.len() * 2 >= self.slots.len() {
            let slots = std::mem::take(&mut self.slots);
            self.slots = vec![Slot::default(); slots.len() * 2];
            slots.into_iter().filter(|slot| slot.number != 0).for_each(|slot| self.place(slot));
        }
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let entry = Entry { start: narrow(self.keys.len()), len: narrow(key.len()), value };
        self.keys.extend_from_slice(key);
        self.entries.push(entry);
        self.place(Slot { hash, number: narrow(self.entries.len()) });
    }

    /// The place among the entries.
    #[inline(always)]
    fn find(&self, key: &[u8], hash: u32) -> Option<usize> {
        let mut at = hash as usize;
        loop {
            let slot = self.slots.get(at & (self.slots.len() - 1))?;
            let place = (slot.number as usize).checked_sub(1)?;
            if slot.hash == hash
                && let Some(entry) = self.entries.get(place)
                && are_equal(entry.key(&self.keys), key)
            {
                return Some(place);
            }
            at += 1;
        }
    }

    /// Puts an entry in the first free slot.
    fn place(&mut self, slot: Slot) {
        let mask = self.slots.len() - 1;
        let mut at = slot.hash as usize;
        while self.slots.get(at & mask).is_some_and(|taken| taken.number != 0) {
            at += 1;
        }
        if let Some(free) = self.slots.get_mut(at & mask) {
            *free = slot;
        }
    }
}

/// Up to eight bytes as one number; of texts of one length different ones give different numbers.
#[inline(always)]
fn word(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << 32;
    }
    match *bytes {
        [a] => a as u64,
        [a, b] => u16::from_le_bytes([a, b]) as u64,
        [a, b, c] => u32::from_le_bytes([a, b, c, 0]) as u64,
        _ => 0,
    }
}

/// Eight bytes at a time, which in a browser `==` does not.
#[inline(always)]
fn are_equal(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let (Some(last), Some(other_last)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) else {
        return word(one) == word(other);
    };
    let (mut rest, mut other_rest) = (one, other);
    while let (Some((first, after)), Some((other_first, other_after))) =
        (rest.split_first_chunk::<8>(), other_rest.split_first_chunk::<8>())
    {
        if u64::from_le_bytes(*first) != u64::from_le_bytes(*other_first) {
            return false;
        }
        (rest, other_rest) = (after, other_after);
    }
    u64::from_le_bytes(*last) == u64::from_le_bytes(*other_last)
}

#[inline(always)]
fn mix(state: u64, word: u64) -> u64 {
    (state.rotate_left(5) ^ word).wrapping_mul(MULTIPLIER)
}

#[inline(always)]
fn hash(key: &[u8]) -> u32 {
    let mut state = key.len() as u64;
    let last = match key.last_chunk::<8>() {
        Some(last) => {
            let mut rest = key;
            while let Some((word, after)) = rest.split_first_chunk::<8>() {
                state = mix(state, u64::from_le_bytes(*word));
                rest = after;
            }
            u64::from_le_bytes(*last)
        }
        None => word(key),
    };
    // The upper bits are the well-mixed ones.
    (mix(state, last) >> 32) as u32
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
