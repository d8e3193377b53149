//! The boundary with the browser. Refusals are thrown as their code.

use js_sys::{Function, Uint8Array};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{Code, Fit, HEAD_ROWS, MAX_FILE_BYTES, Refusal, Workbook, choice};

/// An open workbook.
///
/// ```js
/// const workbook = new Workbook(bytes);
/// workbook.names(); // ["2023", "2024"]
/// workbook.csv(0, false, (piece) => session.feed(piece));
/// ```
#[wasm_bindgen(js_name = Workbook)]
pub struct WebWorkbook(Workbook);

#[wasm_bindgen(js_class = Workbook)]
impl WebWorkbook {
    /// Takes the bytes of a file.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Result<Self, JsValue> {
        Workbook::open(bytes).map(Self).map_err(thrown)
    }

    /// The names of its sheets.
    pub fn names(&self) -> Vec<String> {
        self.0.sheets().iter().map(|sheet| sheet.name.clone()).collect()
    }

    /// For each sheet 1 when it is hidden.
    pub fn hidden(&self) -> Vec<u8> {
        self.0.sheets().iter().map(|sheet| u8::from(sheet.hidden)).collect()
    }

    /// Gives a sheet's text to `sink`, piece by piece; of its head only the first rows.
    /// Answers the number of filled rows, of columns and of cells in error, and then the rows of the first of those.
    pub fn csv(&mut self, sheet: usize, head: bool, sink: &Function) -> Result<Vec<u32>, JsValue> {
        let mut stopped = None;
        let written = self.0.csv(sheet, head.then_some(HEAD_ROWS), &mut |piece| {
            if stopped.is_none() {
                stopped = sink.call1(&JsValue::NULL, &Uint8Array::from(piece)).err();
            }
        });
        match (stopped, written) {
            (Some(reason), _) => Err(reason),
            (None, written) => {
                let written = written.map_err(thrown)?;
                let mut numbers = vec![written.rows, written.columns, written.errors];
                numbers.extend(written.error_rows);
                Ok(numbers)
            }
        }
    }
}

/// Which sheets are read when nobody has chosen: `fields` has for each sheet the
/// ids of its fields with spaces between, empty without cases; `hidden` is as `hidden()` gives it.
#[wasm_bindgen]
pub fn propose(fields: Vec<String>, hidden: &[u8]) -> Vec<u8> {
    let fits: Vec<Fit> = fields
        .iter()
        .enumerate()
        .map(|(place, fields)| Fit {
            fields: fields.split_whitespace().map(str::to_owned).collect(),
            has_cases: !fields.is_empty(),
            hidden: hidden.get(place).is_some_and(|&hidden| hidden != 0),
        })
        .collect();
    choice::propose(&fits).into_iter().map(u8::from).collect()
}

/// The sentence for a code, in the language.
#[wasm_bindgen]
pub fn sentence(code: &str, lang: &str) -> String {
    let known = Code::ALL.iter().find(|known| known.as_str() == code);
    known.map_or("", |known| known.sentence(lang)).to_owned()
}

fn thrown(Refusal(code): Refusal) -> JsValue {
    JsValue::from_str(code.as_str())
}

/// Largest workbook that is read, in bytes: one that is larger need not be handed over.
#[wasm_bindgen]
pub fn max_file_bytes() -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    let bytes = MAX_FILE_BYTES as f64;
    bytes
}
