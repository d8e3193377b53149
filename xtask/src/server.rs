//! A small server of files on 127.0.0.1, for the demo page and the browser tests. It sends the policy that the
//! element must work under, and never a file from outside its folders.

use crate::places;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The policy of a careful municipality: the element must work under it.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

/// The longest request read; ours are a few hundred bytes.
const LONGEST_REQUEST: u64 = 64 * 1024;

/// What is served where.
#[derive(Clone)]
pub(crate) struct Site {
    /// Address prefixes, each ending in `/`, and the folder behind each; the first that fits is used.
    folders: Vec<(String, PathBuf)>,
    wasm_type: String,
}

impl Site {
    /// The demo page with its samples, and the package beside it.
    pub(crate) fn demo() -> Self {
        let folders = vec![("/pkg/".into(), places::pkg()), ("/".into(), places::www())];
        Self { folders, wasm_type: "application/wasm".into() }
    }

    /// As the demo, with the pages of the browser tests under `/tests/`.
    pub(crate) fn for_tests() -> Self {
        let mut site = Self::demo();
        site.folders.insert(0, ("/tests/".into(), places::browser_tests().join("pages")));
        site
    }

    /// One folder alone, which must then hold all it needs.
    pub(crate) fn with_root(mut self, root: PathBuf) -> Self {
        self.folders = vec![("/".into(), root)];
        self
    }

    /// Serves wasm files as something else, as many servers do.
    pub(crate) fn with_wasm_type(mut self, wasm_type: String) -> Self {
        self.wasm_type = wasm_type;
        self
    }

    /// The file behind an address, or nothing when there is none or it is not for others.
    fn file(&self, target: &str) -> Option<PathBuf> {
        let path = decode(target.split(['?', '#']).next()?)?;
        let (folder, inside) = self
            .folders
            .iter()
            .find_map(|(prefix, folder)| Some((folder, path.strip_prefix(prefix.as_str())?)))?;
        let inside = if inside.is_empty() || inside.ends_with('/') {
            format!("{inside}index.html")
        } else {
            inside.into()
        };
        if inside.split('/').any(is_private) || inside.contains(['\\', '\0', ':']) {
            return None;
        }
        // Resolving links is the second lock: whatever the address looks like, the file must be in the folder.
        let folder = folder.canonicalize().ok()?;
        let file = folder.join(inside).canonicalize().ok()?;
        (file.starts_with(&folder) && file.is_file()).then_some(file)
    }

    fn media_type(&self, file: &Path) -> &str {
        let extension = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        match extension.as_str() {
            "html" => "text/html; charset=utf-8",
            "js" | "mjs" => "text/javascript; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "json" => "application/json",
            "wasm" => &self.wasm_type,
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "ico" => "image/x-icon",
            "csv" => "text/csv; charset=utf-8",
            "txt" | "ts" | "md" => "text/plain; charset=utf-8",
            _ => "application/octet-stream",
        }
    }

    /// Status, type and body for a request line.
    fn answer(&self, request: &str) -> (&'static str, &str, Vec<u8>) {
        let mut words = request.split_whitespace();
        let (Some(method), Some(target)) = (words.next(), words.next()) else {
            return ("400 Bad Request", "text/plain", Vec::new());
        };
        if !matches!(method, "GET" | "HEAD") {
            return ("405 Method Not Allowed", "text/plain", Vec::new());
        }
        match self.file(target).and_then(|file| Some((std::fs::read(&file).ok()?, file))) {
            Some((body, file)) => ("200 OK", self.media_type(&file), body),
            None => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
        }
    }

    fn serve(&self, stream: &mut TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let mut lines = BufReader::new(io::Read::take(stream.try_clone()?, LONGEST_REQUEST)).lines();
        let request = lines.next().transpose()?.unwrap_or_default();
        for line in lines {
            if line?.is_empty() {
                break;
            }
        }
        let (status, media_type, body) = self.answer(&request);
        let length = body.len();
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\
             Content-Security-Policy: {POLICY}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
        )?;
        if !request.starts_with("HEAD ") {
            stream.write_all(&body)?;
        }
        stream.flush()
    }
}

/// Folders and files that are not for others: hidden ones, `..`, and the page's tools.
fn is_private(part: &str) -> bool {
    part.starts_with('.') || part == "node_modules"
}

/// Takes the `%` out of an address. Nothing when what it stands for is not text.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let (high, low) =
                (char::from(rest.next()?).to_digit(16)?, char::from(rest.next()?).to_digit(16)?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// A server at work, until the program ends.
pub(crate) struct Server {
    address: SocketAddr,
    listener: JoinHandle<()>,
}

impl Server {
    /// Starts on 127.0.0.1; port 0 is any that is free.
    pub(crate) fn start(site: Site, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let site = Arc::new(site);
        let listener = thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let site = Arc::clone(&site);
                // A browser that hangs up halfway is no fault of ours.
                thread::spawn(move || drop(site.serve(&mut stream)));
            }
        });
        Ok(Self { address, listener })
    }

    /// Where it is, as a browser wants it.
    pub(crate) fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Serves until the program is interrupted.
    pub(crate) fn wait(self) {
        let _ = self.listener.join();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp;
    use std::io::Read;

    /// A folder to serve, with a secret beside it.
    fn site(name: &str) -> (PathBuf, Site) {
        let folder = std::env::temp_dir().join(format!("xtask-server-{name}-{}", std::process::id()));
        for file in [
            "secret",
            "open/index.html",
            "open/a b.csv",
            "open/sub/index.html",
            "open/.hidden",
            "open/x.wasm",
        ] {
            stamp::write(&folder.join(file), b"content").unwrap();
        }
        let site = Site::demo().with_root(folder.join("open"));
        (folder, site)
    }

    #[test]
    fn files_of_the_folder_are_served() {
        let (folder, site) = site("served");
        for target in ["/", "/index.html", "/?x=1", "/a%20b.csv", "/sub/", "/x.wasm#y"] {
            assert_eq!(site.answer(&format!("GET {target} HTTP/1.1")).0, "200 OK", "{target}");
        }
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn nothing_else_is() {
        let (folder, site) = site("refused");
        let absolute = format!("/{}", folder.join("secret").display());
        for target in [
            "/../secret",
            "/%2e%2e/secret",
            "/sub/../../secret",
            "/..%2fsecret",
            "/..\\secret",
            "/%00",
            "/%zz",
            "/.hidden",
            "/none",
            "/sub",
            "secret",
            &absolute,
            "/%ff",
        ] {
            assert_eq!(site.answer(&format!("GET {target} HTTP/1.1")).0, "404 Not Found", "{target}");
        }
        assert_eq!(site.answer("POST / HTTP/1.1").0, "405 Method Not Allowed");
        assert_eq!(site.answer("").0, "400 Bad Request");
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out() {
        let (folder, site) = site("link");
        std::os::unix::fs::symlink(folder.join("secret"), folder.join("open/link")).unwrap();
        assert_eq!(site.answer("GET /link HTTP/1.1").0, "404 Not Found");
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn media_types_are_those_browsers_insist_on() {
        let site = Site::demo();
        assert_eq!(site.media_type(Path::new("a.js")), "text/javascript; charset=utf-8");
        assert_eq!(site.media_type(Path::new("a.WASM")), "application/wasm");
        assert_eq!(site.media_type(Path::new("a.css")), "text/css; charset=utf-8");
        assert_eq!(site.media_type(Path::new("LICENSE")), "application/octet-stream");
        assert_eq!(site.with_wasm_type("text/plain".into()).media_type(Path::new("a.wasm")), "text/plain");
    }

    #[test]
    fn the_policy_goes_with_every_answer() {
        let (folder, site) = site("policy");
        let server = Server::start(site, 0).unwrap();
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains(&format!("Content-Security-Policy: {POLICY}\r\n")), "{answer}");
        assert!(answer.ends_with("\r\n\r\ncontent"), "{answer}");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
