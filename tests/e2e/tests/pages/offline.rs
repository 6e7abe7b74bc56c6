//! The lists by which readers' devices keep the site name what is served, all of it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::languages::OTHERS;
use crate::site::{dist, json, pages};

/// The parts of a list.
const PARTS: [&str; 2] = ["ready", "seen"];

#[test]
fn every_file_of_every_list_is_there_with_its_hash() {
    let mut number = 0;
    for list in lists() {
        for (key, hash) in PARTS.iter().flat_map(|part| entries(&list, part)) {
            assert_eq!(hash, Value::from(hash_of(&file_of(&key))), "{key}");
            number += 1;
        }
    }
    assert!(number > 2000, "{number}");
}

#[test]
fn every_page_of_a_language_is_in_its_list_and_those_to_start_from_are_fetched() {
    for language in languages() {
        let list = json(&format!("offline/{language}.json"));
        let own = pages().iter().filter(|page| page.language == language);
        for page in own.filter(|page| page.file != "404.html") {
            let is_listed = PARTS
                .iter()
                .any(|part| !list[part][page.address()].is_null());
            assert!(is_listed, "{}", page.file);
        }
        let folder = if language == "en" {
            String::new()
        } else {
            format!("{language}/")
        };
        for page in ["", "cities/", "about/", "offline.html"] {
            assert!(
                list["ready"][format!("{folder}{page}")].is_string(),
                "{language}: {page:?}"
            );
        }
    }
}

#[test]
fn what_a_page_to_start_from_asks_for_is_fetched_with_it() {
    let shared = json("offline/shared.json");
    for language in languages() {
        let list = json(&format!("offline/{language}.json"));
        let starting = pages().iter().filter(|page| page.language == language);
        let starting = starting.filter(|page| list["ready"][page.address()].is_string());
        for page in starting {
            let script = page.scripts.concat();
            let early = script.split('"').filter(|part| {
                part.starts_with("/data/")
                    || part.starts_with("/content/")
                    || part.starts_with("/learning-")
            });
            let pictures = page
                .references
                .iter()
                .filter(|(element, _)| element == "img");
            let pictures = pictures.map(|(_, address)| address.as_str());
            for address in early.chain(pictures) {
                let key = address.trim_start_matches('/');
                let is_ready = [&shared, &list]
                    .iter()
                    .any(|list| list["ready"][key].is_string());
                assert!(is_ready, "{}: {key}", page.file);
            }
        }
    }
}

#[test]
fn the_worker_names_the_hash_of_every_list() {
    let worker = dist().read("sw.js").unwrap();
    let line = worker
        .lines()
        .find_map(|line| line.strip_prefix("const LISTS = "))
        .unwrap();
    let named: Map<String, Value> = serde_json::from_str(line.trim_end_matches(';')).unwrap();
    assert_eq!(named.len(), languages().len() + 1);
    for (name, hash) in named {
        assert_eq!(
            hash,
            Value::from(hash_of(&format!("offline/{name}.json"))),
            "{name}"
        );
    }
}

#[test]
fn the_offer_of_a_new_version_stands_in_every_language() {
    let mut offers: Vec<String> = Vec::new();
    for language in languages() {
        let texts = json(&format!("offline/{language}.json"))["texts"].clone();
        for text in ["offer", "accept", "later"] {
            let text = texts[text].as_str().unwrap();
            assert!(
                !text.is_empty() && !offers.contains(&text.to_owned()),
                "{language}: {text}"
            );
            offers.push(text.to_owned());
        }
    }
}

fn languages() -> Vec<&'static str> {
    [&["en"], OTHERS.as_slice()].concat()
}

fn lists() -> Vec<Value> {
    let names = languages().into_iter().chain(["shared"]);
    names
        .map(|name| json(&format!("offline/{name}.json")))
        .collect()
}

fn entries(list: &Value, part: &str) -> Map<String, Value> {
    list[part]
        .as_object()
        .cloned()
        .unwrap_or_else(|| panic!("no {part}"))
}

/// The file that answers at a key.
fn file_of(key: &str) -> String {
    let path = key.split('?').next().unwrap();
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

fn hash_of(file: &str) -> String {
    let content =
        std::fs::read(dist().root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    STANDARD.encode(&Sha256::digest(content)[..9])
}
