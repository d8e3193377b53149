//! Reads a workbook on the command line: chooses its sheets, and hands each to
//! the session as the text that `sheets/` makes of it.

use std::path::Path;

use ben_monitor::{error, session::Session};
use ben_monitor_sheets::{Code, Fit, HEAD_ROWS, MAX_FILE_BYTES, Refusal as NotRead, Workbook, propose};

use super::Refusal;

/// Reads the sheets with these names; without names those that fit. Answers what the `end` of the last gave.
pub(super) fn read<T>(
    session: &mut Session,
    path: &Path,
    name: &str,
    wanted: &[String],
    end: &mut dyn FnMut(&mut Session) -> error::Result<T>,
) -> Result<T, Refusal> {
    tell_of_panics(path);
    let not_read = |refusal| Refusal::Workbook(path.to_owned(), refusal);
    let unreadable = |error| Refusal::File(path.to_owned(), error);
    if std::fs::metadata(path).map_err(unreadable)?.len() > MAX_FILE_BYTES {
        return Err(not_read(NotRead(Code::TooLarge)));
    }
    let mut workbook = Workbook::open(std::fs::read(path).map_err(unreadable)?).map_err(not_read)?;
    let chosen = choose(session, &mut workbook, wanted).map_err(not_read)?;
    let one_sheet = workbook.sheets().len() == 1;
    let mut last = Err(not_read(NotRead(Code::Empty)));
    for sheet in chosen {
        let tab = workbook.sheets().get(sheet).map_or("", |sheet| sheet.name.as_str());
        let source = if one_sheet { name.to_owned() } else { format!("{name}, {tab}") };
        last = Ok(read_sheet(session, &mut workbook, sheet, &source, end)
            .map_err(not_read)?
            .map_err(|error| Refusal::Core(Some(path.to_owned()), error))?);
    }
    let _default = std::panic::take_hook();
    last
}

/// A damaged file may end in a panic, and a panic ends this program: with a sentence, then, like any refusal.
fn tell_of_panics(path: &Path) {
    let path = path.to_owned();
    std::panic::set_hook(Box::new(move |_| {
        use std::io::Write;
        let sentence = Code::Damaged.sentence("nl");
        let path = path.display();
        let _unwritable = writeln!(std::io::stderr(), "{path}: {sentence} [{}]", Code::Damaged.as_str());
        std::process::exit(1);
    }));
}

/// The places of the sheets to read.
fn choose(session: &Session, workbook: &mut Workbook, wanted: &[String]) -> Result<Vec<usize>, NotRead> {
    let sheets = workbook.sheets().to_vec();
    if !wanted.is_empty() {
        let named: Vec<usize> = (0..)
            .zip(&sheets)
            .filter(|(_, sheet)| wanted.contains(&sheet.name))
            .map(|(place, _)| place)
            .collect();
        return if named.is_empty() { Err(NotRead(Code::UnknownSheet)) } else { Ok(named) };
    }
    let mut fits = Vec::new();
    let mut holds_something = false;
    for (place, sheet) in sheets.iter().enumerate() {
        let mut fit = Fit { hidden: sheet.hidden, ..Fit::default() };
        if !sheet.hidden {
            let mut head = Vec::new();
            let written = workbook.csv(place, Some(HEAD_ROWS), &mut |piece| head.extend_from_slice(piece))?;
            holds_something |= written.rows > 0;
            fit.fields = fields_in(session, &head);
            fit.has_cases = !fit.fields.is_empty();
        }
        fits.push(fit);
    }
    if !holds_something {
        return Err(NotRead(Code::Empty));
    }
    Ok(propose(&fits).into_iter().enumerate().filter(|&(_, read)| read).map(|(place, _)| place).collect())
}

/// The fields of a sheet that starts like this; none when it holds no case.
fn fields_in(session: &Session, head: &[u8]) -> Vec<String> {
    let mut trial = session.like();
    trial.begin("");
    match trial.feed(head).and_then(|_| trial.end_file()) {
        Ok(_) => trial.mapping().columns.values().flatten().cloned().collect(),
        Err(_) => Vec::new(),
    }
}

/// Gives a sheet to the session, and answers what its `end` gave: refused by `sheets/`, or by the core.
fn read_sheet<T>(
    session: &mut Session,
    workbook: &mut Workbook,
    sheet: usize,
    source: &str,
    end: &mut dyn FnMut(&mut Session) -> error::Result<T>,
) -> Result<error::Result<T>, NotRead> {
    session.begin(source);
    let mut fed = Ok(0);
    let written = workbook.csv(sheet, None, &mut |piece| {
        if fed.is_ok() {
            fed = session.feed(piece);
        }
    })?;
    if written.errors > 0 {
        session.note_cell_errors(u64::from(written.errors), &written.error_rows);
    }
    Ok(fed.and_then(|_| end(session)))
}
