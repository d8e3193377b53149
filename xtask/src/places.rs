//! Where things are: in the project, and the folder of tools outside it. Only paths; makes nothing.

use std::path::{Path, PathBuf};

/// The project's root: the folder above this package.
pub(crate) fn root() -> PathBuf {
    // Cargo's variable at run time first: a target folder shared by two clones may hold the other's binary.
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let package =
        manifest.filter(|path| path.ends_with("xtask")).unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    package.parent().map_or(package.clone(), Path::to_path_buf)
}

/// The page's sources, its lock file and its npm packages.
pub(crate) fn www() -> PathBuf {
    root().join("www")
}

/// What wasm-pack makes: the glue, its types and the wasm before it is optimised.
pub(crate) fn generated() -> PathBuf {
    www().join("generated")
}

/// The finished package.
pub(crate) fn pkg() -> PathBuf {
    root().join("pkg")
}

/// The browser tests.
pub(crate) fn browser_tests() -> PathBuf {
    root().join("tests").join("browser")
}

/// Where this tool notes what it has done. In the project even when cargo's target folder is elsewhere:
/// the notes are about this clone's files.
pub(crate) fn notes() -> PathBuf {
    root().join("target").join("xtask")
}

/// The commands of the npm packages.
pub(crate) fn npm_commands() -> PathBuf {
    www().join("node_modules").join(".bin")
}

/// The folder of tools: `BEN_TOOLS_DIR`, else one in the user's cache folder so that a second clone need not
/// build them again, else one in the project.
pub(crate) fn tools() -> PathBuf {
    tools_from(|name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from))
}

fn tools_from(variable: impl Fn(&str) -> Option<PathBuf>) -> PathBuf {
    if let Some(chosen) = variable("BEN_TOOLS_DIR") {
        return root().join(chosen);
    }
    let cache = variable("XDG_CACHE_HOME")
        .or_else(|| variable("LOCALAPPDATA"))
        .or_else(|| variable("HOME").map(|home| home.join(".cache")))
        .filter(|path| path.is_absolute());
    cache.map_or_else(|| root().join(".tools"), |cache| cache.join("ben-monitor").join("tools"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tools_with(variables: &[(&str, &str)]) -> PathBuf {
        tools_from(|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| PathBuf::from(value))
        })
    }

    #[test]
    fn the_chosen_tools_folder_wins() {
        assert_eq!(tools_with(&[("BEN_TOOLS_DIR", "/a"), ("HOME", "/b")]), PathBuf::from("/a"));
        assert_eq!(tools_with(&[("BEN_TOOLS_DIR", "near")]), root().join("near"));
    }

    #[test]
    fn without_a_choice_tools_are_in_the_cache_folder() {
        assert_eq!(tools_with(&[("HOME", "/b")]), PathBuf::from("/b/.cache/ben-monitor/tools"));
        assert_eq!(
            tools_with(&[("HOME", "/b"), ("XDG_CACHE_HOME", "/c")]),
            PathBuf::from("/c/ben-monitor/tools")
        );
    }

    #[test]
    fn without_a_home_tools_are_in_the_project() {
        assert_eq!(tools_with(&[]), root().join(".tools"));
    }

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("Cargo.lock").is_file());
    }
}
