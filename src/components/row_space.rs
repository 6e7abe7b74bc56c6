//! The room of the rows that are not in the document, so that the page is as long as the whole list.

use leptos::prelude::*;

/// Room of so many pixels. A drawing's height needs no style, which the page's policy would refuse.
#[component]
pub fn RowSpace(
    /// Its height in CSS pixels.
    #[prop(into)]
    height_px: Signal<usize>,
) -> impl IntoView {
    let height = Signal::derive(move || height_px.get().to_string());
    let is_none = Signal::derive(move || height_px.get() == 0);
    view! { <svg class="row-space" width="1" height=height data-none=is_none aria-hidden="true"></svg> }
}
