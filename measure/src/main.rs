//! Measures the core natively and prints a table for docs/speed.md: reading, cleaning, each indicator, a filter,
//! drawing. Least and median of several rounds; the least says most on a machine that others use too.

use std::{
    fmt::Write as _,
    hint::black_box,
    io::Write as _,
    process::ExitCode,
    time::{Duration, Instant},
};

use ben_monitor::{
    analysis::Request,
    catalog::Lang,
    charts::{self, Frame, TableMeasurer, Theme},
    clean::Cleaner,
    disclosure::Released,
    error::Result,
    intake::{Intake, Limits, Record, Sink},
    report::{Clause, Report},
    session::Session,
};
use ben_monitor_measure::{
    counting::{Counting, bytes, calls},
    made::{HEADINGS, rows},
};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Bytes that are fed at a time, as a browser's stream gives them.
const CHUNK: usize = 1 << 16;
const CHART_WIDTH: f64 = 720.0;

/// Takes rows and does nothing with them.
struct Nowhere;

impl Sink for Nowhere {
    fn record(&mut self, record: &Record<'_>) -> Result<()> {
        black_box(record);
        Ok(())
    }
}

/// Least and median time of a step, and how often it asked for memory the last time.
struct Measured {
    least: Duration,
    median: Duration,
    asked: usize,
}

fn measure<T>(rounds: usize, mut step: impl FnMut() -> Result<T>) -> Result<Measured> {
    let mut times = Vec::new();
    let mut asked = 0;
    for _ in 0..rounds.max(1) {
        let (before, start) = (calls(), Instant::now());
        let made = black_box(step()?);
        times.push(start.elapsed());
        asked = calls() - before;
        drop(made);
    }
    times.sort();
    let at = |place: usize| times.get(place).copied().unwrap_or_default();
    Ok(Measured { least: at(0), median: at(times.len() / 2), asked })
}

fn read(text: &str) -> Result<()> {
    let mut intake = Intake::new(Limits::default());
    text.as_bytes().chunks(CHUNK).try_for_each(|chunk| intake.feed(chunk, &mut Nowhere))?;
    intake.finish(&mut Nowhere).map(drop)
}

fn clean(text: &str) -> Result<usize> {
    let (mut intake, mut cleaner) = (Intake::new(Limits::default()), Cleaner::new(0, "made.csv", None));
    text.as_bytes().chunks(CHUNK).try_for_each(|chunk| intake.feed(chunk, &mut cleaner))?;
    let reading = intake.finish(&mut cleaner)?;
    Ok(cleaner.finish(&reading)?.cases.len())
}

fn load(text: &str) -> Result<Session> {
    let mut session = Session::default();
    session.begin("made.csv");
    text.as_bytes().chunks(CHUNK).try_for_each(|chunk| session.feed(chunk).map(drop))?;
    session.end_file()?;
    Ok(session)
}

/// All charts of a report, as SVG.
fn draw(report: &Released<Report>) -> Result<usize> {
    let (frame, mut length) = (Frame { width: CHART_WIDTH, lang: Lang::Nl }, 0);
    for index in 0..report.get().indicators.len() {
        if let Some(model) = charts::resolve(report, index, &frame, &TableMeasurer) {
            length += charts::svg(&model, &Theme::light())?.len();
        }
    }
    Ok(length)
}

/// The rows of the table for a file with so many cases.
fn table(count: usize, rounds: usize) -> Result<String> {
    let text = HEADINGS.to_owned() + &rows(0, count);
    let mut lines = String::new();
    #[allow(clippy::cast_precision_loss)]
    let mut line = |step: &str, measured: Measured, whole: bool| {
        let rate = |amount: usize| amount as f64 / measured.least.as_secs_f64();
        let [least, median] = [measured.least, measured.median].map(|time| time.as_secs_f64() * 1e3);
        let through = if whole { format!("{:.0}", rate(text.len()) / 1e6) } else { "–".to_owned() };
        let cases = rate(count) / 1e6;
        let asked = measured.asked as f64 / count as f64;
        let _written = writeln!(
            lines,
            "| {count} | {step} | {least:.2} | {median:.2} | {through} | {cases:.2} | {asked:.4} |"
        );
    };
    line("read: rows and cells", measure(rounds, || read(&text))?, true);
    line("read and clean", measure(rounds, || clean(&text))?, true);
    line("read, clean and look for doubles", measure(rounds, || load(&text))?, true);
    let before = bytes();
    let session = load(&text)?;
    let a_case = (bytes() - before) / count.max(1);
    let all = session.report(&Request::default())?;
    line("count all indicators", measure(rounds, || session.report(&Request::default()))?, false);
    let clause = Clause { field: "regio".to_owned(), values: vec!["Twente".to_owned()] };
    let filtered = Request { filter: vec![clause], ..Request::default() };
    line("filter, and count all indicators", measure(rounds, || session.report(&filtered))?, false);
    let mut ids: Vec<&str> = all.get().indicators.iter().map(|one| one.about.id.as_str()).collect();
    ids.dedup();
    for id in ids.into_iter().filter(|id| *id != "kruistabel") {
        let request = Request { indicators: vec![id.to_owned()], ..Request::default() };
        line(&format!("count `{id}`"), measure(rounds, || session.report(&request))?, false);
    }
    line("draw all charts as SVG", measure(rounds, || draw(&all))?, false);
    let _written = writeln!(lines, "| {count} | memory: {a_case} bytes a case | | | | | |");
    Ok(lines)
}

/// Prints a file with so many cases, some at a time.
fn write(count: usize) -> std::io::Result<()> {
    const AT_ONCE: usize = 10_000;
    let mut out = std::io::stdout().lock();
    out.write_all(HEADINGS.as_bytes())?;
    for from in (0..count).step_by(AT_ONCE) {
        out.write_all(rows(from, AT_ONCE.min(count - from)).as_bytes())?;
    }
    Ok(())
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let numbers: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let done = match (arguments.first().map(String::as_str), numbers.as_slice()) {
        (Some("--write"), [count]) => write(*count).map_err(|error| error.to_string()),
        (_, [rounds, counts @ ..]) => tables(counts, *rounds).map_err(|error| error.to_string()),
        _ => Err("ROUNDS CASES… or --write CASES".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn tables(counts: &[usize], rounds: usize) -> Result<()> {
    println!("| cases | step | least ms | median ms | MB/s | million cases/s | allocations a case |");
    println!("|---:|---|---:|---:|---:|---:|---:|");
    counts.iter().try_for_each(|&count| {
        print!("{}", table(count, rounds)?);
        Ok(())
    })
}
