//! Makes `pkg/`: the wasm by wasm-pack, optimised by wasm-opt; the element and its worker bundled by esbuild;
//! types, notices and the package's description. Each step is skipped when nothing it depends on has changed.

use crate::Outcome;
use crate::embed;
use crate::hash;
use crate::integrations;
use crate::licences;
use crate::places;
use crate::program::{self, cargo, npm_command};
use crate::setup::{self, Browser};
use crate::split::{self, Parts};
use crate::stamp::{self, Inputs};
use crate::stand_in::{self, StandIn};
use crate::standalone;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// The element: the one script a page names.
pub(crate) const SCRIPT: &str = "ben-monitor.js";
/// The worker that holds the session.
pub(crate) const WORKER: &str = "ben-monitor-worker.js";
/// The core: what the first charts need, and the rest.
pub(crate) const WASM: &str = "ben-monitor_bg.wasm";
pub(crate) const LATER_WASM: &str = "ben-monitor-later_bg.wasm";
/// The reader of workbooks.
pub(crate) const SHEETS_WASM: &str = "ben-monitor-sheets_bg.wasm";
const TYPES: &str = "ben-monitor.d.ts";
const NOTICES: &str = "THIRD-PARTY-LICENSES.txt";
const COPIED: &[&str] = &["README.md", "LICENSE"];

/// How rustc optimises for the browser. Measured: `z` is a tenth smaller to download than `s`, which is a tenth
/// smaller than `3`; it takes up to twice as long to read, which a region's file does not notice.
const WASM_OPT_LEVEL: &str = "z";

/// A panic ends the worker, and the page says so: nobody ever reads its words. Leaving them out, in the standard
/// library too, saves a tenth of the download. Stable rustc builds its library anew only when it is told that it may.
const WITHOUT_PANIC_WORDS: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none";
/// Turns on `optimize(speed)` for the functions that are marked so: what runs for every byte, row or case.
const HOT: &str = "--cfg hot";
const STANDARD_LIBRARY: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// Functions that the first charts do without, by the start of their path, where the core goes over from the one to the
/// other. They are cut off into [`LATER_WASM`], with all that only they call: how files were read and what can be asked
/// of that, everything in English, and the figures that are counted when the first ones stand.
const LATER: &[&str] = &[
    "ben_monitor::analysis::compare",
    "ben_monitor::analysis::crosstab::Pairs>::finish",
    "ben_monitor::analysis::crosstab::Pairs>::of",
    "ben_monitor::analysis::duration_by::ByField>::finish",
    "ben_monitor::analysis::duration_by::ByField>::of",
    "ben_monitor::analysis::filter::Condition>::narrow",
    "ben_monitor::analysis::filter::Selection>::lacking",
    "ben_monitor::analysis::filter::Selection>::read",
    "ben_monitor::analysis::group::Masks>::aside",
    "ben_monitor::analysis::group::Masks>::of_second",
    "ben_monitor::analysis::group::Group>::finish_crosstabs",
    "ben_monitor::analysis::group::crosstabs",
    "ben_monitor::analysis::group::mark_chosen",
    "ben_monitor::analysis::partial::Partial>::against",
    "ben_monitor::analysis::plan::Plan>::kept_field",
    "ben_monitor::analysis::profiles::Groups>::finish",
    "ben_monitor::analysis::profiles::Groups>::of",
    "ben_monitor::analysis::profiles::checked",
    "ben_monitor::analysis::pyramid::Pyramid>::finish",
    "ben_monitor::analysis::pyramid::Pyramid>::of",
    "ben_monitor::analysis::stacking::Stacks>::finish",
    "ben_monitor::analysis::stacking::Stacks>::of",
    "ben_monitor::analysis::threads::Weave>::finish",
    "ben_monitor::analysis::threads::Weave>::of",
    "ben_monitor::analysis::threads::can_give",
    "ben_monitor::analysis::together::Together>::finish",
    "ben_monitor::analysis::together::Together>::of",
    "ben_monitor::analysis::within::within",
    "ben_monitor::cases::Cases>::append_further",
    "ben_monitor::cases::Cases>::overlaps_of_files",
    "ben_monitor::charts::beside::beside",
    "ben_monitor::charts::by_groups::by_groups",
    "ben_monitor::charts::crosstab::crosstab",
    "ben_monitor::charts::curve::curve",
    "ben_monitor::charts::hidden::",
    "ben_monitor::charts::long_periods::labels",
    "ben_monitor::charts::pyramid::pyramid",
    "ben_monitor::charts::share::share",
    "ben_monitor::charts::subject::of_all",
    "ben_monitor::charts::threads::threads",
    "ben_monitor::charts::texture::textured",
    "ben_monitor::charts::together::together",
    "ben_monitor::disclosure::Released<ben_monitor::report::Report>>::with_rules",
    "ben_monitor::disclosure::Released<ben_monitor::report::Report>>::with_thread_sentences",
    "ben_monitor::disclosure::mark::mark_groups",
    "ben_monitor::disclosure::mark::mark_threads",
    "ben_monitor::disclosure::first::",
    "ben_monitor::narrative::compared::words",
    "ben_monitor::narrative::en::English as",
    "ben_monitor::narrative::figures::crossed",
    "ben_monitor::narrative::frame::chosen_from",
    "ben_monitor::narrative::groups::sentences",
    "ben_monitor::narrative::nl::Dutch as ben_monitor::narrative::tongue::Tongue>::columns_unused",
    "ben_monitor::narrative::nl::Dutch as ben_monitor::narrative::tongue::Tongue>::crosstab_measure",
    "ben_monitor::narrative::nl::Dutch as ben_monitor::narrative::tongue::Tongue>::decision",
    "ben_monitor::narrative::nl::Dutch as ben_monitor::narrative::tongue::Tongue>::finding",
    "ben_monitor::narrative::nl::Dutch as ben_monitor::narrative::tongue::Tongue>::no_pair",
    "ben_monitor::narrative::nl::Dutch as ben_monitor::narrative::tongue::Tongue>::pair",
    "ben_monitor::narrative::nl::Dutch as ben_monitor::narrative::tongue::Tongue>::place_words",
    "ben_monitor::narrative::own::words",
    "ben_monitor::narrative::profiles::words",
    "ben_monitor::narrative::public::words",
    "ben_monitor::narrative::selection::labels",
    "ben_monitor::narrative::thread_sentences",
    "ben_monitor::narrative::threads::words",
    "ben_monitor::narrative::together::stacked",
    "ben_monitor::narrative::together::words",
    "ben_monitor::report::Against as",
    "ben_monitor::report::Cooccurrence as",
    "ben_monitor::report::Crosstab as",
    "ben_monitor::report::DurationBy as",
    "ben_monitor::report::Threads as",
    "ben_monitor::session::profiles::profiles",
    "ben_monitor::session::tell_rest",
    // Doors for closures that nobody makes.
    "wasm_bindgen::convert::closures::",
    "painter_picture",
    "session_compare",
    "session_findings",
    "session_mapping",
    "session_overlaps",
    "session_report",
    "session_publish",
    "session_risk",
    "session_setMapping",
    "session_understanding",
    "standard",
];

/// Rooms of which functions that are called through the table alone go with these.
const LATER_ROOMS: &[&str] = &[
    // Colours in SVG.
    "u8 as core::fmt::UpperHex",
    "ben_monitor::analysis::clauses::",
    "ben_monitor::analysis::crosstab::",
    "ben_monitor::analysis::duration_by::",
    "ben_monitor::analysis::problems::",
    "ben_monitor::analysis::profiles::",
    "ben_monitor::analysis::pyramid::",
    "ben_monitor::analysis::risk::",
    "ben_monitor::analysis::stacking::",
    "ben_monitor::analysis::threads::",
    "ben_monitor::analysis::together::",
    "ben_monitor::analysis::within::",
    "ben_monitor::charts::beside::",
    "ben_monitor::charts::by_groups::",
    "ben_monitor::charts::combinations::",
    "ben_monitor::charts::crosstab::",
    "ben_monitor::charts::curve::",
    "ben_monitor::charts::curves::",
    "ben_monitor::charts::framed::",
    "ben_monitor::charts::hidden::",
    "ben_monitor::charts::long_periods::",
    "ben_monitor::charts::names::",
    "ben_monitor::charts::pair_periods::",
    "ben_monitor::charts::pairs::",
    "ben_monitor::charts::phrases::",
    "ben_monitor::charts::pyramid::",
    "ben_monitor::charts::svg::",
    "ben_monitor::charts::text::TableMeasurer as",
    "ben_monitor::charts::threads::",
    "ben_monitor::charts::tint::",
    "ben_monitor::charts::together::",
    "ben_monitor::disclosure::audit::",
    "ben_monitor::disclosure::first::",
    "ben_monitor::disclosure::flow::",
    "ben_monitor::disclosure::linked::",
    "ben_monitor::disclosure::one_way::",
    "ben_monitor::disclosure::publish::",
    "ben_monitor::disclosure::regroup::",
    "ben_monitor::disclosure::round::",
    "ben_monitor::disclosure::rounded::",
    "ben_monitor::disclosure::rules::",
    "ben_monitor::disclosure::search::",
    "ben_monitor::disclosure::suppress::",
    "ben_monitor::disclosure::table::",
    "ben_monitor::disclosure::two_way::",
    "ben_monitor::narrative::compared::",
    "ben_monitor::narrative::decisions::",
    "ben_monitor::narrative::en::",
    "ben_monitor::narrative::findings::",
    "ben_monitor::narrative::groups::",
    "ben_monitor::narrative::nl::compared::",
    "ben_monitor::narrative::nl::decisions::",
    "ben_monitor::narrative::nl::findings::",
    "ben_monitor::narrative::nl::groups::",
    "ben_monitor::narrative::nl::profiles::",
    "ben_monitor::narrative::nl::threads::",
    "ben_monitor::narrative::nl::together::",
    "ben_monitor::narrative::own::",
    "ben_monitor::narrative::profiles::",
    "ben_monitor::narrative::public::",
    "ben_monitor::narrative::publication::",
    "ben_monitor::narrative::risk::",
    "ben_monitor::narrative::threads::",
    "ben_monitor::narrative::together::",
    "ben_monitor::session::publish::",
    "ben_monitor::understanding::decide",
    "ben_monitor::understanding::decisions::",
    "ben_monitor::understanding::questions::",
];

/// Fractions as a canvas wants them in place of exact ones, which nothing else in the core writes.
const FRACTIONS: StandIn = StandIn {
    replaced: "<f64 as core::fmt::Display>::fmt",
    by: "<ben_monitor::web::canvas::Decimal as core::fmt::Display>::fmt",
    room: "core::num::flt2dec::",
    tables: "4core3num7flt2dec",
};

/// Of wasm, what the browsers of the last years all have, and rustc turns on.
pub(crate) const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// The size that counts is what brotli leaves: functions kept apart are alike, and cost less than the same code
/// woven into its one caller.
const WASM_OPT: &[&str] =
    &["-O3", "--flexible-inline-max-function-size", "1", "--one-caller-inline-max-function-size", "0"];

/// What only ever has one value, found over the whole module, and what follows from it.
const WASM_OPT_WHOLE: &[&str] = &["--closed-world", "--gufa", "-O3"];

/// Functions of one kind beside each other: brotli finds what they share. What tools said of themselves is of no use
/// to a browser.
const WASM_OPT_LAST: &[&str] =
    &["--reorder-functions-by-name", "--strip-producers", "--strip-target-features"];

const ESBUILD: &[&str] = &[
    "ben-monitor=src/element.ts",
    "ben-monitor-worker=src/worker.ts",
    "ben-monitor-sheets=src/sheets.ts",
    "--bundle",
    // What finds separators with vectors stands within the worker.
    "--loader:.wasm=binary",
    "--minify",
    "--format=esm",
    "--target=es2022",
    "--charset=utf8",
    // The whole notices are in the file of notices.
    "--legal-comments=none",
    // What the first chart can do without, and what the element and its worker share, in files of their own.
    "--splitting",
    "--chunk-names=ben-monitor-[name]-[hash]",
    "--log-level=warning",
];

/// The scripts that are bundled, as esbuild wants them: the name of each, and its source.
pub(crate) fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    ESBUILD.iter().filter(|option| !option.starts_with('-')).filter_map(|entry| entry.split_once('='))
}

/// Sets up and builds.
pub(crate) fn run() -> Outcome {
    setup::run(Browser::NotNeeded)?;
    package()
}

/// Builds, with the set-up done.
pub(crate) fn package() -> Outcome {
    for part in [&CORE, &SHEETS] {
        compile(part)?;
        optimise(part)?;
    }
    assemble()?;
    let build = build_id()?;
    bundle(&define(&build))?;
    describe()?;
    standalone::make(&define(&build))?;
    embed::describe()?;
    remove_strangers()?;
    embed::list_hashes(&build)?;
    integrations::make()
}

/// By what people know this build: made of what it is made from, so that the same sources give the same.
fn build_id() -> Outcome<String> {
    let (www, pkg) = (places::www(), places::pkg());
    let wasm = [WASM, LATER_WASM, SHEETS_WASM].map(|file| pkg.join(file));
    let sources = [www.join("src"), www.join("package-lock.json")];
    hash::of_files(wasm.iter().chain(&sources))
}

/// Tells the element its build.
fn define(build: &str) -> String {
    format!("--define:BUILD={build:?}")
}

/// A crate that becomes a wasm file with its glue.
struct WasmCrate {
    /// Its folder, below the root.
    folder: &'static str,
    /// The glue, the wasm before it is optimised and the types, without their endings.
    glue: &'static str,
    wasm: &'static str,
    /// Its second part, where it is cut in two.
    later: Option<&'static str>,
    /// What it is made from, beside what all crates are.
    sources: &'static [&'static str],
}

const CORE: WasmCrate = WasmCrate {
    folder: ".",
    glue: "ben_monitor",
    wasm: WASM,
    later: Some(LATER_WASM),
    sources: &["build.rs", "src"],
};

const SHEETS: WasmCrate = WasmCrate {
    folder: "sheets",
    glue: "ben_monitor_sheets",
    wasm: SHEETS_WASM,
    later: None,
    sources: &["sheets"],
};

/// Rust to wasm and its glue, in `www/generated/`.
fn compile(part: &WasmCrate) -> Outcome {
    let arguments = [
        "build",
        part.folder,
        "--release",
        "--target",
        "web",
        "--no-opt",
        "--no-pack",
        "--out-name",
        part.glue,
    ];
    let root = places::root();
    let mut inputs = Inputs::of((
        arguments,
        WASM_OPT_LEVEL,
        WITHOUT_PANIC_WORDS,
        STANDARD_LIBRARY,
        HOT,
        program::output(program::command("rustc").arg("--version"))?,
    ));
    let shared = ["Cargo.toml", "Cargo.lock", "rust-toolchain.toml", ".cargo/config.toml"];
    for input in shared.iter().chain(part.sources) {
        inputs = inputs.with(&root.join(input))?;
    }
    let mut makes = [".js", ".d.ts", "_bg.wasm"].map(|end| generated(part, end)).to_vec();
    makes.push(link_map(part));
    inputs.unless_done(&stamp::note(&format!("compile-{}", part.glue)), &makes, || {
        println!("build: wasm-pack build (Rust to wasm; the first time it also installs wasm-bindgen, some minutes)");
        // The linker writes its map there, before wasm-pack would make the folder.
        fs::create_dir_all(places::generated())
            .map_err(|error| format!("www/generated cannot be made: {error}"))?;
        program::run(
            setup::wasm_pack_command()
                .args(["--log-level", "error"])
                // wasm-bindgen reads from a section that stripping removes which features it may use; wasm-opt
                // strips afterwards.
                .env("CARGO_PROFILE_RELEASE_STRIP", "none")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", WASM_OPT_LEVEL)
                .env("RUSTC_BOOTSTRAP", "1")
                .env(
                    "RUSTFLAGS",
                    format!(
                        "{WITHOUT_PANIC_WORDS} {HOT} -Clink-arg=-Map={} {}",
                        link_map(part).display(),
                        without_paths_of_this_machine()?
                    ),
                )
                .args(arguments)
                .arg("--out-dir")
                .arg(places::generated())
                .args(["--", "--locked", "--no-default-features"])
                .args(STANDARD_LIBRARY),
        )
    })?;
    Ok(())
}

/// Where the linker tells what stands where in memory.
fn link_map(part: &WasmCrate) -> PathBuf {
    generated(part, ".map")
}

/// The text of the core, optimised and in one piece.
pub(crate) fn whole_core() -> PathBuf {
    generated(&CORE, "_whole.wat")
}

fn generated(part: &WasmCrate, end: &str) -> PathBuf {
    places::generated().join(format!("{}{end}", part.glue))
}

/// What a panic says of its place must not tell where this machine keeps its sources.
fn without_paths_of_this_machine() -> Outcome<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.ok_or("cargo's folder is not known")?.join("registry/src");
    let mut flags = String::new();
    for registry in fs::read_dir(&sources).into_iter().flatten().flatten() {
        flags.push_str(&format!("--remap-path-prefix={}= ", registry.path().display()));
    }
    Ok(flags.trim_end().to_owned())
}

/// The optimised wasm; of the core in two parts.
fn optimise(part: &WasmCrate) -> Outcome {
    let from = generated(part, "_bg.wasm");
    let makes: Vec<PathBuf> =
        [Some(part.wasm), part.later].iter().flatten().map(|file| places::pkg().join(file)).collect();
    let inputs = Inputs::of((
        WASM_OPT,
        WASM_OPT_WHOLE,
        WASM_OPT_LAST,
        WASM_FEATURES,
        part.later.map(|_| (LATER, LATER_ROOMS, FRACTIONS)),
    ));
    let inputs = inputs.with(&from)?.with(&places::www().join("package-lock.json"))?;
    let inputs = inputs.with(&places::root().join("xtask/src/split.rs"))?;
    let inputs = inputs.with(&places::root().join("xtask/src/split"))?;
    let inputs = inputs.with(&places::root().join("xtask/src/stand_in.rs"))?;
    inputs.unless_done(&stamp::note(&format!("optimise-{}", part.glue)), &makes, || {
        println!("build: wasm-opt");
        fs::create_dir_all(places::pkg()).map_err(|error| format!("pkg/ cannot be made: {error}"))?;
        let Some(later) = part.later else {
            let passes = [WASM_OPT, WASM_OPT_WHOLE, WASM_OPT_LAST].concat();
            return wasm_tool("wasm-opt", &passes, &from, &places::pkg().join(part.wasm));
        };
        let (whole, text) = (generated(part, "_whole.wasm"), generated(part, "_whole.wat"));
        let map = stamp::read(&link_map(part))?;
        wasm_tool("wasm-dis", &[], &from, &text)?;
        stamp::write(&text, stand_in::replace(&stamp::read(&text)?, &map, &FRACTIONS)?.as_bytes())?;
        wasm_tool("wasm-opt", &[&["-g"], WASM_OPT, WASM_OPT_WHOLE].concat(), &text, &whole)?;
        wasm_tool("wasm-dis", &[], &whole, &text)?;
        let cut = stamp::read(&text)?;
        stand_in::check(&cut, &FRACTIONS)?;
        let Parts { first, later: rest } =
            split::split(&cut, &map, LATER, LATER_ROOMS, &stamp::fingerprint(&cut))?;
        for (text, file) in [(first, part.wasm), (rest, later)] {
            let part_text = generated(part, "_part.wat");
            stamp::write(&part_text, text.as_bytes())?;
            wasm_tool("wasm-as", &["-g"], &part_text, &whole)?;
            let passes = [WASM_OPT, WASM_OPT_LAST].concat();
            wasm_tool("wasm-opt", &passes, &whole, &places::pkg().join(file))?;
        }
        Ok(())
    })?;
    Ok(())
}

/// One of binaryen's tools, from a file to a file.
fn wasm_tool(tool: &str, passes: &[&str], from: &Path, to: &Path) -> Outcome {
    program::run(npm_command(tool).args(passes).args(WASM_FEATURES).arg("-o").arg(to).arg(from))
}

/// Where esbuild tells what it put in the bundles.
pub(crate) fn bundle_contents() -> PathBuf {
    places::notes().join("bundle.json")
}

/// The scripts of the package: the element, its worker and the files that they are split into.
pub(crate) fn scripts() -> Outcome<Vec<Script>> {
    let contents: Value = serde_json::from_str(&stamp::read(&bundle_contents())?)
        .map_err(|error| format!("what esbuild made: {error}"))?;
    let outputs = contents.get("outputs").and_then(Value::as_object);
    Ok(outputs.into_iter().flatten().map(|(path, output)| Script::of(path, output)).collect())
}

/// One script of the package.
#[derive(Debug)]
pub(crate) struct Script {
    /// Its file in `pkg/`.
    pub(crate) file: String,
    /// Files that are fetched with it.
    pub(crate) needs: Vec<String>,
}

impl Script {
    fn of(path: &str, output: &Value) -> Self {
        let file = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let imports = output.get("imports").and_then(Value::as_array);
        let needs = imports.into_iter().flatten().filter(|import| {
            import.get("kind") == Some(&json!("import-statement")) && import.get("external").is_none()
        });
        let needs = needs.filter_map(|import| import.get("path")?.as_str()).map(file).collect();
        Self { file: file(path), needs }
    }
}

/// What finds separators with the browser's vectors, from its text.
fn assemble() -> Outcome {
    let (from, to) = (places::www().join("src/find.wat"), places::generated().join("find.wasm"));
    let inputs = Inputs::of(WASM_FEATURES).with(&from)?;
    inputs.unless_done(&stamp::note("assemble"), std::slice::from_ref(&to), || {
        wasm_tool("wasm-as", &[], &from, &to)
    })?;
    Ok(())
}

fn bundle(define: &str) -> Outcome {
    let mut inputs = Inputs::of((ESBUILD, define));
    for input in [
        "src",
        "package-lock.json",
        "tsconfig.json",
        "generated/ben_monitor.js",
        "generated/ben_monitor_sheets.js",
        "generated/find.wasm",
    ] {
        inputs = inputs.with(&places::www().join(input))?;
    }
    let makes = [places::pkg().join(SCRIPT), places::pkg().join(WORKER), bundle_contents()];
    inputs.unless_done(&stamp::note("bundle"), &makes, || {
        println!("build: esbuild (the element and its worker)");
        stamp::write(&bundle_contents(), b"{}")?;
        remove_strangers()?;
        program::run(
            npm_command("esbuild")
                .args(ESBUILD)
                .arg(define)
                .arg(format!("--outdir={}", places::pkg().display()))
                .arg(format!("--metafile={}", bundle_contents().display())),
        )
    })?;
    Ok(())
}

/// What goes with the code: types, notices, `package.json`, README and licence.
fn describe() -> Outcome {
    let (root, pkg) = (places::root(), places::pkg());
    let mut inputs = Inputs::of((env!("CARGO_PKG_VERSION"), embed_files().collect::<Vec<_>>()))
        .with(&root.join("Cargo.lock"))?
        .with(&root.join("Cargo.toml"))?
        .with(&bundle_contents())?
        .with(&places::www().join("types").join(TYPES))?;
    for file in COPIED {
        inputs = inputs.with(&root.join(file))?;
    }
    let makes: Vec<PathBuf> =
        [TYPES, NOTICES, "package.json"].iter().chain(COPIED).map(|file| pkg.join(file)).collect();
    inputs.unless_done(&stamp::note("describe"), &makes, || {
        println!("build: types, notices and package.json");
        stamp::write(&pkg.join("package.json"), description()?.as_bytes())?;
        stamp::write(&pkg.join(NOTICES), licences::notices()?.as_bytes())?;
        copy(&places::www().join("types").join(TYPES), TYPES)?;
        COPIED.iter().try_for_each(|file| copy(&root.join(file), file))
    })?;
    Ok(())
}

fn copy(from: &std::path::Path, name: &str) -> Outcome {
    fs::copy(from, places::pkg().join(name))
        .map_err(|error| format!("{} cannot be copied: {error}", from.display()))?;
    Ok(())
}

/// `package.json` of the package; its version, licence and description are those of the crate.
fn description() -> Outcome<String> {
    let metadata =
        program::output(cargo().args(["metadata", "--format-version", "1", "--no-deps", "--locked"]))?;
    let metadata: Value =
        serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let package = metadata
        .get("packages")
        .and_then(Value::as_array)
        .and_then(|packages| {
            packages.iter().find(|package| package.get("name") == Some(&json!("ben-monitor")))
        })
        .ok_or("cargo metadata names no package ben-monitor")?;
    let mut files: Vec<String> = scripts()?.into_iter().map(|script| script.file).collect();
    files.extend([WASM, LATER_WASM, SHEETS_WASM, TYPES, NOTICES].map(str::to_owned));
    files.extend(embed_files().map(str::to_owned));
    let description = json!({
        "name": "ben-monitor",
        "version": package.get("version"),
        "description": package.get("description"),
        "license": package.get("license"),
        "type": "module",
        "main": SCRIPT,
        "types": TYPES,
        "exports": {
            ".": { "types": format!("./{TYPES}"), "default": format!("./{SCRIPT}") },
            format!("./{WORKER}"): format!("./{WORKER}"),
            format!("./{WASM}"): format!("./{WASM}"),
            format!("./{LATER_WASM}"): format!("./{LATER_WASM}"),
            format!("./{SHEETS_WASM}"): format!("./{SHEETS_WASM}"),
            "./*.css": "./*.css",
            "./*.html": "./*.html",
            "./*.json": "./*.json",
        },
        "customElements": embed::MANIFEST,
        "files": files,
        "sideEffects": true,
    });
    serde_json::to_string_pretty(&description).map(|text| text + "\n").map_err(|error| error.to_string())
}

/// Of these, those that are for whoever puts the element on a page.
fn embed_files<'a>() -> impl Iterator<Item = &'a str> {
    [standalone::PAGE, embed::MANIFEST, embed::HASHES, embed::LINES]
        .into_iter()
        .chain(embed::COPIED.iter().copied())
}

/// Removes what an earlier version of this build left: the package is copied whole, and counted whole.
fn remove_strangers() -> Outcome {
    let scripts = scripts()?;
    let ours = [WASM, LATER_WASM, SHEETS_WASM, TYPES, NOTICES, "package.json"]
        .into_iter()
        .chain(COPIED.iter().copied())
        .chain(embed_files());
    let ours: Vec<&str> = ours.chain(scripts.iter().map(|script| script.file.as_str())).collect();
    let entries = fs::read_dir(places::pkg()).map_err(|error| format!("pkg/ cannot be read: {error}"))?;
    for entry in entries.flatten() {
        let name = entry.file_name();
        let known = ours.iter().any(|ours| name == *ours);
        if !known && entry.path().is_file() {
            fs::remove_file(entry.path())
                .map_err(|error| format!("{} is in the way: {error}", entry.path().display()))?;
        }
    }
    Ok(())
}
