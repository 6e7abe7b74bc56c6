//! A city among the results.

use leptos::prelude::*;

use crate::components::marked_text::marked_text;
use crate::components::native_name::NativeName;
use crate::domain::search::explain::Explanation;

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

/// Why a city is among the results, where its name does not show it: the field and the text.
pub type MatchNote = (String, String, Vec<std::ops::Range<usize>>);

/// A result: name, native name, country, facts, and why it matched.
#[component]
pub fn CityRow(
    /// What the row says.
    facts: RowFacts,
    /// What the search text found in it; `None` without a search text.
    #[prop(into)]
    explanation: Signal<Option<Explanation>>,
    /// The field a match outside the name was found in, with its text.
    #[prop(into)]
    note: Signal<Option<MatchNote>>,
    /// Position from 1 and size of the set, where it may be too large to stand in the document
    /// whole. Rows of a set that always does have none to follow.
    place: Option<Signal<Option<(usize, usize)>>>,
) -> impl IntoView {
    let RowFacts {
        slug,
        href,
        name,
        native_name,
        country,
        facts,
    } = facts;
    let marked_name = move || {
        explanation.with(|explanation| {
            marked_text(
                &name,
                explanation
                    .as_ref()
                    .map_or(&[], |explanation| explanation.name.as_slice()),
            )
        })
    };
    let matched = move || {
        note.get().map(|(field, text, marks)| {
            view! {
                <span class="city-row-match">
                    {field}" "<bdi translate="no">{marked_text(&text, &marks)}</bdi>
                </span>
            }
        })
    };
    let position = place
        .map(|place| Signal::derive(move || place.get().map(|(position, _)| position.to_string())));
    let size =
        place.map(|place| Signal::derive(move || place.get().map(|(_, size)| size.to_string())));
    view! {
        <li class="city-row" data-city=slug aria-posinset=position aria-setsize=size>
            <a href=href translate="no">{marked_name}</a>
            {native_name.map(|(name, language)| view! { <NativeName name=name language=language/> })}
            <span class="city-row-country">{country}</span>
            <span class="city-row-facts">{facts}</span>
            {matched}
        </li>
    }
}
