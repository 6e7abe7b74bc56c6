//! The JSON document: the records in the form of the site's own data file, with what the file is,
//! where it is from, on what terms, and the sources in full.

use super::super::city::City;
use super::super::network::NetworkTotal;
use super::super::source::Source;
use super::field::{Cell, Field, Member};
use super::json_text::JsonText;
use super::{ATTRIBUTION, ExportScope, LICENCE, named_sources};

/// The cities as a JSON document, a line for each; sources are written out where they are passed.
///
/// What is not known is left out of a record, as in the site's own data file, whose schema
/// describes this one too.
#[must_use]
pub fn document(cities: &[&City], scope: &ExportScope<'_>, sources: &[Source]) -> String {
    let mut json = JsonText::default();
    json.open('{');
    push_scope(&mut json, scope);
    json.key(Member::Cities.key());
    json.open('[');
    for city in cities {
        json.line();
        push_record(&mut json, city, scope);
    }
    json.close(']');
    push_sources(&mut json, cities, sources);
    json.close('}');
    json.finish()
}

/// A source as a JSON object.
#[must_use]
pub fn source_object(source: &Source) -> String {
    let mut json = JsonText::default();
    push_source(&mut json, source);
    json.finish()
}

/// What the file says of itself.
pub(super) fn push_scope(json: &mut JsonText, scope: &ExportScope<'_>) {
    push_text(json, Member::About.key(), scope.about);
    json.key(Member::Filters.key());
    json.strings(scope.filters);
    push_text(json, Member::ExportedFrom.key(), scope.address);
    push_optional(json, Member::Compiled.key(), scope.compiled);
    push_optional(json, Member::Exported.key(), scope.exported);
    push_text(json, Member::Licence.key(), LICENCE);
    push_text(json, Member::Attribution.key(), ATTRIBUTION);
    if let Some(network) = scope.network {
        json.key(Member::Network.key());
        push_network(json, network);
    }
}

/// The sources that the cities name; nothing where no list of sources is at hand.
pub(super) fn push_sources(json: &mut JsonText, cities: &[&City], sources: &[Source]) {
    if sources.is_empty() {
        return;
    }
    json.key(Member::Sources.key());
    json.open('[');
    for source in named_sources(cities, sources) {
        json.line();
        push_source(json, source);
    }
    json.close(']');
}

fn push_record(json: &mut JsonText, city: &City, scope: &ExportScope<'_>) {
    json.open('{');
    for field in Field::ALL {
        let cell = field.cell(city, scope);
        if let Some(key) = field.json_key().filter(|_| cell != Cell::Empty) {
            json.key(key);
            json.cell(cell);
        }
    }
    json.close('}');
}

fn push_network(json: &mut JsonText, network: &NetworkTotal) {
    json.open('{');
    json.key("members");
    json.cell(Cell::Number(network.members));
    json.key("countries");
    json.cell(Cell::Number(network.countries));
    push_text(json, "counted", &network.counted);
    push_text(json, "source", &network.source);
    json.close('}');
}

fn push_source(json: &mut JsonText, source: &Source) {
    json.open('{');
    push_text(json, "id", &source.id);
    push_text(json, "publisher", &source.publisher);
    push_text(json, "title", &source.title);
    push_optional(json, "date", source.date.as_deref());
    push_optional(json, "url", source.url.as_deref());
    push_optional(json, "attests", source.attests.as_deref());
    json.close('}');
}

fn push_optional(json: &mut JsonText, key: &str, text: Option<&str>) {
    if let Some(text) = text {
        push_text(json, key, text);
    }
}

fn push_text(json: &mut JsonText, key: &str, text: &str) {
    json.key(key);
    json.string(text);
}
