//! Every file and every kind of wrong address of a served package.

use std::collections::BTreeSet;

use crate::client::Client;
use crate::expected::{assert_described, assert_protected};
use crate::fixture::Serving;

/// The codings with the ends of their files' names, the one a server must prefer last.
const CODINGS: [(&str, &str); 2] = [("gzip", ".gz"), ("br", ".br")];

/// A shorter file may grow when it is compressed, and then is not.
const WORTHWHILE_BYTES: usize = 100;

/// Walks through all of it.
pub(crate) fn all(site: &Serving) {
    let mut client = Client::new(site.running.port);
    assert!(site.files.len() > 1000, "{} files", site.files.len());
    for file in &site.files {
        plain(site, &mut client, file);
        compressed(site, &mut client, file);
        conditional(site, &mut client, file);
    }
    folders(site, &mut client);
    wrong_addresses(site, &mut client);
    methods(site, &mut client);
}

/// As it is, whole and in part.
fn plain(site: &Serving, client: &mut Client, file: &str) {
    let address = site.address(file);
    let content = site.content(file).unwrap();
    let reply = client.get(&address, &[]);
    assert_eq!(reply.status, 200, "{address}");
    assert!(reply.body == content, "{address}: another content");
    assert_eq!(reply.field("content-encoding"), None, "{address}");
    assert_described(&reply, file, &address);
    let part = client.get(&address, &[("Range", "bytes=1-4")]);
    assert_eq!(part.status, 206, "{address}");
    assert_eq!(part.body, content[1..5], "{address}");
    let range = format!("bytes 1-4/{}", content.len());
    assert_eq!(
        part.field("content-range"),
        Some(range.as_str()),
        "{address}"
    );
    assert_described(&part, file, &address);
}

/// To a client that takes compressed files; to all others it must be said that there are such.
fn compressed(site: &Serving, client: &mut Client, file: &str) {
    let address = site.address(file);
    let mut best = None;
    for (coding, ending) in CODINGS {
        let own_name = format!("{file}{ending}");
        let Some(content) = site.content(&own_name) else {
            continue;
        };
        best = Some(coding);
        let reply = client.get(&address, &[("Accept-Encoding", coding)]);
        assert_eq!(reply.field("content-encoding"), Some(coding), "{address}");
        assert_eq!(reply.field("vary"), Some("Accept-Encoding"), "{address}");
        assert!(reply.body == content, "{address}: other bytes in {coding}");
        assert_described(&reply, file, &address);
        let direct = client.get(&format!("{}{own_name}", site.base), &[]);
        assert_eq!(direct.status, 404, "{own_name}");
    }
    if best.is_some() {
        let accepted = [("Accept-Encoding", "gzip, deflate, br, zstd")];
        let reply = client.get(&address, &accepted);
        assert_eq!(reply.field("content-encoding"), best, "{address}");
        let reply = client.get(&address, &[]);
        assert_eq!(reply.field("vary"), Some("Accept-Encoding"), "{address}");
    } else {
        let ending = file.rsplit('.').next().unwrap();
        let is_short = site.content(file).unwrap().len() < WORTHWHILE_BYTES;
        assert!(
            is_short || ["png", "woff2"].contains(&ending),
            "{file} is not compressed"
        );
    }
}

/// To a client that has it already, in either form.
fn conditional(site: &Serving, client: &mut Client, file: &str) {
    let address = site.address(file);
    for coding in ["identity", "br"] {
        let accepted = ("Accept-Encoding", coding);
        let first = client.get(&address, &[accepted]);
        let tag = first.field("etag").unwrap().to_owned();
        let again = client.get(&address, &[accepted, ("If-None-Match", &tag)]);
        assert_eq!(again.status, 304, "{address} as {coding}");
        assert_eq!(again.field("etag"), Some(tag.as_str()), "{address}");
        assert_eq!(again.field("cache-control"), first.field("cache-control"));
        let other = client.get(&address, &[accepted, ("If-None-Match", "\"other\"")]);
        assert_eq!(other.status, 200, "{address} as {coding}");
    }
}

/// A folder without its slash, and its page by its name, lead to the folder; the query is kept.
fn folders(site: &Serving, client: &mut Client) {
    let pages = site
        .files
        .iter()
        .filter(|file| file.ends_with("index.html"));
    for page in pages {
        let folder = site.address(page);
        let mut others = vec![format!("{folder}index.html")];
        if folder != "/" {
            others.push(folder.trim_end_matches('/').to_owned());
        }
        for (other, query) in others
            .iter()
            .flat_map(|other| [(other, ""), (other, "?q=a&view=map")])
        {
            let address = format!("{other}{query}");
            let reply = client.get(&address, &[]);
            assert_eq!(reply.status, 301, "{address}: {reply:?}");
            let target = format!("{folder}{query}");
            assert_eq!(reply.field("location"), Some(target.as_str()), "{address}");
            assert_eq!(reply.field("cache-control"), Some("no-cache"), "{address}");
            // Below the folder of the cards everything may be framed, the way to it may not.
            let framed = if other.starts_with(&folder) { page } else { "" };
            assert_protected(&reply, framed, &address);
        }
    }
}

/// What is missing gets its own page with 404, whatever its name promises.
fn wrong_addresses(site: &Serving, client: &mut Client) {
    let base = &site.base;
    let within = [
        "no-such-page",
        "cities/atlantis/",
        "cities/atlantis",
        "zh/cities/atlantis/",
        "cities/index.htm",
        "learning-cities-0123456789abcdef.js",
        "learning-cities-0123456789abcdef_bg.wasm",
        "data/cities.xml",
        "fonts/none.woff2",
        "media/none.png",
        "embed.htm",
        "index.html/",
        "feed.xml/",
        ".git/config",
        "../README.txt",
        "%2e%2e/README.txt",
        "..%2fSHA256SUMS",
        "cities/%2e%2e/%2e%2e/README.txt",
        "404",
        "README.txt",
        "SHA256SUMS",
        "Caddyfile",
        "nginx/learning-cities.conf",
    ];
    let mut addresses: BTreeSet<String> = within.map(|path| format!("{base}{path}")).into();
    // Folders in which no page stands.
    let folders = site.files.iter().filter_map(|file| file.rsplit_once('/'));
    let bare = folders.filter(|(folder, _)| !site.files.contains(&format!("{folder}/index.html")));
    addresses.extend(bare.map(|(folder, _)| format!("{base}{folder}/")));
    if base != "/" {
        addresses.extend(["/", "/cities/", "/repository/", "/data/cities.json"].map(str::to_owned));
    }
    let missing = site.content("404.html").unwrap();
    for address in &addresses {
        let reply = client.get(address, &[]);
        // A server may find a path that leads out of the folder no path at all.
        let leads_out = address.contains("..") || address.contains("%2e%2e");
        if leads_out && reply.status == 400 {
            continue;
        }
        assert_eq!(
            reply.status,
            404,
            "{address}: {:?}",
            reply.field("location")
        );
        assert!(
            reply.body == missing,
            "{address}: not the page of what is missing"
        );
        assert_described(&reply, "404.html", address);
    }
    for address in [
        "//example.org/",
        "//example.org/index.html",
        "//example.org//index.html",
        "//example.org/..",
    ] {
        let reply = client.get(address, &[]);
        let target = reply.field("location").unwrap_or("/");
        assert!(
            !target.starts_with("//") && !target.contains("://"),
            "{address} leads to {target}"
        );
    }
}

/// Asking is all that can be done.
fn methods(site: &Serving, client: &mut Client) {
    let head = client.ask("HEAD", &site.base, &[]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_described(&head, "index.html", "HEAD");
    for method in ["DELETE", "PUT", "POST"] {
        let reply = client.ask(method, &site.base, &[("Content-Length", "0")]);
        assert_eq!(reply.status, 405, "{method}");
    }
}
