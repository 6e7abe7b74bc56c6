//! The facade of the core: a directory and a query give what the page shows.

use super::city::{CityId, Position};
use super::directory::Directory;
use super::facets::FacetCounts;
use super::geo;
use super::order::{Keyed, ascending, by_place};
use super::query::{Query, Sort};
use super::search::Matches;

/// What a query shows.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Results {
    /// The cities, in the order shown.
    pub ids: Vec<CityId>,
    /// The options of every facet with their counts.
    pub facets: FacetCounts,
}

impl Directory {
    /// Answers a query. By name, a text orders by relevance; what is equally relevant goes by name.
    #[must_use]
    pub fn results(&self, query: &Query) -> Results {
        match self.index.matches(&query.text) {
            Matches::All if !query.has_filters() => self.all_results(query.sort),
            Matches::All => self.filtered_results(query, None),
            Matches::Scored(scores) => self.filtered_results(query, Some(&scores)),
        }
    }

    /// Answers a query with the nearest cities first, as the crow flies; those without a position
    /// stand last, by name.
    #[must_use]
    pub fn results_near(&self, query: &Query, here: &Position) -> Results {
        let mut results = self.results(query);
        let keyed = results.ids.iter().zip(0..).map(|(id, number)| {
            let position = self.city(*id).and_then(|city| city.position);
            // Nanoradians keep apart what lies a centimetre apart.
            let angle = position.map(|there| (geo::angle(here, &there) * 1e9) as u128);
            Keyed {
                key: angle.unwrap_or(u128::MAX),
                tie: number,
                number: id.0,
            }
        });
        let mut keyed: Vec<Keyed> = keyed.collect();
        ascending(&mut keyed);
        results.ids = keyed
            .into_iter()
            .map(|keyed| CityId(keyed.number))
            .collect();
        results
    }

    fn all_results(&self, sort: Sort) -> Results {
        let ids = match self.orders.of(sort) {
            None => self.by_name.clone(),
            Some(order) => order.iter().filter_map(|rank| self.id_of(*rank)).collect(),
        };
        Results {
            ids,
            facets: self.columns.totals(),
        }
    }

    fn filtered_results(&self, query: &Query, scores: Option<&[u16]>) -> Results {
        let mut counter = self.columns.counter(query);
        // In the order of names, because scores and facet columns lie in it.
        let ranks = (0..).take(self.by_name.len());
        let shown: Vec<(u32, u16)> = match scores {
            None => {
                let shown = ranks.filter(|rank| counter.count(*rank as usize));
                shown.map(|rank| (rank, 0)).collect()
            }
            Some(scores) => {
                let scored = ranks
                    .zip(scores.iter().copied())
                    .filter(|(_, score)| *score > 0);
                scored
                    .filter(|(rank, _)| counter.count(*rank as usize))
                    .collect()
            }
        };
        let facets = counter.finish(query);
        let ranks = match self.orders.of(query.sort) {
            None => by_score(shown),
            Some(order) => in_order(order, &shown),
        };
        let ids = ranks
            .into_iter()
            .filter_map(|rank| self.id_of(rank))
            .collect();
        Results { ids, facets }
    }

    /// The city of a name rank.
    pub(super) fn id_of(&self, rank: u32) -> Option<CityId> {
        self.by_name.get(rank as usize).copied()
    }
}

/// Those of an order's ranks that are shown.
fn in_order(order: &[u32], shown: &[(u32, u16)]) -> Vec<u32> {
    let mut is_shown = vec![false; order.len()];
    for (rank, _) in shown {
        if let Some(is_shown) = is_shown.get_mut(*rank as usize) {
            *is_shown = true;
        }
    }
    let is_shown = |rank: &u32| is_shown.get(*rank as usize) == Some(&true);
    order.iter().copied().filter(is_shown).collect()
}

/// Orders ascending ranks by falling score, equal ones as they stand.
fn by_score(scored: Vec<(u32, u16)>) -> Vec<u32> {
    let highest = scored.iter().map(|(_, score)| *score).max().unwrap_or(0);
    let placed = scored
        .into_iter()
        .map(|(rank, score)| (u32::from(highest - score), rank));
    by_place(&placed.collect::<Vec<(u32, u32)>>())
}

#[cfg(test)]
mod tests;
