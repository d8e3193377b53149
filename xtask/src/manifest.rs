//! Makes `pkg/custom-elements.json`, by which editors and documentation know the element (Custom Elements Manifest 2.1).
//! Members and events are read from the types of the package, so that they can't differ; what types do not hold
//! (attributes, parts, slots, custom properties) stands in `www/package/element.json`.

use crate::Outcome;
use serde_json::{Map, Value, json};

/// The manifest, of the types and of what they do not hold.
pub(crate) fn manifest(types: &str, rest: &str, script: &str) -> Outcome<String> {
    let rest: Value = serde_json::from_str(rest).map_err(|error| format!("element.json: {error}"))?;
    let part = |name: &str| rest.get(name).cloned().ok_or_else(|| format!("element.json has no {name}"));
    let attributes = part("attributes")?;
    let members: Vec<Value> =
        entries(types, "BenMonitor")?.iter().map(|entry| member(entry, &attributes)).collect();
    let events: Vec<Value> = entries(types, "BenMonitorEventMap")?.iter().map(event).collect();
    let declared = json!({ "name": "BenMonitor", "module": script });
    let manifest = json!({
        "schemaVersion": "2.1.0",
        "modules": [{
            "kind": "javascript-module",
            "path": script,
            "declarations": [{
                "kind": "class",
                "customElement": true,
                "name": "BenMonitor",
                "tagName": "ben-monitor",
                "description": part("description")?,
                "superclass": { "name": "HTMLElement" },
                "attributes": attributes,
                "members": members,
                "events": events,
                "slots": part("slots")?,
                "cssParts": part("cssParts")?,
                "cssProperties": part("cssProperties")?,
            }],
            "exports": [{ "kind": "custom-element-definition", "name": "ben-monitor", "declaration": declared }],
        }],
    });
    serde_json::to_string_pretty(&manifest).map(|text| text + "\n").map_err(|error| error.to_string())
}

/// One line of an interface: its comment, its name and what comes after that.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    comment: String,
    is_readonly: bool,
    name: String,
    /// `: string`, or `(source: Blob): Promise<void>`.
    declared: String,
}

/// The lines of an interface of the types.
fn entries(types: &str, interface: &str) -> Outcome<Vec<Entry>> {
    let start = types.split_once(&format!("export interface {interface} ")).map(|(_, after)| after);
    let body = start.and_then(|after| after.split_once('{')).and_then(|(_, after)| after.split_once("\n}"));
    let (body, _) = body.ok_or_else(|| format!("the types hold no interface {interface}"))?;
    let (mut found, mut comment, mut pending) = (Vec::new(), Vec::new(), String::new());
    for line in body.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if pending.is_empty() && (line.starts_with("/**") || line.starts_with('*')) {
            let said = line.trim_start_matches(['/', '*']).trim_end_matches("*/").trim();
            comment.extend((!said.is_empty()).then(|| said.to_owned()));
            continue;
        }
        pending = format!("{pending} {line}").trim().to_owned();
        let is_whole = pending.ends_with(';') && depth(&pending) == 0;
        if is_whole {
            found.push(entry(&comment.join(" "), pending.trim_end_matches(';')));
            (comment, pending) = (Vec::new(), String::new());
        }
    }
    Ok(found)
}

fn depth(text: &str) -> i32 {
    text.chars().map(|letter| i32::from("({".contains(letter)) - i32::from(")}".contains(letter))).sum()
}

fn entry(comment: &str, line: &str) -> Entry {
    let (is_readonly, line) = line.strip_prefix("readonly ").map_or((false, line), |without| (true, without));
    let end = line.find([':', '(']).unwrap_or(line.len());
    // The name of an event stands in quotes, with a colon after them.
    let (name, declared) = line.split_at(end);
    let name = name.trim_matches('"').trim_end_matches('?').to_owned();
    Entry { comment: comment.to_owned(), is_readonly, name, declared: declared.to_owned() }
}

fn member(entry: &Entry, attributes: &Value) -> Value {
    let mut member = Map::new();
    if entry.declared.starts_with('(') {
        let (parameters, answer) = signature(&entry.declared);
        member.insert("kind".into(), json!("method"));
        member.insert("parameters".into(), json!(parameters));
        member.insert("return".into(), json!({ "type": { "text": answer } }));
    } else {
        member.insert("kind".into(), json!("field"));
        member.insert("type".into(), json!({ "text": entry.declared.trim_start_matches(':').trim() }));
        if entry.is_readonly {
            member.insert("readonly".into(), json!(true));
        }
    }
    let of_attribute = attributes.as_array().into_iter().flatten();
    let attribute = of_attribute.into_iter().find(|one| one.get("fieldName") == Some(&json!(entry.name)));
    if let Some(attribute) = attribute.and_then(|one| one.get("name")) {
        member.insert("attribute".into(), attribute.clone());
    }
    member.insert("name".into(), json!(entry.name));
    if !entry.comment.is_empty() {
        member.insert("description".into(), json!(entry.comment));
    }
    Value::Object(member)
}

/// `(a: string, b?: number): void` → its parameters, and what it answers.
fn signature(declared: &str) -> (Vec<Value>, &str) {
    let mut open = 0;
    let mut end = declared.len();
    for (at, letter) in declared.char_indices() {
        open += depth(&letter.to_string());
        if open == 0 {
            end = at;
            break;
        }
    }
    let (parameters, answer) = declared.split_at(end);
    let parameters = parameters.trim_start_matches('(').split(", ").filter(|one| !one.is_empty());
    let parameters = parameters.map(|one| {
        let (name, kind) = one.split_once(':').unwrap_or((one, ""));
        let mut parameter = json!({ "name": name.trim_end_matches('?'), "type": { "text": kind.trim() } });
        if let (true, Some(object)) = (name.ends_with('?'), parameter.as_object_mut()) {
            object.insert("optional".into(), json!(true));
        }
        parameter
    });
    (parameters.collect(), answer.trim_start_matches([')', ':', ' ']))
}

fn event(entry: &Entry) -> Value {
    let kind = entry.declared.trim_start_matches(':').trim();
    json!({ "name": entry.name, "type": { "text": kind }, "description": entry.comment })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPES: &str = "
/** `<ben-monitor>`. */
export interface BenMonitor extends HTMLElement {
  /** Level of the first heading,
   * 2 to 6. */
  headingLevel: number;
  readonly ready: Promise<void>;
  /** Reads. */
  load(source: Blob | string, again?: boolean): Promise<Report>;
}

export interface BenMonitorEventMap {
  \"ben-ready\": CustomEvent<Record<string, never>>;
  /** How far. */
  \"ben-progress\": CustomEvent<{
    done: number; total: number;
  }>;
}
";
    const REST: &str = r#"{ "description": "d", "attributes": [{ "name": "heading-level", "fieldName": "headingLevel" }],
        "slots": [], "cssParts": [], "cssProperties": [] }"#;

    fn declared() -> Value {
        let manifest: Value = serde_json::from_str(&manifest(TYPES, REST, "x.js").unwrap()).unwrap();
        manifest["modules"][0]["declarations"][0].clone()
    }

    #[test]
    fn members_are_those_of_the_types() {
        let declared = declared();
        assert_eq!(
            declared["members"][0],
            json!({ "kind": "field", "name": "headingLevel", "attribute": "heading-level",
                "type": { "text": "number" }, "description": "Level of the first heading, 2 to 6." })
        );
        assert_eq!(declared["members"][1]["readonly"], json!(true));
        assert_eq!(
            declared["members"][2]["parameters"],
            json!([{ "name": "source", "type": { "text": "Blob | string" } },
                { "name": "again", "type": { "text": "boolean" }, "optional": true }])
        );
        assert_eq!(declared["members"][2]["return"]["type"]["text"], json!("Promise<Report>"));
    }

    #[test]
    fn events_are_those_of_the_types() {
        let events = declared()["events"].clone();
        let names: Vec<&Value> = events.as_array().unwrap().iter().map(|event| &event["name"]).collect();
        assert_eq!(names, [&json!("ben-ready"), &json!("ben-progress")]);
        assert_eq!(events[1]["type"]["text"], json!("CustomEvent<{ done: number; total: number; }>"));
    }

    #[test]
    fn types_without_the_element_are_refused() {
        assert!(manifest("export interface Other {\n}", REST, "x.js").is_err());
        assert!(manifest(TYPES, "{}", "x.js").is_err());
    }
}
