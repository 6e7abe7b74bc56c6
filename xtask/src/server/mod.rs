//! A plain static file server on the loopback address: the least a host must do for the site.
//!
//! It answers 404 for what is missing (trunk's own server hides broken deep links behind
//! index.html), can serve under a base path, and can be told to damage files or hold them back.

mod exchange;
mod location;
mod payload;

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{oneshot, watch};

use exchange::Site;

/// What goes wrong with a file on purpose, for tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Answered with 404.
    Missing,
    /// Answered with 500.
    Refused,
    /// Answered with 200 and a page in the place of the file, as hosts do that give index.html for all.
    Page,
    /// The connection ends before there is an answer.
    Dropped,
    /// Answered whole, but only when the server is released.
    Slow,
    /// Half of the announced bytes arrive, then the connection ends.
    Truncated,
    /// The right number of bytes arrives, the second half of them inverted.
    Corrupt,
}

/// What answers a path where nothing stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Fallback {
    /// 404.
    #[default]
    NotFound,
    /// This file, with 200: what the sites of other makers may need whose pages a script writes.
    Page(String),
}

/// Whether what is held back still is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    Back,
    Released,
}

/// What is served, where, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder served.
    pub root: PathBuf,
    /// The path the folder is served under; begins and ends with a slash.
    pub base: String,
    /// The port; 0 lets the system choose a free one.
    pub port: u16,
    /// What answers a path where nothing stands.
    pub fallback: Fallback,
    /// What is wrong with paths that end so, until [`Server::release`].
    pub broken: Vec<(String, Fault)>,
    /// After so many whole answers the next is cut in its middle, and those that follow at once.
    pub whole_answers: Option<usize>,
}

impl Options {
    /// Serves a folder at the root of a free port, with nothing wrong.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            base: "/".to_owned(),
            port: 0,
            fallback: Fallback::NotFound,
            broken: Vec::new(),
            whole_answers: None,
        }
    }
}

/// Why the server could not start.
#[derive(Debug)]
pub enum ServerError {
    /// The folder to serve does not exist or cannot be read.
    Root(PathBuf, io::Error),
    /// The base path lacks a slash at its beginning or end.
    Base(String),
    /// The port could not be had.
    Port(u16, io::Error),
    /// The system gave no thread or event queue.
    Runtime(io::Error),
}

impl ServerError {
    /// Whether another port may help.
    #[must_use]
    pub fn is_port_taken(&self) -> bool {
        matches!(self, Self::Port(_, source) if source.kind() == io::ErrorKind::AddrInUse)
    }
}

impl fmt::Display for ServerError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root(path, source) => {
                write!(formatter, "cannot serve {}: {source}", path.display())
            }
            Self::Base(base) => write!(
                formatter,
                "base path {base} must begin and end with a slash"
            ),
            Self::Port(port, source) => write!(formatter, "cannot listen on port {port}: {source}"),
            Self::Runtime(source) => write!(formatter, "cannot start the server: {source}"),
        }
    }
}

impl std::error::Error for ServerError {}

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    base: String,
    requests: Arc<Mutex<Vec<String>>>,
    release: watch::Sender<Held>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts to serve on the loopback address.
    ///
    /// # Errors
    /// When the folder, the base path or the port cannot be used.
    pub fn start(options: Options) -> Result<Self, ServerError> {
        if !options.base.starts_with('/') || !options.base.ends_with('/') {
            return Err(ServerError::Base(options.base));
        }
        let root = readable_root(&options.root)?;
        let listener =
            listen(options.port).map_err(|source| ServerError::Port(options.port, source))?;
        let address = listener
            .local_addr()
            .map_err(|source| ServerError::Port(options.port, source))?;
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(ServerError::Runtime)?;
        let base = options.base.clone();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (release, held) = watch::channel(Held::Back);
        let site = Arc::new(Site {
            options: Options { root, ..options },
            requests: Arc::clone(&requests),
            held,
        });
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::Builder::new()
            .name("static server".to_owned())
            .spawn(move || run(&runtime, listener, site, stopped))
            .map_err(ServerError::Runtime)?;
        Ok(Self {
            address,
            base,
            requests,
            release,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// The address and port it listens on.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of the site's first page, with its base path.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// Every path (with its query) asked for so far, in order: shows what is fetched twice.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Lets go what is held back, now and from now on.
    pub fn release(&self) {
        self.release.send_replace(Held::Released);
    }

    /// Serves until the program is ended.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // A server thread that has panicked has said so already.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only when the thread is gone, which is what is wanted.
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn readable_root(root: &Path) -> Result<PathBuf, ServerError> {
    let found = root
        .canonicalize()
        .and_then(|found| std::fs::read_dir(&found).map(|_| found));
    found.map_err(|source| ServerError::Root(root.to_owned(), source))
}

fn listen(port: u16) -> io::Result<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Accepts connections until told to stop; dropping the runtime then ends those still open.
fn run(runtime: &Runtime, listener: TcpListener, site: Arc<Site>, stopped: oneshot::Receiver<()>) {
    runtime.block_on(async move {
        let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
            return;
        };
        tokio::spawn(accept(listener, site));
        let _ = stopped.await;
    });
}

async fn accept(listener: tokio::net::TcpListener, site: Arc<Site>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // A failed accept concerns one client only; let the others go on.
            tokio::task::yield_now().await;
            continue;
        };
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            let service = service_fn(move |request| {
                let site = Arc::clone(&site);
                async move { site.answer(&request).await }
            });
            // A connection that ends in an error is the client's affair, or a fault asked for.
            let _ = http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}
