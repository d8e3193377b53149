//! Files made to keep a reader busy: each must end, and the bytes looked at
//! must stay in proportion to the bytes fed.

use super::scan::work;
use super::{Intake, Limits, Reading, Record, Sink};
use crate::error::{Code, Result};

struct Count(u64);

impl Sink for Count {
    fn record(&mut self, _: &Record<'_>) -> Result<()> {
        self.0 += 1;
        Ok(())
    }
}

const MIB: usize = 1 << 20;

/// Small limits, so that every one of them is reached within a mebibyte or two.
fn tight() -> Limits {
    Limits { head_bytes: 4 << 10, max_row_bytes: 16 << 10, max_columns: 1000, max_reread_bytes: 128 << 10 }
}

/// Feeds a pattern until so many bytes are through; the bytes looked at, rows, and the outcome.
fn read(pattern: &[u8], total: usize, limits: Limits) -> (u64, u64, Result<Reading>) {
    let chunk: Vec<u8> = pattern.repeat((1 << 16) / pattern.len());
    work::take();
    let mut rows = Count(0);
    let mut intake = Intake::new(limits);
    for _ in 0..total / chunk.len() {
        if let Err(error) = intake.feed(&chunk, &mut rows) {
            return (work::take(), rows.0, Err(error));
        }
    }
    let outcome = intake.finish(&mut rows);
    (work::take(), rows.0, outcome)
}

/// How a file of this pattern is refused, and the bytes looked at until then.
fn refused(pattern: &[u8], total: usize, limits: Limits) -> (u64, Code) {
    let (looked_at, _, outcome) = read(pattern, total, limits);
    (looked_at, outcome.expect_err("it is refused").code())
}

#[test]
fn a_line_without_end_is_refused_after_a_mebibyte() {
    let (looked_at, code) = refused(b"abc ", 400 * MIB, Limits::default());
    assert_eq!(code, Code::RowTooLong);
    assert!(looked_at < 4 * MIB as u64, "{looked_at}");
}

#[test]
fn a_file_of_quotes_alone_is_refused_after_a_mebibyte() {
    // Each two quotes are one: a cell that opens and never closes, and is a long line all the same.
    let (looked_at, code) = refused(b"\"", 50 * MIB, Limits::default());
    assert_eq!(code, Code::RowTooLong);
    assert!(looked_at < 8 * MIB as u64, "{looked_at}");
}

#[test]
fn each_row_with_an_unclosed_quote_is_read_in_linear_time() {
    let (looked_at, rows, outcome) =
        read(b"a;\"bc;d and some more text in the last of the cells\n", MIB, tight());
    let reading = outcome.expect("it is read");
    assert_eq!(rows, reading.rows);
    assert_eq!(reading.quote_unclosed_rows.count, rows);
    assert!(looked_at < 12 * MIB as u64, "{looked_at}");
}

#[test]
fn rows_that_swallow_each_other_are_refused_within_the_budget() {
    // Each line opens a quote that stays open to the end of the longest row.
    let limits = tight();
    let allowed = limits.max_reread_bytes + limits.max_row_bytes as u64;
    let (looked_at, code) = refused(b"\"\"\"\"x\n", 50 * MIB, limits);
    assert_eq!(code, Code::QuotesDamaged);
    assert!(looked_at < 3 * allowed, "{looked_at}");
}

#[test]
fn quotes_in_every_order_stay_linear() {
    let pieces: [&[u8]; 5] = [b"\"", b" ", b"\n", b";", b"x"];
    let total = MIB / 16;
    for first in pieces {
        for second in pieces {
            for third in pieces {
                let pattern = [b"\"", first, second, third].concat();
                let (looked_at, _, _) = read(&pattern, total, tight());
                assert!(looked_at < 200 * total as u64, "{pattern:?}: {looked_at}");
            }
        }
    }
}

#[test]
fn nul_bytes_between_all_others_stay_linear() {
    let (looked_at, _, outcome) = read(b"abcdefgh;ijk\0lmnop\n", MIB, tight());
    assert_eq!(outcome.expect("it is read").nul_bytes.count, (MIB / (1 << 16) * ((1 << 16) / 19)) as u64);
    assert!(looked_at < 20 * MIB as u64, "{looked_at}");
}
