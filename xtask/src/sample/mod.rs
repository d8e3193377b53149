//! `cargo xtask sample`: the sample files for 2024 and of one region for 2023, made from a seed.
//!
//! The cases are invented; only their margins are those of a published annual
//! report, so that a figure made from the files can be checked against what was
//! published. What belongs here: how cases are invented and written down. What
//! does not: reading or counting them, which the product does.

mod case;
mod cells;
mod ijsselland;
mod random;
mod spelling;
mod story;
mod twente;

use std::{fs, path::Path};

/// Changing it changes every invented case and none of the published margins. The first seed with which
/// both files have a few lead times of more than six months.
const SEED: u64 = 10;

/// Folder of the samples, from the root of the repository.
const FOLDER: &str = "www/samples";

/// A file name and the way to make its bytes.
type Sample = (&'static str, fn(u64) -> Vec<u8>);

const SAMPLES: [Sample; 3] = [
    ("ijsselland-2024.csv", ijsselland::file),
    ("twente-2023.csv", twente::file_2023),
    ("twente-2024.csv", twente::file),
];

/// Writes the sample files below `root`, the root of the repository.
///
/// # Errors
///
/// The folder or a file can't be written; the text says which and why.
pub(crate) fn run(root: &Path) -> Result<(), String> {
    let folder = root.join(FOLDER);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (name, make) in SAMPLES {
        let path = folder.join(name);
        fs::write(&path, make(SEED)).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{FOLDER, SAMPLES, SEED};
    use std::path::Path;

    #[test]
    fn the_committed_files_are_what_the_seed_makes() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for (name, make) in SAMPLES {
            let committed = std::fs::read(root.join(FOLDER).join(name)).expect("the sample is committed");
            assert!(
                committed == make(SEED),
                "{name} differs: run `cargo xtask sample` and look at the change"
            );
        }
    }

    #[test]
    fn another_seed_makes_other_cases() {
        for (name, make) in SAMPLES {
            assert!(make(SEED) != make(SEED + 1), "{name} does not depend on the seed");
        }
    }
}
