//! The results that have a position.

use crate::domain::city::{CityId, Precision};
use crate::domain::directory::Directory;
use crate::domain::map_plane::PlanePoint;
use crate::domain::results::Results;

/// A result that has a position.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct MapPlace {
    /// The city.
    pub id: CityId,
    /// Its number among all results, from 1.
    pub number: usize,
    /// Where it lies.
    pub point: PlanePoint,
    /// What the position belongs to.
    pub precision: Precision,
}

impl MapPlace {
    /// The results that have a position, in their order.
    pub fn of_results(directory: &Directory, results: &Results) -> Vec<Self> {
        let numbered = results.ids.iter().zip(1..);
        let placed = numbered.filter_map(|(id, number)| {
            let position = directory.city(*id)?.position?;
            Some(Self {
                id: *id,
                number,
                point: (&position).into(),
                precision: position.precision,
            })
        });
        placed.collect()
    }
}
