//! Lets one function stand in for another in a wasm module, and leaves out the tables that only the other needed.
//!
//! plotters-canvas writes the opacity of each colour as a fraction, `1` most often. Rust's library writes any fraction
//! exactly, which is 6 kB of code and tables to download. The core has a function of its own that writes as many
//! decimals as a canvas takes, with the same parameters: here whoever refers to the library's gets that one. The
//! optimiser finds that nobody needs the library's, and [`check`] that it did. Works on the text of a module before it
//! is optimised, with its names.

use crate::Outcome;
use crate::split::{names_after, signature, texts, without_hashes};

/// What is not wanted, and what comes in its place.
#[derive(Clone, Copy, Debug, Hash)]
pub(crate) struct StandIn {
    pub(crate) replaced: &'static str,
    pub(crate) by: &'static str,
    /// The room of which nothing is needed then, as paths of functions start with it.
    pub(crate) room: &'static str,
    /// The same room in the names that the linker's map gives its tables.
    pub(crate) tables: &'static str,
}

/// The text with references to the one function as references to the other, and with zeros for the tables.
pub(crate) fn replace(text: &str, map: &str, stand_in: &StandIn) -> Outcome<String> {
    let replaced = Found::of(text, stand_in.replaced)?;
    let by = Found::of(text, stand_in.by)?;
    if replaced.signature != by.signature {
        return Err(format!("{} does not take what {} takes", stand_in.by, stand_in.replaced));
    }
    let tables = texts::symbols_of(map, |line| line.contains(stand_in.tables));
    let heading = format!(" (func {} ", replaced.name);
    let mut changed = String::with_capacity(text.len());
    for line in text.lines() {
        match texts::without(line, &tables) {
            Some(data) => changed.push_str(&data),
            None if line.starts_with(&heading) => changed.push_str(line),
            None => changed.push_str(&line.replace(replaced.name, by.name)),
        }
        changed.push('\n');
    }
    Ok(changed)
}

/// Refuses an optimised module in which something of the room is left: it would read its tables as zeros.
pub(crate) fn check(text: &str, stand_in: &StandIn) -> Outcome {
    let left = functions(text).find(|(name, _)| without_hashes(name).contains(stand_in.room));
    match left {
        None => Ok(()),
        Some((name, _)) => Err(format!(
            "{name} is still needed, though {} stands in for {}: something else uses it",
            stand_in.by, stand_in.replaced
        )),
    }
}

/// A function of a module: its name as it stands there, with `$` and quotes.
struct Found<'a> {
    name: &'a str,
    signature: String,
}

impl<'a> Found<'a> {
    fn of(text: &'a str, path: &str) -> Outcome<Self> {
        let wanted = format!("$\"{path}\"");
        let (name, heading) = functions(text)
            .find(|(name, _)| without_hashes(name) == wanted)
            .ok_or_else(|| format!("no function {path}: it was renamed, or nothing calls it any more"))?;
        Ok(Self { name, signature: signature(heading) })
    }
}

/// Names and headings.
fn functions(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let headings = text.lines().filter(|line| line.starts_with(" (func "));
    headings.filter_map(|line| Some((*names_after(line, " (func ").first()?, line)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: StandIn = StandIn {
        replaced: "<f64 as core::Display>::fmt",
        by: "ours::fmt",
        room: "core::flt::",
        tables: "3flt",
    };

    const MAP: &str = "  Addr  Off  Size Out     In      Symbol
      10    0    4         a.o:(.rodata._RN3flt5TABLE)
      14    4    4         a.o:(.rodata._RN5other5TABLE)
";

    const MODULE: &str = r#"(module
 (elem $0 (table $0) (i32.const 1) func $"<f64 as core[1a]::Display>::fmt" $"&<f64 as core[1a]::Display>::fmt" $"ours[2b]::fmt")
 (data $0 (i32.const 14) "ab\01\02\03\04\05\06cd")
 (func $"<f64 as core[1a]::Display>::fmt" (param $0 i32) (param $1 i32) (result i32)
  (call $"core[1a]::flt::write")
 )
 (func $"ours[2b]::fmt" (param $0 i32) (param $1 i32) (result i32)
  (i32.const 0)
 )
 (func $asks (param $0 i32)
  (drop (call $"<f64 as core[1a]::Display>::fmt" (local.get $0) (ref.func $"<f64 as core[1a]::Display>::fmt")))
 )
)
"#;

    #[test]
    fn whoever_refers_to_the_one_gets_the_other() {
        let changed = replace(MODULE, MAP, &EXAMPLE).unwrap();
        let expected = r#"(module
 (elem $0 (table $0) (i32.const 1) func $"ours[2b]::fmt" $"&<f64 as core[1a]::Display>::fmt" $"ours[2b]::fmt")
 (data (i32.const 14) "\61\62\00\00\00\00\05\06\63\64")
 (func $"<f64 as core[1a]::Display>::fmt" (param $0 i32) (param $1 i32) (result i32)
  (call $"core[1a]::flt::write")
 )
 (func $"ours[2b]::fmt" (param $0 i32) (param $1 i32) (result i32)
  (i32.const 0)
 )
 (func $asks (param $0 i32)
  (drop (call $"ours[2b]::fmt" (local.get $0) (ref.func $"ours[2b]::fmt")))
 )
)
"#;
        assert_eq!(changed, expected);
    }

    #[test]
    fn both_must_be_there_and_alike() {
        let renamed = MODULE.replace("ours[2b]::fmt", "theirs[2b]::fmt");
        assert!(replace(&renamed, MAP, &EXAMPLE).unwrap_err().starts_with("no function ours::fmt"));
        let gone = MODULE.replace("<f64 as core[1a]", "<f32 as core[1a]");
        assert!(replace(&gone, MAP, &EXAMPLE).unwrap_err().starts_with("no function <f64"));
        let other = MODULE.replace("ours[2b]::fmt\" (param $0 i32)", "ours[2b]::fmt\" (param $0 i64)");
        assert!(replace(&other, MAP, &EXAMPLE).unwrap_err().contains("does not take what"));
    }

    #[test]
    fn what_is_left_of_the_room_is_refused() {
        assert!(check(MODULE, &EXAMPLE).is_ok());
        let left = format!("{MODULE} (func $\"core[1a]::flt::write\"\n )\n");
        assert!(check(&left, &EXAMPLE).unwrap_err().contains("still needed"));
    }
}
