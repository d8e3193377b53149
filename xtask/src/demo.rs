//! Serves the demo page.

use crate::Outcome;
use crate::build;
use crate::server::{Server, Site};
use std::path::PathBuf;

/// Where the demo page is, unless something else is there.
const PORT: u16 = 8173;

struct Options {
    port: Option<u16>,
    root: Option<PathBuf>,
    wasm_type: Option<String>,
}

/// Sets up, builds and serves until interrupted. `--root DIR` serves that folder instead of the demo page;
/// `--mime-wasm TYPE` gives the wasm file another type than it should have.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let options = options(arguments)?;
    build::run()?;
    let mut site = Site::demo();
    if let Some(root) = options.root {
        site = site.with_root(root);
    }
    if let Some(wasm_type) = options.wasm_type {
        site = site.with_wasm_type(wasm_type);
    }
    let server = match options.port {
        Some(port) => {
            Server::start(site, port).map_err(|error| format!("port {port} cannot be used: {error}"))?
        }
        None => Server::start(site.clone(), PORT)
            .or_else(|_| Server::start(site, 0))
            .map_err(|error| format!("no port can be used: {error}"))?,
    };
    println!("The demo page is at {}\nStop with Ctrl+C.", server.address());
    server.wait();
    Ok(())
}

fn options(arguments: &[String]) -> Outcome<Options> {
    let mut options = Options { port: None, root: None, wasm_type: None };
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        let mut value = || rest.next().ok_or_else(|| format!("{name} needs a value"));
        match name.as_str() {
            "--port" => {
                options.port = Some(value()?.parse().map_err(|_| "--port needs a number from 0 to 65535")?)
            }
            "--root" => options.root = Some(value()?.into()),
            "--mime-wasm" => options.wasm_type = Some(value()?.clone()),
            _ => return Err(format!("demo takes --port, --root and --mime-wasm, not {name:?}")),
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Outcome<Options> {
        options(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read() {
        let options = read(&["--port", "8000", "--mime-wasm", "text/plain"]).unwrap();
        assert_eq!(options.port, Some(8000));
        assert_eq!(options.wasm_type.as_deref(), Some("text/plain"));
        assert_eq!(options.root, None);
    }

    #[test]
    fn wrong_options_are_refused() {
        assert!(read(&["--port"]).is_err());
        assert!(read(&["--port", "70000"]).is_err());
        assert!(read(&["--prot", "8000"]).is_err());
    }
}
