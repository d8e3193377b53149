//! Counts, not times: reading a row asks no memory of its own, and a case takes few bytes of it.
//!
//! A test of its own, since it counts what the whole program asks of the allocator.

#![allow(clippy::expect_used)] // a test fails loudly

use ben_monitor::session::Session;
use ben_monitor_measure::{
    counting::{Counting, bytes, calls},
    made::{HEADINGS, rows},
};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// A session that has met all answers that there are.
fn warm() -> Session {
    let mut session = Session::default();
    session.begin("groot.csv");
    session.feed((HEADINGS.to_owned() + &rows(0, 10_000)).as_bytes()).expect("can be read");
    session
}

// One test: another at the same time would be counted too.
#[test]
fn rows_are_read_without_asking_memory_and_cases_take_few_bytes() {
    const ROWS: usize = 40_000;
    let mut session = warm();
    let more = rows(10_000, ROWS);
    let before = calls();
    more.as_bytes().chunks(1 << 16).for_each(|chunk| {
        session.feed(chunk).expect("can be read");
    });
    let asked = calls() - before;
    // Each column doubles its room three times, and the text between two chunks is kept once for each.
    assert!(asked < 200, "{asked} for {ROWS} rows");

    // That it counts: what is new in a row is kept, once.
    let (new, before) = ("2024-0;Twente;;;;;;iemand 1;;;;;\n2024-0;Twente;;;;;;iemand 2;;;;;\n", calls());
    session.feed(new.as_bytes()).expect("can be read");
    assert!(calls() >= before + 2, "{} for two texts", calls() - before);

    let (text, before) = (rows(0, ROWS), bytes());
    let mut session = Session::default();
    session.begin("groot.csv");
    session.feed(HEADINGS.as_bytes()).expect("can be read");
    session.feed(text.as_bytes()).expect("can be read");
    session.end_file().expect("can be read");
    let a_case = (bytes() - before) / ROWS;
    assert!((24..64).contains(&a_case), "{a_case} bytes a case");
}
