//! The form in an address of what is asked and how it is shown: `q`, `region`, `country`, `joined`,
//! `award`, `only`, `sort`, `view`, `at`, `compare`, `like`, `by`. Writing leaves defaults out;
//! reading is total: what it cannot use it hands back, so that the page can say what an old or
//! mangled link lost.

use form_urlencoded::Serializer;

use super::display::{Display, MOST_COMPARED, View};
use super::map_window::MapWindow;
use super::peers::{PeerCriterion, PeerQuestion};
use super::query::{Chosen, Facet, FacetValue, MOST_LISTED, Query, Sort};
use super::slugs::Slugs;

/// Key of the search text.
pub const TEXT_KEY: &str = "q";

/// Key of a shared list of cities.
pub const ONLY_KEY: &str = "only";

/// Key of the order.
pub const SORT_KEY: &str = "sort";

/// Key of the view.
pub const VIEW_KEY: &str = "view";

/// Key of the map's window.
pub const WINDOW_KEY: &str = "at";

/// Key of the cities laid side by side.
pub const COMPARE_KEY: &str = "compare";

/// Key of the city whose like is asked for.
pub const LIKE_KEY: &str = "like";

/// Key of what counts for likeness.
pub const CRITERIA_KEY: &str = "by";

/// What an address asks for.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Decoded {
    /// What was understood of the query, normalised.
    pub query: Query,
    /// What was understood of how it is shown.
    pub display: Display,
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

/// Writes a query, shown in the first way there is, as `application/x-www-form-urlencoded`, without
/// a leading question mark.
///
/// The query is normalised on the way: while somebody types, the text may end in a space that the
/// address does not carry. The default query gives the empty string.
#[must_use]
pub fn encode(query: &Query) -> String {
    encode_shown(query, &Display::default())
}

/// Writes a query with how it is shown.
#[must_use]
pub fn encode_shown(query: &Query, display: &Display) -> String {
    let query = query.normalised();
    let mut pairs = Serializer::new(String::new());
    let mut append = |key: &str, value: &str| {
        pairs.append_pair(key, value);
    };
    if !query.text.is_empty() {
        append(TEXT_KEY, &query.text);
    }
    for value in query.chosen() {
        append(value.facet().key(), &value.value());
    }
    if !query.only.is_empty() {
        append(ONLY_KEY, &query.only.value());
    }
    if query.sort != Sort::default() {
        append(SORT_KEY, query.sort.value());
    }
    if display.view != View::default() {
        append(VIEW_KEY, display.view.value());
    }
    if let Some(window) = display.window {
        append(WINDOW_KEY, &window.value());
    }
    if !display.compared.is_empty() {
        append(COMPARE_KEY, &display.compared.value());
    }
    if let Some(PeerQuestion { slug, criteria }) = &display.peers {
        append(LIKE_KEY, slug);
        if *criteria != PeerCriterion::DEFAULT {
            for criterion in criteria {
                append(CRITERIA_KEY, criterion.value());
            }
        }
    }
    // What needs no escape in a query (RFC 3986, 3.4) stays readable in the address bar.
    pairs.finish().replace("%2C", ",")
}

/// Reads the query part of an address, with or without its question mark; any text is accepted.
///
/// Values of one facet add up. Of several texts, orders, views and the like the first counts.
#[must_use]
pub fn decode(text: &str) -> Decoded {
    let text = text.strip_prefix('?').unwrap_or(text);
    let mut reader = Reader::default();
    for (key, value) in form_urlencoded::parse(text.as_bytes()) {
        reader.take(&key, &value);
    }
    reader.finish()
}

/// What has been read so far; each part that stands but once is there or not.
#[derive(Default)]
struct Reader {
    query: Query,
    text: Option<String>,
    sort: Option<Sort>,
    view: Option<View>,
    window: Option<MapWindow>,
    only: Option<Slugs>,
    compared: Option<Slugs>,
    peers: Option<PeerQuestion>,
    criteria: Vec<PeerCriterion>,
    dropped: Vec<Dropped>,
}

impl Reader {
    fn take(&mut self, key: &str, value: &str) {
        let understood = match key {
            TEXT_KEY => first(&mut self.text, Some(value.to_owned())),
            SORT_KEY => first(&mut self.sort, Sort::parse(value)),
            VIEW_KEY => first(&mut self.view, View::parse(value)),
            WINDOW_KEY => first(&mut self.window, MapWindow::parse(value)),
            LIKE_KEY => first(&mut self.peers, PeerQuestion::parse(value)),
            ONLY_KEY => return self.take_slugs(key, value),
            COMPARE_KEY => return self.take_slugs(key, value),
            CRITERIA_KEY => PeerCriterion::parse(value).is_some_and(|criterion| {
                self.criteria.push(criterion);
                true
            }),
            key => choose(&mut self.query, key, value),
        };
        if !understood {
            self.drop(key, value);
        }
    }

    fn take_slugs(&mut self, key: &str, value: &str) {
        let (list, most) = match key {
            ONLY_KEY => (&mut self.only, MOST_LISTED),
            _ => (&mut self.compared, MOST_COMPARED),
        };
        let (slugs, left_over) = Slugs::parse(value, most);
        if first(list, Some(slugs)) {
            for part in left_over {
                self.drop(key, &part);
            }
        } else {
            self.drop(key, value);
        }
    }

    fn drop(&mut self, key: &str, value: &str) {
        self.dropped.push(Dropped {
            key: key.to_owned(),
            value: value.to_owned(),
        });
    }

    fn finish(mut self) -> Decoded {
        self.query.text = self.text.unwrap_or_default();
        self.query.sort = self.sort.unwrap_or_default();
        self.query.only = self.only.unwrap_or_default();
        if let Some(peers) = self.peers.as_mut().filter(|_| !self.criteria.is_empty()) {
            let chosen = PeerCriterion::ALL.into_iter();
            peers.criteria = chosen.filter(|one| self.criteria.contains(one)).collect();
        }
        Decoded {
            query: self.query.normalised(),
            display: Display {
                view: self.view.unwrap_or_default(),
                window: self.window,
                compared: self.compared.unwrap_or_default(),
                peers: self.peers,
            },
            dropped: self.dropped,
        }
    }
}

/// Takes a part that counts once. A repeat that says the same loses nothing, so it is understood.
fn first<T: PartialEq>(known: &mut Option<T>, read: Option<T>) -> bool {
    match (&known, read) {
        (_, None) => false,
        (None, read) => {
            *known = read;
            true
        }
        (Some(known), Some(read)) => *known == read,
    }
}

fn choose(query: &mut Query, key: &str, value: &str) -> bool {
    let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key);
    let parsed = facet.and_then(|facet| FacetValue::parse(facet, value));
    if let Some(value) = parsed {
        query.set(value, Chosen::Yes);
    }
    parsed.is_some()
}

#[cfg(test)]
mod tests;
