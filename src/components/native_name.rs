//! A city's name in its own script, with its language and direction.

use leptos::prelude::*;

/// A name that no translation touches, isolated so that right-to-left script leaves its
/// neighbours in place.
#[component]
pub fn NativeName(
    /// The name.
    name: String,
    /// Its BCP 47 tag, where script and country leave one choice.
    language: Option<&'static str>,
) -> impl IntoView {
    view! { <bdi class="native-name" lang=language translate="no">{name}</bdi> }
}
