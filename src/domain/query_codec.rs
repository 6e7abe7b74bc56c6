//! The query's form in an address: `q`, `region`, `country`, `joined`, `award`, `sort`.
//! Writing leaves defaults out; reading is total: what it cannot use it hands back, so that the
//! page can say what an old or mangled link lost.

use form_urlencoded::Serializer;

use super::query::{Chosen, Facet, FacetValue, Query, Sort};

/// Key of the search text.
pub const TEXT_KEY: &str = "q";

/// Key of the order.
pub const SORT_KEY: &str = "sort";

/// A query read from an address.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Decoded {
    /// What was understood, normalised.
    pub query: Query,
    /// What was not, in the order of the address.
    pub dropped: Vec<Dropped>,
}

/// A part of an address that means nothing here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dropped {
    /// Its key, decoded.
    pub key: String,
    /// Its value, decoded.
    pub value: String,
}

/// Writes a query as `application/x-www-form-urlencoded`, without a leading question mark.
///
/// The query is normalised on the way: while somebody types, the text may end in a space that the
/// address does not carry. The default query gives the empty string.
#[must_use]
pub fn encode(query: &Query) -> String {
    let query = query.normalised();
    let mut pairs = Serializer::new(String::new());
    if !query.text.is_empty() {
        pairs.append_pair(TEXT_KEY, &query.text);
    }
    for value in query.chosen() {
        pairs.append_pair(value.facet().key(), &value.value());
    }
    if query.sort != Sort::default() {
        pairs.append_pair(SORT_KEY, query.sort.value());
    }
    pairs.finish()
}

/// Reads the query part of an address, with or without its question mark; any text is accepted.
///
/// Values of one facet add up. Of several texts or orders the first counts.
#[must_use]
pub fn decode(text: &str) -> Decoded {
    let text = text.strip_prefix('?').unwrap_or(text);
    let mut decoded = Decoded::default();
    let mut seen_text = false;
    let mut seen_sort = false;
    for (key, value) in form_urlencoded::parse(text.as_bytes()) {
        let understood = match key.as_ref() {
            TEXT_KEY if !seen_text => {
                decoded.query.text = value.to_string();
                seen_text = true;
                true
            }
            SORT_KEY if !seen_sort => match Sort::parse(&value) {
                Some(sort) => {
                    decoded.query.sort = sort;
                    seen_sort = true;
                    true
                }
                None => false,
            },
            key => choose(&mut decoded.query, key, &value),
        };
        if !understood && !same_again(&decoded.query, &key, &value) {
            decoded.dropped.push(Dropped {
                key: key.into_owned(),
                value: value.into_owned(),
            });
        }
    }
    decoded.query = decoded.query.normalised();
    decoded
}

fn choose(query: &mut Query, key: &str, value: &str) -> bool {
    let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key);
    let parsed = facet.and_then(|facet| FacetValue::parse(facet, value));
    if let Some(value) = parsed {
        query.set(value, Chosen::Yes);
    }
    parsed.is_some()
}

/// A repeat that says the same loses nothing, so there is nothing to report.
fn same_again(query: &Query, key: &str, value: &str) -> bool {
    match key {
        TEXT_KEY => query.text == value,
        SORT_KEY => query.sort.value() == value,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
