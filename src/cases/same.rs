//! Which rows tell one case.
//!
//! **One case** is the same casus in the same region, in one file or in
//! several. Where a region is not known:
//!
//! - on both sides, within one file: the casus alone;
//! - on both sides, in two files: the casus with the same referral date, since
//!   two teams may both number from 1;
//! - on one side: not the same, for nothing says so.
//!
//! A team may also number from 1 each year. When two files share
//! [`ENOUGH_SHARED`] or more numbers of a region and most of those have another
//! referral date, the files are numbered apart, and there too the date must be
//! the same. So it is within one file in which as many numbers come again.
//!
//! What belongs together by way of a third row belongs together. No rule looks
//! at the order of rows or of files.

use super::{
    BLOCK, Block, Cases, Column, Day, Places,
    fingerprint::mixed,
    identity::{Repeated, runs},
};

/// From so many shared numbers on, their dates tell whether two files are
/// numbered apart; of fewer, one slip of the pen would decide.
const ENOUGH_SHARED: u32 = 5;
const REGION: &str = "regio";
const REFERRAL: &str = "aanmelddatum";

/// Which cases are one: each points at an earlier one, the first at itself.
/// Empty until two cases are one: then each would point at itself.
pub(super) struct Groups {
    above: Vec<u32>,
    cases: usize,
}

impl Groups {
    /// Whether no two cases are one.
    pub(super) fn are_all_apart(&self) -> bool {
        self.above.is_empty()
    }

    /// The first of the cases that are one with this one.
    pub(super) fn first(&mut self, case: u32) -> u32 {
        let mut at = case;
        loop {
            let above = self.above(at);
            if above == at {
                return at;
            }
            // The next one who asks has a shorter way.
            let next = self.above(above);
            if let Some(slot) = self.above.get_mut(at as usize) {
                *slot = next;
            }
            at = next;
        }
    }

    fn above(&self, case: u32) -> u32 {
        self.above.get(case as usize).copied().unwrap_or(case)
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.first(one), self.first(other));
        if one != other && self.above.is_empty() {
            self.above = (0..).take(self.cases).collect();
        }
        if let Some(slot) = self.above.get_mut(one.max(other) as usize) {
            *slot = one.min(other);
        }
    }
}

/// One number in one file, wherever it stands there.
struct InFile {
    source: usize,
    case: u32,
    /// The earliest date of referral that stands with it, and the latest.
    referral: Option<Day>,
    latest: Option<Day>,
    /// How many rows have one.
    dated: u32,
}

/// For each two files, by the places of both: how many shared numbers have
/// another date, less those with the same date, and how many have dates.
struct Numbering {
    files: usize,
    shared: Vec<(i32, u32)>,
}

impl Numbering {
    /// Notes a number that stands in two files, or more than once in one.
    fn note(&mut self, [one, other]: [usize; 2], days: [Option<Day>; 2]) {
        let [Some(day), Some(other_day)] = days else { return };
        if let Some((apart, dated)) = self.shared.get_mut(one * self.files + other) {
            *apart += if day == other_day { -1 } else { 1 };
            *dated += 1;
        }
    }

    /// Whether a number of these two files, or of one with itself, says too little.
    fn are_apart(&self, one: usize, other: usize) -> bool {
        let of_both = self.shared.get(one * self.files + other);
        of_both.is_some_and(|&(apart, dated)| apart > 0 && dated >= ENOUGH_SHARED)
    }
}

impl Cases {
    /// Which cases are one, of all files or of two; `None` when none has a casus number.
    pub(super) fn groups(&self, of: Option<[usize; 2]>) -> Option<Groups> {
        let wanted = |source: usize| of.is_none_or(|two| two.contains(&source));
        let files = || self.ranges().filter(|(source, _)| wanted(*source));
        let mut again = Repeated::of(files().map(|(_, cases)| cases.len()).sum());
        let regions = match self.column(REGION) {
            Some(Column::Places(regions)) => Some(regions),
            _ => None,
        };
        let mut any = false;
        let mut numbers = vec![0; BLOCK];
        for block in self.blocks(None).filter(|block| wanted(block.source)) {
            let numbers = numbers.get_mut(..block.len()).unwrap_or_default();
            any |= self.numbers(&block, regions, numbers);
            again.note_all(numbers);
        }
        if !any {
            return None;
        }
        // Few: only these are looked at further.
        let mut numbered = Vec::new();
        for block in self.blocks(None).filter(|block| wanted(block.source)) {
            let numbers = numbers.get_mut(..block.len()).unwrap_or_default();
            self.numbers(&block, regions, numbers);
            again.may_all_come_again(numbers, block.start(), &mut numbered);
        }
        drop(again);
        let days = self.days(REFERRAL);
        let dated = |&(number, case): &(u64, u32)| {
            let day = days?.get(case as usize).ok()?.number().cast_unsigned();
            Some((mixed(number ^ u64::from(day)), case))
        };
        let mut dated: Vec<(u64, u32)> = numbered.iter().filter_map(dated).collect();
        let mut groups = Groups { above: Vec::new(), cases: self.len };
        self.join_numbered(&mut numbered, &mut groups);
        drop(numbered);
        for run in runs(&mut dated) {
            run.iter().zip(run.iter().skip(1)).for_each(|(one, other)| groups.join(one.1, other.1));
        }
        Some(groups)
    }

    /// What the number and the region of each case of a block are known by, 0 for none; whether there is any.
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    fn numbers(&self, block: &Block<'_>, regions: Option<&Places>, numbers: &mut [u64]) -> bool {
        let Some(file) = self.files.get(block.source) else { return false };
        let first = block.start();
        let marks = file.identities.marks().get(first.saturating_sub(file.start)..).unwrap_or_default();
        numbers.fill(0);
        let mut any = 0;
        for (place, (number, &mark)) in numbers.iter_mut().zip(marks).enumerate() {
            let region = regions.and_then(|regions| regions.get(first + place).ok());
            // 0 is what no other number becomes.
            *number =
                if mark == 0 { 0 } else { mixed(mark ^ region.map_or(0, |region| u64::from(region) + 1)) };
            any |= mark;
        }
        any != 0
    }

    /// Joins what has the same number within a file, and between files with the
    /// same region unless they are numbered apart.
    fn join_numbered(&self, numbered: &mut Vec<(u64, u32)>, groups: &mut Groups) {
        let files = self.sources.len();
        let mut numbering = Numbering { files, shared: vec![(0, 0); files * files] };
        let runs: Vec<&[(u64, u32)]> = runs(numbered).collect();
        for run in &runs {
            let files = self.in_files(run);
            for one in files.iter().filter(|one| one.dated > 1) {
                numbering.note([one.source; 2], [one.referral, one.latest]);
            }
            for_each_two(&files, |one, other| {
                numbering.note([one.source, other.source], [one.referral, other.referral]);
            });
        }
        for run in &runs {
            let files = self.in_files(run);
            let is_whole = |source: usize| !numbering.are_apart(source, source);
            for &(_, case) in *run {
                let source = self.source_of(case as usize);
                let first = files.iter().find(|one| one.source == source).filter(|_| is_whole(source));
                first.into_iter().for_each(|first| groups.join(first.case, case));
            }
            let known = run.first().is_some_and(|&(_, case)| self.region(case as usize).is_some());
            for_each_two(&files, |one, other| {
                let whole = is_whole(one.source) && is_whole(other.source);
                if known && whole && !numbering.are_apart(one.source, other.source) {
                    groups.join(one.case, other.case);
                }
            });
        }
    }

    /// The files in which a number stands, in their order.
    fn in_files(&self, run: &[(u64, u32)]) -> Vec<InFile> {
        let mut files: Vec<InFile> = Vec::new();
        for &(_, case) in run {
            let source = self.source_of(case as usize);
            let day = self.referral(case as usize);
            let dated = u32::from(day.is_some());
            match files.last_mut().filter(|last| last.source == source) {
                Some(last) => {
                    last.referral = last.referral.into_iter().chain(day).min();
                    last.latest = last.latest.max(day);
                    last.dated += dated;
                }
                None => files.push(InFile { source, case, referral: day, latest: day, dated }),
            }
        }
        files
    }

    fn region(&self, case: usize) -> Option<u16> {
        match self.column(REGION) {
            Some(Column::Places(regions)) => regions.get(case).ok(),
            _ => None,
        }
    }

    fn referral(&self, case: usize) -> Option<Day> {
        self.days(REFERRAL)?.get(case).ok()
    }
}

fn for_each_two(files: &[InFile], mut with: impl FnMut(&InFile, &InFile)) {
    for (place, one) in files.iter().enumerate() {
        files.iter().skip(place + 1).for_each(|other| with(one, other));
    }
}
