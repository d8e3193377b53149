//! Installs what the other commands need, each thing only when it is missing: the wasm target, wasm-pack,
//! the npm packages of the lock file, a browser. wasm-pack gets the wasm-bindgen of `Cargo.lock` by itself.

use crate::Outcome;
use crate::places;
use crate::program::{self, cargo, command};
use crate::stamp::Inputs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Compiles for the browser.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";
const WASM_PACK_VERSION: &str = "0.15.1";
const NODE_AT_LEAST: u32 = 20;
const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Whether a browser is part of the set-up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    Wanted,
    NotNeeded,
}

/// Installs what is missing and says what it installs.
pub(crate) fn run(browser: Browser) -> Outcome {
    wasm_target()?;
    library_source()?;
    wasm_pack()?;
    npm_packages()?;
    if browser == Browser::Wanted {
        find_or_install(&CHROMIUM)?;
        // Where there is none, and none can be installed, its tests are left out and say so.
        let _ = find_or_install(&FIREFOX);
        install_php();
    }
    Ok(())
}

/// PHP, to test the plugins with, where it may be installed. Their tests are skipped without.
fn install_php() {
    if program::find(&["php"]).is_some() || program::find(&["apt-get"]).is_none() || !is_root() {
        return;
    }
    println!("setup: apt-get install php-cli");
    let installed = apt_get(&["update"])
        .and_then(|()| apt_get(&["install", "--yes", "--no-install-recommends", "php-cli"]));
    if let Err(reason) = installed {
        println!("{reason}\nWithout PHP the tests of the plugins are skipped.");
    }
}

/// wasm-pack of the version wanted, with its own downloads kept beside it.
pub(crate) fn wasm_pack_command() -> Command {
    let mut wasm_pack = command(wasm_pack_path());
    wasm_pack.env("WASM_PACK_CACHE", places::tools().join("wasm-pack-cache"));
    wasm_pack
}

/// The source of the standard library, which is built for the browser without the words of its panics.
fn library_source() -> Outcome {
    let root = program::output(command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(root.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    println!("setup: rustup component add rust-src");
    program::run(command("rustup").args(["component", "add", "rust-src"])).map_err(|reason| {
        format!(
            "{reason}\nThe source of Rust's standard library is needed; rustup (https://rustup.rs) has it."
        )
    })
}

fn wasm_target() -> Outcome {
    let libraries =
        program::output(command("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    println!("setup: rustup target add {WASM_TARGET}");
    program::run(command("rustup").args(["target", "add", WASM_TARGET])).map_err(|reason| {
        format!("{reason}\nThe Rust target {WASM_TARGET} is needed; rustup (https://rustup.rs) has it.")
    })
}

fn wasm_pack_folder() -> PathBuf {
    places::tools().join(format!("wasm-pack-{WASM_PACK_VERSION}"))
}

fn wasm_pack_path() -> PathBuf {
    wasm_pack_folder().join("bin").join(format!("wasm-pack{}", std::env::consts::EXE_SUFFIX))
}

fn wasm_pack() -> Outcome {
    if wasm_pack_path().is_file() {
        return Ok(());
    }
    let folder = wasm_pack_folder();
    println!(
        "setup: cargo install wasm-pack {WASM_PACK_VERSION} into {} (some minutes, once)",
        folder.display()
    );
    let install = ["install", "wasm-pack", "--locked", "--quiet", "--version", WASM_PACK_VERSION, "--root"];
    program::run(cargo().args(install).arg(folder))
}

fn npm_packages() -> Outcome {
    node_is_new_enough()?;
    let www = places::www();
    let packages = www.join("node_modules");
    let inputs =
        Inputs::of("npm ci").with(&www.join("package.json"))?.with(&www.join("package-lock.json"))?;
    inputs.unless_done(&packages.join(".installed"), &[], || {
        println!("setup: npm ci in www/");
        program::run(
            command(program::with_npm_suffix("npm"))
                .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
                .current_dir(&www)
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        )
    })?;
    link(&packages, &places::browser_tests().join("node_modules"))
}

fn node_is_new_enough() -> Outcome {
    let wanted = format!("Node.js {NODE_AT_LEAST} or newer, with npm, is needed (https://nodejs.org).");
    let version =
        program::output(command("node").arg("--version")).map_err(|reason| format!("{reason}\n{wanted}"))?;
    match major(&version) {
        Some(major) if major >= NODE_AT_LEAST => Ok(()),
        _ => Err(format!("{wanted} Found: {}", version.trim())),
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The browser tests are outside `www/` and use its packages: node looks for packages in the folders above.
fn link(packages: &Path, link: &Path) -> Outcome {
    if link.exists() {
        return Ok(());
    }
    // A link that leads nowhere, left by a folder that was moved, is in the way.
    let _ = std::fs::remove_file(link);
    #[cfg(unix)]
    let made = std::os::unix::fs::symlink("../../www/node_modules", link);
    #[cfg(windows)]
    let made = std::os::windows::fs::symlink_dir("..\\..\\www\\node_modules", link);
    made.map_err(|error| format!("{} cannot be linked to {}: {error}", link.display(), packages.display()))
}

/// A browser to test with.
pub(crate) struct Known {
    /// Says where it is, when it is set.
    variable: &'static str,
    programs: &'static [&'static str],
    /// Debian's.
    package: &'static str,
    name: &'static str,
}

pub(crate) const CHROMIUM: Known =
    Known { variable: "CHROME", programs: BROWSERS, package: "chromium", name: "Chromium or Chrome" };
pub(crate) const FIREFOX: Known = Known {
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    package: "firefox-esr",
    name: "Firefox",
};

/// The browser that its variable names, else one that is installed, else Debian's, installed here and now where that
/// is allowed.
pub(crate) fn find_or_install(browser: &Known) -> Outcome<PathBuf> {
    let Known { variable, programs, package, name } = browser;
    if let Some(chosen) = std::env::var_os(variable).filter(|value| !value.is_empty()) {
        let chosen = PathBuf::from(chosen);
        return if chosen.is_file() {
            Ok(chosen)
        } else {
            Err(format!("{variable} is {}, and there is no such file", chosen.display()))
        };
    }
    if let Some(found) = program::find(programs) {
        return Ok(found);
    }
    let wanted = format!(
        "A {name} is needed: install one (Debian, Ubuntu: `sudo apt-get install {package}`), or set {variable} to \
         where it is. `cargo xtask test --fast` does without."
    );
    if program::find(&["apt-get"]).is_none() || !is_root() {
        return Err(wanted);
    }
    println!("setup: apt-get install {package}");
    apt_get(&["update"])
        .and_then(|()| apt_get(&["install", "--yes", package]))
        .map_err(|reason| format!("{reason}\n{wanted}"))?;
    program::find(programs).ok_or(wanted)
}

fn apt_get(arguments: &[&str]) -> Outcome {
    program::run_quietly(
        command("apt-get").arg("--quiet").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

fn is_root() -> bool {
    program::output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("20.1"), None);
        assert_eq!(major(""), None);
    }
}
