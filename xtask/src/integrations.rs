//! Makes `pkg/integrations/`: the element as a WordPress plugin and as a Drupal module, each a zip file that its
//! platform installs. Their own files stand in `www/integrations/`; the package goes with them.

use crate::Outcome;
use crate::build::SCRIPT;
use crate::places;
use crate::stamp;
use crate::zip;
use std::fs;
use std::path::Path;

/// The folder below `pkg/`.
const FOLDER: &str = "integrations";

/// A platform: the folder of its files, the zip file, and the folder in that.
const PLATFORMS: [(&str, &str, &str); 2] = [
    ("wordpress", "ben-monitor-wordpress.zip", "ben-monitor"),
    ("drupal", "ben-monitor-drupal.zip", "ben_monitor"),
];

/// Of the package, what a page of a site fetches or links to, by how the name ends.
const ENDS: &[&str] =
    &[".js", ".wasm", ".css", "LICENSE", "THIRD-PARTY-LICENSES.txt", "privacy.html", "csp.json"];

/// Packs them, of a package that is finished.
pub(crate) fn make() -> Outcome {
    let mut package = Vec::new();
    for path in stamp::files_in(&places::pkg())? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.parent() == Some(&places::pkg()) && ENDS.iter().any(|end| name.ends_with(end)) {
            package.push((format!("pkg/{name}"), read(&path)?));
        }
    }
    if !package.iter().any(|(name, _)| name.ends_with(SCRIPT)) {
        return Err("there is no package to go with the plugins".into());
    }
    for (folder, file, root) in PLATFORMS {
        let mut files = own_files(&places::www().join("integrations").join(folder))?;
        files.extend(package.iter().cloned());
        for (name, _) in &mut files {
            *name = format!("{root}/{name}");
        }
        let packed = zip::zip(&files).map_err(|_| format!("{file} would be too large for a zip file"))?;
        stamp::write(&places::pkg().join(FOLDER).join(file), &packed)?;
    }
    Ok(())
}

/// The platform's own files, each of which tells the version.
fn own_files(folder: &Path) -> Outcome<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for path in stamp::files_in(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let text = stamp::read(&path)?.replace("{{version}}", env!("CARGO_PKG_VERSION"));
        files.push((name, text.into_bytes()));
    }
    Ok(files)
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}
