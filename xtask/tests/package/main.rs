//! What stands in a package, whoever it is for.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use xtask::package::{self, Effort, Host, Package, PackageError};

static FOLDERS: AtomicUsize = AtomicUsize::new(0);

/// A small built site and a place for packages, removed at the end.
struct Workshop(PathBuf);

impl Workshop {
    fn new(base: &str) -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let outer = std::env::temp_dir().join(format!("package-{}-{number}", std::process::id()));
        let site = outer.join("dist");
        fs::create_dir_all(site.join("cities")).unwrap();
        fs::create_dir_all(site.join("fonts")).unwrap();
        let page = format!("<html data-base=\"{base}\">{}", "<p>Nanjing</p>".repeat(40));
        for path in ["index.html", "404.html", "cities/index.html"] {
            fs::write(site.join(path), &page).unwrap();
        }
        fs::write(
            site.join("app-d2f6f8a5853fc446.js"),
            "let a = 1;".repeat(40),
        )
        .unwrap();
        fs::write(site.join("fonts/serif.woff2"), "font".repeat(40)).unwrap();
        Self(outer)
    }

    fn package(&self, host: Host, base: &str, name: &str) -> Result<PathBuf, PackageError> {
        let package = Package {
            built: self.0.join("dist"),
            base: base.to_owned(),
            host,
            effort: Effort::Full,
        };
        let folder = self.0.join(name);
        package::write(&package, &folder).map(|()| folder)
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap();
            let path = path.to_str().unwrap().to_owned();
            found.insert(path, fs::read(entry.path()).unwrap());
        }
    }
    found
}

#[test]
fn two_packages_of_one_site_are_the_same_byte_for_byte() {
    let workshop = Workshop::new("/repo/");
    for host in Host::ALL {
        let first = workshop.package(host, "/repo/", "first").unwrap();
        let second = workshop.package(host, "/repo/", "second").unwrap();
        assert_eq!(contents(&first), contents(&second), "{}", host.name());
    }
}

#[test]
fn the_checksums_name_every_other_file_and_sha256sum_agrees() {
    let workshop = Workshop::new("/");
    for host in Host::ALL {
        let folder = workshop.package(host, "/", "package").unwrap();
        let sums = fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
        let named: Vec<&str> = sums.lines().filter_map(|line| line.get(66..)).collect();
        let mut files: Vec<String> = contents(&folder).into_keys().collect();
        files.retain(|path| path != "SHA256SUMS");
        assert_eq!(named, files, "{}", host.name());
        let mut check = Command::new("sha256sum");
        check.args(["--check", "--strict", "--quiet", "SHA256SUMS"]);
        assert!(check.current_dir(&folder).status().unwrap().success());
        fs::write(folder.join("site/index.html"), "changed").unwrap();
        assert!(!check.output().unwrap().status.success());
    }
}

#[test]
fn only_servers_that_do_not_compress_get_compressed_files_and_none_of_a_font() {
    let workshop = Workshop::new("/");
    for host in Host::ALL {
        let folder = workshop.package(host, "/", "package").unwrap();
        let is_own_server = matches!(host, Host::Nginx | Host::Caddy);
        for path in ["site/index.html.br", "site/cities/index.html.gz"] {
            assert_eq!(folder.join(path).is_file(), is_own_server, "{path}");
        }
        assert!(!folder.join("site/fonts/serif.woff2.br").exists());
    }
}

#[test]
fn the_files_stand_where_the_host_looks_for_them() {
    let workshop = Workshop::new("/repo/");
    let expected = [
        (
            Host::Nginx,
            vec!["nginx/learning-cities.conf", "site/repo/index.html"],
        ),
        (Host::Caddy, vec!["Caddyfile", "site/repo/index.html"]),
        (
            Host::Netlify,
            vec![
                "site/_headers",
                "site/_redirects",
                "site/404.html",
                "site/repo/404.html",
            ],
        ),
        (
            Host::Cloudflare,
            vec!["site/_headers", "site/_redirects", "site/404.html"],
        ),
        (
            Host::GithubPages,
            vec![
                ".github/workflows/pages.yml",
                "site/.nojekyll",
                "site/index.html",
            ],
        ),
        (Host::Plain, vec!["site/index.html"]),
    ];
    for (host, paths) in expected {
        let folder = workshop.package(host, "/repo/", "package").unwrap();
        for path in paths.into_iter().chain(["README.txt", "SHA256SUMS"]) {
            assert!(folder.join(path).is_file(), "{}: {path}", host.name());
        }
        let readme = fs::read_to_string(folder.join("README.txt")).unwrap();
        assert!(
            readme.contains("/repo/") && readme.contains("sha256sum"),
            "{readme}"
        );
        assert!(readme.contains(host.name()), "{readme}");
    }
}

#[test]
fn a_site_built_for_another_path_is_refused() {
    let workshop = Workshop::new("/");
    let refused = workshop.package(Host::Plain, "/repo/", "package");
    assert!(matches!(refused, Err(PackageError::OtherBase(base)) if base == "/repo/"));
    assert!(!workshop.0.join("package").exists());
}

#[test]
fn a_folder_that_holds_something_else_is_left_as_it_is() {
    let workshop = Workshop::new("/");
    let refused = workshop.package(Host::Plain, "/", "dist");
    assert!(matches!(refused, Err(PackageError::Occupied(_))));
    assert!(workshop.0.join("dist/index.html").is_file());
    fs::create_dir(workshop.0.join("empty")).unwrap();
    assert!(workshop.package(Host::Plain, "/", "empty").is_ok());
    assert!(workshop.package(Host::Plain, "/", "empty").is_ok());
}
