//! The map's plane in whole units, so that a drawing needs no fractions: from the west edge to the
//! right, from the north edge downwards.

use super::city::Position;
use super::projection::{HALF_HEIGHT, HALF_WIDTH, MapPoint, project, unproject};

/// The width of the whole map: at the largest enlargement a unit is still less than a pixel.
pub const WIDTH: i32 = 1_000_000;

/// The height of the whole map, in the proportion of [`HALF_HEIGHT`] to [`HALF_WIDTH`].
pub const HEIGHT: i32 = 486_717;

/// Units in a radius of the globe.
const PER_RADIUS: f64 = WIDTH as f64 / 2.0 / HALF_WIDTH;

/// The net of degrees: wide enough to stay in the background.
const NET_DEGREES: usize = 30;

/// Steps along a meridian, which is a curve.
const CURVE_DEGREES: usize = 10;

/// A place on the plane.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PlanePoint {
    /// From the west edge.
    pub x: i32,
    /// From the north edge.
    pub y: i32,
}

impl PlanePoint {
    /// The place of a latitude and a longitude in degrees.
    #[must_use]
    pub fn at(latitude: f64, longitude: f64) -> Self {
        let point = project(latitude, longitude);
        Self {
            x: ((point.x + HALF_WIDTH) * PER_RADIUS).round() as i32,
            y: ((HALF_HEIGHT - point.y) * PER_RADIUS).round() as i32,
        }
    }

    /// The latitude and longitude in degrees; a place beside the globe has a longitude beyond 180°.
    #[must_use]
    pub fn degrees(self) -> (f64, f64) {
        unproject(MapPoint {
            x: f64::from(self.x) / PER_RADIUS - HALF_WIDTH,
            y: HALF_HEIGHT - f64::from(self.y) / PER_RADIUS,
        })
    }
}

/// The net of degrees as an SVG path: meridians with both edges of the globe, and parallels, which
/// this projection draws straight.
#[must_use]
pub fn net() -> String {
    let mut net = String::new();
    let mut go = |command: char, latitude: i32, longitude: i32| {
        let PlanePoint { x, y } = PlanePoint::at(f64::from(latitude), f64::from(longitude));
        net.push(command);
        net.push_str(&x.to_string());
        net.push(' ');
        net.push_str(&y.to_string());
    };
    for longitude in (-180..=180).step_by(NET_DEGREES) {
        go('M', -90, longitude);
        for latitude in (-80..=90).step_by(CURVE_DEGREES) {
            go('L', latitude, longitude);
        }
    }
    for latitude in (-90..=90).step_by(NET_DEGREES) {
        go('M', latitude, -180);
        go('L', latitude, 180);
    }
    net
}

impl From<&Position> for PlanePoint {
    fn from(position: &Position) -> Self {
        Self::at(position.latitude, position.longitude)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corners_of_the_globe_are_the_edges_of_the_plane() {
        assert_eq!(PlanePoint::at(0.0, -180.0).x, 0);
        assert_eq!(PlanePoint::at(0.0, 180.0).x, WIDTH);
        assert_eq!(PlanePoint::at(90.0, 0.0).y, 0);
        assert!((PlanePoint::at(-90.0, 0.0).y - HEIGHT).abs() <= 1);
    }

    #[test]
    fn the_net_has_its_meridians_and_parallels() {
        let net = net();
        assert_eq!(net.matches('M').count(), 13 + 7);
        assert!(net.contains("M0 243358L1000000 243358"), "{net}");
    }

    #[test]
    fn a_place_has_its_degrees_to_the_hundredth() {
        let (latitude, longitude) = PlanePoint::at(32.06, 118.78).degrees();
        assert!((latitude - 32.06).abs() < 0.005 && (longitude - 118.78).abs() < 0.005);
    }
}
