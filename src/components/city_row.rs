//! A city among the results.

use std::ops::Range;

use crate::components::city_controls::{ControlWords, city_controls};
use crate::components::marked_text::marked_text;
use crate::markup::{Element, block, element};

/// What a row says of a city, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowFacts {
    /// The city's slug.
    pub slug: String,
    /// The address of its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// The name's language, where it is not the reader's.
    pub name_language: Option<&'static str>,
    /// Its name in its own script and that script's language.
    pub native_name: Option<(String, Option<&'static str>)>,
    /// Its country.
    pub country: String,
    /// Year, awards and doubts.
    pub facts: String,
}

/// A text with what is marked in it.
pub type Marked<'a> = (&'a str, &'a [Range<usize>]);

/// A result: name, native name, country, facts, why it is here, and the controls of its city.
pub fn city_row(
    facts: &RowFacts,
    marks: &[Range<usize>],
    note: Option<(&str, Marked<'_>)>,
    place: Option<(usize, usize)>,
    controls: &ControlWords,
) -> Element {
    let row = numbered(
        block("li", "city-row").with("data-city", &facts.slug),
        place,
    );
    row.child(name_link(facts, marks))
        .maybe(native_name(facts))
        .child(block("span", "city-row-country").text(&facts.country))
        .child(block("span", "city-row-facts").text(&facts.facts))
        .maybe(note.map(|(field, text)| match_note(field, text)))
        .child(city_controls(&facts.slug, controls))
}

/// The link to a city's page, parts of its name marked.
pub fn name_link(facts: &RowFacts, marks: &[Range<usize>]) -> Element {
    let link = name_link_without_words(&facts.href, facts.name_language);
    marked_text(link, &facts.name, marks)
}

/// A link to a city's page that still lacks its name, which no translation touches.
pub fn name_link_without_words(href: &str, language: Option<&'static str>) -> Element {
    let link = element("a").with("href", href).with("translate", "no");
    match language {
        Some(language) => link.with("lang", language),
        None => link,
    }
}

/// A city's name in its own script, that no translation touches, isolated so that right-to-left
/// script leaves its neighbours in place.
pub fn native_name(facts: &RowFacts) -> Option<Element> {
    let (name, language) = facts.native_name.as_ref()?;
    let mut native = block("bdi", "native-name");
    if let Some(language) = language {
        native = native.with("lang", language);
    }
    Some(native.with("translate", "no").text(name))
}

/// The field in which a match outside the name was found, and the text.
pub fn match_note(field: &str, (text, marks): Marked<'_>) -> Element {
    let quoted = marked_text(element("bdi").with("translate", "no"), text, marks);
    block("span", "city-row-match")
        .text(field)
        .text(" ")
        .child(quoted)
}

/// Adds position and size of the set, where not all of it stands in the document.
pub fn numbered(row: Element, place: Option<(usize, usize)>) -> Element {
    match place {
        Some((position, size)) => row
            .with("aria-posinset", &position.to_string())
            .with("aria-setsize", &size.to_string()),
        None => row,
    }
}
