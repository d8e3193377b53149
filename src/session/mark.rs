//! By what a file is known again: a number that stands for its bytes.

use crate::cases::Fingerprint;

/// An odd number with well-spread bits, from the finaliser of MurmurHash3.
const MULTIPLIER: u64 = 0xff51_afd7_ed55_8ccd;
/// Numbers that are worked on side by side, since each step waits for the one before.
const LANES: usize = 4;
const STEP: usize = 8 * LANES;

/// The fingerprint of a file's bytes; how they come in pieces does not matter.
#[derive(Clone, Copy, Default)]
pub(super) struct FileMark {
    lanes: [u64; LANES],
    /// Bytes that do not fill a step yet.
    rest: [u8; STEP],
    len: u64,
}

impl FileMark {
    /// Adds the next bytes.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        let filled = usize::try_from(self.len % STEP as u64).unwrap_or(0);
        self.len += bytes.len() as u64;
        let (first, bytes) = bytes.split_at(bytes.len().min((STEP - filled) % STEP));
        self.keep(filled, first);
        if filled > 0 && filled + first.len() == STEP {
            self.lanes = stepped(self.lanes, &self.rest);
        }
        let steps = bytes.len() - bytes.len() % STEP;
        let (whole, last) = bytes.split_at(steps);
        self.lanes = stepped(self.lanes, whole);
        self.keep(0, last);
    }

    fn keep(&mut self, from: usize, bytes: &[u8]) {
        self.rest.iter_mut().skip(from).zip(bytes).for_each(|(kept, byte)| *kept = *byte);
    }

    /// The fingerprint of all bytes so far.
    pub(super) fn value(self) -> u64 {
        let mut all = Fingerprint::default();
        self.lanes.iter().for_each(|lane| all.add(&lane.to_le_bytes()));
        let filled = usize::try_from(self.len % STEP as u64).unwrap_or(0);
        all.add(self.rest.get(..filled).unwrap_or_default());
        all.add(&self.len.to_le_bytes());
        all.value()
    }
}

/// The lanes after these bytes, of which all steps are whole.
#[cfg_attr(hot, optimize(speed))]
fn stepped(lanes: [u64; LANES], bytes: &[u8]) -> [u64; LANES] {
    let [mut a, mut b, mut c, mut d] = lanes;
    let mut rest = bytes;
    while let Some((&step, after)) = rest.split_first_chunk::<STEP>() {
        let [x, y, z, w] = words(step);
        a = mixed(a, x);
        b = mixed(b, y);
        c = mixed(c, z);
        d = mixed(d, w);
        rest = after;
    }
    [a, b, c, d]
}

#[inline(always)]
fn mixed(lane: u64, word: u64) -> u64 {
    (lane.rotate_left(23) ^ word).wrapping_mul(MULTIPLIER)
}

#[inline(always)]
fn words(step: [u8; STEP]) -> [u64; LANES] {
    let (words, _) = step.as_chunks::<8>();
    match *words {
        [x, y, z, w] => [x, y, z, w].map(u64::from_le_bytes),
        _ => [0; LANES],
    }
}

#[cfg(test)]
mod tests {
    use super::{FileMark, STEP};

    #[test]
    fn pieces_make_no_difference_and_every_byte_does() {
        let bytes: Vec<u8> = (0..=u8::MAX).cycle().take(5 * STEP + 7).collect();
        let of = |pieces: &[&[u8]]| {
            let mut mark = FileMark::default();
            pieces.iter().for_each(|piece| mark.add(piece));
            mark.value()
        };
        let whole = of(&[&bytes]);
        for cut in 0..bytes.len() {
            for second in (cut..bytes.len()).step_by(3) {
                assert_eq!(of(&[&bytes[..cut], &bytes[cut..second], &bytes[second..]]), whole);
            }
            let mut other = bytes.clone();
            other[cut] ^= 1;
            assert_ne!(of(&[&other]), whole);
            assert_ne!(of(&[&bytes[..cut]]), whole);
        }
        assert_ne!(of(&[b""]), of(&[b"\0"]));
    }
}
