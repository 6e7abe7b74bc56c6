//! The directory page's state: the query, what it gives, and its mirror in the address bar.
//!
//! The query is written here only: by the reader's choices, and by the address when the reader
//! walks with Back or opens a link. Typing replaces the history entry, a choice pushes one.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use crate::domain::city::CityId;
use crate::domain::query::{Chosen, Facet, FacetValue, Query, Sort};
use crate::domain::query_codec::{Dropped, decode, encode};
use crate::domain::results::Results;
use crate::domain::suggestions::Suggestion;
use crate::platform::{Debounce, EarlyInput};
use crate::state::catalogue::Catalogue;
use crate::state::site::Site;

/// Up to so many results all stand in the document, for find-in-page, print and screen readers.
const WHOLE_LIST_LIMIT: usize = 1000;

/// So many results are added by each press of the button above that limit.
const WINDOW_STEP: usize = 200;

/// Typing is written to the address once the reader pauses: Safari refuses more than 100 changes
/// of the address in 30 seconds.
const ADDRESS_PAUSE_MS: u64 = 350;

/// How a change is kept in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HistoryStep {
    Push,
    Replace,
}

type WriteAddress = Box<dyn Fn(&str, HistoryStep) + Send + Sync>;

/// The state of the directory page; copies share it.
#[derive(Clone, Copy)]
pub struct DirectoryState {
    catalogue: StoredValue<Arc<Catalogue>>,
    /// What is asked for.
    pub query: RwSignal<Query>,
    /// The search text alone.
    pub text: Memo<String>,
    /// What the query gives.
    pub results: Memo<Results>,
    /// What of the address meant nothing.
    pub dropped: RwSignal<Vec<Dropped>>,
    window: RwSignal<usize>,
    write_address: StoredValue<WriteAddress>,
    typing_pause: StoredValue<Debounce>,
}

impl DirectoryState {
    /// The state with its first query.
    pub fn new(site: &Site, catalogue: Arc<Catalogue>, query: Query) -> Self {
        let catalogue = StoredValue::new(catalogue);
        let query = RwSignal::new(query);
        Self {
            catalogue,
            query,
            text: Memo::new(move |_| query.with(|query| query.text.clone())),
            results: Memo::new(move |_| {
                query.with(|query| {
                    catalogue.with_value(|catalogue| catalogue.directory.results(query))
                })
            }),
            dropped: RwSignal::new(Vec::new()),
            window: RwSignal::new(WINDOW_STEP),
            write_address: StoredValue::new(address_writer(site)),
            typing_pause: StoredValue::new(Debounce::new(ADDRESS_PAUSE_MS)),
        }
    }

    /// Follows the address from now on, and takes in once what the reader had entered before.
    pub fn follow_address(self, early: EarlyInput) {
        let search = use_location().search;
        let early = StoredValue::new(Some(early));
        Effect::new(move |_| {
            let decoded = decode(&search.get());
            self.dropped.set(decoded.dropped);
            let mut query = decoded.query;
            let entered = early.try_update_value(Option::take).flatten();
            if let Some(input) = entered.filter(|input| !input.is_empty()) {
                take_in(&mut query, &input);
                self.change(query, HistoryStep::Replace);
            } else if self
                .query
                .with_untracked(|current| encode(current) != encode(&query))
            {
                self.typing_pause.with_value(Debounce::cancel);
                self.window.set(WINDOW_STEP);
                self.query.set(query);
            }
        });
    }

    /// The cities, the names of countries, the index.
    pub fn with_catalogue<T>(self, read: impl FnOnce(&Catalogue) -> T) -> T {
        self.catalogue.with_value(|catalogue| read(catalogue))
    }

    /// How many cities the query gives.
    pub fn total(self) -> usize {
        self.results.with(|results| results.ids.len())
    }

    /// The results that stand in the document.
    pub fn shown(self) -> Vec<CityId> {
        let limit = self.limit();
        self.results
            .with(|results| results.ids.iter().take(limit).copied().collect())
    }

    /// How many more the next press shows.
    pub fn next_step(self) -> usize {
        self.total().saturating_sub(self.limit()).min(WINDOW_STEP)
    }

    /// Whether some query gives more than stands in the document at once.
    pub fn may_exceed_document(self) -> bool {
        self.with_catalogue(|catalogue| catalogue.directory.cities().len() > WHOLE_LIST_LIMIT)
    }

    /// Position from 1 and size of the whole set, where not all of it stands in the document.
    pub fn place_in_set(self, id: CityId) -> Option<(usize, usize)> {
        let total = self.total();
        if total <= WHOLE_LIST_LIMIT {
            return None;
        }
        let position = self
            .results
            .with(|results| results.ids.iter().position(|shown| *shown == id))?;
        Some((position + 1, total))
    }

    /// Shows more of a list too long to stand in the document whole.
    pub fn show_more(self) {
        self.window.update(|window| *window += WINDOW_STEP);
    }

    /// The values of a facet that any city has, in their order.
    pub fn values(self, facet: Facet) -> Vec<FacetValue> {
        self.results.with_untracked(|results| {
            results
                .facets
                .options(facet)
                .iter()
                .map(|option| option.value)
                .collect()
        })
    }

    /// How many cities a value would give beside the other choices.
    pub fn count(self, value: FacetValue) -> u32 {
        self.results.with(|results| {
            let options = results.facets.options(value.facet());
            options
                .iter()
                .find(|option| option.value == value)
                .map_or(0, |option| option.count)
        })
    }

    /// Whether a value is chosen.
    pub fn is_chosen(self, value: FacetValue) -> bool {
        self.query.with(|query| query.contains(value))
    }

    /// Takes what was typed.
    pub fn type_text(self, text: String) {
        self.query.update(|query| query.text = text);
        self.window.set(WINDOW_STEP);
        self.typing_pause
            .with_value(|pause| pause.run(move || self.write(HistoryStep::Replace)));
    }

    /// Writes what was typed to the address without waiting for a pause.
    pub fn settle_text(self) {
        self.write(HistoryStep::Replace);
    }

    /// Sets or drops a facet's value.
    pub fn choose(self, value: FacetValue, chosen: Chosen) {
        let mut query = self.query.get_untracked();
        query.set(value, chosen);
        self.change(query, HistoryStep::Push);
    }

    /// Sets the order.
    pub fn sort_by(self, sort: Sort) {
        let mut query = self.query.get_untracked();
        query.sort = sort;
        self.change(query, HistoryStep::Push);
    }

    /// Drops every filter and the search text; the order stays.
    pub fn clear(self) {
        let sort = self.query.with_untracked(|query| query.sort);
        self.change(
            Query {
                sort,
                ..Query::default()
            },
            HistoryStep::Push,
        );
    }

    /// Ways out of an empty result.
    pub fn suggestions(self) -> Vec<Suggestion> {
        self.query
            .with(|query| self.with_catalogue(|catalogue| catalogue.directory.suggestions(query)))
    }

    /// Takes a way out.
    pub fn follow(self, suggestion: &Suggestion) {
        let mut query = self.query.get_untracked();
        match suggestion {
            Suggestion::RemoveFilter(value) => query.set(*value, Chosen::No),
            Suggestion::Spelling(name) => query.text.clone_from(name),
            Suggestion::RemoveText => query.text.clear(),
            Suggestion::ClearAll => return self.clear(),
        }
        self.change(query, HistoryStep::Push);
    }

    fn limit(self) -> usize {
        if self.total() <= WHOLE_LIST_LIMIT {
            WHOLE_LIST_LIMIT
        } else {
            self.window.get()
        }
    }

    fn change(self, query: Query, step: HistoryStep) {
        self.window.set(WINDOW_STEP);
        self.query.set(query);
        self.write(step);
    }

    fn write(self, step: HistoryStep) {
        self.typing_pause.with_value(Debounce::cancel);
        let query = self.query.with_untracked(encode);
        self.write_address.with_value(|write| write(&query, step));
    }
}

fn address_writer(site: &Site) -> WriteAddress {
    let navigate = use_navigate();
    let site = site.clone();
    Box::new(move |query, step| {
        let address = site
            .base
            .directory_href(site.language(), &decode(query).query);
        let options = NavigateOptions {
            resolve: false,
            replace: step == HistoryStep::Replace,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&address, options);
    })
}

fn take_in(query: &mut Query, input: &EarlyInput) {
    if !input.text.is_empty() {
        query.text.clone_from(&input.text);
    }
    for (key, value) in &input.checked {
        let facet = Facet::ALL.iter().find(|facet| facet.key() == key);
        if let Some(value) = facet.and_then(|facet| FacetValue::parse(*facet, value)) {
            query.set(value, Chosen::Yes);
        }
    }
    if let Some(sort) = input.sort.as_deref().and_then(Sort::parse) {
        query.sort = sort;
    }
}
