//! The command line: the same core for a nightly job, a test or a person without a browser.
//!
//! Reads its arguments and files, calls the session, prints. Exit status 0
//! done, 1 refused, 2 wrong use; the reason on standard error, with its code.

use std::{
    fs::File,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, SystemTime},
};

#[path = "main/check.rs"]
mod check;
#[path = "main/partial.rs"]
mod partial;
#[path = "main/publish.rs"]
mod publish;
#[path = "main/workbook.rs"]
mod workbook;

use ben_monitor::{
    analysis::{Other, Request},
    cases::Day,
    catalog::Lang,
    charts::{self, Frame, TableMeasurer, Theme},
    error::{self, Code, Error},
    narrative,
    report::Clause,
    session::{PartRead, Recept, Session},
};
use clap::{Args, Parser, Subcommand};

/// Bytes read from a file at a time.
const CHUNK: usize = 1 << 20;
/// Width of a drawn chart in CSS pixels: a column of an A4 page at 150 dots an inch.
const CHART_WIDTH: f64 = 720.0;

/// Reads the monitor file of a regional expert team and makes its figures.
#[derive(Parser)]
#[command(name = "ben-monitor", version)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Prints the report as JSON.
    Report {
        #[command(flatten)]
        input: Input,
        /// Cross table of two fields: row,column. May be repeated.
        #[arg(long = "crosstab", value_name = "ROW,COLUMN", value_parser = pair(','))]
        crosstabs: Vec<(String, String)>,
        /// A second selection, shown beside the first: field=value, repeated as --filter is.
        #[arg(long, value_name = "FIELD=VALUE", value_parser = pair('='), conflicts_with = "against_rest")]
        against: Vec<(String, String)>,
        /// All that --filter leaves out, shown beside what it leaves.
        #[arg(long, requires = "filters")]
        against_rest: bool,
        /// An indicator of a field that --filter chooses from keeps showing all its answers.
        #[arg(long)]
        keep_own: bool,
    },
    /// Draws one indicator as SVG.
    Chart {
        /// The indicator's id, such as leeftijd.
        indicator: String,
        #[command(flatten)]
        input: Input,
        /// Where the drawing goes.
        #[arg(short, long, value_name = "OUT.svg")]
        output: PathBuf,
    },
    /// Tells what was noticed in the files, how they were read, and how recognisable the children in them are.
    Check {
        /// Monitor files, read together, or parts that `partial` made.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// As JSON instead of text.
        #[arg(long)]
        json: bool,
        /// A sheet of a workbook to read, by name; may be repeated. Without it: those that fit.
        #[arg(long = "sheet", value_name = "NAME")]
        sheets: Vec<String>,
        #[command(flatten)]
        reading: Reading,
    },
    /// Reads a partition of the rows and writes what it contributes: for report, beside those of the others.
    Partial {
        /// Monitor files; with --head, stretches of the rows of one file. - is standard input.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Where the part goes; - is standard output.
        #[arg(short, long, value_name = "PART")]
        output: PathBuf,
        /// The file of which these are rows, or its first 2 MB: by these is decided what each column is for.
        #[arg(long, value_name = "FILE")]
        head: Option<PathBuf>,
        /// The name of that file in the report; that of --head otherwise.
        #[arg(long = "as", value_name = "NAME", requires = "head")]
        named: Option<String>,
        /// A sheet of a workbook to read, by name; may be repeated.
        #[arg(long = "sheet", value_name = "NAME", conflicts_with = "head")]
        sheets: Vec<String>,
        #[command(flatten)]
        reading: Reading,
    },
    /// Writes protected figures that may be shown to anyone, or nothing.
    Publish(Box<publish::Publish>),
    /// Adds publications of different regions up, what is hidden staying hidden.
    Merge(publish::Merge),
    /// Prints what changed between two exports as JSON: new, closed, changed and gone cases.
    Compare {
        /// The export of the earlier moment.
        older: PathBuf,
        /// The export of the later moment.
        newer: PathBuf,
        #[command(flatten)]
        reading: Reading,
    },
}

#[derive(Args)]
struct Input {
    /// Monitor files, read together, or parts that `partial` made.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only cases with this answer: field=value. Repeated for one field: any of them; for several fields: all of them.
    #[arg(long = "filter", value_name = "FIELD=VALUE", value_parser = pair('='))]
    filters: Vec<(String, String)>,
    /// A sheet of a workbook to read, by name; may be repeated. Without it: those that fit.
    #[arg(long = "sheet", value_name = "NAME")]
    sheets: Vec<String>,
    /// Day at which open cases are censored, jjjj-mm-dd; the latest day in the data otherwise.
    #[arg(long, value_name = "DATE")]
    reference_date: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Args)]
struct Reading {
    /// How columns and answers are to be understood, a JSON file.
    #[arg(long, value_name = "FILE")]
    recept: Option<PathBuf>,
    /// Language of labels and sentences: nl or en.
    #[arg(long, default_value = "nl", value_parser = ["nl", "en"])]
    lang: String,
}

/// Reads `a<separator>b`.
fn pair(separator: char) -> impl Fn(&str) -> Result<(String, String), String> + Clone + Send + Sync {
    move |text| {
        let (first, second) = text
            .split_once(separator)
            .ok_or_else(|| format!("expected two parts with {separator} between"))?;
        Ok((first.trim().to_owned(), second.trim().to_owned()))
    }
}

/// 2 for what can't be asked, 1 for what was refused.
fn status(refusal: &Refusal) -> u8 {
    match refusal {
        Refusal::Core(_, error) if error.code().as_str().starts_with("request.") => 2,
        _ => 1,
    }
}

/// Why a task ended without its result.
enum Refusal {
    /// A file can't be opened, read or written.
    File(PathBuf, std::io::Error),
    /// The core refused; the file where it happened, if at one.
    Core(Option<PathBuf>, Error),
    /// A workbook can't be read.
    Workbook(PathBuf, ben_monitor_sheets::Refusal),
    /// Parts can't be put together.
    Parts(ben_monitor::packed::Refusal),
    /// Parts and files can't be read together.
    Mixed,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let lang = Lang::from_tag(match &cli.task {
        Task::Report { input, .. } | Task::Chart { input, .. } => &input.reading.lang,
        Task::Publish(wanted) => &wanted.input.reading.lang,
        Task::Merge(wanted) => &wanted.lang,
        Task::Check { reading, .. } | Task::Compare { reading, .. } | Task::Partial { reading, .. } => {
            &reading.lang
        }
    });
    match run(&cli.task, lang) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            let _unwritable = writeln!(std::io::stderr(), "{}", sentence(&refusal, lang));
            ExitCode::from(status(&refusal))
        }
    }
}

fn run(task: &Task, lang: Lang) -> Result<(), Refusal> {
    match task {
        Task::Report { input, crosstabs, against, against_rest, keep_own } => {
            let recept = recept(&input.reading)?;
            let second = (!against.is_empty()).then(|| Other::Filter(clauses(against)));
            let request = Request {
                crosstabs: crosstabs.clone(),
                against: if *against_rest { Some(Other::Rest) } else { second },
                keep_own: *keep_own,
                ..request(input, &recept, lang)
            };
            let released = load(input, &recept)?.report(&request).map_err(core)?;
            print(&released)
        }
        Task::Chart { indicator, input, output } => {
            let recept = recept(&input.reading)?;
            let request = Request { indicators: vec![indicator.clone()], ..request(input, &recept, lang) };
            let released = load(input, &recept)?.report(&request).map_err(core)?;
            let frame = Frame { width: CHART_WIDTH, lang };
            let model = (0..released.get().indicators.len())
                .find_map(|index| charts::resolve(&released, index, &frame, &TableMeasurer))
                .ok_or_else(|| core(Error::new(Code::UnknownIndicator).with_word("indicator", indicator)))?;
            write(output, charts::svg(&model, &Theme::light()).map_err(core)?.as_bytes())
        }
        Task::Check { files, json, sheets, reading } => {
            let session = read_all(files, sheets, reading, &recept(reading)?)?;
            let checked = check::Checked::of(&session, lang).map_err(core)?;
            if *json {
                print(&checked)
            } else {
                write(Path::new("-"), check::text(&checked, lang).as_bytes())
            }
        }
        Task::Partial { files, output, head, named, sheets, reading } => {
            let recept = recept(reading)?;
            let read = match head {
                None => partial::whole(&mut begin(reading, &recept), files, sheets)?,
                Some(head) => {
                    let mapping = reading.recept.is_some().then(|| recept.mapping());
                    partial::stretches(files, head, named.as_deref(), mapping.as_ref())?
                }
            };
            write(output, &PartRead::part(&read))
        }
        Task::Publish(wanted) => {
            let recept = recept(&wanted.input.reading)?;
            publish::run(wanted, &recept, lang)
        }
        Task::Merge(wanted) => publish::merge(wanted, lang),
        Task::Compare { older, newer, reading } => {
            let mut session = begin(reading, &recept(reading)?);
            let mut end = |session: &mut Session| session.end_file().map(|read| read.source);
            let older = read_file(&mut session, older, &[], &mut end)?;
            let newer = read_file(&mut session, newer, &[], &mut end)?;
            print(&session.compare(older, newer).map_err(core)?)
        }
    }
}

fn request(input: &Input, recept: &Recept, lang: Lang) -> Request {
    Request {
        lang,
        filter: clauses(&input.filters),
        reference_date: input.reference_date.clone().or_else(|| recept.reference_date.clone()),
        indicators: recept.indicators.clone(),
        settings: recept.settings.clone(),
        ..Request::default()
    }
}

/// Values of one field are joined: any of them.
fn clauses(pairs: &[(String, String)]) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for (field, value) in pairs {
        match clauses.iter_mut().find(|clause| clause.field == *field) {
            Some(clause) => clause.values.push(value.clone()),
            None => clauses.push(Clause { field: field.clone(), values: vec![value.clone()] }),
        }
    }
    clauses
}

/// Reads all files into one session, and says what was noticed in them.
fn load(input: &Input, recept: &Recept) -> Result<Session, Refusal> {
    let session = read_all(&input.files, &input.sheets, &input.reading, recept)?;
    tell_findings(&session, Lang::from_tag(&input.reading.lang));
    Ok(session)
}

/// Reads all files into one session.
fn read_all(
    files: &[PathBuf],
    sheets: &[String],
    reading: &Reading,
    recept: &Recept,
) -> Result<Session, Refusal> {
    let mut session = begin(reading, recept);
    if !partial::add_parts(&mut session, files)? {
        for path in files {
            read_file(&mut session, path, sheets, &mut |session| session.end_file().map(drop))?;
        }
    }
    Ok(session)
}

/// A session that reads by the recept, if one is given.
fn begin(reading: &Reading, recept: &Recept) -> Session {
    let mut session = Session::default();
    session.set_today(&today());
    session.set_mapping(reading.recept.is_some().then(|| recept.mapping()));
    session
}

/// The recept that is given, or an empty one.
fn recept(reading: &Reading) -> Result<Recept, Refusal> {
    let Some(path) = &reading.recept else { return Ok(Recept::default()) };
    let json = std::fs::read_to_string(path).map_err(|error| Refusal::File(path.clone(), error))?;
    let read: Option<Recept> = serde_json::from_str(&json).ok();
    let refused = |error| Refusal::Core(Some(path.clone()), error);
    let read = read.filter(Recept::is_known).ok_or_else(|| refused(Error::new(Code::BadMapping)))?;
    read.check().map_err(refused)?;
    Ok(read)
}

/// The latest day that it is now anywhere, as `jjjj-mm-dd`: the system tells
/// universal time, and today must not lie in the future.
fn today() -> String {
    const SECONDS_OF_DAY: u64 = 86_400;
    const FARTHEST_AHEAD: Duration = Duration::from_secs(14 * 3600);
    /// Days from 1 January 1970 to 1 January 2000.
    const DAYS_BEFORE_2000: u64 = 10_957;
    let seconds = (SystemTime::now() + FARTHEST_AHEAD)
        .duration_since(SystemTime::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    let number = i16::try_from((seconds / SECONDS_OF_DAY).saturating_sub(DAYS_BEFORE_2000));
    number.map_or_else(|_| String::new(), |number| Day::from_number(number).iso())
}

/// Says on standard error what was noticed in the files, rows that were left out among it.
fn tell_findings(session: &Session, lang: Lang) {
    for finding in session.findings() {
        let name = session.source_name(finding.source);
        let sentence = narrative::finding_sentence(finding, name, lang);
        let _unwritable = writeln!(std::io::stderr(), "{sentence} [{}]", finding.code.as_str());
    }
}

/// Reads one file, of a workbook the sheets with these names or those that fit; answers what its end gave, of the
/// last of its sheets.
fn read_file<T>(
    session: &mut Session,
    path: &Path,
    sheets: &[String],
    end: &mut dyn FnMut(&mut Session) -> error::Result<T>,
) -> Result<T, Refusal> {
    let unreadable = |error| Refusal::File(path.to_owned(), error);
    let refused = |error| Refusal::Core(Some(path.to_owned()), error);
    let mut file = File::open(path).map_err(unreadable)?;
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let mut buffer = vec![0; CHUNK];
    let mut length = file.read(&mut buffer).map_err(unreadable)?;
    if buffer.get(..length).is_some_and(ben_monitor_sheets::may_be_workbook) {
        return workbook::read(session, path, &name, sheets, end);
    }
    session.begin(&name);
    while let Some(bytes) = buffer.get(..length).filter(|bytes| !bytes.is_empty()) {
        session.feed(bytes).map_err(refused)?;
        length = file.read(&mut buffer).map_err(unreadable)?;
    }
    end(session).map_err(refused)
}

/// Prints as JSON.
fn print(released: &impl serde::Serialize) -> Result<(), Refusal> {
    let json = serde_json::to_string_pretty(released).map_err(|_| core(Error::new(Code::BadRequest)))?;
    write(Path::new("-"), (json + "\n").as_bytes())
}

/// Writes to a file, or to standard output for `-`.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let unwritable = |error| Refusal::File(path.to_owned(), error);
    if path == Path::new("-") {
        std::io::stdout().write_all(bytes).map_err(unwritable)
    } else {
        std::fs::write(path, bytes).map_err(unwritable)
    }
}

fn core(error: Error) -> Refusal {
    Refusal::Core(None, error)
}

fn sentence(refusal: &Refusal, lang: Lang) -> String {
    match refusal {
        Refusal::File(path, error) => format!("{}: {error} [file.unreachable]", path.display()),
        Refusal::Core(path, error) => {
            let place = path.as_ref().map(|path| format!("{}: ", path.display())).unwrap_or_default();
            format!("{place}{} [{}]", narrative::error_sentence(error, lang), error.code())
        }
        Refusal::Parts(refusal) => {
            format!("{} [{}]", partial::sentence(*refusal, lang), refusal.as_str())
        }
        Refusal::Mixed => format!("{} [part.mixed]", partial::mixed(lang)),
        Refusal::Workbook(path, refusal) => {
            let tag = if lang == Lang::En { "en" } else { "nl" };
            format!("{}: {} [{refusal}]", path.display(), refusal.0.sentence(tag))
        }
    }
}
