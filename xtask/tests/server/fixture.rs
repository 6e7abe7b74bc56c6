//! A small site to serve, and a client that sees every byte.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use xtask::server::{Options, Server};

static FOLDERS: AtomicUsize = AtomicUsize::new(0);

/// A small site in a folder of its own, removed at the end.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let outer =
            std::env::temp_dir().join(format!("static-server-{}-{number}", std::process::id()));
        let root = outer.join("site");
        fs::create_dir_all(root.join("cities")).unwrap();
        fs::create_dir_all(root.join("empty")).unwrap();
        fs::write(outer.join("secret.txt"), "secret").unwrap();
        fs::write(root.join("index.html"), "<h1>Story</h1>").unwrap();
        fs::write(root.join("404.html"), "<h1>Not found</h1>").unwrap();
        fs::write(root.join("cities/index.html"), "<h1>Directory</h1>").unwrap();
        fs::write(root.join("S\u{e3}o Paulo.txt"), "city").unwrap();
        fs::write(root.join("app-1a2b.wasm"), "0123456789").unwrap();
        Self(outer)
    }

    pub(crate) fn options(&self) -> Options {
        Options::new(self.0.join("site"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What the server sent.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// Sends one request and reads until the server closes.
pub(crate) fn ask(server: &Server, method: &str, path: &str) -> Reply {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").expect("a complete head");
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Reply {
        status,
        head: head.to_owned(),
        body: body.to_owned(),
    }
}

/// Asks for a path.
pub(crate) fn get(server: &Server, path: &str) -> Reply {
    ask(server, "GET", path)
}
