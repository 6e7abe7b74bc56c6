//! What goes wrong only when it is asked for.

use xtask::server::{Fault, Options, Server};

use crate::fixture::{Folder, get};

#[test]
fn a_missing_file_on_purpose_is_a_404() {
    let folder = Folder::new();
    let server = serve_with(&folder, &[(".wasm", Fault::Missing)]);
    assert_eq!(get(&server, "/app-1a2b.wasm").status, 404);
    assert_eq!(get(&server, "/").status, 200);
}

#[test]
fn a_truncated_file_announces_more_than_it_sends() {
    let folder = Folder::new();
    let server = serve_with(&folder, &[(".wasm", Fault::Truncated)]);
    let reply = get(&server, "/app-1a2b.wasm");
    assert_eq!((reply.status, reply.body.as_str()), (200, "01234"));
    assert_eq!(reply.header("content-length"), Some("10"));
}

#[test]
fn a_corrupt_file_has_its_length_but_not_its_content() {
    let folder = Folder::new();
    let server = serve_with(&folder, &[(".wasm", Fault::Corrupt)]);
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
fn a_file_held_back_holds_back_no_other() {
    let folder = Folder::new();
    let server = serve_with(&folder, &[(".wasm", Fault::Slow)]);
    std::thread::scope(|scope| {
        let held = scope.spawn(|| get(&server, "/app-1a2b.wasm").status);
        while !server.requests().contains(&"/app-1a2b.wasm".to_owned()) {
            std::thread::yield_now();
        }
        assert_eq!(get(&server, "/").status, 200);
        assert!(!held.is_finished());
        server.release();
        assert_eq!(held.join().unwrap(), 200);
    });
    assert_eq!(get(&server, "/app-1a2b.wasm").status, 200, "later ones too");
}

#[test]
fn a_refused_file_is_a_500_and_another_page_in_its_place_a_200() {
    let folder = Folder::new();
    let server = serve_with(&folder, &[(".wasm", Fault::Refused), (".js", Fault::Page)]);
    assert_eq!(get(&server, "/app-1a2b.wasm").status, 500);
    let page = get(&server, "/app-1a2b.js");
    assert_eq!(page.status, 200);
    assert_eq!(
        page.header("content-type"),
        Some("text/html; charset=utf-8")
    );
}

#[test]
fn a_fault_ends_when_the_server_is_released() {
    let folder = Folder::new();
    let server = serve_with(&folder, &[(".wasm", Fault::Missing)]);
    assert_eq!(get(&server, "/app-1a2b.wasm").status, 404);
    server.release();
    assert_eq!(get(&server, "/app-1a2b.wasm").status, 200);
}

#[test]
fn after_a_number_of_whole_answers_one_is_cut_and_no_other_comes() {
    let folder = Folder::new();
    let server = Server::start(Options {
        whole_answers: Some(1),
        ..folder.options()
    })
    .unwrap();
    assert_eq!(get(&server, "/app-1a2b.wasm").body, "0123456789");
    assert_eq!(get(&server, "/app-1a2b.wasm").body, "01234");
    let mut stream = std::net::TcpStream::connect(server.address()).unwrap();
    std::io::Write::write_all(&mut stream, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    let _ = std::io::Read::read_to_end(&mut stream, &mut bytes);
    assert!(!String::from_utf8_lossy(&bytes).contains("<h1>"));
}

/// A server of which files with such endings have a fault.
fn serve_with(folder: &Folder, faults: &[(&str, Fault)]) -> Server {
    let faults = faults.iter();
    let broken = faults.map(|(ending, fault)| ((*ending).to_owned(), *fault));
    Server::start(Options {
        broken: broken.collect(),
        ..folder.options()
    })
    .unwrap()
}
