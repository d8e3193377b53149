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
    Cases, Column, Day,
    fingerprint::mixed,
    identity::{Repeated, runs},
};

/// From so many shared numbers on, their dates tell whether two files are
/// numbered apart; of fewer, one slip of the pen would decide.
const ENOUGH_SHARED: u32 = 5;
const REGION: &str = "regio";
const REFERRAL: &str = "aanmelddatum";

/// Which cases are one: each points at an earlier one, the first at itself.
pub(super) struct Groups(Vec<u32>);

impl Groups {
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
            if let Some(slot) = self.0.get_mut(at as usize) {
                *slot = next;
            }
            at = next;
        }
    }

    fn above(&self, case: u32) -> u32 {
        self.0.get(case as usize).copied().unwrap_or(case)
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.first(one), self.first(other));
        if let Some(slot) = self.0.get_mut(one.max(other) as usize) {
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
    #[cfg_attr(hot, optimize(speed))]
    #[inline(never)]
    pub(super) fn groups(&self, of: Option<[usize; 2]>) -> Option<Groups> {
        let wanted = |source: usize| of.is_none_or(|two| two.contains(&source));
        let files = || self.ranges().filter(|(source, _)| wanted(*source));
        let cases = files().map(|(_, cases)| cases.len()).sum();
        let (mut number_again, mut date_again) = (Repeated::of(cases), Repeated::of(cases));
        let keys = self.keys();
        let mut any = false;
        for (source, case) in files().flat_map(|(source, cases)| cases.map(move |case| (source, case))) {
            let Some((number, date)) = keys(source, case) else { continue };
            any = true;
            number_again.note(number);
            date.into_iter().for_each(|date| date_again.note(date));
        }
        if !any {
            return None;
        }
        let (mut numbered, mut dated) = (Vec::new(), Vec::new());
        for (source, case) in files().flat_map(|(source, cases)| cases.map(move |case| (source, case))) {
            let Some((number, date)) = keys(source, case) else { continue };
            let place = u32::try_from(case).unwrap_or(u32::MAX);
            numbered.extend(number_again.may_come_again(number).then_some((number, place)));
            dated.extend(date.filter(|&date| date_again.may_come_again(date)).map(|date| (date, place)));
        }
        drop((number_again, date_again));
        let mut groups = Groups((0..).take(self.len).collect());
        self.join_numbered(&mut numbered, &mut groups);
        drop(numbered);
        for run in runs(&mut dated) {
            run.iter().zip(run.iter().skip(1)).for_each(|(one, other)| groups.join(one.1, other.1));
        }
        Some(groups)
    }

    /// Of a case, by its file and place: what its number and region are known by, and these with the day of referral.
    fn keys(&self) -> impl Fn(usize, usize) -> Option<(u64, Option<u64>)> {
        let regions = match self.column(REGION) {
            Some(Column::Places(regions)) => Some(regions),
            _ => None,
        };
        let days = self.days(REFERRAL);
        move |source, case| {
            let region = regions.and_then(|regions| regions.get(case).ok());
            let number = mixed(self.mark(source, case)? ^ region.map_or(0, |region| u64::from(region) + 1));
            let day = days.and_then(|days| days.get(case).ok()).map(|day| day.number().cast_unsigned());
            Some((number, day.map(|day| mixed(number ^ u64::from(day)))))
        }
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
