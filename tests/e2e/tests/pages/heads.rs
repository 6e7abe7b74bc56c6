//! What search engines, link previews and screen readers learn of each page.

use std::collections::BTreeMap;

use url::Url;

use crate::languages::OTHERS;
use crate::site::{dist, pages};

/// What a preview needs (ogp.me).
const PREVIEW: [&str; 5] = [
    "og:title",
    "og:description",
    "og:type",
    "og:url",
    "og:image",
];

/// How a PNG begins (W3C PNG 3, 5.2); its first chunk then tells width and height.
const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

#[test]
fn every_page_has_one_main_heading_with_text() {
    for page in pages() {
        assert_eq!(page.main_headings.len(), 1, "{}", page.file);
        assert!(!page.main_headings[0].trim().is_empty(), "{}", page.file);
    }
}

#[test]
fn every_page_names_its_language() {
    for page in pages() {
        let folder = page.file.split('/').next().unwrap_or_default();
        let expected = OTHERS.iter().find(|language| **language == folder);
        assert_eq!(page.language, *expected.unwrap_or(&"en"), "{}", page.file);
    }
}

#[test]
fn no_two_pages_share_a_title_or_a_description() {
    let mut titles: BTreeMap<&str, &str> = BTreeMap::new();
    let mut descriptions: BTreeMap<&str, &str> = BTreeMap::new();
    for page in pages() {
        let description = page.meta("description").unwrap_or_default();
        assert!(
            !page.title.trim().is_empty() && !description.trim().is_empty(),
            "{}",
            page.file
        );
        if let Some(other) = titles.insert(&page.title, &page.file) {
            panic!("{} and {other} share the title {}", page.file, page.title);
        }
        if let Some(other) = descriptions.insert(description, &page.file) {
            panic!(
                "{} and {other} share the description {description}",
                page.file
            );
        }
    }
}

#[test]
fn every_page_but_404_names_its_own_address_and_what_a_preview_needs() {
    for page in pages() {
        for property in PREVIEW {
            assert!(
                page.meta(property)
                    .is_some_and(|content| !content.is_empty()),
                "{}: {property}",
                page.file
            );
        }
        if page.file == "404.html" {
            assert_eq!(page.meta("robots"), Some("noindex"));
            assert_eq!(page.relation("canonical"), None);
            continue;
        }
        let canonical = Url::parse(page.relation("canonical").unwrap_or_default());
        let canonical =
            canonical.unwrap_or_else(|error| panic!("{}: canonical: {error}", page.file));
        assert_eq!(canonical.path(), format!("/{}", page.address()));
        assert_eq!(
            page.meta("og:url"),
            Some(canonical.as_str()),
            "{}",
            page.file
        );
    }
}

#[test]
fn every_preview_has_a_picture_of_the_size_it_names_in_the_language_of_its_page() {
    let mut pictures = BTreeMap::new();
    for page in pages() {
        let picture = Url::parse(page.meta("og:image").unwrap_or_default());
        let picture = picture.unwrap_or_else(|error| panic!("{}: og:image: {error}", page.file));
        let ending = format!("-{}.png", page.language);
        assert!(
            picture.path().ends_with(&ending),
            "{}: {picture}",
            page.file
        );
        let named = ["og:image:width", "og:image:height"].map(|size| page.meta(size));
        pictures.insert(picture.path().to_owned(), named);
    }
    let english = pages().iter().filter(|page| page.file.starts_with("news/"));
    let reports = english.count() - 1;
    assert_eq!(pictures.len(), (4 + reports) * (OTHERS.len() + 1));
    for (path, named) in pictures {
        let file = dist().root().join(path.trim_start_matches('/'));
        let file = std::fs::read(&file).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(file.starts_with(PNG_SIGNATURE), "{path} is no PNG");
        let size = [16, 20].map(|at| u32::from_be_bytes(file[at..at + 4].try_into().unwrap()));
        assert_eq!(size, [1200, 630], "{path}");
        assert_eq!(named.map(Option::unwrap), ["1200", "630"], "{path}");
    }
}

#[test]
fn every_page_fits_narrow_screens_and_knows_dark_ones() {
    for page in pages() {
        assert_eq!(
            page.meta("viewport"),
            Some("width=device-width, initial-scale=1"),
            "{}",
            page.file
        );
        assert_eq!(
            page.meta("color-scheme"),
            Some("light dark"),
            "{}",
            page.file
        );
    }
}

#[test]
fn the_preview_is_on_no_list_and_for_no_search_engine() {
    let page = dist().read("preview/index.html").unwrap();
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!page.contains("rel=\"canonical\""));
    for list in ["sitemap.xml", "offline/shared.json", "offline/en.json"] {
        assert!(!dist().read(list).unwrap().contains("preview"), "{list}");
    }
    for page in dist().pages().unwrap() {
        assert!(!dist().read(&page).unwrap().contains("/preview/"), "{page}");
    }
}
