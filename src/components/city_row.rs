//! A city among the results. What the search marks in it, and which of its controls are pressed,
//! the browser's list writes into the row afterwards.

use leptos::prelude::*;

use crate::components::native_name::NativeName;
use crate::components::row_controls::{ControlTexts, RowControls};

/// What a row says of a city, in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct RowFacts {
    /// The city's slug.
    pub slug: String,
    /// The address of its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its name in its own script and that script's language.
    pub native_name: Option<(String, Option<&'static str>)>,
    /// Its country.
    pub country: String,
    /// Year, awards and doubts.
    pub facts: String,
}

/// A result: name, native name, country, facts, and the controls that star and compare it.
#[component]
pub fn CityRow(
    /// What the row says.
    facts: RowFacts,
    /// The words of its controls.
    controls: ControlTexts,
) -> impl IntoView {
    let RowFacts {
        slug,
        href,
        name,
        native_name,
        country,
        facts,
    } = facts;
    let controlled = slug.clone();
    view! {
        <li class="city-row" data-city=slug>
            <a href=href translate="no">{name}</a>
            {native_name.map(|(name, language)| view! { <NativeName name=name language=language/> })}
            <span class="city-row-country">{country}</span>
            <span class="city-row-facts">{facts}</span>
            <RowControls slug=controlled texts=controls/>
        </li>
    }
}
