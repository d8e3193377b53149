//! Several answers of one case.

use super::Missing;

/// Several answers of one case: a bit for each value of the field's list, and
/// the upper four bits for why there is no answer.
///
/// Few of all possible sets occur. Among the cases of files each different one
/// is kept once, so that what follows from it is worked out once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sets {
    /// One a case: its set, or once these are ranked the place of its set.
    raw: Vec<u32>,
    /// The different sets, in the order in which they came; empty until they are ranked.
    distinct: Vec<u32>,
}

const FIRST_MISSING: u32 = 1 << 28;
/// A set is looked for so many steps far and no farther: a file made to be slow has sets that all fall in one place.
const STEPS: usize = 32;
/// A slot in which there is nothing.
const FREE: u32 = u32::MAX;

impl Sets {
    /// Adds a case. `Ok` holds a bit for each answer; no bit at all is blank.
    #[inline(always)]
    pub fn push(&mut self, answers: Result<u32, Missing>) {
        let set = encode(answers);
        if self.distinct.is_empty() {
            self.raw.push(set);
        } else {
            let place = self.place(set);
            self.raw.push(place);
        }
    }

    /// Adds as many cases without an answer.
    pub(super) fn push_missing(&mut self, missing: Missing, times: usize) {
        let set = encode(Err(missing));
        let raw = if self.distinct.is_empty() { set } else { self.place(set) };
        self.raw.resize(self.raw.len() + times, raw);
    }

    /// The place of a set among the different ones.
    #[inline(never)]
    fn place(&mut self, set: u32) -> u32 {
        let known = self.distinct.iter().position(|known| *known == set);
        let place = known.unwrap_or_else(|| {
            self.distinct.push(set);
            self.distinct.len() - 1
        });
        u32::try_from(place).unwrap_or(FREE)
    }

    /// Puts other answers in place of a case's own.
    pub fn set(&mut self, case: usize, answers: Result<u32, Missing>) {
        let set = encode(answers);
        let own = if self.distinct.is_empty() { set } else { self.place(set) };
        self.raw.iter_mut().skip(case).take(1).for_each(|raw| *raw = own);
    }

    /// The answers of one case; blank beyond the last.
    pub fn get(&self, case: usize) -> Result<u32, Missing> {
        self.raw.get(case).map_or(Err(Missing::Blank), |&raw| self.of_raw(raw))
    }

    /// All answers in the order of the cases.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Result<u32, Missing>> + '_ {
        self.raw.iter().map(|&raw| self.of_raw(raw))
    }

    pub(super) fn len(&self) -> usize {
        self.raw.len()
    }

    /// Number of different sets; some may be the same.
    pub(super) fn places(&self) -> u32 {
        u32::try_from(self.distinct.len()).unwrap_or(FREE)
    }

    /// By case the place of its set.
    pub(super) fn ranks(&self) -> &[u32] {
        &self.raw
    }

    pub(super) fn of_place(&self, place: u32) -> Result<u32, Missing> {
        self.distinct.get(place as usize).map_or(Err(Missing::Blank), |&set| decode(set))
    }

    fn of_raw(&self, raw: u32) -> Result<u32, Missing> {
        if self.distinct.is_empty() { decode(raw) } else { self.of_place(raw) }
    }

    /// Keeps each different set once.
    pub(super) fn rank(&mut self) {
        if self.distinct.is_empty() {
            let mut ranking = Ranking::default();
            ranking.rank(&mut self.raw);
            self.distinct = ranking.distinct;
        }
    }

    /// Adds the cases of another column, which is ranked.
    pub(super) fn append(&mut self, other: &Self) {
        self.rank();
        let mut ranking = Ranking::of(std::mem::take(&mut self.distinct));
        let mut places = other.distinct.clone();
        ranking.rank(&mut places);
        self.distinct = ranking.distinct;
        let here = other.raw.iter().map(|&raw| places.get(raw as usize).copied().unwrap_or(0));
        self.raw.extend(here);
    }
}

#[inline(always)]
pub(super) fn encode(answers: Result<u32, Missing>) -> u32 {
    match answers {
        Ok(bits) if bits & (FIRST_MISSING - 1) != 0 => bits & (FIRST_MISSING - 1),
        Ok(_) => FIRST_MISSING << Missing::Blank as u32,
        Err(missing) => FIRST_MISSING << missing as u32,
    }
}

pub(super) fn decode(set: u32) -> Result<u32, Missing> {
    match set / FIRST_MISSING {
        0 => Ok(set),
        flags => Err(Missing::from_number(flags.trailing_zeros())),
    }
}

/// Gives sets places in the order in which they come.
#[derive(Default)]
struct Ranking {
    distinct: Vec<u32>,
    /// Places of sets by their mixed bits, twice as many at least as there are sets.
    slots: Vec<u32>,
}

impl Ranking {
    fn of(distinct: Vec<u32>) -> Self {
        let mut ranking = Self { distinct, slots: Vec::new() };
        ranking.make_room();
        ranking
    }

    /// Puts the place of each set in its stead.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    fn rank(&mut self, sets: &mut [u32]) {
        for set in sets {
            if self.slots.len() <= 2 * self.distinct.len() {
                self.make_room();
            }
            let last = self.slots.len().wrapping_sub(1);
            let mut at = slot(*set) & last;
            // One set with two places is counted in both.
            let mut found = FREE;
            for _ in 0..STEPS {
                let Some(place) = self.slots.get_mut(at) else { break };
                if *place == FREE {
                    *place = u32::try_from(self.distinct.len()).unwrap_or(0);
                    break;
                }
                if self.distinct.get(*place as usize) == Some(set) {
                    found = *place;
                    break;
                }
                at = (at + 1) & last;
            }
            if found == FREE {
                found = u32::try_from(self.distinct.len()).unwrap_or(0);
                self.distinct.push(*set);
            }
            *set = found;
        }
    }

    /// Spreads the known sets over four times as many slots.
    #[inline(never)]
    fn make_room(&mut self) {
        let slots = (4 * self.distinct.len()).next_power_of_two().max(1 << 8);
        self.slots.clear();
        self.slots.resize(slots, FREE);
        for (place, &set) in (0..).zip(&self.distinct) {
            let free = (0..STEPS).map(|step| (slot(set) + step) & (slots - 1));
            let free = free.into_iter().find(|&slot| self.slots.get(slot) == Some(&FREE));
            if let Some(slot) = free.and_then(|slot| self.slots.get_mut(slot)) {
                *slot = place;
            }
        }
    }
}

/// Where a set is looked for first.
#[inline]
fn slot(set: u32) -> usize {
    (set.wrapping_mul(0x9e37_79b1) >> 8) as usize
}

#[cfg(test)]
mod tests {
    use super::{FREE, Ranking, STEPS, Sets, slot};
    use crate::cases::Missing;

    fn sets(bits: impl Iterator<Item = u32>) -> Sets {
        let mut sets = Sets::default();
        bits.for_each(|bits| sets.push(if bits % 9 == 0 { Err(Missing::Unknown) } else { Ok(bits) }));
        sets
    }

    #[test]
    fn ranked_sets_are_the_same_sets() {
        let plain = sets((0..30_000u32).map(|case| case.wrapping_mul(7919) % 5000));
        let mut ranked = plain.clone();
        ranked.rank();
        assert!(ranked.iter().eq(plain.iter()));
        assert!(ranked.places() <= 5000, "each once: {}", ranked.places());
        let mut both = plain.clone();
        let further = sets(4000..9000);
        let mut other = further.clone();
        other.rank();
        both.append(&other);
        both.push(Ok(3));
        both.push_missing(Missing::NotApplicable, 2);
        let last = [Ok(3), Err(Missing::NotApplicable), Err(Missing::NotApplicable)];
        assert!(both.iter().eq(plain.iter().chain(further.iter()).chain(last)));
        both.set(1, last[0]);
        assert_eq!((both.get(1), both.get(0)), (last[0], plain.get(0)));
    }

    #[test]
    fn sets_that_all_fall_in_one_place_are_looked_for_a_few_steps_far() {
        let alike: Vec<u32> = (1..1u32 << 28).filter(|&set| slot(set) & 0x3fff == 77).take(1000).collect();
        let mut ranking = Ranking::default();
        let mut places = [alike.clone(), alike.clone()].concat();
        ranking.rank(&mut places);
        let found: Vec<u32> = places.iter().map(|&place| ranking.distinct[place as usize]).collect();
        assert_eq!(found, [alike.clone(), alike].concat());
        assert!(ranking.slots.iter().filter(|slot| **slot != FREE).count() <= 4 * STEPS);
    }
}
