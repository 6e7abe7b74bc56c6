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
        let order = self.orders.of(query.sort, &self.cities, &self.groups);
        let matches = self.index.matches(&query.text, &self.groups);
        let Matches::Scored(scores) = matches else {
            if query.is_narrowed() {
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

    /// Answers a query with the nearest cities first, as the crow flies; those without a position
    /// stand last, by name.
    #[must_use]
    pub fn results_near(&self, query: &Query, here: &Position) -> Results {
        let mut results = self.results(query);
        let keyed = results.ids.iter().zip(0..).map(|(id, number)| {
            let position = self.city(*id).and_then(|city| city.position);
            // Nanoradians keep apart what lies a centimetre apart.
            let angle = position.map(|there| (geo::angle(here, &there) * 1e9) as u64);
            Keyed {
                key: angle.unwrap_or(u64::MAX),
                number,
            }
        });
        let mut keyed: Vec<Keyed> = keyed.collect();
        ascending(&mut keyed);
        let ids = keyed
            .into_iter()
            .filter_map(|keyed| results.ids.get(keyed.number as usize).copied());
        results.ids = ids.collect();
        results
    }

    /// Whether a query shows any city.
    pub(super) fn gives_results(&self, query: &Query) -> bool {
        let matches = self.index.matches(&query.text, &self.groups);
        let counter = self.columns.counter(query);
        let listed = self.listed(query);
        self.ids().any(|id| {
            let matches = match &matches {
                Matches::All => true,
                Matches::Scored(scores) => score(scores, id) > 0,
            };
            matches
                && listed.as_ref().is_none_or(|listed| listed.contains(&id))
                && self
                    .groups
                    .row(id)
                    .is_some_and(|row| counter.lets_through(row))
        })
    }

    /// The cities of a shared list, where the query is for one.
    fn listed(&self, query: &Query) -> Option<Vec<CityId>> {
        let slugs = query.only.iter();
        (!query.only.is_empty()).then(|| slugs.filter_map(|slug| self.find(slug)).collect())
    }

    /// The cities with a score and the chosen values, as the order has them.
    fn filtered(&self, query: &Query, order: &[CityId], scores: Option<&[u16]>) -> Results {
        let mut counter = self.columns.counter(query);
        let listed = self.listed(query);
        let mut ids = Vec::new();
        // A plain loop: at every keystroke it runs once for each of all cities.
        for id in order {
            let matches = scores.is_none_or(|scores| score(scores, *id) > 0)
                && listed.as_ref().is_none_or(|listed| listed.contains(id));
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
