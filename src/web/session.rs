//! The worker's handle: files in, released reports out.

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{
    thrown::{Thrown, thrown},
    to_json,
};
use crate::{
    catalog::Lang,
    disclosure::Released,
    finding::Finding,
    narrative,
    report::Report,
    session::{Session, mapping_from_json, request_from_json},
};

/// Reads monitor files and answers with reports. Lives in a worker; ending the
/// worker is what gives its memory back.
///
/// ```js
/// const session = new Session('nl');
/// session.begin('monitor.csv');
/// for await (const chunk of file.stream()) session.feed(chunk);
/// session.endFile();
/// const report = JSON.parse(session.report('{}'));
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

    /// Starts a file.
    pub fn begin(&mut self, name: &str) {
        self.session.begin(name);
    }

    /// Takes the next bytes of the file; answers the number of cases so far.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<f64, Thrown> {
        #[expect(clippy::cast_precision_loss, reason = "a count of cases is far below 2^53")]
        self.session.feed(bytes).map(|cases| cases as f64).map_err(|error| thrown(&error, self.lang))
    }

    /// Ends the file: `{ name, cases, columns, findings }`.
    #[wasm_bindgen(js_name = endFile)]
    pub fn end_file(&mut self) -> Result<String, Thrown> {
        self.session.end_file().map(|read| to_json(&read)).map_err(|error| thrown(&error, self.lang))
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

    /// `request`: `{ filter, crosstabs, referenceDate, indicators }`, each may be left out. The report, with its words.
    pub fn report(&mut self, request: &str) -> Result<String, Thrown> {
        let released = request_from_json(request, self.lang)
            .and_then(|request| self.session.report(&request))
            .map_err(|error| thrown(&error, self.lang))?;
        let json = to_json(&released);
        self.released = Some(released);
        Ok(json)
    }

    /// The report that was asked for last, as the bytes that a `Painter` takes;
    /// none before the first.
    pub fn handover(&self) -> Vec<u8> {
        self.released.as_ref().map(Released::handover_bytes).unwrap_or_default()
    }

    /// What was noticed: `[{ code, severity, source, sourceName, field, column, count, rows, text }]`.
    pub fn findings(&self) -> String {
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
        to_json(&told)
    }

    /// The mapping in force: `{ columns, values }`.
    pub fn mapping(&self) -> String {
        to_json(self.session.mapping())
    }

    /// How files begun from now on are to be understood; the shape of `mapping()`.
    #[wasm_bindgen(js_name = setMapping)]
    pub fn set_mapping(&mut self, mapping: &str) -> Result<(), Thrown> {
        let mapping = mapping_from_json(mapping).map_err(|error| thrown(&error, self.lang))?;
        self.session.set_mapping(Some(mapping));
        Ok(())
    }
}
