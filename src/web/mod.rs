//! The boundary with the browser: convert in, call, convert out. The only room
//! that knows wasm-bindgen, web-sys and js-sys.
//!
//! A worker holds a `Session`, with the cases; the page holds a `Painter`, with
//! a released report and nothing else. Data crosses as plain objects.

mod canvas;
mod painter;
mod picture;
mod plain;
mod session;
mod thrown;

use serde::Serialize;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use plain::to_js;

use crate::{
    catalog::{FIELDS, INDICATORS, Lang, SECTIONS},
    session as use_cases,
};

/// What a file can hold, as the page needs it: sections, indicators, and fields with their answers, all with labels.
#[wasm_bindgen]
pub fn catalog(lang: &str) -> JsValue {
    let lang = Lang::from_tag(lang);
    to_js(&Catalog {
        sections: SECTIONS
            .iter()
            .map(|section| Named { id: section.id, label: section.label.text(lang) })
            .collect(),
        indicators: INDICATORS
            .iter()
            .map(|indicator| Known {
                id: indicator.id,
                section: indicator.section,
                field: indicator.fields.first().copied(),
                label: indicator.label.text(lang),
            })
            .collect(),
        fields: FIELDS
            .iter()
            .map(|field| Holding {
                id: field.id,
                label: field.label.text(lang),
                values: field
                    .values
                    .iter()
                    .map(|value| Named { id: value.code, label: value.label.text(lang) })
                    .collect(),
            })
            .collect(),
    })
}

#[derive(Serialize)]
struct Catalog {
    sections: Vec<Named>,
    indicators: Vec<Known>,
    fields: Vec<Holding>,
}

#[derive(Serialize)]
struct Named {
    id: &'static str,
    label: &'static str,
}

#[derive(Serialize)]
struct Known {
    id: &'static str,
    section: &'static str,
    field: Option<&'static str>,
    label: &'static str,
}

/// A field, and the answers of its list.
#[derive(Serialize)]
struct Holding {
    id: &'static str,
    label: &'static str,
    values: Vec<Named>,
}

/// What holds where a person sets nothing, for the page's settings: `{ ageBands, leadTimeBands, profiles }`.
#[wasm_bindgen]
pub fn standard(lang: &str) -> JsValue {
    to_js(&use_cases::standard(Lang::from_tag(lang)))
}
