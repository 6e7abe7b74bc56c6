//! The six languages: each page stands in every one of them, whole, and leads to the others.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Node, Selector};

use learning_cities_e2e::page_facts::{attributes, texts};
use learning_cities_e2e::records::Records;

use crate::site::{dist, document, pages};

/// The languages beside English, each a folder.
pub(crate) const OTHERS: [&str; 5] = ["zh", "fr", "es", "ar", "ru"];

/// One page of each kind.
const KINDS: [&str; 7] = [
    "index.html",
    "cities/index.html",
    "about/index.html",
    "cities/nanjing/index.html",
    "countries/cn/index.html",
    "news/index.html",
    "news/december-2025-admission/index.html",
];

/// What stands in its own language everywhere, with the language marked or because it is a name:
/// names, titles of documents and who published them, lines of a program, formats of files.
const AS_WRITTEN: &str = "[translate=no], [lang], cite, .source-list, .address, code, pre, kbd, td, \
     script, style, .known-for .remark, [data-download], .languages";

#[test]
fn every_page_stands_in_every_language() {
    let all: BTreeSet<&str> = pages().iter().map(|page| page.file.as_str()).collect();
    let english = pages().iter().filter(|page| page.language == "en");
    for page in english.filter(|page| page.file != "404.html") {
        for language in OTHERS {
            let file = format!("{language}/{}", page.file);
            assert!(all.contains(file.as_str()), "{file}");
        }
    }
}

#[test]
fn every_page_names_its_equals_in_all_languages_and_the_one_for_all_others() {
    for page in pages().iter().filter(|page| page.file != "404.html") {
        let document = document_of(&page.file);
        let tags = attributes(&document, "link[rel=alternate][hreflang]", "hreflang").unwrap();
        let mut expected = vec!["en"];
        expected.extend(OTHERS);
        expected.push("x-default");
        assert_eq!(tags, expected, "{}", page.file);
        let hrefs = attributes(&document, "link[rel=alternate][hreflang]", "href").unwrap();
        let canonical = page.relation("canonical").unwrap();
        assert!(hrefs.iter().any(|href| href == canonical), "{}", page.file);
        let switch = attributes(&document, "body a[hreflang]", "hreflang").unwrap();
        assert_eq!(switch.len(), OTHERS.len(), "{}", page.file);
        assert!(!switch.contains(&page.language), "{}", page.file);
    }
}

#[test]
fn arabic_is_set_from_right_to_left_and_no_other() {
    for page in pages() {
        let direction = document_of(&page.file);
        let direction = direction.root_element().attr("dir").unwrap().to_owned();
        let expected = if page.language == "ar" { "rtl" } else { "ltr" };
        assert_eq!(direction, expected, "{}", page.file);
    }
}

#[test]
fn no_english_is_left_in_the_other_languages() {
    for kind in KINDS {
        let english: BTreeSet<String> = sentences(&document(kind)).into_iter().collect();
        assert!(english.len() > 5, "{kind}");
        for language in OTHERS {
            let file = format!("{language}/{kind}");
            let left: Vec<String> = sentences(&document(&file))
                .into_iter()
                .filter(|text| english.contains(text) && !is_international(text))
                .collect();
            // French and Spanish share words with English; a sentence they do not.
            let allowed = |text: &String| {
                ["fr", "es"].contains(&language) && text.split_whitespace().count() < 3
            };
            let left: Vec<&String> = left.iter().filter(|text| !allowed(text)).collect();
            assert!(left.is_empty(), "{file}: {left:?}");
        }
    }
}

#[test]
fn the_status_begins_with_the_count_in_western_digits_in_every_language() {
    let records = Records::bundled().unwrap().list().len();
    for language in OTHERS {
        let document = document(&format!("{language}/cities/index.html"));
        let status = texts(&document, "main [role=status]").unwrap().remove(0);
        assert!(status.starts_with(&records.to_string()), "{status}");
    }
}

#[test]
fn names_stand_in_the_readers_language_and_what_is_not_translated_is_marked() {
    for (language, slug, name) in [
        ("zh", "nanjing", "南京"),
        ("ru", "nanjing", "Нанкин"),
        ("ar", "nanjing", "نانجينغ"),
        ("fr", "beijing", "Pékin"),
    ] {
        let document = document(&format!("{language}/cities/{slug}/index.html"));
        assert_eq!(texts(&document, "h1").unwrap(), [name], "{language}");
    }
    let document = document("zh/cities/index.html");
    let marked = attributes(&document, "main [data-city] > a[lang]", "lang").unwrap();
    assert!(marked.iter().all(|language| language == "en"));
    // 200 of the 365 have a Chinese name.
    assert_eq!(marked.len(), 165);
}

#[test]
fn names_stand_in_the_order_of_the_language() {
    let slugs = |language: &str| {
        let document = document(&format!("{language}/cities/index.html"));
        attributes(&document, "main [data-city]", "data-city").unwrap()
    };
    let before = |language: &str, first: &str, second: &str| {
        let slugs = slugs(language);
        let place = |slug: &str| slugs.iter().position(|it| it == slug).unwrap();
        assert!(place(first) < place(second), "{language}: {first} {second}");
    };
    // By their sounds: Beijing, Nanjing, Suzhou.
    before("zh", "beijing", "nanjing");
    before("zh", "nanjing", "suzhou");
    // Nankin, then Pekin.
    before("ru", "nanjing", "beijing");
    let all: BTreeSet<Vec<String>> = OTHERS.iter().map(|it| slugs(it)).collect();
    assert_eq!(all.len(), OTHERS.len(), "no two languages have one order");
}

fn document_of(file: &str) -> Html {
    Html::parse_document(&dist().read(file).unwrap())
}

/// Texts with letters, of which nobody has said that they are in another language.
fn sentences(document: &Html) -> Vec<String> {
    let as_written = Selector::parse(AS_WRITTEN).unwrap();
    let body = Selector::parse("body").unwrap();
    let body = document.select(&body).next().unwrap();
    let texts = body.descendants().filter_map(|node| {
        let Node::Text(text) = node.value() else {
            return None;
        };
        let mut around = node.ancestors().filter_map(ElementRef::wrap);
        let text = text.trim();
        let has_words = text.chars().filter(|c| c.is_alphabetic()).count() > 2;
        let is_foreign =
            around.any(|element| element.value().name() != "html" && as_written.matches(&element));
        (has_words && !is_foreign).then(|| text.to_owned())
    });
    texts.collect()
}

/// Names of fields, formats, licences and houses, which are the same everywhere.
fn is_international(text: &str) -> bool {
    let is_field = text
        .chars()
        .all(|c| c.is_ascii_lowercase() || "_0123456789".contains(c));
    if is_field {
        return true;
    }
    [
        "JSON",
        "CSV",
        "GeoJSON",
        "Excel",
        "BibTeX",
        "RIS",
        "GB/T 7714",
        "Xinhua Silk Road",
        "CC BY 4.0",
        "Unicode-3.0",
        "Natural Earth",
        "UIL",
    ]
    .contains(&text)
}
