//! The controls that star a city and lay it beside others.
//!
//! They carry no handlers of their own: one listener serves hundreds of rows.

use leptos::prelude::*;

/// The words of a city's controls.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlTexts {
    /// Stars it; names the city.
    pub star: String,
    /// Compares it; names the city.
    pub compare: String,
    /// What is seen of the latter.
    pub compare_short: String,
}

/// Two buttons, each pressed or not.
#[component]
pub fn RowControls(
    /// The city's slug.
    slug: String,
    /// The words.
    texts: ControlTexts,
) -> impl IntoView {
    let compared = slug.clone();
    view! {
        <span class="row-controls live-only">
            <button type="button" name="star" data-star=slug aria-pressed="false" aria-label=texts.star></button>
            <button type="button" name="compare" data-compare=compared aria-pressed="false" aria-label=texts.compare>{texts.compare_short}</button>
        </span>
    }
}
