//! The use cases: read files, ask for a report, forget. Thin: each step is
//! another room's work.

mod contents;
mod files;
mod mark;
mod parts;
mod publish;
mod recept;

pub use crate::intake::Finder;
pub use parts::{PartRead, StretchInHand};
pub use publish::ToPublish;
pub use recept::Recept;
mod profiles;

use mark::FileMark;
use serde::Deserialize;

pub use profiles::{Standard, ToldProfile, profiles, standard};

use crate::{
    analysis::{self, Other, Past, Request, Settings},
    cases::{Cases, Day, Overlap},
    catalog::Lang,
    clean::{Cleaned, Cleaner, Mapping},
    disclosure::{self, Released},
    error::{Code, Error, Result},
    finding::Finding,
    intake::{Intake, Limits},
    narrative,
    report::{Clause, Comparison, Report, Risk},
    understanding::{self, AsRead, Understanding},
};

/// The files that were read and what is known of their cases.
///
/// ```
/// # fn main() -> ben_monitor::error::Result<()> {
/// use ben_monitor::{analysis::Request, session::Session};
///
/// let mut session = Session::default();
/// session.begin("monitor.csv");
/// session.feed(b"casusnummer;aanmelddatum;leeftijd\n1;3-1-2024;15\n2;9-2-2024;12\n")?;
/// session.end_file()?;
/// let report = session.report(&Request::default())?;
/// assert_eq!(report.get().cases.read, 2);
/// # Ok(())
/// # }
/// ```
#[derive(Default)]
pub struct Session {
    wanted: Option<Mapping>,
    today: Option<Day>,
    finder: Option<Finder>,
    reading: Option<FileInHand>,
    cases: Cases,
    /// What no request changes, of these cases.
    past: Past,
    findings: Vec<Finding>,
    mapping: Mapping,
    /// The fingerprint of each file, by number.
    files: Vec<u64>,
    overlaps: Vec<Overlap>,
    read: Vec<AsRead>,
}

/// A file of which more bytes are to come.
struct FileInHand {
    name: String,
    intake: Intake,
    cleaner: Cleaner,
    bytes: FileMark,
}

/// What one file turned out to hold.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileRead {
    /// Its name as given.
    pub name: String,
    /// Number of cases.
    pub cases: u64,
    /// Number of columns under the header row.
    pub columns: u64,
    /// Number of findings.
    pub findings: u64,
    /// Its number among the sources; of a file that is left out that of the same file.
    pub source: usize,
    /// The same file was read before: this one is left out whole, and has no
    /// place of its own among the sources.
    pub left_out: bool,
}

impl Session {
    /// Starts a file. A file that was started and not ended is dropped.
    pub fn begin(&mut self, name: &str) {
        self.reading = Some(FileInHand {
            name: name.to_owned(),
            intake: Intake::new(Limits::default()).with_finder(self.finder.clone()),
            cleaner: Cleaner::new(self.files.len(), name, self.wanted.as_ref()).with_today(self.today),
            bytes: FileMark::default(),
        });
    }

    /// Takes the next bytes of the file in hand; answers how many cases it has given so far.
    ///
    /// # Errors
    ///
    /// The file can't be read (see [`Code`]): it is dropped, what was read before stays.
    /// [`Code::NothingLoaded`] without [`Session::begin`].
    pub fn feed(&mut self, bytes: &[u8]) -> Result<u64> {
        let mut file = self.reading.take().ok_or_else(|| Error::new(Code::NothingLoaded))?;
        file.bytes.add(bytes);
        file.intake.feed(bytes, &mut file.cleaner)?;
        let cases = file.cleaner.cases_so_far();
        self.reading = Some(file);
        Ok(cases)
    }

    /// Notes that so many cells of the file in hand held a formula's error, and the first of their rows.
    pub fn note_cell_errors(&mut self, count: u64, rows: &[u32]) {
        if let Some(file) = &mut self.reading {
            file.cleaner.note_cell_errors(count, rows);
        }
    }

    /// Ends the file in hand and adds its cases.
    ///
    /// # Errors
    ///
    /// As [`Session::feed`]; also when the file turns out to hold no cases.
    pub fn end_file(&mut self) -> Result<FileRead> {
        let mut file = self.reading.take().ok_or_else(|| Error::new(Code::NothingLoaded))?;
        let reading = file.intake.finish(&mut file.cleaner)?;
        let cleaned = file.cleaner.finish(&reading)?;
        Ok(self.add_file(file.name, file.bytes.value(), cleaned))
    }

    /// Adds the cases of a file with this fingerprint, unless it was read before.
    fn add_file(&mut self, name: String, bytes: u64, cleaned: Cleaned) -> FileRead {
        let mut read = FileRead {
            name,
            cases: cleaned.cases.len() as u64,
            columns: cleaned.columns as u64,
            findings: 0,
            source: self.files.len(),
            left_out: false,
        };
        if let Some(source) = self.files.iter().position(|known| *known == bytes) {
            self.note_file_again(source);
            return FileRead { source, left_out: true, ..read };
        }
        self.files.push(bytes);
        self.cases.append(cleaned.cases);
        self.past = Past::default();
        self.findings.extend(cleaned.findings);
        self.mapping.merge(cleaned.mapping);
        self.read.push(cleaned.read);
        self.look_across_files();
        read.findings = self.findings.iter().filter(|finding| finding.source == read.source).count() as u64;
        read
    }

    /// An empty session that understands files as this one does: to see what a file would give.
    #[must_use]
    pub fn like(&self) -> Self {
        Self {
            finder: self.finder.clone(),
            wanted: self.wanted.clone(),
            today: self.today,
            ..Self::default()
        }
    }

    /// Drops the file in hand.
    pub fn abandon(&mut self) {
        self.reading = None;
    }

    /// Drops all files; the wanted mapping and the day of reading stay.
    pub fn clear(&mut self) {
        let (finder, wanted) = (self.finder.take(), self.wanted.take());
        *self = Self { finder, wanted, today: self.today, ..Self::default() };
    }

    /// The day of reading, `jjjj-mm-dd`, for files begun from now on: dates
    /// after it are reported and left out. Default none, also for what is no
    /// date: the core has no clock.
    pub fn set_today(&mut self, today: &str) {
        self.today = Day::from_iso(today);
    }

    /// A faster way to find separators, quotes and line ends in files begun from now on.
    pub fn set_finder(&mut self, finder: Finder) {
        self.finder = Some(finder);
    }

    /// How columns and answers are to be understood in files begun from now on.
    pub fn set_mapping(&mut self, mapping: Option<Mapping>) {
        self.wanted = mapping;
    }

    /// The mapping in force, of all files together.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// What was noticed while reading, file by file.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How the files were read: for the eyes of the person whose files they are, since it holds what is written there.
    pub fn understanding(&self, lang: Lang) -> Understanding<'_> {
        let mut decisions = understanding::decide(&self.read, &self.findings);
        for decision in &mut decisions {
            decision.text = narrative::decision_sentence(decision, lang);
        }
        let columns = self.read.iter().flat_map(|file| &file.columns).collect();
        Understanding { decisions, columns, questions: understanding::questions(&self.read) }
    }

    /// Names of the files, in the order of [`Finding::source`].
    pub fn source_name(&self, source: usize) -> &str {
        self.cases.sources().get(source).map_or("", |source| source.name.as_str())
    }

    /// Names of the files with how many cases each holds, in the order of [`Finding::source`].
    pub fn sources(&self) -> impl Iterator<Item = (&str, usize)> {
        self.cases.sources().iter().map(|source| (source.name.as_str(), source.cases))
    }

    /// Counts, releases for the person's own eyes, and tells.
    ///
    /// # Errors
    ///
    /// [`Code::NothingLoaded`] without a file; [`Code::BadDate`] for a reference date after the day of reading; else as
    /// [`analysis::report`].
    pub fn report(&self, request: &Request) -> Result<Released<Report>> {
        let released = disclosure::for_own_eyes(self.exact_report(request)?);
        let words = narrative::tell(&released, request.lang);
        let released = released.with_words(words);
        Ok(if request.quick { released } else { tell_rest(released, request) })
    }

    /// Counts, for a room that releases.
    fn exact_report(&self, request: &Request) -> Result<Report> {
        if self.files.is_empty() {
            return Err(Error::new(Code::NothingLoaded));
        }
        let asked = request.reference_date.as_deref().and_then(Day::from_iso);
        if asked > self.today.or(asked) {
            return Err(analysis::misplaced_date("referenceDate.late"));
        }
        analysis::report_again(&self.cases, request, &self.past)
    }

    /// What the first charts show of all cases; as [`Session::report`]. `reference_date` may be empty; `indicators`
    /// are ids with spaces between, none for all.
    ///
    /// # Errors
    ///
    /// As [`Session::report`].
    pub fn quick_report(
        &self,
        lang: Lang,
        reference_date: &str,
        indicators: &str,
    ) -> Result<Released<Report>> {
        let reference_date = Some(reference_date.to_owned()).filter(|date| !date.is_empty());
        let indicators = indicators.split_whitespace().map(str::to_owned).collect();
        self.report(&Request { lang, reference_date, indicators, quick: true, ..Request::default() })
    }

    /// The files that tell the same cases, two by two: which may be compared.
    pub fn overlaps(&self) -> &[Overlap] {
        &self.overlaps
    }

    /// What changed between two files, by their numbers.
    ///
    /// # Errors
    ///
    /// As [`analysis::compare`].
    pub fn compare(&self, older: usize, newer: usize) -> Result<Released<Comparison>> {
        analysis::compare(&self.cases, older, newer).map(disclosure::comparison_for_own_eyes)
    }

    /// How recognisable the children in the files are, in figures and in words. It holds counts alone, and refuses
    /// nothing: looking at one's own file is no risk.
    ///
    /// # Errors
    ///
    /// [`Code::NothingLoaded`] without a file.
    pub fn risk(&self, lang: Lang) -> Result<Released<Risk>> {
        if self.files.is_empty() {
            return Err(Error::new(Code::NothingLoaded));
        }
        let minima = [disclosure::limits::STUURGROEP_MINIMUM, disclosure::limits::WEBSITE_MINIMUM];
        let released = disclosure::risk_for_own_eyes(analysis::risk(&self.cases, minima));
        let words = narrative::risk_words(&released, lang);
        Ok(released.with_words(words))
    }
}

/// Adds the words of what the first charts do without.
#[inline(never)]
fn tell_rest(released: Released<Report>, request: &Request) -> Released<Report> {
    let sentences = narrative::thread_sentences(&released, request.lang);
    let told = profiles(&request.settings, request.lang);
    let rules: Vec<_> = told.into_iter().map(|told| (told.profile.id, told.text)).collect();
    released.with_thread_sentences(sentences).with_rules(&rules)
}

/// A request as it comes from a page: `{ filter, crosstabs, referenceDate, indicators,
/// keepOwn, against, settings, quick }`, each may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Asked {
    /// As [`Request::filter`].
    pub filter: Vec<Clause>,
    /// As [`Request::crosstabs`].
    pub crosstabs: Vec<(String, String)>,
    /// As [`Request::reference_date`].
    pub reference_date: Option<String>,
    /// As [`Request::indicators`].
    pub indicators: Vec<String>,
    /// As [`Request::keep_own`].
    pub keep_own: bool,
    /// As [`Request::against`].
    pub against: Option<Other>,
    /// As [`Request::settings`].
    pub settings: Settings,
    /// As [`Request::quick`].
    pub quick: bool,
}

impl Asked {
    /// The request, with the language of its answer.
    pub fn in_language(self, lang: Lang) -> Request {
        let Self { filter, crosstabs, reference_date, indicators, keep_own, against, settings, quick } = self;
        Request { lang, filter, crosstabs, reference_date, indicators, keep_own, against, settings, quick }
    }
}
