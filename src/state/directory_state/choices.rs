//! What the reader chooses: every change of what is asked and how it is shown.

use leptos::prelude::*;

use crate::domain::city::{Position, Precision};
use crate::domain::display::{Display, MOST_COMPARED, View};
use crate::domain::query::{Chosen, FacetValue, Query, Sort};
use crate::domain::query_codec::encode_shown;
use crate::domain::suggestions::Suggestion;
use crate::platform;
use crate::state::directory_address::HistoryStep;

use super::DirectoryState;

impl DirectoryState {
    /// Takes what was typed.
    pub fn type_text(self, text: String) {
        self.forget_remarks();
        self.begin_list();
        self.query.update(|query| query.text = text);
        if let Some(address) = self.address.get_value() {
            address.after_typing(move || self.write(HistoryStep::Replace));
        }
    }

    /// Writes what was typed to the address without waiting for a pause.
    pub fn settle_text(self) {
        self.write(HistoryStep::Replace);
    }

    /// Sets or drops a facet's value.
    pub fn choose(self, value: FacetValue, chosen: Chosen) {
        self.ask(|query| query.set(value, chosen));
    }

    /// Sets a facet's value, or drops it where it is set.
    pub fn toggle(self, value: FacetValue) {
        let is_chosen = self.query.with_untracked(|query| query.contains(value));
        self.choose(value, if is_chosen { Chosen::No } else { Chosen::Yes });
    }

    /// Sets the order.
    pub fn sort_by(self, sort: Sort) {
        self.ask(|query| query.sort = sort);
    }

    /// Changes what is asked by a choice of the reader's.
    pub fn ask(self, change: impl FnOnce(&mut Query)) {
        self.forget_remarks();
        self.begin_list();
        self.query.update(change);
        self.write(HistoryStep::Push);
    }

    /// Changes how it is shown.
    pub fn show(self, change: impl FnOnce(&mut Display)) {
        self.display.update(change);
        self.write(HistoryStep::Push);
    }

    /// Changes what part of it is seen: like scrolling, no step to go back by.
    pub fn look(self, change: impl FnOnce(&mut Display)) {
        self.display.update(change);
        self.write(HistoryStep::Replace);
    }

    /// Shows another view, as far down as the reader left it the last time.
    pub fn switch_view(self, view: View) {
        let now = self.display.with_untracked(|display| display.view);
        let scrolled = platform::scroll_position();
        self.left_at.update_value(|left| {
            left.retain(|(other, _)| *other != now);
            left.push((now, scrolled));
        });
        self.show(|display| display.view = view);
        let found = self.left_at.with_value(|left| {
            let known = left.iter().find(|(other, _)| *other == view);
            known.map_or(scrolled, |(_, scrolled)| *scrolled)
        });
        platform::spawn(async move {
            platform::effects().await;
            platform::restore_scroll(found);
        });
    }

    /// Lays a city beside the others that are compared, or takes it away.
    ///
    /// Tells whether it could: a full comparison takes no more.
    pub fn compare(self, slug: &str) -> bool {
        let is_refused = self.display.with_untracked(|display| {
            let compared = &display.compared;
            !compared.contains(slug) && compared.len() == MOST_COMPARED
        });
        if is_refused {
            return false;
        }
        self.show(|display| {
            if display.compared.contains(slug) {
                display.compared.remove(slug);
            } else {
                display.compared.add(slug, MOST_COMPARED);
            }
        });
        true
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

    /// Takes the filter offered for words of the text that has this number.
    pub fn take_offer(self, number: usize) {
        let Some(value) = untrack(|| self.offers()).get(number).copied() else {
            return;
        };
        self.ask(|query| {
            *query =
                self.with_catalogue(|catalogue| catalogue.directory.accept_offer(query, value));
        });
    }

    /// Orders by the distance from where the reader is.
    pub fn stand_at(self, latitude: f64, longitude: f64) {
        self.here.set(Some(Position {
            latitude,
            longitude,
            precision: Precision::City,
        }));
        if self.query.with_untracked(|query| query.sort != Sort::Near) {
            self.sort_by(Sort::Near);
        }
    }

    /// Ways out of an empty result.
    pub fn suggestions(self) -> Vec<Suggestion> {
        self.query
            .with(|query| self.with_catalogue(|catalogue| catalogue.directory.suggestions(query)))
    }

    /// Takes the way out that has this number.
    pub fn take_suggestion(self, number: usize) {
        let Some(suggestion) = untrack(|| self.suggestions()).into_iter().nth(number) else {
            return;
        };
        self.ask(|query| match suggestion {
            Suggestion::RemoveFilter(value) => query.set(value, Chosen::No),
            Suggestion::Spelling(name) => query.text = name,
            Suggestion::RemoveText => query.text.clear(),
            Suggestion::ClearAll => {
                *query = Query {
                    sort: query.sort,
                    ..Query::default()
                }
            }
        });
    }

    /// What was said of an earlier query is not true of the next.
    fn forget_remarks(self) {
        if self.dropped.with_untracked(|dropped| !dropped.is_empty()) {
            self.dropped.set(Vec::new());
        }
        self.extras.forget_told();
    }

    pub(super) fn encoded(self) -> String {
        self.query
            .with(|query| self.display.with(|display| encode_shown(query, display)))
    }

    pub(super) fn write(self, step: HistoryStep) {
        let (query, display) = (self.query.read_untracked(), self.display.read_untracked());
        if let Some(address) = self.address.get_value() {
            address.write(&query, &display, step);
        }
    }
}
