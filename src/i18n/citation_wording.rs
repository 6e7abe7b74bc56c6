//! What is shown, in words for others: the filters, a reference, a sentence to copy.

use crate::domain::directory::Directory;
use crate::domain::export::ExportScope;
use crate::domain::query::Query;
use crate::i18n::city_wording::facet_value_alone;
use crate::i18n::texts::{Text, Texts};

/// All that narrows a query, each filter by itself; nothing where all cities are shown.
pub fn filters_in_words(texts: &Texts, directory: &Directory, query: &Query) -> Vec<String> {
    let mut filters = Vec::new();
    let text = query.text.trim();
    if !text.is_empty() {
        filters.push(texts.fill(Text::FilterText, &[("text", text)]));
    }
    let chosen = query.chosen().into_iter();
    filters.extend(chosen.map(|value| facet_value_alone(texts, directory, value)));
    if !query.only.is_empty() {
        filters.push(texts.plural(Text::FilterOnly, query.only.len(), &[]));
    }
    filters
}

/// A reference for a list of literature: what, how many, as of when, where, and when seen.
pub fn citation(texts: &Texts, scope: &ExportScope<'_>, count: usize) -> String {
    let mut parts = vec![scope.about.to_owned(), cities(texts, scope, count)];
    let date = |text: Text, date: &str| texts.fill(text, &[("date", &texts.date(date))]);
    parts.extend(scope.compiled.map(|day| date(Text::CitationCompiled, day)));
    parts.push(scope.address.to_owned());
    parts.extend(scope.exported.map(|day| date(Text::CitationAccessed, day)));
    parts.join(texts.get(Text::CitationSeparator))
}

/// A sentence to copy: how many of what, as of when, with the address.
pub fn copied_sentence(texts: &Texts, scope: &ExportScope<'_>, count: usize) -> String {
    let cities = ("cities", &*cities(texts, scope, count));
    let address = ("address", scope.address);
    // The cities come last, because a search text within may look like a place to fill.
    match scope.compiled.map(|day| texts.date(day)) {
        Some(date) => texts.fill(Text::CitationSentence, &[("date", &date), address, cities]),
        None => texts.fill(Text::CitationSentenceUndated, &[address, cities]),
    }
}

fn cities(texts: &Texts, scope: &ExportScope<'_>, count: usize) -> String {
    let cities = texts.plural(Text::ResultCount, count, &[]);
    if scope.filters.is_empty() {
        return cities;
    }
    let filters = scope.filters.join(texts.get(Text::FilterSeparator));
    texts.fill(
        Text::CitationFiltered,
        &[("cities", &cities), ("filters", &filters)],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::country::Countries;
    use crate::domain::query_codec::decode;

    fn filters(address: &str) -> Vec<String> {
        let directory = Directory::new(Vec::new(), Countries::default());
        filters_in_words(&Texts::english(), &directory, &decode(address).query)
    }

    #[test]
    fn every_filter_is_said_and_none_for_all_cities() {
        assert_eq!(filters("sort=country"), Vec::<String>::new());
        assert_eq!(
            filters("q=+san+&region=africa&joined=2024&joined=unknown&award=2019&only=a,b"),
            [
                "search text “san”",
                "Africa",
                "Year joined: 2024",
                "Year joined: Not known",
                "Learning City Award 2019",
                "a shared list of 2 cities",
            ]
        );
    }

    #[test]
    fn a_reference_and_a_sentence_say_what_was_found_when_and_where() {
        let texts = Texts::english();
        let filters = ["Africa".to_owned(), "Learning City Award 2019".to_owned()];
        let scope = ExportScope {
            about: "Learning Cities",
            filters: &filters,
            address: "https://example.org/cities/?region=africa",
            compiled: Some("2026-11-23"),
            exported: Some("2026-11-25"),
            network: None,
        };
        assert_eq!(
            citation(&texts, &scope, 2),
            "Learning Cities, 2 cities (Africa; Learning City Award 2019), compiled 23 November 2026, \
             https://example.org/cities/?region=africa, accessed 25 November 2026"
        );
        assert_eq!(
            copied_sentence(&texts, &scope, 1),
            "1 city (Africa; Learning City Award 2019) on record in the UNESCO Global Network of \
             Learning Cities as of 23 November 2026: https://example.org/cities/?region=africa"
        );
        let bare = ExportScope {
            about: "Learning Cities",
            address: "/",
            ..ExportScope::default()
        };
        assert_eq!(
            citation(&texts, &bare, 365),
            "Learning Cities, 365 cities, /"
        );
        assert!(copied_sentence(&texts, &bare, 365).ends_with("Learning Cities: /"));
    }

    #[test]
    fn a_search_text_with_braces_stays_as_typed() {
        assert_eq!(filters("q=%7Btext%7D"), ["search text “{text}”"]);
    }
}
