//! What goes wrong only when it is asked for.

use std::time::{Duration, Instant};

use xtask::server::{Fault, Options, Server};

use crate::fixture::{Folder, get};

#[test]
fn a_missing_file_on_purpose_is_a_404() {
    let folder = Folder::new();
    let broken = vec![(".wasm".to_owned(), Fault::Missing)];
    let server = Server::start(Options {
        broken,
        ..folder.options()
    })
    .unwrap();
    assert_eq!(get(&server, "/app-1a2b.wasm").status, 404);
    assert_eq!(get(&server, "/").status, 200);
}

#[test]
fn a_truncated_file_announces_more_than_it_sends() {
    let folder = Folder::new();
    let broken = vec![(".wasm".to_owned(), Fault::Truncated)];
    let server = Server::start(Options {
        broken,
        ..folder.options()
    })
    .unwrap();
    let reply = get(&server, "/app-1a2b.wasm");
    assert_eq!((reply.status, reply.body.as_str()), (200, "01234"));
    assert_eq!(reply.header("content-length"), Some("10"));
}

#[test]
fn a_corrupt_file_has_its_length_but_not_its_content() {
    let folder = Folder::new();
    let broken = vec![(".wasm".to_owned(), Fault::Corrupt)];
    let server = Server::start(Options {
        broken,
        ..folder.options()
    })
    .unwrap();
    let reply = get(&server, "/app-1a2b.wasm");
    assert_eq!(reply.header("content-length"), Some("10"));
    assert_eq!(reply.header("content-type"), Some("application/wasm"));
    assert!(
        reply.body.starts_with("01234") && !reply.body.contains('5'),
        "{}",
        reply.body
    );
}

#[test]
fn a_delayed_file_holds_back_no_other() {
    let folder = Folder::new();
    let delay = vec![(".wasm".to_owned(), Duration::from_millis(600))];
    let server = Server::start(Options {
        delay,
        ..folder.options()
    })
    .unwrap();
    let started = Instant::now();
    std::thread::scope(|scope| {
        let slow = scope.spawn(|| {
            let reply = get(&server, "/app-1a2b.wasm");
            (reply.status, started.elapsed())
        });
        assert_eq!(get(&server, "/").status, 200);
        let quick = started.elapsed();
        let (status, slow) = slow.join().unwrap();
        assert_eq!(status, 200);
        assert!(slow >= Duration::from_millis(600), "{slow:?}");
        assert!(quick < slow, "{quick:?} against {slow:?}");
    });
}
