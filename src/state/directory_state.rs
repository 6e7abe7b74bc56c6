//! The directory page's state: what is asked, how it is shown, and what that gives.
//!
//! Query and display are written here only: by the reader's choices, and by the address when the
//! reader walks with Back or opens a link.

mod choices;
mod row_window;

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::city::Position;
use crate::domain::directory::Directory;
use crate::domain::display::{Display, View};
use crate::domain::facets::FacetOption;
use crate::domain::query::{Facet, FacetValue, Query, Sort};
use crate::domain::query_codec::{Decoded, Dropped, LIKE_KEY, ONLY_KEY, encode_shown};
use crate::domain::results::Results;
use crate::domain::slugs::Slugs;
use crate::platform::{self, Debounce};
use crate::state::catalogue::Catalogue;
use crate::state::directory_address::{DirectoryAddress, HistoryStep};
use crate::state::directory_extras::DirectoryExtras;
use crate::state::map_state::{MapPlace, MapState};
use crate::state::shortlist::Shortlist;

/// Up to so many results all stand in the document, for find-in-page, print and screen readers.
pub const WHOLE_LIST_LIMIT: usize = 1000;

/// Of more results so many stand there at first; then those around what the reader sees.
const WINDOW_ROWS: usize = 60;

/// Where the directory itself is longer, fewer results than that are whole once the reader has
/// stopped for so long: a keystroke that is followed by another need not make a thousand rows.
const WHOLE_LIST_PAUSE_MS: u64 = 400;

/// The state of the directory page; copies share it. What it tells is read reactively.
#[derive(Clone, Copy)]
pub struct DirectoryState {
    catalogue: StoredValue<Arc<Catalogue>>,
    query: RwSignal<Query>,
    display: RwSignal<Display>,
    results: Memo<Results>,
    dropped: RwSignal<Vec<Dropped>>,
    here: RwSignal<Option<Position>>,
    /// The rows that stand in the document where not all do, and the height that stands for each
    /// other, once measured.
    window: RwSignal<(Range<usize>, Option<f64>)>,
    /// Until the reader has stopped for a moment.
    pause: StoredValue<Debounce>,
    address: StoredValue<Option<DirectoryAddress>>,
    /// How far down the reader left each view.
    left_at: StoredValue<Vec<(View, f64)>>,
    /// The cities that the reader has starred.
    pub shortlist: Shortlist,
    /// The results on the map.
    pub map: MapState,
    /// What is fetched or told only when the reader asks for it.
    pub extras: DirectoryExtras,
}

impl DirectoryState {
    /// The state with what the page is opened with.
    pub fn new(catalogue: Arc<Catalogue>, request: Decoded, shortlist: Shortlist) -> Self {
        let request = known(&catalogue, request);
        let catalogue = StoredValue::new(catalogue);
        let query = RwSignal::new(request.query);
        let here = RwSignal::new(None);
        let results = move |query: &Query| {
            catalogue.with_value(|catalogue| match here.get() {
                Some(here) if query.sort == Sort::Near => {
                    catalogue.directory.results_near(query, &here)
                }
                _ => catalogue.directory.results(query),
            })
        };
        let results = Memo::new(move |_| query.with(results));
        let places = move |results: &Results| {
            catalogue.with_value(|catalogue| MapPlace::of_results(&catalogue.directory, results))
        };
        let places = Memo::new(move |_| results.with(places));
        let map = MapState::new(places, request.display.window);
        Self {
            catalogue,
            query,
            display: RwSignal::new(request.display),
            results,
            dropped: RwSignal::new(request.dropped),
            here,
            window: RwSignal::new((0..WINDOW_ROWS, None)),
            pause: StoredValue::new(Debounce::new(WHOLE_LIST_PAUSE_MS)),
            address: StoredValue::new(None),
            left_at: StoredValue::new(Vec::new()),
            shortlist,
            map,
            extras: DirectoryExtras::new(),
        }
    }

    /// Follows the address from now on; where it lacks what the reader had entered early, that is
    /// written there first.
    pub fn follow_address(self, address: DirectoryAddress) {
        self.address.set_value(Some(address));
        self.complete_list_soon();
        let mut is_followed = false;
        platform::follow(move || {
            let Decoded {
                query,
                display,
                dropped,
            } = self.with_catalogue(|catalogue| known(catalogue, address.read()));
            let asked = encode_shown(&query, &display);
            let is_new = untrack(|| asked != self.encoded());
            if is_new && !is_followed {
                self.write(HistoryStep::Replace);
            } else if is_new {
                address.forget_pending();
                self.dropped.set(dropped);
                self.begin_list();
                self.query.set(query);
                self.display.set(display);
            }
            is_followed = true;
        });
    }

    /// The cities, the names of countries, the index.
    pub fn with_catalogue<T>(self, read: impl FnOnce(&Catalogue) -> T) -> T {
        self.catalogue.with_value(|catalogue| read(catalogue))
    }

    /// The results, with the directory they are from.
    pub fn with_results<T>(self, read: impl FnOnce(&Directory, &Results) -> T) -> T {
        self.results
            .with(|results| self.with_catalogue(|catalogue| read(&catalogue.directory, results)))
    }

    /// Parts of what is asked.
    pub fn query_parts<T>(self, read: impl FnOnce(&Query) -> T) -> T {
        self.query.with(read)
    }

    /// What is asked, for those who follow the results anyway.
    pub fn with_query_untracked<T>(self, read: impl FnOnce(&Query) -> T) -> T {
        self.query.with_untracked(read)
    }

    /// Parts of how it is shown.
    pub fn display_parts<T>(self, read: impl FnOnce(&Display) -> T) -> T {
        self.display.with(read)
    }

    /// How many cities the query gives.
    pub fn total(self) -> usize {
        self.results.with(|results| results.ids.len())
    }

    /// The order.
    pub fn sort(self) -> Sort {
        self.query.with(|query| query.sort)
    }

    /// The view.
    pub fn view(self) -> View {
        self.display.with(|display| display.view)
    }

    /// Whether there is a search text.
    pub fn has_text(self) -> bool {
        self.query.with(|query| !query.text.trim().is_empty())
    }

    /// Whether anything narrows the results.
    pub fn is_narrowed(self) -> bool {
        self.has_text() || self.query.with(Query::is_narrowed)
    }

    /// What of the address meant nothing, as it stood there.
    pub fn dropped(self) -> Vec<String> {
        self.dropped.with(|dropped| {
            let parts = dropped.iter();
            parts
                .map(|part| format!("{}={}", part.key, part.value))
                .collect()
        })
    }

    /// Whether it is known where the reader is.
    pub fn is_here_known(self) -> bool {
        self.here.with(Option::is_some)
    }

    /// The starred cities.
    pub fn starred(self) -> Slugs {
        self.shortlist.slugs.get()
    }

    /// The options of a facet, each with whether it is chosen.
    pub fn options(self, facet: Facet) -> Vec<(FacetOption, bool)> {
        self.query.with(|query| {
            self.results.with(|results| {
                let options = results.facets.options(facet).iter();
                options
                    .map(|option| (*option, query.contains(option.value)))
                    .collect()
            })
        })
    }

    /// Whether a value is chosen.
    pub fn is_chosen(self, value: FacetValue) -> bool {
        self.query.with(|query| query.contains(value))
    }

    /// Filters that words of the text name.
    pub fn offers(self) -> Vec<FacetValue> {
        self.query
            .with(|query| self.with_catalogue(|catalogue| catalogue.directory.offers(query)))
    }
}

/// A request without the cities that are not on record; those are said to be left out. A list of
/// which none is on record stays, and is empty: without it every city would pass for the list.
fn known(catalogue: &Catalogue, mut request: Decoded) -> Decoded {
    let is_known = |slug: &str| catalogue.directory.find(slug).is_some();
    let mut drop = |key: &str, slug: &str| {
        request.dropped.push(Dropped {
            key: key.to_owned(),
            value: slug.to_owned(),
        });
    };
    let listed = request.query.only.clone();
    let leaves_some = listed.iter().any(is_known);
    for slug in listed.iter().filter(|slug| !is_known(slug)) {
        if leaves_some {
            request.query.only.remove(slug);
        }
        drop(ONLY_KEY, slug);
    }
    let peers = request
        .display
        .peers
        .take_if(|peers| !is_known(&peers.slug));
    if let Some(peers) = peers {
        drop(LIKE_KEY, &peers.slug);
    }
    request
}
