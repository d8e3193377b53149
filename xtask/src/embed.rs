//! What a site gets with the element to put it on a page: how editors know it, the policy it needs, the place it takes,
//! and the hash of every file.

use crate::Outcome;
use crate::build::SCRIPT;
use crate::hash;
use crate::manifest;
use crate::places;
use crate::stamp::{self, Inputs};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// How editors know the element.
pub(crate) const MANIFEST: &str = "custom-elements.json";
/// The hash of every file.
pub(crate) const HASHES: &str = "integrity.json";
/// The lines for a page, with those hashes.
pub(crate) const LINES: &str = "embed.txt";

/// Files that stand in `www/package/` as they are.
pub(crate) const COPIED: &[&str] = &[
    "ben-monitor.css",
    "csp.json",
    "frame-host.js",
    "frame.css",
    "frame.html",
    "frame.js",
    "privacy.css",
    "privacy.html",
];

/// Writes all but the hashes.
pub(crate) fn describe() -> Outcome {
    let (types, rest) = (places::www().join("types/ben-monitor.d.ts"), source("element.json"));
    let mut inputs = Inputs::of(COPIED).with(&types)?.with(&rest)?;
    let mut makes = vec![places::pkg().join(MANIFEST)];
    for file in COPIED {
        inputs = inputs.with(&source(file))?;
        makes.push(places::pkg().join(file));
    }
    let inputs = inputs.with(&places::root().join("xtask/src/manifest.rs"))?;
    inputs.unless_done(&stamp::note("embed"), &makes, || {
        let manifest = manifest::manifest(&stamp::read(&types)?, &stamp::read(&rest)?, SCRIPT)?;
        stamp::write(&places::pkg().join(MANIFEST), manifest.as_bytes())?;
        COPIED.iter().try_for_each(|file| {
            let to = places::pkg().join(file);
            fs::copy(source(file), &to).map_err(|error| format!("{}: {error}", to.display()))?;
            Ok(())
        })
    })?;
    Ok(())
}

fn source(file: &str) -> PathBuf {
    places::www().join("package").join(file)
}

/// Writes the hash of every file of the package, and the lines of a page with them; when all else is there.
pub(crate) fn list_hashes(build: &str) -> Outcome {
    let mut hashes = Map::new();
    for path in stamp::files_in(&places::pkg())? {
        let name = path.strip_prefix(places::pkg()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        // Zip files are no part of what a page loads.
        if name == HASHES || name == LINES || name.contains('/') {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        hashes.insert(name, json!(format!("sha384-{}", hash::sha384_base64(&bytes))));
    }
    let lines = lines(&hashes);
    let list = json!({ "build": build, "version": env!("CARGO_PKG_VERSION"), "files": hashes });
    let list = serde_json::to_string_pretty(&list).map_err(|error| error.to_string())?;
    stamp::write(&places::pkg().join(HASHES), (list + "\n").as_bytes())?;
    stamp::write(&places::pkg().join(LINES), lines.as_bytes())
}

/// The lines that a page needs. A browser checks the script that is named; what that fetches is checked too where the
/// lines below name it.
fn lines(hashes: &Map<String, Value>) -> String {
    let of = |name: &str| hashes.get(name).and_then(Value::as_str).unwrap_or_default();
    let mut text = format!(
        "<link rel=\"stylesheet\" href=\"pkg/ben-monitor.css\" integrity=\"{}\">\n\
         <script type=\"module\" src=\"pkg/{SCRIPT}\" integrity=\"{}\"></script>\n\
         <ben-monitor></ben-monitor>\n\n\
         In the head as well, for a page that wants the parts of the script to be checked too. They are then fetched at\n\
         once, and not when they are needed.\n\n",
        of("ben-monitor.css"),
        of(SCRIPT)
    );
    for (name, hash) in hashes {
        let is_part =
            name.starts_with("ben-monitor-") && name.ends_with(".js") && name.contains(char::is_uppercase);
        if let (true, Some(hash)) = (is_part, hash.as_str()) {
            let _ = writeln!(text, "<link rel=\"modulepreload\" href=\"pkg/{name}\" integrity=\"{hash}\">");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_hold_the_hashes_of_the_script_and_its_parts() {
        let files = [
            ("ben-monitor.css", "c"),
            (SCRIPT, "s"),
            ("ben-monitor-later-0AB1CD2E.js", "l"),
            ("x.wasm", "w"),
        ];
        let hashes: Map<String, Value> =
            files.iter().map(|(name, hash)| ((*name).to_owned(), json!(hash))).collect();
        let text = lines(&hashes);
        assert!(text.contains("src=\"pkg/ben-monitor.js\" integrity=\"s\""), "{text}");
        assert!(text.contains("href=\"pkg/ben-monitor-later-0AB1CD2E.js\" integrity=\"l\""), "{text}");
        assert!(!text.contains("x.wasm"), "{text}");
    }
}
