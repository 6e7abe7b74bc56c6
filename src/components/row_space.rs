//! The room of the rows that are not in the document, so that the page is as long as the whole list.

use crate::markup::{Element, block};

/// Room of so many pixels. A drawing's height needs no style, which the page's policy would refuse.
pub fn row_space(height_px: usize) -> Element {
    block("svg", "row-space")
        .with("width", "1")
        .with("height", &height_px.to_string())
        .with("aria-hidden", "true")
}
