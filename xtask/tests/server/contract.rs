//! What any plain host does.

use std::net::TcpStream;

use xtask::server::{Fallback, Options, Server, ServerError};

use crate::fixture::{Folder, ask, get};

#[test]
fn a_folder_answers_with_its_index_page() {
    let folder = Folder::new();
    let server = Server::start(folder.options()).unwrap();
    let story = get(&server, "/");
    assert_eq!((story.status, story.body.as_str()), (200, "<h1>Story</h1>"));
    assert_eq!(
        story.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    assert_eq!(story.header("cache-control"), Some("no-cache"));
    assert_eq!(get(&server, "/cities/?q=nan").body, "<h1>Directory</h1>");
}

#[test]
fn a_folder_without_its_slash_moves_and_keeps_the_query() {
    let folder = Folder::new();
    let server = Server::start(folder.options()).unwrap();
    let reply = get(&server, "/cities?q=nan");
    assert_eq!(reply.status, 301);
    assert_eq!(reply.header("location"), Some("/cities/?q=nan"));
}

#[test]
fn what_is_missing_is_a_404_with_the_not_found_page() {
    let folder = Folder::new();
    let server = Server::start(folder.options()).unwrap();
    for path in ["/cities/atlantis/", "/empty/", "/index.html/", "/cities//"] {
        let reply = get(&server, path);
        assert_eq!(
            (reply.status, reply.body.as_str()),
            (404, "<h1>Not found</h1>"),
            "{path}"
        );
        assert_eq!(
            reply.header("content-type"),
            Some("text/html; charset=utf-8"),
            "{path}"
        );
    }
}

#[test]
fn where_it_is_wanted_a_page_answers_what_is_missing_but_never_a_file() {
    let folder = Folder::new();
    let server = Server::start(Options {
        fallback: Fallback::Page("index.html".to_owned()),
        ..folder.options()
    })
    .unwrap();
    for path in ["/cities/atlantis", "/cities/atlantis/", "/empty/"] {
        let reply = get(&server, path);
        assert_eq!(
            (reply.status, reply.body.as_str()),
            (200, "<h1>Story</h1>"),
            "{path}"
        );
    }
    for path in ["/gone.js", "/cities/gone.json"] {
        assert_eq!(get(&server, path).status, 404, "{path}");
    }
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let folder = Folder::new();
    let server = Server::start(folder.options()).unwrap();
    let paths = [
        "/../secret.txt",
        "/cities/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%5csecret.txt",
        "//example.org/..",
        "/%00",
        "/%ff",
    ];
    for path in paths {
        let reply = get(&server, path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(!reply.body.contains("secret"), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_does_not_lead_out_of_the_folder() {
    let folder = Folder::new();
    std::os::unix::fs::symlink(folder.0.join("secret.txt"), folder.0.join("site/link.txt"))
        .unwrap();
    let server = Server::start(folder.options()).unwrap();
    assert_eq!(get(&server, "/link.txt").status, 404);
}

#[test]
fn a_name_with_spaces_and_accents_is_found() {
    let folder = Folder::new();
    let server = Server::start(folder.options()).unwrap();
    let reply = get(&server, "/S%C3%A3o%20Paulo.txt");
    assert_eq!((reply.status, reply.body.as_str()), (200, "city"));
    assert_eq!(
        reply.header("content-type"),
        Some("text/plain; charset=utf-8")
    );
}

#[test]
fn under_a_base_path_nothing_answers_outside_it() {
    let folder = Folder::new();
    let server = Server::start(Options {
        base: "/repo/".to_owned(),
        ..folder.options()
    })
    .unwrap();
    assert!(server.url().ends_with("/repo/"), "{}", server.url());
    assert_eq!(get(&server, "/repo/cities/").body, "<h1>Directory</h1>");
    assert_eq!(get(&server, "/repo").header("location"), Some("/repo/"));
    assert_eq!(
        get(&server, "/repo/cities").header("location"),
        Some("/repo/cities/")
    );
    assert_eq!(get(&server, "/cities/").status, 404);
    assert_eq!(get(&server, "/").status, 404);
    assert_eq!(get(&server, "/repository/").status, 404);
}

#[test]
fn a_base_path_without_its_slashes_is_refused() {
    let folder = Folder::new();
    let refused = Server::start(Options {
        base: "/repo".to_owned(),
        ..folder.options()
    });
    assert!(matches!(refused, Err(ServerError::Base(base)) if base == "/repo"));
}

#[test]
fn head_gives_the_length_and_no_body() {
    let folder = Folder::new();
    let server = Server::start(folder.options()).unwrap();
    let reply = ask(&server, "HEAD", "/");
    assert_eq!((reply.status, reply.body.as_str()), (200, ""));
    assert_eq!(reply.header("content-length"), Some("14"));
}

#[test]
fn a_method_that_writes_is_refused() {
    let folder = Folder::new();
    let server = Server::start(folder.options()).unwrap();
    let reply = ask(&server, "DELETE", "/index.html");
    assert_eq!(
        (reply.status, reply.header("allow")),
        (405, Some("GET, HEAD"))
    );
}

#[test]
fn every_request_is_recorded_with_its_query() {
    let folder = Folder::new();
    let server = Server::start(folder.options()).unwrap();
    get(&server, "/cities/?q=nan");
    get(&server, "/missing");
    assert_eq!(server.requests(), ["/cities/?q=nan", "/missing"]);
}

#[test]
fn a_taken_port_is_told_from_other_failures() {
    let folder = Folder::new();
    let first = Server::start(folder.options()).unwrap();
    let second = Server::start(Options {
        port: first.address().port(),
        ..folder.options()
    });
    assert!(second.is_err_and(|error| error.is_port_taken()));
    let nowhere = Server::start(Options::new(folder.0.join("nowhere")));
    assert!(nowhere.is_err_and(|error| !error.is_port_taken()));
}

#[test]
fn a_dropped_server_frees_its_port() {
    let folder = Folder::new();
    let server = Server::start(folder.options()).unwrap();
    let address = server.address();
    drop(server);
    assert!(TcpStream::connect(address).is_err());
}
