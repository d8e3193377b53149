//! Plain data of ours as plain objects of JavaScript, and back.

use js_sys::{Array, JsString, Object, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};

use crate::plain::{self, END, FALSE, LIST, MAP, NULL, NUMBER, TEXT, TRUE};

/// Deepest nesting that is looked into: what people hand to the element may hold itself.
const DEEPEST: usize = 32;

/// As `JSON.parse` would give it: objects, arrays, numbers, `null`.
pub(super) fn to_js(value: &impl Serialize) -> JsValue {
    let bytes = plain::write(value);
    Objects(&bytes).next().unwrap_or(JsValue::NULL)
}

/// `None` when it does not have the shape that is wanted.
pub(super) fn from_js<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    let mut bytes = Vec::new();
    append(&value, 0, &mut bytes)?;
    plain::read(&bytes).ok()
}

/// Makes objects of plain bytes.
struct Objects<'a>(&'a [u8]);

impl Objects<'_> {
    /// The next value; `None` at the end of a list or map.
    fn next(&mut self) -> Option<JsValue> {
        match *self.take(1)?.first()? {
            TRUE => Some(JsValue::TRUE),
            FALSE => Some(JsValue::FALSE),
            NUMBER => Some(JsValue::from_f64(f64::from_le_bytes(self.take(8)?.try_into().ok()?))),
            TEXT => {
                let length = u32::from_le_bytes(self.take(4)?.try_into().ok()?);
                let text = self.take(usize::try_from(length).ok()?)?;
                Some(JsValue::from_str(std::str::from_utf8(text).ok()?))
            }
            LIST => {
                let list = Array::new();
                while let Some(item) = self.next() {
                    list.push(&item);
                }
                Some(list.into())
            }
            MAP => {
                let map = Object::new();
                while let Some(key) = self.next() {
                    let value = self.next()?;
                    // Fresh and ours: nothing can refuse.
                    let _refused = Reflect::set(&map, &key, &value);
                }
                Some(map.into())
            }
            NULL => Some(JsValue::NULL),
            _ => None,
        }
    }

    fn take(&mut self, length: usize) -> Option<&[u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }
}

/// Appends a value of JavaScript; `None` when it is no plain data.
fn append(value: &JsValue, depth: usize, bytes: &mut Vec<u8>) -> Option<()> {
    if let Some(number) = value.as_f64() {
        bytes.push(NUMBER);
        bytes.extend_from_slice(&number.to_le_bytes());
    } else if let Some(text) = value.dyn_ref::<JsString>() {
        append_text(&String::from(text), bytes)?;
    } else if let Some(truth) = value.as_bool() {
        bytes.push(if truth { TRUE } else { FALSE });
    } else if value.is_null() || value.is_undefined() {
        bytes.push(NULL);
    } else if depth >= DEEPEST || value.is_function() {
        return None;
    } else if Array::is_array(value) {
        bytes.push(LIST);
        for item in Array::from(value).iter() {
            append(&item, depth + 1, bytes)?;
        }
        bytes.push(END);
    } else {
        bytes.push(MAP);
        for entry in Object::entries(value.dyn_ref::<Object>()?).iter() {
            let entry = Array::from(&entry);
            // As JSON has it: what is undefined is not there.
            if !entry.get(1).is_undefined() {
                append(&entry.get(0), depth, bytes)?;
                append(&entry.get(1), depth + 1, bytes)?;
            }
        }
        bytes.push(END);
    }
    Some(())
}

fn append_text(text: &str, bytes: &mut Vec<u8>) -> Option<()> {
    bytes.push(TEXT);
    bytes.extend_from_slice(&u32::try_from(text.len()).ok()?.to_le_bytes());
    bytes.extend_from_slice(text.as_bytes());
    Some(())
}
