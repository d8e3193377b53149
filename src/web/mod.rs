//! The boundary with the browser: convert in, call, convert out. The only room
//! that knows wasm-bindgen, web-sys and js-sys.
//!
//! A worker holds a `Session`, with the cases; the page holds a `Painter`, with
//! a released report and nothing else. Data crosses as JSON text: a report is
//! kilobytes, and the browser's own parser is the fastest one there is.

mod painter;
mod session;
mod thrown;

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::catalog::{FIELDS, INDICATORS, Lang, SECTIONS};

/// What a file can hold, as the page needs it: sections, indicators and fields with their labels.
#[wasm_bindgen]
pub fn catalog(lang: &str) -> String {
    let lang = Lang::from_tag(lang);
    to_json(&CatalogJson {
        sections: SECTIONS
            .iter()
            .map(|section| Named { id: section.id, label: section.label.text(lang) })
            .collect(),
        indicators: INDICATORS
            .iter()
            .map(|indicator| IndicatorJson {
                id: indicator.id,
                section: indicator.section,
                field: indicator.fields.first().copied(),
                label: indicator.label.text(lang),
            })
            .collect(),
        fields: FIELDS.iter().map(|field| Named { id: field.id, label: field.label.text(lang) }).collect(),
    })
}

#[derive(Serialize)]
struct CatalogJson {
    sections: Vec<Named>,
    indicators: Vec<IndicatorJson>,
    fields: Vec<Named>,
}

#[derive(Serialize)]
struct Named {
    id: &'static str,
    label: &'static str,
}

#[derive(Serialize)]
struct IndicatorJson {
    id: &'static str,
    section: &'static str,
    field: Option<&'static str>,
    label: &'static str,
}

/// JSON of plain data of ours, which always has one; `null` stands for the impossible.
fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned())
}
