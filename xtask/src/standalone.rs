//! Makes `pkg/ben-monitor.html`: the whole element in one page, for where nothing can be installed. It opens from a
//! network drive by double click, works without a network, and its own policy forbids every connection.
//!
//! The files that the element fetches elsewhere stand in the page, packed together (`www/src/standalone/` unpacks
//! them). The core is in one piece there: cutting it in two only helps who downloads it.

use crate::Outcome;
use crate::build;
use crate::hash;
use crate::places;
use crate::program::{self, npm_command};
use crate::stamp::{self, Inputs};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use serde_json::json;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

/// The page.
pub(crate) const PAGE: &str = "ben-monitor.html";

/// Bytes of the page.
const BUDGET: u64 = 1_000_000;

/// What starts the page, and what starts each worker in it; beside the scripts of the package.
const BOOT: (&str, &str) = ("boot", "src/standalone/boot.ts");
const INSIDE: (&str, &str) = ("inside", "src/standalone/inside.ts");

const ESBUILD: &[&str] = &[
    "--bundle",
    "--loader:.wasm=binary",
    "--minify",
    "--format=iife",
    "--target=es2022",
    "--charset=utf8",
    "--legal-comments=none",
    // Where the element looks for its files: by name alone, in the page.
    "--define:import.meta.url=\"https://ben-monitor.invalid/\"",
    "--log-level=warning",
];

/// The core is small enough to be packed as one, and packs best when it is small.
const WASM_OPT: &[&str] =
    &["-Oz", "--reorder-functions-by-name", "--strip-producers", "--strip-target-features"];

/// A module with nothing in it: the rest of a core that is whole.
const NO_WASM: &[u8] = &[0, b'a', b's', b'm', 1, 0, 0, 0];

/// How LZMA expects bytes; tried on these files: the place of a byte tells nothing.
const LITERAL_CONTEXT: u32 = 3;
const LITERAL_PLACE: u32 = 0;
const PLACE: u32 = 0;

/// Packed bytes are looked back at so far, which is further than all files together.
const DICTIONARY: u32 = 1 << 24;

/// A character that a page can't hold as it is comes after this one, in another place; see `www/src/standalone/dense.ts`.
const ESCAPE: u16 = 0x3000;
const LOWER: u16 = 0xc800;
const HIGHER: u16 = 0x2000;

/// Makes the page of what is in `pkg/` and the sources of the element.
pub(crate) fn make(define: &str) -> Outcome {
    let (www, pkg) = (places::www(), places::pkg());
    shrink_core()?;
    let mut inputs =
        Inputs::of((build::entries().collect::<Vec<_>>(), ESBUILD, define, env!("CARGO_PKG_VERSION")));
    for input in [
        "src",
        "standalone",
        "package/privacy.html",
        "package-lock.json",
        "tsconfig.json",
        "generated/find.wasm",
    ] {
        inputs = inputs.with(&www.join(input))?;
    }
    inputs = inputs.with(&made(build::WASM))?;
    for wasm in further_wasm()? {
        inputs = inputs.with(&pkg.join(wasm))?;
    }
    let inputs = inputs.with(&places::root().join("xtask/src/standalone.rs"))?;
    inputs.unless_done(&stamp::note("standalone"), &[pkg.join(PAGE)], || {
        println!("build: the page that is one file");
        bundle(define)?;
        stamp::write(&pkg.join(PAGE), &bytes(&page()?))
    })?;
    Ok(())
}

/// The core in one piece.
fn shrink_core() -> Outcome {
    let (from, to) = (build::whole_core(), made(build::WASM));
    let inputs = Inputs::of((WASM_OPT, build::WASM_FEATURES)).with(&from)?;
    inputs.unless_done(&stamp::note("one-file-core"), std::slice::from_ref(&to), || {
        println!("build: wasm-opt (the core in one piece)");
        fs::create_dir_all(folder()).map_err(|error| format!("{}: {error}", folder().display()))?;
        let passes = WASM_OPT.iter().chain(build::WASM_FEATURES);
        program::run(npm_command("wasm-opt").args(passes).arg("-o").arg(&to).arg(&from))
    })?;
    Ok(())
}

/// Prints what it weighs and refuses a page over budget.
pub(crate) fn check() -> Outcome {
    let page = places::pkg().join(PAGE);
    let size = fs::metadata(&page).map_err(|error| format!("{}: {error}", page.display()))?.len();
    println!("{PAGE}: {size} bytes of at most {BUDGET}, {} left", BUDGET.saturating_sub(size));
    if size <= BUDGET { Ok(()) } else { Err(format!("{PAGE} is {} over its budget", size - BUDGET)) }
}

fn bundle(define: &str) -> Outcome {
    program::run(
        npm_command("esbuild")
            .args(build::entries().chain([BOOT, INSIDE]).map(|(name, source)| format!("{name}={source}")))
            .args(ESBUILD)
            .arg(define)
            .arg(format!("--outdir={}", folder().display())),
    )
}

/// Where its parts are made.
fn folder() -> PathBuf {
    places::notes().join("one-file")
}

fn made(file: &str) -> PathBuf {
    folder().join(file)
}

fn script(name: &str) -> Outcome<String> {
    let text = stamp::read(&made(name))?;
    let text = text.trim_end().to_owned();
    if text.contains("</script") {
        return Err(format!("{name} would end the script that it stands in"));
    }
    Ok(text)
}

/// The page as UTF-16.
fn page() -> Outcome<Vec<u16>> {
    let (template, style) = (stamp::read(&template("page.template"))?, stamp::read(&template("page.css"))?);
    let boot = script("boot.js")?;
    let (about, packed) = packed()?;
    let allowed = |text: &str| format!("'sha256-{}'", hash::sha256_base64(text.as_bytes()));
    let policy = format!(
        "default-src 'none'; connect-src 'none'; form-action 'none'; base-uri 'none'; worker-src blob:; \
         style-src {}; script-src 'wasm-unsafe-eval' {} {}",
        allowed(&style),
        allowed(&boot),
        allowed(&script("ben-monitor.js")?),
    );
    let filled = template
        .replace("{{policy}}", &policy)
        .replace("{{version}}", env!("CARGO_PKG_VERSION"))
        .replace("{{packed}}", &about.replace('"', "&quot;"))
        .replace("{{privacy}}", &privacy()?)
        .replace("/*{{style}}*/", &style)
        .replace("/*{{boot}}*/", &boot);
    let (before, after) = filled.split_once("{{files}}").ok_or("page.template has no place for the files")?;
    Ok(before.encode_utf16().chain(dense(&packed)).chain(after.encode_utf16()).collect())
}

/// The page for the privacy officer, as a part of this one: its headings are a level lower.
fn privacy() -> Outcome<String> {
    let page = stamp::read(&places::www().join("package/privacy.html"))?;
    let main = page.split_once("<main>").and_then(|(_, after)| after.split_once("</main>"));
    let (text, _) = main.ok_or("privacy.html has no <main>")?;
    let lower = |text: &str, from: u8| {
        text.replace(&format!("<h{from}>"), &format!("<h{}>", from + 1))
            .replace(&format!("</h{from}>"), &format!("</h{}>", from + 1))
    };
    Ok(lower(&lower(text.trim(), 2), 1))
}

fn template(name: &str) -> PathBuf {
    places::www().join("standalone").join(name)
}

/// With the byte order mark, by which a browser knows what it reads whatever a server says.
fn bytes(text: &[u16]) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.iter().copied()).flat_map(u16::to_le_bytes).collect()
}

/// What is packed, as the page reads it, and the packed bytes.
fn packed() -> Outcome<(String, Vec<u8>)> {
    let read = |path: PathBuf| fs::read(&path).map_err(|error| format!("{}: {error}", path.display()));
    let mut files: Vec<(String, Vec<u8>)> =
        vec![(build::WASM.into(), read(made(build::WASM))?), (build::LATER_WASM.into(), NO_WASM.to_vec())];
    for name in further_wasm()? {
        let bytes = read(places::pkg().join(&name))?;
        files.push((name, bytes));
    }
    for (name, _) in build::entries().chain([INSIDE]) {
        let name = format!("{name}.js");
        let bytes = script(&name)?.into_bytes();
        files.push((name, bytes));
    }
    let all: Vec<u8> = files.iter().flat_map(|(_, bytes)| bytes.iter().copied()).collect();
    let packed = lzma(&all).map_err(|error| format!("the files cannot be packed: {error}"))?;
    let sizes: Vec<_> = files.iter().map(|(name, bytes)| json!([name, bytes.len()])).collect();
    let about = json!({
        "packed": packed.len(),
        "size": all.len(),
        "lc": LITERAL_CONTEXT,
        "lp": LITERAL_PLACE,
        "pb": PLACE,
        "files": sizes,
    });
    Ok((about.to_string(), packed))
}

/// The wasm files of the package beside the core.
fn further_wasm() -> Outcome<Vec<String>> {
    let files = stamp::files_in(&places::pkg())?;
    let names = files.iter().filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    let is_core = |name: &String| name == build::WASM || name == build::LATER_WASM;
    Ok(names.filter(|name| name.ends_with(".wasm") && !is_core(name)).collect())
}

fn lzma(bytes: &[u8]) -> lzma_rust2::Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb) = (LITERAL_CONTEXT, LITERAL_PLACE, PLACE);
    options.dict_size = DICTIONARY;
    options.nice_len = LzmaOptions::NICE_LEN_MAX;
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    writer.write_all(bytes)?;
    writer.finish()
}

/// Two bytes a character.
fn dense(bytes: &[u8]) -> impl Iterator<Item = u16> + '_ {
    bytes.chunks(2).flat_map(|pair| {
        let low = pair.first().copied().unwrap_or_default();
        let unit = u16::from_le_bytes([low, pair.get(1).copied().unwrap_or_default()]);
        match unit {
            0xd800..=0xdfff => [Some(ESCAPE), Some(unit - LOWER)],
            // What ends a line, a text or a script.
            0 | 0x0d | 0x3c | ESCAPE => [Some(ESCAPE), Some(unit + HIGHER)],
            _ => [Some(unit), None],
        }
        .into_iter()
        .flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use lzma_rust2::LzmaReader;
    use std::io::Read;

    /// As the page reads it.
    fn read(text: &[u16]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut units = text.iter();
        while let Some(&unit) = units.next() {
            let unit = match unit {
                ESCAPE => match *units.next().unwrap() {
                    written if written < HIGHER => written + LOWER,
                    written => written - HIGHER,
                },
                plain => plain,
            };
            bytes.extend(unit.to_le_bytes());
        }
        bytes
    }

    #[test]
    fn every_pair_of_bytes_is_written_as_text_that_a_page_can_hold() {
        let all: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_le_bytes).collect();
        let text: Vec<u16> = dense(&all).collect();
        assert_eq!(read(&text), all);
        let held = String::from_utf16(&text).unwrap();
        assert!(!held.contains(['\0', '\r', '<']), "a page changes these, or ends at them");
        assert_eq!(read(&dense(&[1, 2, 3]).collect::<Vec<_>>()), [1, 2, 3, 0]);
    }

    #[test]
    fn what_is_packed_is_whole() {
        let text = b"the place of a byte tells nothing ".repeat(99);
        let packed = lzma(&text).unwrap();
        assert!(packed.len() < text.len() / 10);
        let mut reader = LzmaReader::new(
            packed.as_slice(),
            text.len() as u64,
            LITERAL_CONTEXT,
            LITERAL_PLACE,
            PLACE,
            DICTIONARY,
            None,
        )
        .unwrap();
        let mut whole = Vec::new();
        reader.read_to_end(&mut whole).unwrap();
        assert_eq!(whole, text);
    }
}
