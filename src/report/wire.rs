//! The report as bytes, for the page's copy of what the worker released.
//!
//! Both ends are the same build, so there is no version and nothing is named:
//! each value follows the one before it. A tenth of the code that reading JSON
//! takes, and a visitor downloads that code. For the world outside there is
//! the JSON.

use super::{
    About, Against, AnswerOf, CaseCount, Clause, Combination, Cooccurrence, Crosstab, CrosstabCell,
    CrosstabColumn, CrosstabRow, Distribution, Duration, DurationBy, DurationGroup, Figures, Indicator,
    KaplanMeier, MissingBy, Pair, Period, Protection, Report, Row, Series, Share, ShareOf, Source, Status,
    Summary, Thread, Threads, TotalRow, Totals, Unit, Words,
};

/// A value that goes into bytes and comes back the same.
pub trait Wire: Sized {
    /// Adds the value to the bytes.
    fn put(&self, bytes: &mut Vec<u8>);

    /// Takes the value from the front of the bytes; `None` when they do not hold one.
    fn take(bytes: &mut &[u8]) -> Option<Self>;
}

fn take_array<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (front, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*front)
}

macro_rules! wire_numbers {
    ($($number:ty),+) => {$(
        impl Wire for $number {
            fn put(&self, bytes: &mut Vec<u8>) {
                bytes.extend_from_slice(&self.to_le_bytes());
            }

            fn take(bytes: &mut &[u8]) -> Option<Self> {
                take_array(bytes).map(Self::from_le_bytes)
            }
        }
    )+};
}

wire_numbers!(u8, u32, u64, i64, f64);

impl Wire for bool {
    fn put(&self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(*self));
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        match u8::take(bytes)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Wire for String {
    fn put(&self, bytes: &mut Vec<u8>) {
        (self.len() as u64).put(bytes);
        bytes.extend_from_slice(self.as_bytes());
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        let length = usize::try_from(u64::take(bytes)?).ok()?;
        let (text, rest) = bytes.split_at_checked(length)?;
        *bytes = rest;
        std::str::from_utf8(text).ok().map(str::to_owned)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.is_some().put(bytes);
        if let Some(value) = self {
            value.put(bytes);
        }
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        if bool::take(bytes)? { T::take(bytes).map(Some) } else { Some(None) }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, bytes: &mut Vec<u8>) {
        (self.len() as u64).put(bytes);
        self.iter().for_each(|value| value.put(bytes));
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        let length = u64::take(bytes)?;
        // Grown while read: a wrong length takes no memory.
        let mut all = Self::new();
        for _ in 0..length {
            all.push(T::take(bytes)?);
        }
        Some(all)
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.0.put(bytes);
        self.1.put(bytes);
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        Some((A::take(bytes)?, B::take(bytes)?))
    }
}

impl<A: Wire, B: Wire, C: Wire> Wire for (A, B, C) {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.0.put(bytes);
        self.1.put(bytes);
        self.2.put(bytes);
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        Some((A::take(bytes)?, B::take(bytes)?, C::take(bytes)?))
    }
}

/// Field after field; a field that is left out here does not compile.
macro_rules! wire_struct {
    ($($name:ident { $($field:ident),+ })+) => {$(
        impl Wire for $name {
            fn put(&self, bytes: &mut Vec<u8>) {
                let Self { $($field),+ } = self;
                $($field.put(bytes);)+
            }

            fn take(bytes: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: Wire::take(bytes)?),+ })
            }
        }
    )+};
}

wire_struct! {
    Report { schema, cases, sources, reference_date, period, filter, protection, indicators, against, share_of }
    Against { filter, rest, selected, overlap, unsure, period, indicators }
    CaseCount { read, used, excluded, selected }
    Source { name, cases }
    Period { from, to }
    Clause { field, values }
    Protection { policy, small_below, marked, base, hidden }
    Indicator { about, figures, words }
    About { id, label, n, missing, missing_by, missing_status, of_known, chosen }
    MissingBy { blank, unknown, not_applicable, unrecognised }
    Row { code, label, count, share, status, rule, previous, change, provisional }
    Distribution { base, multiple, ordered, rows, years, summary, pyramid }
    Summary { mean, median, p90 }
    Series { unit, rows, mean, regions }
    Duration { open, open_status, excluded, rows, summary, kaplan_meier, closed_only, by }
    DurationBy { field, multiple, groups }
    DurationGroup { code, label, n, open, summary, kaplan_meier, status }
    KaplanMeier { median, low, high, points, band }
    Share { count, share, status }
    Totals { rows }
    TotalRow { code, label, n, total, mean }
    Crosstab { row, column, columns, rows, total }
    CrosstabColumn { code, label, total }
    CrosstabRow { code, label, cells, total }
    CrosstabCell { code, count, status }
    Cooccurrence { base, rows, pairs, combinations }
    Pair { a, b, count, share, lift, status }
    Combination { codes, count, status }
    Threads { rows, tested }
    Thread { group, trait_, count, n, share, rest_count, rest_n, rest_share, p, q, status, text }
    AnswerOf { field, code, label }
    Words { title, subtitle, text, cautions }
}

/// A number for each case of an enum without content.
macro_rules! wire_enum {
    ($($name:ident { $($case:ident = $number:literal),+ })+) => {$(
        impl Wire for $name {
            fn put(&self, bytes: &mut Vec<u8>) {
                bytes.push(match self { $(Self::$case => $number,)+ });
            }

            fn take(bytes: &mut &[u8]) -> Option<Self> {
                match u8::take(bytes)? {
                    $($number => Some(Self::$case),)+
                    _ => None,
                }
            }
        }
    )+};
}

wire_enum! {
    ShareOf { Known = 0, All = 1 }
    Status { Small = 0, Hidden = 1 }
    Unit { Month = 0, Quarter = 1, HalfYear = 2, Year = 3 }
}

/// A number for each kind of figures, then the figures.
macro_rules! wire_figures {
    ($($case:ident = $number:literal),+) => {
        impl Wire for Figures {
            fn put(&self, bytes: &mut Vec<u8>) {
                match self {
                    $(Self::$case(figures) => {
                        bytes.push($number);
                        figures.put(bytes);
                    })+
                }
            }

            fn take(bytes: &mut &[u8]) -> Option<Self> {
                match u8::take(bytes)? {
                    $($number => Wire::take(bytes).map(Self::$case),)+
                    _ => None,
                }
            }
        }
    };
}

wire_figures!(
    Distribution = 0,
    Series = 1,
    Duration = 2,
    Share = 3,
    Totals = 4,
    Crosstab = 5,
    Cooccurrence = 6,
    Threads = 7
);
