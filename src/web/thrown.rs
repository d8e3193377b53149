//! Our error as a JavaScript `Error` that code can handle: `code`, `params`, `position`.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::plain::to_js;
use crate::{catalog::Lang, error::Error, narrative};

/// What is thrown.
pub(super) type Thrown = js_sys::Error;

/// The error with its sentence as message.
pub(super) fn thrown(error: &Error, lang: Lang) -> Thrown {
    let thrown = js_sys::Error::new(&narrative::error_sentence(error, lang));
    thrown.set_name("BenMonitorError");
    set(&thrown, "code", &JsValue::from_str(error.code().as_str()));
    set(&thrown, "params", &to_js(error.params()));
    if let Some(position) = error.position() {
        set(&thrown, "position", &to_js(&position));
    }
    thrown
}

/// Sets a property of a fresh object of ours, which nothing can refuse.
fn set(thrown: &Thrown, key: &str, value: &JsValue) {
    let _refused = Reflect::set(thrown, &JsValue::from_str(key), value);
}
