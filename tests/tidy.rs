//! The rules of the house that no compiler enforces: layers, absences, sizes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// No file of code or style is longer: a second room may be hiding in it.
const LONGEST_FILE_LINES: usize = 300;

/// What a folder or file of `src/` may import from the crate. `domain` is below all of them.
#[rustfmt::skip]
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("routes", &["domain"]),
    ("i18n", &["domain"]),
    ("content", &["domain"]),
    ("markup", &[]),
    ("platform", &["markup"]),
    ("state", &["domain", "platform", "routes", "i18n", "content"]),
    ("components", &["domain", "routes", "i18n", "content", "markup", "state"]),
    ("pages", &["domain", "routes", "i18n", "content", "markup", "state", "components", "platform"]),
    ("app", &["routes", "i18n", "content", "state", "components", "pages"]),
    ("takeover", &["domain", "routes", "i18n", "state", "platform", "pages"]),
    ("prerender", &["domain", "routes", "i18n", "content", "markup", "state", "pages", "app"]),
];

fn files(folder: &str, endings: &[&str]) -> BTreeMap<PathBuf, String> {
    fn collect(folder: &Path, endings: &[&str], found: &mut BTreeMap<PathBuf, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("target") {
                collect(&path, endings, found);
            } else if endings
                .iter()
                .any(|ending| path.extension().is_some_and(|found| found == *ending))
            {
                let text = fs::read_to_string(&path).unwrap();
                found.insert(path, text);
            }
        }
    }
    let mut found = BTreeMap::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
        endings,
        &mut found,
    );
    assert!(!found.is_empty(), "no files below {folder}");
    found
}

fn layer(path: &Path) -> String {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let first = path
        .strip_prefix(source)
        .unwrap()
        .components()
        .next()
        .unwrap();
    first
        .as_os_str()
        .to_str()
        .unwrap()
        .trim_end_matches(".rs")
        .to_owned()
}

/// The code of a file without its tests, its comments and its doc examples.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn every_layer_imports_only_what_it_may() {
    for (path, text) in files("src", &["rs"]) {
        let own = layer(&path);
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == own) else {
            assert!(
                ["lib", "main", "bin"].contains(&own.as_str()),
                "{}: a layer without rules",
                path.display()
            );
            continue;
        };
        for import in code(&text).split("crate::").skip(1) {
            let target: String = import
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let is_layer = LAYERS.iter().any(|(name, _)| *name == target);
            assert!(
                !is_layer || target == own || allowed.contains(&target.as_str()),
                "{}: {own} may not import {target}",
                path.display()
            );
        }
    }
}

#[test]
fn the_pure_part_names_no_web_crate_and_only_the_platform_names_web_types() {
    for (path, text) in files("src", &["rs"]) {
        let own = layer(&path);
        let code = code(&text);
        if ["domain", "routes", "i18n", "content", "markup"].contains(&own.as_str()) {
            for web in ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo"] {
                assert!(!code.contains(web), "{}: names {web}", path.display());
            }
        }
        if own != "platform" {
            for web in ["web_sys", "js_sys", "gloo_net", "wasm_bindgen::"] {
                assert!(
                    !code.contains(web),
                    "{}: only platform may name {web}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn conditions_of_compilation_stand_in_the_root_and_the_platform_alone() {
    for (path, text) in files("src", &["rs"]) {
        if !["lib", "platform"].contains(&layer(&path).as_str()) {
            let code = code(&text);
            assert!(
                !code.contains("#[cfg") && !code.contains("cfg!("),
                "{}: has a cfg",
                path.display()
            );
        }
    }
}

#[test]
fn only_routes_knows_how_an_address_is_spelled() {
    for (path, text) in files("src", &["rs"]) {
        if layer(&path) == "routes" {
            continue;
        }
        for spelled in [
            "\"/cities",
            "\"cities/",
            "\"/countries",
            "\"countries/",
            "\"/about",
            "\"about/",
            "href=\"/",
        ] {
            assert!(
                !code(&text).contains(spelled),
                "{}: spells {spelled}",
                path.display()
            );
        }
    }
}

#[test]
fn no_file_of_code_or_style_is_too_long() {
    for folder in ["src", "style", "tests", "xtask", "benches"] {
        for (path, text) in files(folder, &["rs", "css"]) {
            let lines = text.lines().count();
            assert!(
                lines <= LONGEST_FILE_LINES,
                "{}: {lines} lines",
                path.display()
            );
        }
    }
}

#[test]
fn every_file_says_what_it_is_and_why_in_six_lines_at_most() {
    for (path, text) in files("src", &["rs"]) {
        let lines = text
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .count();
        let is_architecture = layer(&path) == "lib";
        assert!(lines > 0, "{}: begins without its purpose", path.display());
        assert!(
            is_architecture || lines <= 6,
            "{}: {lines} lines of introduction",
            path.display()
        );
    }
}

#[test]
fn names_that_say_nothing_are_not_used_for_files() {
    for folder in ["src", "xtask", "tests"] {
        for path in files(folder, &["rs"]).keys() {
            let name = path.file_stem().unwrap().to_str().unwrap();
            assert!(
                ![
                    "utils", "util", "helpers", "helper", "common", "manager", "misc", "types"
                ]
                .contains(&name),
                "{}",
                path.display()
            );
        }
    }
}

#[test]
fn styles_stand_in_layers_and_force_nothing() {
    for (path, text) in files("style", &["css"]) {
        assert!(
            text.contains("@layer"),
            "{}: outside the layers",
            path.display()
        );
        assert!(
            !text.contains("!important"),
            "{}: forces a value",
            path.display()
        );
        for physical in [
            "margin-left",
            "margin-right",
            "padding-left",
            "padding-right",
            "text-align: left",
            "text-align: right",
        ] {
            assert!(
                !text.contains(physical),
                "{}: {physical} does not follow the direction of writing",
                path.display()
            );
        }
    }
}

#[test]
fn every_stylesheet_is_linked_by_the_page() {
    let index =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).unwrap();
    for path in files("style", &["css"]).keys() {
        let relative = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
        let relative = relative.to_str().unwrap().replace('\\', "/");
        assert!(
            index.contains(&format!("href=\"{relative}\"")),
            "{relative} is not linked in index.html"
        );
    }
}
