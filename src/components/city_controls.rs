//! The controls that star a city and lay it beside others.

use crate::markup::{Element, block, button};

/// The words of a city's controls, and whether they are pressed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ControlWords {
    /// Stars it; names the city.
    pub star: String,
    /// Compares it; names the city.
    pub compare: String,
    /// What is seen of the latter.
    pub compare_short: String,
    /// Whether it is starred.
    pub is_starred: bool,
    /// Whether it is compared.
    pub is_compared: bool,
}

/// Two buttons, each pressed or not. Their actions leave the city out, which the second names.
pub fn city_controls(slug: &str, words: &ControlWords) -> Element {
    let star = button("star", "star ", "")
        .state("aria-pressed", words.is_starred)
        .with("aria-label", &words.star);
    let compare = button("compare", "compare ", &words.compare_short)
        .with("data-compare", slug)
        .state("aria-pressed", words.is_compared)
        .with("aria-label", &words.compare);
    block("span", "row-controls live-only")
        .child(star)
        .child(compare)
}
