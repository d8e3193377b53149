//! Makes `docs/api.md`, the reference of the element, from its manifest: what a developer reads and what an editor shows
//! are the same words, and neither can differ from the types.

use crate::Outcome;
use crate::manifest;
use crate::{places, stamp};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::PathBuf;

const HEAD: &str = "# Reference of `<ben-monitor>`

Made from `www/types/ben-monitor.d.ts` and `www/package/element.json` by `cargo xtask reference`. The shapes of reports,
publications and mappings are in the types; what is counted and how in `GLOSSARY.md`; the choices that were made where
nothing was written down in `README.md`. Every promise that is rejected brings an `Error` with `code`, `params` and, where
there is one, `position`; its message is a sentence in the element's language.
";

/// Writes the reference again.
pub(crate) fn write() -> Outcome {
    stamp::write(&place(), made()?.as_bytes())
}

fn place() -> PathBuf {
    places::root().join("docs/api.md")
}

fn made() -> Outcome<String> {
    let types = stamp::read(&places::www().join("types/ben-monitor.d.ts"))?;
    let rest = stamp::read(&places::www().join("package/element.json"))?;
    let manifest: Value = serde_json::from_str(&manifest::manifest(&types, &rest, "ben-monitor.js")?)
        .map_err(|error| error.to_string())?;
    let element = manifest.pointer("/modules/0/declarations/0").ok_or("the manifest has no element")?;
    Ok(reference(element))
}

fn reference(element: &Value) -> String {
    let mut page = HEAD.to_owned();
    let all = |name: &str| element.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let members = all("members");
    let of = |kind: &'static str| {
        members.iter().filter(move |one| text(one, "kind") == kind).cloned().collect::<Vec<_>>()
    };
    table(&mut page, "Attributes", &["attribute", "type", "default", "meaning"], &all("attributes"), |one| {
        vec![code(text(one, "name")), code(kind(one)), code(text(one, "default")), told(one)]
    });
    table(&mut page, "Properties", &["property", "type", "meaning"], &of("field"), |one| {
        let readonly = if one.get("readonly").is_some() { " (get)" } else { "" };
        vec![format!("{}{readonly}", code(text(one, "name"))), code(kind(one)), told(one)]
    });
    table(&mut page, "Methods", &["method", "answer", "meaning"], &of("method"), |one| {
        let answer = one.pointer("/return/type/text").and_then(Value::as_str).unwrap_or_default();
        vec![code(&signature(one)), code(answer), told(one)]
    });
    page.push_str("\nEvents bubble and are composed; none holds a row, a cell or a file's content.\n");
    table(&mut page, "Events", &["event", "detail", "when"], &all("events"), |one| {
        let detail = kind(one).trim_start_matches("CustomEvent<").trim_end_matches('>');
        let detail = if detail.starts_with("Record<string, never") { "" } else { detail };
        vec![code(text(one, "name")), code(detail), told(one)]
    });
    table(
        &mut page,
        "Custom properties",
        &["property", "default", "meaning"],
        &all("cssProperties"),
        |one| vec![code(text(one, "name")), code(text(one, "default")), told(one)],
    );
    for (heading, name) in [("Parts", "cssParts"), ("Slots", "slots")] {
        table(&mut page, heading, &["name", "meaning"], &all(name), |one| {
            vec![code(text(one, "name")), told(one)]
        });
    }
    page
}

fn table(
    page: &mut String,
    heading: &str,
    head: &[&str],
    all: &[Value],
    cells: impl Fn(&Value) -> Vec<String>,
) {
    let rule = "|---".repeat(head.len());
    let _ = write!(page, "\n## {heading}\n\n| {} |\n{rule}|\n", head.join(" | "));
    for one in all {
        let _ = writeln!(page, "| {} |", cells(one).join(" | "));
    }
}

/// `load(source, again?)`.
fn signature(method: &Value) -> String {
    let parameters = method.get("parameters").and_then(Value::as_array).cloned().unwrap_or_default();
    let written = parameters.iter().map(|one| {
        let mark = if one.get("optional").is_some() { "?" } else { "" };
        format!("{}{mark}: {}", text(one, "name"), kind(one))
    });
    format!("{}({})", text(method, "name"), written.collect::<Vec<_>>().join(", "))
}

fn text<'a>(one: &'a Value, name: &str) -> &'a str {
    one.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn kind(one: &Value) -> &str {
    one.pointer("/type/text").and_then(Value::as_str).unwrap_or_default()
}

fn told(one: &Value) -> String {
    text(one, "description").replace('|', "\\|")
}

/// As code in a table; nothing where there is nothing.
fn code(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("`{}`", text.replace('|', "\\|")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_is_of_the_element_as_it_is() {
        let written = stamp::read(&place()).unwrap();
        assert!(written == made().unwrap(), "docs/api.md is old: `cargo xtask reference` writes it again");
    }

    #[test]
    fn every_member_is_told_of() {
        let made = made().unwrap();
        for name in ["`load(", "`exportSlides(", "`ben-export`", "`--ben-accent`", "`heading-level`", "(get)"]
        {
            assert!(made.contains(name), "{name}");
        }
        let without: Vec<&str> = made.lines().filter(|line| line.ends_with("|  |")).collect();
        assert_eq!(without, Vec::<&str>::new(), "without a meaning");
    }
}
