//! The Equal Earth projection: positions on the globe as points on a plane map of equal areas.
//!
//! Source: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International
//! Journal of Geographical Information Science 33(3), 2019, equations 9 and 10.

use super::city::Position;
use super::geo::within;

const A1: f64 = 1.340_264;
const A2: f64 = -0.081_106;
const A3: f64 = 0.000_893;
const A4: f64 = 0.003_796;

/// Half the width of the whole map, in radii of the globe: `x` at the equator and 180° east.
pub const HALF_WIDTH: f64 = 2.706_629_983_696;

/// Half the height of the whole map, in radii of the globe: `y` at the pole.
pub const HALF_HEIGHT: f64 = 1.317_362_759_157;

/// Newton's method doubles the right digits at each step and begins with one: five steps do.
const MOST_NEWTON_STEPS: usize = 12;

/// A step below a hundredth of a millimetre on the globe changes nothing.
const CLOSE_ENOUGH: f64 = 1e-12;

/// A point on the map in radii of the globe: `x` to the east, `y` to the north, both from the
/// middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPoint {
    /// To the east.
    pub x: f64,
    /// To the north.
    pub y: f64,
}

/// The point of a position, by latitude and longitude in degrees.
///
/// ```
/// use learning_cities::domain::projection::{HALF_WIDTH, project};
/// let east = project(0.0, 180.0);
/// assert!((east.x - HALF_WIDTH).abs() < 1e-9 && east.y.abs() < 1e-9);
/// ```
pub fn project(latitude: f64, longitude: f64) -> MapPoint {
    let theta = (3.0_f64.sqrt() / 2.0 * latitude.to_radians().sin()).asin();
    MapPoint {
        x: 2.0 * 3.0_f64.sqrt() * longitude.to_radians() * theta.cos() / (3.0 * slope(theta)),
        y: northing(theta),
    }
}

/// The latitude and longitude of a point, in degrees: the inverse of [`project`].
///
/// Newton's method on equation 10, as the paper's authors give it; points above the poles count as
/// the pole, and a point beside the globe has a longitude beyond 180°.
///
/// ```
/// use learning_cities::domain::projection::{project, unproject};
/// let (latitude, longitude) = unproject(project(32.06, 118.78));
/// assert!((latitude - 32.06).abs() < 1e-9 && (longitude - 118.78).abs() < 1e-9);
/// ```
pub fn unproject(point: MapPoint) -> (f64, f64) {
    let y = within(point.y, -HALF_HEIGHT, HALF_HEIGHT);
    let mut theta = y;
    for _ in 0..MOST_NEWTON_STEPS {
        let step = (northing(theta) - y) / slope(theta);
        theta -= step;
        if step.abs() < CLOSE_ENOUGH {
            break;
        }
    }
    let sine = 2.0 / 3.0_f64.sqrt() * theta.sin();
    let longitude = 3.0_f64.sqrt() * point.x * slope(theta) / (2.0 * theta.cos());
    (
        within(sine, -1.0, 1.0).asin().to_degrees(),
        longitude.to_degrees(),
    )
}

/// The polynomial of equation 10.
fn northing(theta: f64) -> f64 {
    let squared = theta * theta;
    let sixth = squared * squared * squared;
    theta * (A4 * sixth * squared + A3 * sixth + A2 * squared + A1)
}

/// Its derivative.
fn slope(theta: f64) -> f64 {
    let squared = theta * theta;
    let sixth = squared * squared * squared;
    9.0 * A4 * sixth * squared + 7.0 * A3 * sixth + 3.0 * A2 * squared + A1
}

impl From<&Position> for MapPoint {
    fn from(position: &Position) -> Self {
        project(position.latitude, position.longitude)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_projected_position_is_found_again(
            latitude in -90.0..=90.0f64, longitude in -180.0..=180.0f64,
        ) {
            let (north, east) = unproject(project(latitude, longitude));
            // At the pole the sine is flat: half of the digits are lost there.
            prop_assert!((north - latitude).abs() < 1e-5, "{north}");
            prop_assert!((east - longitude).abs() < 1e-9, "{east}");
        }

        #[test]
        fn a_point_of_the_map_is_found_again(
            x in -HALF_WIDTH..=HALF_WIDTH, y in -HALF_HEIGHT..=HALF_HEIGHT,
        ) {
            let (latitude, longitude) = unproject(MapPoint { x, y });
            let again = project(latitude, longitude);
            prop_assert!((again.x - x).abs() < 1e-7 && (again.y - y).abs() < 1e-7);
        }
    }

    #[test]
    fn a_point_above_the_map_is_the_pole_and_one_beside_the_globe_lies_beyond_the_date_line() {
        assert!((unproject(MapPoint { x: 0.0, y: 9.0 }).0 - 90.0).abs() < 1e-4);
        assert!(
            unproject(MapPoint {
                x: HALF_WIDTH,
                y: 1.2
            })
            .1 > 180.0
        );
    }

    #[test]
    fn the_middle_stays_and_the_poles_are_the_map_s_edge() {
        assert_eq!(project(0.0, 0.0), MapPoint { x: 0.0, y: 0.0 });
        assert!((project(90.0, 0.0).y - HALF_HEIGHT).abs() < 1e-9);
        assert!((project(-90.0, 0.0).y + HALF_HEIGHT).abs() < 1e-9);
    }

    #[test]
    fn equal_areas_on_the_globe_are_equal_on_the_map() {
        // A small quadrangle's area on the map, over its area on the unit sphere, by finite steps.
        let ratio = |latitude: f64, longitude: f64| {
            let step = 0.01;
            let (here, north, east) = (
                project(latitude, longitude),
                project(latitude + step, longitude),
                project(latitude, longitude + step),
            );
            let map = ((east.x - here.x) * (north.y - here.y)
                - (north.x - here.x) * (east.y - here.y))
                .abs();
            map / (step.to_radians().powi(2) * (latitude + step / 2.0).to_radians().cos())
        };
        let equator = ratio(0.0, 0.0);
        for (latitude, longitude) in [(30.0, 20.0), (-45.0, 100.0), (60.0, -120.0), (75.0, 179.0)] {
            assert!(
                (ratio(latitude, longitude) / equator - 1.0).abs() < 2e-3,
                "{latitude} {longitude}"
            );
        }
    }
}
