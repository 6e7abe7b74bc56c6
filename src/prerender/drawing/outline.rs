//! The outline of the world's land, from Natural Earth by way of world-atlas, as TopoJSON.
//!
//! Format: "The TopoJSON Format Specification" (M. Bostock, C. Metcalf, 2013): arcs of whole-number
//! steps, scaled and moved; a negative index `!i` walks arc `i` backwards.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::prerender::error::PrerenderError;

use super::clip::{Point, clipped};

/// Rings that lie wholly south of it are Antarctica, where no member can be and which an
/// equal-area map draws over its whole lower edge.
const SOUTHERNMOST_LATITUDE: f64 = -60.0;

/// Degrees all around the globe, and at the map's edge.
const FULL_TURN: f64 = 360.0;
const EDGE: f64 = 180.0;

/// The rings of the land, each a closed line of (longitude, latitude) in degrees.
pub(super) struct Outline {
    rings: Vec<Vec<(f64, f64)>>,
}

#[derive(Deserialize)]
struct Topology {
    arcs: Vec<Vec<(f64, f64)>>,
    transform: Transform,
    objects: Objects,
}

#[derive(Clone, Copy, Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Objects {
    land: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Geometry {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

impl Outline {
    pub(super) fn read(path: &Path) -> Result<Self, PrerenderError> {
        let text = fs::read_to_string(path).map_err(PrerenderError::file(path))?;
        let topology: Topology = serde_json::from_str(&text)
            .map_err(|error| PrerenderError::content(path.display().to_string(), error))?;
        let arcs = topology.lines();
        let rings = topology
            .objects
            .land
            .geometries
            .into_iter()
            .flat_map(|geometry| match geometry {
                Geometry::Polygon(polygon) => polygon,
                Geometry::MultiPolygon(polygons) => polygons.into_iter().flatten().collect(),
            })
            .map(|ring| unwrapped(ring.iter().flat_map(|index| walk(&arcs, *index))))
            .filter(|ring: &Vec<(f64, f64)>| {
                ring.iter()
                    .any(|(_, latitude)| *latitude > SOUTHERNMOST_LATITUDE)
            })
            .collect();
        Ok(Self { rings })
    }

    /// The rings as they are drawn on a map that ends at the date line: those that cross it twice,
    /// once from either edge.
    pub(super) fn rings(&self) -> impl Iterator<Item = Vec<(f64, f64)>> {
        self.rings.iter().flat_map(|ring| {
            shifts(ring).into_iter().map(|shift| {
                let moved = |(longitude, latitude): &(f64, f64)| (longitude + shift, *latitude);
                ring.iter().map(moved).collect()
            })
        })
    }

    /// The outline as an SVG path, each corner placed by its latitude and longitude: what of it lies
    /// between the origin and a corner.
    pub(super) fn path(&self, place: impl Fn(f64, f64) -> Point, corner: Point) -> String {
        let mut path = String::new();
        for ring in self.rings() {
            let placed = ring.into_iter();
            let placed = placed.map(|(longitude, latitude)| place(latitude, longitude));
            let within = clipped(placed.collect(), corner);
            if within.is_empty() {
                continue;
            }
            let mut command = 'M';
            for (x, y) in within {
                let _ = write!(path, "{command}{x:.1} {y:.1}");
                command = 'L';
            }
            path.push('Z');
        }
        path
    }
}

impl Topology {
    fn lines(&self) -> Vec<Vec<(f64, f64)>> {
        let Transform { scale, translate } = self.transform;
        self.arcs
            .iter()
            .map(|arc| {
                let mut at = (0.0, 0.0);
                arc.iter()
                    .map(|step| {
                        at = (at.0 + step.0, at.1 + step.1);
                        (at.0 * scale.0 + translate.0, at.1 * scale.1 + translate.1)
                    })
                    .collect()
            })
            .collect()
    }
}

fn walk(arcs: &[Vec<(f64, f64)>], index: i64) -> Vec<(f64, f64)> {
    let forwards = usize::try_from(index).ok();
    let arc = forwards
        .or_else(|| usize::try_from(!index).ok())
        .and_then(|index| arcs.get(index));
    let mut line = arc.cloned().unwrap_or_default();
    if forwards.is_none() {
        line.reverse();
    }
    line
}

/// A ring that crosses the 180th meridian goes on beyond it instead of leaping across the map.
fn unwrapped(ring: impl Iterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    let mut last: Option<f64> = None;
    ring.map(|(longitude, latitude)| {
        let turns = last.map_or(0.0, |last| ((last - longitude) / FULL_TURN).round());
        let longitude = longitude + turns * FULL_TURN;
        last = Some(longitude);
        (longitude, latitude)
    })
    .collect()
}

/// How often, and by how many degrees moved, a ring is drawn: once more from the other edge where it
/// goes beyond one.
fn shifts(ring: &[(f64, f64)]) -> Vec<f64> {
    let beyond =
        |is_beyond: fn(f64) -> bool| ring.iter().any(|(longitude, _)| is_beyond(*longitude));
    let mut shifts = vec![0.0];
    if beyond(|longitude| longitude > EDGE) {
        shifts.push(-FULL_TURN);
    }
    if beyond(|longitude| longitude < -EDGE) {
        shifts.push(FULL_TURN);
    }
    shifts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_across_the_180th_meridian_is_drawn_from_both_edges_and_leaps_nowhere() {
        let ring = unwrapped(
            [
                (178.0, -17.0),
                (-179.0, -17.0),
                (-179.0, -16.0),
                (178.0, -16.0),
            ]
            .into_iter(),
        );
        assert_eq!(ring[1], (181.0, -17.0));
        assert!(
            ring.windows(2)
                .all(|pair| (pair[0].0 - pair[1].0).abs() < EDGE)
        );
        assert_eq!(shifts(&ring), [0.0, -FULL_TURN]);
        assert_eq!(shifts(&[(10.0, 0.0), (20.0, 1.0)]), [0.0]);
    }
}
