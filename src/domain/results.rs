//! The facade of the core: a directory and a query give what the page shows.

use super::city::CityId;
use super::directory::Directory;
use super::facets::FacetCounts;
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

/// Orders ascending ranks by falling score, equal ones as they stand: a counting sort, because
/// there are few distinct scores and there may be many cities.
fn by_score(scored: Vec<(u32, u16)>) -> Vec<u32> {
    let highest = scored.iter().map(|(_, score)| *score).max().unwrap_or(0);
    let place = |score: u16| usize::from(highest - score);
    let mut starts = vec![0_usize; usize::from(highest) + 2];
    for (_, score) in &scored {
        if let Some(count) = starts.get_mut(place(*score) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut ordered = vec![0; scored.len()];
    for (rank, score) in scored {
        if let Some(next) = starts.get_mut(place(score)) {
            if let Some(to) = ordered.get_mut(*next) {
                *to = rank;
            }
            *next += 1;
        }
    }
    ordered
}

#[cfg(test)]
mod tests;
