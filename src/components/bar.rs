//! A bar: how large a number is beside the largest of its kind, and beside a total where one is
//! known. The figure itself stands in words beside it.

use crate::markup::{Element, block};

/// The length of the longest bar.
const FULL: u32 = 1000;

/// A bar of `value`, of which `most` would fill the width; `known` is drawn fainter behind it.
pub fn bar(value: u32, most: u32, known: Option<u32>) -> Element {
    let length = |number: u32| (number.saturating_mul(FULL) / most.max(1)).min(FULL);
    let part = |class: &str, length: u32| {
        block("rect", class)
            .with("width", &length.to_string())
            .with("height", "10")
    };
    block("svg", "bar")
        .with("viewBox", &format!("0 0 {FULL} 10"))
        .with("preserveAspectRatio", "none")
        .with("aria-hidden", "true")
        .child(part("bar-known", known.map_or(0, length)))
        .child(part("bar-value", length(value)))
}
