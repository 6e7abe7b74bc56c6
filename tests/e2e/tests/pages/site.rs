//! Every page, read once for all tests.

use std::sync::OnceLock;

use scraper::Html;
use serde_json::Value;

use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::page_facts::PageFacts;

/// The built site; without one no test can say anything.
pub(crate) fn dist() -> Dist {
    Dist::find().unwrap_or_else(|failure| panic!("{failure}"))
}

/// What every page says.
pub(crate) fn pages() -> &'static [PageFacts] {
    static PAGES: OnceLock<Vec<PageFacts>> = OnceLock::new();
    PAGES.get_or_init(|| facts_of(&dist()))
}

/// What every page of a site says.
pub(crate) fn facts_of(dist: &Dist) -> Vec<PageFacts> {
    let read = |file: &String| PageFacts::read(file, &dist.read(file).unwrap()).unwrap();
    dist.pages().unwrap().iter().map(read).collect()
}

/// A page as a tree.
pub(crate) fn document(file: &str) -> Html {
    Html::parse_document(&dist().read(file).unwrap())
}

/// The text of a page's own part, white space made even.
pub(crate) fn content(document: &Html, selector: &str) -> String {
    let texts = learning_cities_e2e::page_facts::texts(document, selector).unwrap();
    texts
        .join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A data file.
pub(crate) fn json(file: &str) -> Value {
    serde_json::from_str(&dist().read(file).unwrap())
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The records of a companion file that is a list.
pub(crate) fn list(file: &str) -> Vec<Value> {
    json(file)
        .as_array()
        .cloned()
        .unwrap_or_else(|| panic!("{file} is no list"))
}
