//! Cases with the same answer, counted together: what follows from an answer
//! is worked out once for all cases that have it.

use super::Column;

/// Of fewer cases each is given alone: a table of all answers costs more.
const LEAST: usize = 4096;

impl Column {
    /// Calls `with` for cases that stand for all with their answer, each with
    /// the number of these. An answer may come more than once, and the order
    /// means nothing. `kept` says which cases count; `None` is all.
    pub fn each_different(&self, kept: Option<&[bool]>, with: &mut dyn FnMut(usize, u64)) {
        match self {
            _ if self.len() < LEAST => self.each_alone(kept, with),
            // There are too many sets for a place each.
            Self::Sets(_) => self.each_alone(kept, with),
            Self::Codes(codes) => dense(&codes.0, kept, 1 << 8, usize::from, with),
            Self::Places(places) => dense(&places.codes, kept, 1 << 16, usize::from, with),
            Self::Numbers(numbers) => dense(&numbers.0, kept, 1 << 16, usize::from, with),
            Self::Days(days) => dense(&days.0, kept, 1 << 16, |raw| usize::from(raw.cast_unsigned()), with),
        }
    }

    fn each_alone(&self, kept: Option<&[bool]>, with: &mut dyn FnMut(usize, u64)) {
        let counts = |case: usize| kept.is_none_or(|kept| kept.get(case) == Some(&true));
        (0..self.len()).filter(|&case| counts(case)).for_each(|case| with(case, 1));
    }
}

/// Counts answers of which each has a place below `places`.
#[cfg_attr(hot, optimize(speed))]
fn dense<T: Copy>(
    answers: &[T],
    kept: Option<&[bool]>,
    places: usize,
    place: impl Fn(T) -> usize,
    with: &mut dyn FnMut(usize, u64),
) {
    // The number of cases, and the last of them.
    let mut seen = vec![(0u32, 0u32); places];
    let mut add = |case: u32, answer: T| {
        if let Some(seen) = seen.get_mut(place(answer)) {
            *seen = (seen.0 + 1, case);
        }
    };
    match kept {
        None => (0..).zip(answers).for_each(|(case, &answer)| add(case, answer)),
        Some(kept) => {
            for ((case, &answer), _) in (0..).zip(answers).zip(kept).filter(|(_, kept)| **kept) {
                add(case, answer);
            }
        }
    }
    for &(count, case) in seen.iter().filter(|(count, _)| *count > 0) {
        with(case as usize, u64::from(count));
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        cases::{Column, Day, Missing},
        catalog::Kind,
    };

    /// A number that looks drawn, the same every time.
    fn drawn(number: u32) -> u32 {
        let mixed = (number ^ number >> 15).wrapping_mul(0x2c1b_3c6d);
        (mixed ^ mixed >> 12).wrapping_mul(0x297a_2d39) ^ mixed >> 15
    }

    fn column(kind: Kind, len: u32) -> Column {
        let mut column = Column::for_kind(kind).unwrap();
        for case in 0..len {
            let at = drawn(case);
            let missing = at.is_multiple_of(7).then_some(Missing::ALL[at as usize / 7 % 4]);
            let under = |limit: u16| u16::try_from((at >> 8) % u32::from(limit)).unwrap();
            match (&mut column, missing) {
                (column, Some(missing)) => column.push_missing(missing),
                (Column::Codes(column), None) => {
                    column.push(u8::try_from(under(30)).map_err(|_| Missing::Blank))
                }
                (Column::Sets(column), None) => column.push(Ok(drawn(at) >> 4)),
                (Column::Places(column), None) => column.push_code(Ok(under(400))),
                (Column::Days(column), None) => column.push(Ok(Day::from_number(under(9000).cast_signed()))),
                (Column::Numbers(column), None) => column.push(Ok(under(500))),
            }
        }
        column
    }

    #[test]
    fn every_case_is_counted_once_with_its_answer() {
        for kind in [Kind::One, Kind::Many, Kind::Place, Kind::Date, Kind::Number] {
            for len in [0, 1, 4095, 4096, 40_000] {
                let column = column(kind, len);
                let half: Vec<bool> = (0..len).map(|case| drawn(case + 9).is_multiple_of(2)).collect();
                for kept in [None, Some(half.as_slice())] {
                    let mut expected: Vec<String> = (0..len as usize)
                        .filter(|&case| kept.is_none_or(|kept| kept[case]))
                        .map(|case| format!("{:?}", column.key(case)))
                        .collect();
                    let mut found = Vec::new();
                    column.each_different(kept, &mut |case, times| {
                        found.extend((0..times).map(|_| format!("{:?}", column.key(case))));
                    });
                    expected.sort();
                    found.sort();
                    assert_eq!(found, expected, "{kind:?} {len}");
                }
            }
        }
    }
}
