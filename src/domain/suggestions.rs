//! Ways out of an empty result; each of them leads to at least one city.

use super::city::CityId;
use super::directory::Directory;
use super::order::by_place;
use super::query::{Chosen, FacetValue, Query};
use super::text::fold;

/// Spellings offered: more would be a guessing game.
const MOST_SPELLINGS: usize = 3;

/// One slip in this many letters is believable; search itself forgives fewer.
const LETTERS_PER_SLIP: usize = 3;

/// Slips beyond which names resemble each other by chance.
const MOST_SLIPS: usize = 4;

/// A way out of an empty result.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Suggestion {
    /// Give up one chosen value.
    RemoveFilter(FacetValue),
    /// Search for this name, which is near what was typed.
    Spelling(String),
    /// Give up the text.
    RemoveText,
    /// Give up everything.
    ClearAll,
}

impl Directory {
    /// Ways out of an empty result, the least loss first. None while there are results.
    #[must_use]
    pub fn suggestions(&self, query: &Query) -> Vec<Suggestion> {
        if self.gives_results(query) {
            return Vec::new();
        }
        let spellings = self.spellings(query).into_iter().map(Suggestion::Spelling);
        let filters = query.chosen().into_iter().filter(|value| {
            let mut without = query.clone();
            without.set(*value, Chosen::No);
            self.gives_results(&without)
        });
        let mut ways: Vec<Suggestion> = spellings.collect();
        ways.extend(filters.map(Suggestion::RemoveFilter));
        let has_text = !fold(&query.text).is_empty();
        let without_text = Query {
            text: String::new(),
            ..query.clone()
        };
        if has_text && query.has_filters() && self.gives_results(&without_text) {
            ways.push(Suggestion::RemoveText);
        }
        if !self.cities().is_empty() {
            ways.push(Suggestion::ClearAll);
        }
        ways
    }

    /// Names near the text, nearest first, that the chosen values let through.
    fn spellings(&self, query: &Query) -> Vec<String> {
        let folded = fold(&query.text);
        let counter = self.columns.counter(query);
        let budget = (folded.chars().count() / LETTERS_PER_SLIP).min(MOST_SLIPS);
        let near = self.index.names_near(&folded, budget);
        let edits = |id: &CityId| near.get(id.0 as usize).copied().flatten();
        // A city that the chosen values let through is found by its own name.
        let passes = |id: &CityId| {
            self.groups
                .row(*id)
                .is_some_and(|row| counter.lets_through(row))
        };
        let by_name = self.orders.by_name().iter().filter(|id| passes(id));
        let placed = by_name.filter_map(|id| Some((u32::try_from(edits(id)?).ok()?, id.0)));
        let placed: Vec<(u32, u32)> = placed.collect();
        let mut spellings: Vec<String> = Vec::new();
        for city in by_place(&placed)
            .into_iter()
            .filter_map(|id| self.city(CityId(id)))
        {
            if spellings.len() < MOST_SPELLINGS && !spellings.contains(&city.name) {
                spellings.push(city.name.clone());
            }
        }
        spellings
    }
}
