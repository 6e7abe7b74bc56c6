//! The facade of the core: a directory and a query give what the page shows.

use super::city::CityId;
use super::directory::Directory;
use super::facets::FacetCounts;
use super::order::by_place;
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
        let order = self.orders.of(query.sort, &self.cities, &self.groups);
        let matches = self.index.matches(&query.text, &self.groups);
        let Matches::Scored(scores) = matches else {
            if query.has_filters() {
                return self.filtered(query, order, None);
            }
            return Results {
                ids: order.to_vec(),
                facets: self.columns.totals().clone(),
            };
        };
        let mut results = self.filtered(query, order, Some(&scores));
        if query.sort == Sort::Name {
            results.ids = by_score(&results.ids, &scores);
        }
        results
    }

    /// Whether a query shows any city.
    pub(super) fn gives_results(&self, query: &Query) -> bool {
        let matches = self.index.matches(&query.text, &self.groups);
        let counter = self.columns.counter(query);
        self.ids().any(|id| {
            let matches = match &matches {
                Matches::All => true,
                Matches::Scored(scores) => score(scores, id) > 0,
            };
            matches
                && self
                    .groups
                    .row(id)
                    .is_some_and(|row| counter.lets_through(row))
        })
    }

    /// The cities with a score and the chosen values, as the order has them.
    fn filtered(&self, query: &Query, order: &[CityId], scores: Option<&[u16]>) -> Results {
        let mut counter = self.columns.counter(query);
        let mut ids = Vec::new();
        // A plain loop: at every keystroke it runs once for each of all cities.
        for id in order {
            let matches = scores.is_none_or(|scores| score(scores, *id) > 0);
            let row = if matches { self.groups.row(*id) } else { None };
            if row.is_some_and(|row| counter.count(row)) {
                ids.push(*id);
            }
        }
        let facets = counter.finish(query);
        Results { ids, facets }
    }
}

fn score(scores: &[u16], id: CityId) -> u16 {
    scores.get(id.0 as usize).copied().unwrap_or(0)
}

/// Orders by falling score, equal ones as they stand.
fn by_score(ids: &[CityId], scores: &[u16]) -> Vec<CityId> {
    let highest = ids.iter().map(|id| score(scores, *id)).max().unwrap_or(0);
    let place = |id: &CityId| u32::from(highest - score(scores, *id));
    let placed: Vec<(u32, u32)> = ids.iter().map(|id| (place(id), id.0)).collect();
    by_place(&placed).into_iter().map(CityId).collect()
}

#[cfg(test)]
mod tests;
