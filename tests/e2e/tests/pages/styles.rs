//! Every page carries the styles of what stands in it, and not those of the directory's program.

use std::collections::{BTreeMap, BTreeSet};

use crate::site::pages;

#[test]
fn every_page_has_the_styles_of_its_classes() {
    let directory = pages()
        .iter()
        .find(|page| page.file == "cities/index.html")
        .unwrap();
    let all = classes_of(&directory.styles.join(""));
    let mut known: BTreeMap<&[String], BTreeSet<String>> = BTreeMap::new();
    for page in pages() {
        let own = known
            .entry(&page.styles)
            .or_insert_with(|| classes_of(&page.styles.join("")));
        let missing: Vec<&String> = page
            .classes
            .iter()
            .filter(|class| all.contains(*class) && !own.contains(*class))
            .collect();
        assert!(
            missing.is_empty(),
            "{} lacks the styles of {missing:?}: no `data-pages` in index.html for them",
            page.file
        );
    }
}

#[test]
fn a_document_is_spared_the_styles_of_the_directory() {
    let named = |file: &str, class: &str| {
        let page = pages().iter().find(|page| page.file == file).unwrap();
        classes_of(&page.styles.join("")).contains(class)
    };
    for class in ["map-plane", "city-row", "facets"] {
        assert!(named("cities/index.html", class), "{class}");
        assert!(!named("index.html", class), "{class}");
        assert!(!named("cities/nanjing/index.html", class), "{class}");
    }
}

/// The classes that a stylesheet names.
fn classes_of(css: &str) -> BTreeSet<String> {
    let names = css.split('.').skip(1).map(|rest| {
        rest.split(|letter: char| !(letter.is_ascii_alphanumeric() || "-_".contains(letter)))
            .next()
            .unwrap_or_default()
    });
    names
        .filter(|name| name.starts_with(|letter: char| letter.is_ascii_alphabetic()))
        .map(str::to_owned)
        .collect()
}
