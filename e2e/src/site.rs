//! A server of one folder on a free port of this machine that writes down every request.
//!
//! It is the browsers' proxy too, so requests to foreign hosts reach it, are written down and are refused. Has no
//! opinion about the files; no compression, no caching.

use std::io::Cursor;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response, Server};

/// The page that frames the widget, as an article would: no scripts of its own, one sandboxed frame.
pub(crate) const HOST_PAGE: &str = "/host.html";
/// Another origin, by the proxy: where articles are published that frame the widget of this one. It has the same files.
pub(crate) const ARTICLES: &str = "http://article.test";
/// Folders that are served beside the build: pages that frame the widget, and libraries that they use.
const BESIDE: [(&str, &str); 2] = [
    ("hosts", concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/hosts")),
    ("npm", concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules")),
];

/// One request as it arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// `GET`, `CONNECT`, ...
    pub method: String,
    /// The path for this server, the whole address or `host:port` for a foreign one.
    pub address: String,
}

/// A server; it ends when dropped.
pub struct Site {
    server: Arc<Server>,
    authority: String,
    worker: Arc<Worker>,
    thread: Option<JoinHandle<()>>,
}

impl Site {
    /// Serves `folder`, every page with the content security policy `policy` if there is one.
    pub fn start(folder: &Path, policy: Option<&str>) -> Result<Self> {
        let server = Arc::new(Server::http("127.0.0.1:0").map_err(|error| anyhow!("no server: {error}"))?);
        let authority = server.server_addr().to_ip().ok_or_else(|| anyhow!("no address"))?.to_string();
        let worker = Arc::new(Worker {
            folder: folder.to_path_buf(),
            policy: policy.map(str::to_owned),
            origin: format!("http://{authority}"),
            hits: Mutex::default(),
            held: Mutex::default(),
        });
        let (requests, answering) = (Arc::clone(&server), Arc::clone(&worker));
        let thread = std::thread::spawn(move || {
            for request in requests.incoming_requests() {
                if let Some(request) = answering.let_pass(request) {
                    answering.answer(request);
                }
            }
        });
        Ok(Self { server, authority, worker, thread: Some(thread) })
    }

    /// `127.0.0.1:port`.
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// Every request so far, in the order of arrival.
    pub fn hits(&self) -> Vec<Hit> {
        locked(&self.worker.hits).clone()
    }

    /// From now on modules do not arrive: the page stands as it is before its app.
    pub fn hold_modules(&self) {
        locked(&self.worker.held).get_or_insert_default();
    }

    /// They arrive.
    pub fn release_modules(&self) {
        let waiting = locked(&self.worker.held).take();
        waiting.into_iter().flatten().for_each(|request| self.worker.answer(request));
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct Worker {
    folder: PathBuf,
    policy: Option<String>,
    origin: String,
    hits: Mutex<Vec<Hit>>,
    /// Requests for modules that wait; none while nothing is held.
    held: Mutex<Option<Vec<Request>>>,
}

impl Worker {
    /// The request, unless it has to wait.
    fn let_pass(&self, request: Request) -> Option<Request> {
        match locked(&self.held).as_mut() {
            Some(waiting) if request.url().ends_with(".wasm") => {
                waiting.push(request);
                None
            }
            _ => Some(request),
        }
    }

    fn answer(&self, request: Request) {
        // A proxy is asked for whole addresses, also for those of this very server.
        let address = request.url();
        let own = address.strip_prefix(&self.origin).or_else(|| address.strip_prefix(ARTICLES));
        let address = own.unwrap_or(address).to_owned();
        let hit = Hit { method: request.method().to_string(), address: address.clone() };
        locked(&self.hits).push(hit);
        // A browser that closed the connection meanwhile is no failure of the server.
        let _ = request.respond(
            self.page(&address).unwrap_or_else(|status| Response::from_string("").with_status_code(status)),
        );
    }

    fn page(&self, address: &str) -> Result<Response<Cursor<Vec<u8>>>, u16> {
        let Some(path) = address.strip_prefix('/') else { return Err(502) };
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        if path == &HOST_PAGE[1..] {
            return Ok(
                Response::from_data(host_page(query)).with_header(header("content-type", "text/html")?)
            );
        }
        // No file of ours needs more of percent-encoding.
        let path = path.replace("%20", " ");
        let path = Path::new(if path.is_empty() { "index.html" } else { &path });
        if path.components().any(|part| !matches!(part, Component::Normal(_))) {
            return Err(404);
        }
        let beside = BESIDE
            .iter()
            .find_map(|(name, folder)| Some(Path::new(folder).join(path.strip_prefix(name).ok()?)));
        let file = beside.unwrap_or_else(|| self.folder.join(path));
        let file = if file.is_dir() { file.join("index.html") } else { file };
        let bytes = std::fs::read(&file).map_err(|_| 404_u16)?;
        let kind = mime(&file);
        let mut response = Response::from_data(bytes).with_header(header("content-type", kind)?);
        if let Some(policy) = self.policy.as_deref().filter(|_| kind.starts_with("text/html")) {
            response.add_header(header("content-security-policy", policy)?);
        }
        Ok(response)
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn header(name: &str, value: &str) -> Result<Header, u16> {
    Header::from_bytes(name, value).map_err(|()| 500)
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

/// `query` is the address of the framed page, percent-encoded where it has a `#`.
fn host_page(query: &str) -> String {
    let address = query.replace("%23", "#").replace('&', "&amp;").replace('"', "&quot;");
    format!(
        "<!doctype html><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>An article</title>\
         <style>body{{margin:0}}iframe{{display:block;border:0;width:100%;height:100vh}}</style>\
         <iframe sandbox=\"allow-scripts\" title=\"Parley Atlas\" src=\"{address}\"></iframe>"
    )
}
