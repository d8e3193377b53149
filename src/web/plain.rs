//! Plain data of ours as plain objects of JavaScript, and back. No JSON text
//! between: its reader, its writer and their tables of powers weigh 20 kB.

use js_sys::Object;
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// As `JSON.parse` would give it: objects, arrays, numbers, `null`.
pub(super) fn to_js(value: &impl Serialize) -> JsValue {
    // Our data has no keys but texts, so this always succeeds.
    value.serialize(&Serializer::json_compatible()).unwrap_or_else(|_| Object::new().into())
}

/// `None` when it does not have the shape that is wanted.
pub(super) fn from_js<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value).ok()
}
