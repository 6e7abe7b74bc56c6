//! Places too near each other to be told apart on the screen: drawn under one number that opens, or,
//! where no enlargement separates them, spread around their place.
//!
//! Greedy, in the order of the results: a place that belongs to no cluster yet takes in all free
//! ones within reach. Buckets of a grid keep that linear.

use std::f64::consts::TAU;

use super::city::CityId;
use super::map_frame::{Bounds, MapFrame, ScreenSize};
use super::map_plane::PlanePoint;
use super::order::{Keyed, ascending};

/// The reach of a cluster: two of its numbers, as wide as a finger, do not overlap.
const REACH_PX: f64 = 40.0;

/// What lies at one place is spread from this enlargement on: a few countries are in sight, and the
/// ring covers hardly any other place.
const SPREAD_FROM_ZOOM: f64 = 16.0;

/// The room of a point that is spread: more than the 24 pixels of WCAG 2.2, 2.5.8.
const ROOM_PX: f64 = 28.0;

/// Up to so many stand on one ring; more on a spiral, whose middle does not stay empty.
const MOST_ON_A_RING: usize = 10;

/// The turn between two points of a spiral, which then fill a disc evenly: the golden angle
/// (H. Vogel, "A better way to construct the sunflower head", Mathematical Biosciences 44, 1979).
const GOLDEN_TURN: f64 = 0.381_966;

/// Opening a cluster of many gives each so many pixels on a line, if they lay on one.
const OPENED_PX: f64 = 72.0;

/// Opening a cluster enlarges the map at least so many times, so that something happens.
const LEAST_OPENING: f64 = 2.0;

/// Where places are drawn, and which of them under one number.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct MapClusters {
    /// Where each place is drawn, in the order given.
    pub drawn: Vec<PlanePoint>,
    /// The clusters, by their first members.
    pub clusters: Vec<Cluster>,
    /// From the true place of each spread one to where it is drawn.
    pub leaders: Vec<(PlanePoint, PlanePoint)>,
}

/// Places drawn under one number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cluster {
    /// Its cities in the order given, two at least.
    pub members: Vec<CityId>,
    /// Where its number stands: at its first member, so that no two numbers overlap.
    pub at: PlanePoint,
}

impl MapClusters {
    /// The clusters of places as a frame shows them on a screen.
    #[must_use]
    pub fn of(places: &[(CityId, PlanePoint)], frame: MapFrame, screen: ScreenSize) -> Self {
        let units_per_px = frame.units_per_px(screen);
        let mut found = Self {
            drawn: places.iter().map(|(_, place)| *place).collect(),
            ..Self::default()
        };
        for members in groups(places, REACH_PX * units_per_px) {
            let located = || members.iter().filter_map(|index| places.get(*index));
            let Some(bounds) = Bounds::of(located().map(|(_, place)| *place)) else {
                continue;
            };
            let is_one_place = bounds.extent() == 0 && frame.zoom() >= SPREAD_FROM_ZOOM;
            if is_one_place || frame.is_closest() {
                found.spread(&members, bounds.middle(), units_per_px);
            } else if let Some((_, at)) = located().next() {
                found.clusters.push(Cluster {
                    members: located().map(|(id, _)| *id).collect(),
                    at: *at,
                });
            }
        }
        found
    }

    fn spread(&mut self, members: &[usize], middle: PlanePoint, units_per_px: f64) {
        for (number, index) in members.iter().enumerate() {
            let (right, down) = offset_px(number, members.len());
            let to = PlanePoint {
                x: middle.x + (right * units_per_px).round() as i32,
                y: middle.y + (down * units_per_px).round() as i32,
            };
            if let Some(drawn) = self.drawn.get_mut(*index) {
                self.leaders.push((*drawn, to));
                *drawn = to;
            }
        }
    }
}

/// The frame that opens a cluster of these places: it separates them, or spreads what shares one.
#[must_use]
pub fn opening(
    places: impl Iterator<Item = PlanePoint> + Clone,
    frame: MapFrame,
    screen: ScreenSize,
) -> MapFrame {
    let count = places.clone().count() as f64;
    let Some(bounds) = Bounds::of(places) else {
        return frame;
    };
    let zoom = if bounds.extent() == 0 {
        SPREAD_FROM_ZOOM
    } else {
        let units_per_px = f64::from(bounds.extent()) / (count * OPENED_PX);
        (MapFrame::WORLD.units_per_px(screen) / units_per_px).min(bounds.zoom_to_fit())
    };
    MapFrame::around(bounds.middle(), zoom.max(frame.zoom() * LEAST_OPENING))
}

/// The groups of two and more within reach of their first, as indexes in ascending order.
fn groups(places: &[(CityId, PlanePoint)], reach: f64) -> Vec<Vec<usize>> {
    let grid = Grid::new(places, reach.ceil().max(1.0) as i32);
    let mut owners: Vec<Option<usize>> = vec![None; places.len()];
    for (seed, (_, place)) in places.iter().enumerate() {
        if owners.get(seed).is_some_and(Option::is_none) {
            grid.near(*place, |index, other| {
                let (across, down) = (f64::from(other.x - place.x), f64::from(other.y - place.y));
                let is_near = across * across + down * down <= reach * reach;
                if let Some(owner @ None) = owners.get_mut(index).filter(|_| is_near) {
                    *owner = Some(seed);
                }
            });
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); places.len()];
    for (index, owner) in owners.into_iter().enumerate() {
        if let Some(group) = owner.and_then(|owner| groups.get_mut(owner)) {
            group.push(index);
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// Places in square cells, sorted by row, then by column, then as given.
struct Grid<'a> {
    places: &'a [(CityId, PlanePoint)],
    cell: i32,
    cells: Vec<Keyed>,
}

impl<'a> Grid<'a> {
    fn new(places: &'a [(CityId, PlanePoint)], cell: i32) -> Self {
        let keyed = places.iter().zip(0..).map(|((_, place), number)| Keyed {
            key: key(place.x.div_euclid(cell), place.y.div_euclid(cell)),
            number,
        });
        let mut cells: Vec<Keyed> = keyed.collect();
        ascending(&mut cells);
        Self {
            places,
            cell,
            cells,
        }
    }

    /// Visits all places of the cell of a place and of the eight around it.
    fn near(&self, place: PlanePoint, mut visit: impl FnMut(usize, PlanePoint)) {
        let (column, row) = (place.x.div_euclid(self.cell), place.y.div_euclid(self.cell));
        for row in row - 1..=row + 1 {
            let (first, last) = (key(column - 1, row), key(column + 1, row));
            let start = self.cells.partition_point(|keyed| keyed.key < first);
            let in_row = self.cells.iter().skip(start);
            for keyed in in_row.take_while(|keyed| keyed.key <= last) {
                let index = keyed.number as usize;
                if let Some((_, place)) = self.places.get(index) {
                    visit(index, *place);
                }
            }
        }
    }
}

/// A cell's number: cells of one row follow each other. The plane begins at zero, and a cell beside
/// it counts as the first.
fn key(column: i32, row: i32) -> u64 {
    (u64::from(row.max(0).unsigned_abs()) << 32) | u64::from(column.max(0).unsigned_abs())
}

/// Where the one of so many that share a place is drawn, in pixels from it.
fn offset_px(number: usize, count: usize) -> (f64, f64) {
    let (turn, distance) = if count <= MOST_ON_A_RING {
        let round = count as f64;
        (
            number as f64 / round,
            (round * ROOM_PX / TAU).max(ROOM_PX / 2.0),
        )
    } else {
        let number = number as f64;
        (
            number * GOLDEN_TURN,
            ROOM_PX / 3.0_f64.sqrt() * (number + 0.5).sqrt(),
        )
    };
    let (sine, cosine) = (turn * TAU).sin_cos();
    (distance * sine, -distance * cosine)
}

#[cfg(test)]
mod tests;
