//! The worker's handle: files in, released reports out.

use serde::Serialize;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use super::{
    plain::{from_js, to_js},
    thrown::{Thrown, thrown},
};
use crate::{
    catalog::Lang,
    disclosure::Released,
    error::{self, Code, Error},
    finding::Finding,
    narrative,
    report::Report,
    session::{Asked, Finder, Session},
};

/// Reads monitor files and answers with reports. Lives in a worker; ending the
/// worker is what gives its memory back.
///
/// ```js
/// const session = new Session('nl');
/// session.begin('monitor.csv');
/// for await (const chunk of file.stream()) session.feed(chunk);
/// session.endFile();
/// const report = session.report({});
/// ```
///
/// Every method may throw an `Error` with `code`, `params` and, where there is
/// one, `position`.
#[wasm_bindgen(js_name = Session)]
pub struct WebSession {
    session: Session,
    lang: Lang,
    /// The report that was asked for last.
    released: Option<Released<Report>>,
}

#[wasm_bindgen]
extern "C" {
    /// What `find.wat` exports.
    pub type Vectors;

    /// Looks at so many blocks of text at an address of the core's memory, and
    /// writes at another what it found.
    #[wasm_bindgen(method)]
    fn find(this: &Vectors, text: u32, blocks: u32, separator: u8, found: u32);
}

/// A finding with its sentence.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    #[serde(rename = "sourceName")]
    source_name: &'a str,
    text: String,
}

#[wasm_bindgen(js_class = Session)]
impl WebSession {
    /// `lang`: `nl` (default) or `en`.
    #[wasm_bindgen(constructor)]
    pub fn new(lang: &str) -> Self {
        Self { session: Session::default(), lang: Lang::from_tag(lang), released: None }
    }

    /// Changes the language of what is asked from now on.
    #[wasm_bindgen(js_name = setLang)]
    pub fn set_lang(&mut self, lang: &str) {
        self.lang = Lang::from_tag(lang);
    }

    /// The day of reading, `jjjj-mm-dd`: dates after it are reported and left out.
    #[wasm_bindgen(js_name = setToday)]
    pub fn set_today(&mut self, day: &str) {
        self.session.set_today(day);
    }

    /// Vectors of the browser's, to find separators with: what `find.wat` exports.
    #[wasm_bindgen(js_name = setFinder)]
    pub fn set_finder(&mut self, vectors: Vectors) {
        self.session.set_finder(Finder::new(move |text, separator, found| {
            let place = |address: usize| u32::try_from(address).unwrap_or_default();
            let (from, to) = (text.as_ptr().expose_provenance(), found.as_mut_ptr().expose_provenance());
            vectors.find(place(from), place(found.len()), separator, place(to));
        }));
    }

    /// Starts a file.
    pub fn begin(&mut self, name: &str) {
        self.session.begin(name);
    }

    /// Takes the next bytes of the file; answers the number of cases so far.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<f64, Thrown> {
        #[expect(clippy::cast_precision_loss, reason = "a count of cases is far below 2^53")]
        self.session.feed(bytes).map(|cases| cases as f64).map_err(|error| thrown(&error, self.lang))
    }

    /// Notes so many cells of the file in hand with a formula's error, and the first of their rows.
    #[wasm_bindgen(js_name = noteCellErrors)]
    pub fn note_cell_errors(&mut self, count: u32, rows: &[u32]) {
        self.session.note_cell_errors(u64::from(count), rows);
    }

    /// Ends the file: `{ name, cases, columns, findings }`.
    #[wasm_bindgen(js_name = endFile)]
    pub fn end_file(&mut self) -> Result<JsValue, Thrown> {
        self.session.end_file().map(|read| to_js(&read)).map_err(|error| thrown(&error, self.lang))
    }

    /// Drops the file in hand.
    pub fn abandon(&mut self) {
        self.session.abandon();
    }

    /// Drops all files.
    pub fn clear(&mut self) {
        self.session.clear();
        self.released = None;
    }

    /// What the first charts show of all cases, with its words: `indicators` are ids with spaces between, none for all.
    #[wasm_bindgen(js_name = quickReport)]
    pub fn quick_report(&mut self, reference_date: &str, indicators: &str) -> Result<JsValue, Thrown> {
        let released = self.session.quick_report(self.lang, reference_date, indicators);
        self.answer(released)
    }

    /// `request`: `{ filter, crosstabs, referenceDate, indicators, quick }`, each may be left out. The report, with its words;
    /// of a `quick` one what the first charts show, of the selection: what is in view first, the rest in a second question.
    pub fn report(&mut self, request: JsValue) -> Result<JsValue, Thrown> {
        let asked: Asked = from_js(request).ok_or_else(|| self.refuse(Code::BadRequest))?;
        let released = self.session.report(&asked.in_language(self.lang));
        self.answer(released)
    }

    /// The report that was asked for last, as the bytes that a `Painter` takes;
    /// none before the first.
    pub fn handover(&self) -> Vec<u8> {
        self.released.as_ref().map(Released::handover_bytes).unwrap_or_default()
    }

    /// What was noticed: `[{ code, severity, source, sourceName, field, column, count, rows, text }]`.
    pub fn findings(&self) -> JsValue {
        let told: Vec<_> = self
            .session
            .findings()
            .iter()
            .map(|finding| {
                let source_name = self.session.source_name(finding.source);
                Told {
                    finding,
                    source_name,
                    text: narrative::finding_sentence(finding, source_name, self.lang),
                }
            })
            .collect();
        to_js(&told)
    }

    /// How the files were read, for the eyes of the person whose files they are: `{ decisions, columns, questions }`.
    pub fn understanding(&self) -> JsValue {
        to_js(&self.session.understanding(self.lang))
    }

    /// The files that tell the same cases: `[{ older, newer, shared }]`, numbers of
    /// sources; `older` is the one whose latest date is earlier.
    pub fn overlaps(&self) -> JsValue {
        to_js(&self.session.overlaps())
    }

    /// What changed between two files, by their numbers:
    /// `{ older, newer, total: { new, closed, changed, gone, same }, regions: [{ region, counts }] }`.
    pub fn compare(&self, older: usize, newer: usize) -> Result<JsValue, Thrown> {
        let compared = self.session.compare(older, newer).map_err(|error| thrown(&error, self.lang))?;
        Ok(to_js(&compared))
    }

    /// How recognisable the children in the files are, in counts and in words:
    /// `{ cases, groups, coarser, wide, causes, problems, splits, text, … }`.
    pub fn risk(&self) -> Result<JsValue, Thrown> {
        let risk = self.session.risk(self.lang).map_err(|error| thrown(&error, self.lang))?;
        Ok(to_js(&risk))
    }

    /// Protected figures of a list of views: a publication (`ben-monitor/publication@1`) whose `hash` is still empty.
    /// `wish` is `{ preset, split, indicators, periods, keepApart, stricter, previous, title, referenceDate, settings }`,
    /// each but `preset` may be left out; what can't be read is refused.
    pub fn publish(&self, wish: JsValue) -> Result<JsValue, Thrown> {
        let wish = from_js(wish).ok_or_else(|| self.refuse(Code::BadPublishSetting))?;
        let released = self.session.publish(&wish, self.lang).map_err(|error| thrown(&error, self.lang))?;
        Ok(to_js(&released))
    }

    /// The mapping in force: `{ columns, values }`.
    pub fn mapping(&self) -> JsValue {
        to_js(self.session.mapping())
    }

    /// How files begun from now on are to be understood; the shape of `mapping()`.
    #[wasm_bindgen(js_name = setMapping)]
    pub fn set_mapping(&mut self, mapping: JsValue) -> Result<(), Thrown> {
        let mapping = from_js(mapping).ok_or_else(|| self.refuse(Code::BadMapping))?;
        self.session.set_mapping(Some(mapping));
        Ok(())
    }
}

impl WebSession {
    fn answer(&mut self, released: error::Result<Released<Report>>) -> Result<JsValue, Thrown> {
        let released = released.map_err(|error| thrown(&error, self.lang))?;
        let plain = to_js(&released);
        self.released = Some(released);
        Ok(plain)
    }

    fn refuse(&self, code: Code) -> Thrown {
        thrown(&Error::new(code), self.lang)
    }
}
