//! Ways out of an empty result; each of them leads to at least one city.

use super::directory::Directory;
use super::order::{Keyed, ascending};
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

    fn gives_results(&self, query: &Query) -> bool {
        !self.results(query).ids.is_empty()
    }

    /// Names near the text, nearest first, that the chosen values let through.
    fn spellings(&self, query: &Query) -> Vec<String> {
        let folded = fold(&query.text);
        let budget = (folded.chars().count() / LETTERS_PER_SLIP).min(MOST_SLIPS);
        let mut near = self.index.names_near(&folded, budget);
        ascending(&mut near);
        let mut spellings: Vec<String> = Vec::new();
        for Keyed { number: rank, .. } in near {
            let Some(city) = self.id_of(rank).and_then(|id| self.city(id)) else {
                continue;
            };
            let corrected = Query {
                text: city.name.clone(),
                ..query.clone()
            };
            if !spellings.contains(&city.name) && self.gives_results(&corrected) {
                spellings.push(city.name.clone());
            }
            if spellings.len() == MOST_SPELLINGS {
                break;
            }
        }
        spellings
    }
}
