//! The options of one facet, each a checkbox with its live count.

use crate::domain::facets::FacetOption;
use crate::domain::query::Facet;
use crate::markup::{Element, block, element};

/// An option of a facet, and whether it is chosen.
pub type OfferedOption = (FacetOption, bool);

/// A facet with its options.
pub fn facet_group(legend: &str, options: Vec<Element>) -> Element {
    let list = element("ul").with("role", "list").all(options);
    block("fieldset", "facet")
        .child(element("legend").text(legend))
        .child(list)
}

/// An option with its words and count; one that would give nothing is hidden unless it is chosen.
pub fn facet_option(facet: Facet, offered: OfferedOption, label: &str) -> Element {
    let (FacetOption { value, count }, is_chosen) = offered;
    let checkbox = element("input")
        .with("type", "checkbox")
        .with("name", facet.key())
        .with("value", &value.value())
        .when("checked", is_chosen);
    let count_words = block("span", "facet-count")
        .with("data-count", "")
        .text(&count.to_string());
    let label = element("label")
        .child(checkbox)
        .child(element("span").text(label))
        .child(count_words);
    element("li")
        .when("hidden", count == 0 && !is_chosen)
        .child(label)
}
