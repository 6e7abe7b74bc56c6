//! The directory page's state: what is asked, how it is shown, and what that gives.
//!
//! Query and display are written here only: by the reader's choices, and by the address when the
//! reader walks with Back or opens a link.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::city::{CityId, Position};
use crate::domain::display::{Display, MOST_COMPARED, View};
use crate::domain::query::{Chosen, Facet, FacetValue, Query, Sort};
use crate::domain::query_codec::{Decoded, Dropped, encode_shown};
use crate::domain::results::Results;
use crate::domain::suggestions::Suggestion;
use crate::platform::RowWindow;
use crate::state::catalogue::Catalogue;
use crate::state::directory_address::{DirectoryAddress, HistoryStep};
use crate::state::shortlist::Shortlist;
use crate::state::site::Site;

/// Up to so many results all stand in the document, for find-in-page, print and screen readers.
pub const WHOLE_LIST_LIMIT: usize = 1000;

/// Of more results so many stand there at first; then those around what the reader sees.
const WINDOW_ROWS: usize = 60;

/// The state of the directory page; copies share it.
#[derive(Clone, Copy)]
pub struct DirectoryState {
    catalogue: StoredValue<Arc<Catalogue>>,
    /// What is asked for.
    pub query: RwSignal<Query>,
    /// How it is shown.
    pub display: RwSignal<Display>,
    /// The search text alone.
    pub text: Memo<String>,
    /// The view alone.
    pub view: Memo<View>,
    /// What the query gives.
    pub results: Memo<Results>,
    /// What of the address meant nothing.
    pub dropped: RwSignal<Vec<Dropped>>,
    /// The cities that the reader has starred.
    pub shortlist: Shortlist,
    /// Where the reader is, once that was said.
    pub here: RwSignal<Option<Position>>,
    window: RwSignal<Range<usize>>,
    /// The height that stands for a row which is not in the document, once measured.
    row_px: RwSignal<Option<f64>>,
    address: DirectoryAddress,
}

impl DirectoryState {
    /// The state with what the page is opened with.
    pub fn new(site: &Site, catalogue: Arc<Catalogue>, request: Decoded) -> Self {
        let catalogue = StoredValue::new(catalogue);
        let query = RwSignal::new(request.query);
        let display = RwSignal::new(request.display);
        let here = RwSignal::new(None);
        let results = move |query: &Query| {
            catalogue.with_value(|catalogue| match here.get() {
                Some(here) if query.sort == Sort::Near => {
                    catalogue.directory.results_near(query, &here)
                }
                _ => catalogue.directory.results(query),
            })
        };
        Self {
            catalogue,
            query,
            display,
            text: Memo::new(move |_| query.with(|query| query.text.clone())),
            view: Memo::new(move |_| display.with(|display| display.view)),
            results: Memo::new(move |_| query.with(results)),
            dropped: RwSignal::new(request.dropped),
            shortlist: Shortlist::new(),
            here,
            window: RwSignal::new(0..WINDOW_ROWS),
            row_px: RwSignal::new(None),
            address: DirectoryAddress::new(site),
        }
    }

    /// Follows the address from now on; where it lacks what the reader had entered early, that is
    /// written there first.
    pub fn follow_address(self) {
        Effect::new(move |is_followed: Option<()>| {
            let Decoded {
                query,
                display,
                dropped,
            } = self.address.read();
            let asked = encode_shown(&query, &display);
            let is_new = untrack(|| asked != self.encoded());
            if is_new && is_followed.is_none() {
                self.write(HistoryStep::Replace);
            } else if is_new {
                self.address.forget_pending();
                self.dropped.set(dropped);
                self.window.set(0..WINDOW_ROWS);
                self.query.set(query);
                self.display.set(display);
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

    /// The results that stand in the document, with their positions from 1 and the size of the set
    /// where not all of them do.
    pub fn shown(self) -> Vec<(CityId, Option<(usize, usize)>)> {
        let window = self.window.get();
        self.results.with(|results| {
            let ids = &results.ids;
            if ids.len() <= WHOLE_LIST_LIMIT {
                return ids.iter().map(|id| (*id, None)).collect();
            }
            let numbered = ids.iter().zip(1..).skip(window.start).take(window.len());
            let place = |position| Some((position, ids.len()));
            numbered
                .map(|(id, position)| (*id, place(position)))
                .collect()
        })
    }

    /// The rows that stand in the document; all of them where they are few.
    pub fn row_window(self) -> RowWindow {
        let total = self.total();
        let window = self.window.get();
        let rows = if total <= WHOLE_LIST_LIMIT {
            0..total
        } else {
            window.start.min(total)..window.end.min(total)
        };
        RowWindow {
            rows,
            total,
            row_px: self.row_px.get(),
        }
    }

    /// Brings other rows into the document; `row_px` stands for each that is not.
    pub fn show_rows(self, rows: Range<usize>, row_px: f64) {
        self.row_px.set(Some(row_px));
        self.window.set(rows);
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
        self.window.set(0..WINDOW_ROWS);
        self.query.update(|query| query.text = text);
        self.address
            .after_typing(move || self.write(HistoryStep::Replace));
    }

    /// Writes what was typed to the address without waiting for a pause.
    pub fn settle_text(self) {
        self.write(HistoryStep::Replace);
    }

    /// Sets or drops a facet's value.
    pub fn choose(self, value: FacetValue, chosen: Chosen) {
        self.ask(|query| query.set(value, chosen));
    }

    /// Sets the order.
    pub fn sort_by(self, sort: Sort) {
        self.ask(|query| query.sort = sort);
    }

    /// Changes what is asked by a choice of the reader's.
    pub fn ask(self, change: impl FnOnce(&mut Query)) {
        self.window.set(0..WINDOW_ROWS);
        self.query.update(change);
        self.write(HistoryStep::Push);
    }

    /// Changes how it is shown.
    pub fn show(self, change: impl FnOnce(&mut Display)) {
        self.display.update(change);
        self.write(HistoryStep::Push);
    }

    /// Lays a city beside the others that are compared, or takes it away.
    pub fn compare(self, slug: &str) {
        self.show(|display| {
            if display.compared.contains(slug) {
                display.compared.remove(slug);
            } else {
                display.compared.add(slug, MOST_COMPARED);
            }
        });
    }

    /// Drops every filter and the search text; the order stays.
    pub fn clear(self) {
        self.ask(|query| {
            *query = Query {
                sort: query.sort,
                ..Query::default()
            };
        });
    }

    /// Ways out of an empty result.
    pub fn suggestions(self) -> Vec<Suggestion> {
        self.query
            .with(|query| self.with_catalogue(|catalogue| catalogue.directory.suggestions(query)))
    }

    /// Takes a way out.
    pub fn follow(self, suggestion: &Suggestion) {
        self.ask(|query| match suggestion {
            Suggestion::RemoveFilter(value) => query.set(*value, Chosen::No),
            Suggestion::Spelling(name) => query.text.clone_from(name),
            Suggestion::RemoveText => query.text.clear(),
            Suggestion::ClearAll => {
                *query = Query {
                    sort: query.sort,
                    ..Query::default()
                }
            }
        });
    }

    fn encoded(self) -> String {
        self.query
            .with(|query| self.display.with(|display| encode_shown(query, display)))
    }

    fn write(self, step: HistoryStep) {
        let (query, display) = (self.query.read_untracked(), self.display.read_untracked());
        self.address.write(&query, &display, step);
    }
}
