//! Distances on the earth's ellipsoid.

use std::cmp::Ordering;

use geographiclib_rs::{DirectGeodesic, Geodesic, InverseGeodesic};

use super::city::{CityId, Position};

/// Metres in a kilometre.
const METRES_PER_KILOMETRE: f64 = 1000.0;

/// How much a distance on the sphere may differ from that on the ellipsoid, as a factor: at most
/// 0.56 %, once for each of the two distances compared, and a little room.
const SPHERE_TOLERANCE: f64 = 1.012;

/// Mean radius of the earth in kilometres (IUGG).
const MEAN_RADIUS_KM: f64 = 6371.0088;

/// The shortest distance on WGS 84 in kilometres, by Karney's method (2013), which is exact to
/// nanometres and, unlike older ones, also finds opposite points.
#[must_use]
pub fn distance_km(a: &Position, b: &Position) -> f64 {
    let metres: f64 = Geodesic::wgs84().inverse(a.latitude, a.longitude, b.latitude, b.longitude);
    metres / METRES_PER_KILOMETRE
}

/// Places along the shortest way on WGS 84 from one place to another, both ends among them, each as
/// (latitude, longitude) in degrees (Karney 2013). The steps between them are equally long.
#[must_use]
pub fn shortest_way(from: &Position, to: &Position, steps: u16) -> Vec<(f64, f64)> {
    let earth = Geodesic::wgs84();
    let (metres, azimuth, _, _): (f64, f64, f64, f64) =
        earth.inverse(from.latitude, from.longitude, to.latitude, to.longitude);
    (0..=steps)
        .map(|step| {
            let metres = metres * f64::from(step) / f64::from(steps.max(1));
            earth.direct(from.latitude, from.longitude, azimuth, metres)
        })
        .collect()
}

/// The number of a range that is nearest to a number; what is no number stays none. The standard
/// library's own would print the bounds where they are wrong, which costs the browser's program
/// eight kilobytes.
pub(super) fn within(number: f64, least: f64, most: f64) -> f64 {
    if number < least {
        least
    } else if number > most {
        most
    } else {
        number
    }
}

/// The nearest places with their distances in kilometres, nearest first, equal ones as given.
pub(super) fn nearest(
    origin: &Position,
    places: impl Iterator<Item = (CityId, Position)>,
    count: usize,
) -> Vec<(CityId, f64)> {
    // The exact method costs a hundred times the rough one, so it sees only what can be nearest.
    let rough: Vec<(f64, CityId, Position)> = places
        .map(|(id, place)| (angle(origin, &place), id, place))
        .collect();
    let mut angles: Vec<f64> = rough.iter().map(|(angle, _, _)| *angle).collect();
    let Some(last) = count.min(angles.len()).checked_sub(1) else {
        return Vec::new();
    };
    let (_, farthest, _) = angles.select_nth_unstable_by(last, f64::total_cmp);
    let limit = *farthest * SPHERE_TOLERANCE;
    let mut near: Vec<(CityId, f64)> = rough
        .into_iter()
        .filter(|(angle, _, _)| angle.partial_cmp(&limit) != Some(Ordering::Greater))
        .map(|(_, id, place)| (id, distance_km(origin, &place)))
        .collect();
    near.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    near.truncate(count);
    near
}

/// The distance in kilometres on a sphere of the earth's size, at most 0.56 % off: enough to choose
/// among many.
pub(super) fn rough_distance_km(a: &Position, b: &Position) -> f64 {
    angle(a, b) * MEAN_RADIUS_KM
}

/// The angle between two places seen from the centre of a sphere (haversine formula).
pub(super) fn angle(a: &Position, b: &Position) -> f64 {
    let (from, to) = (a.latitude.to_radians(), b.latitude.to_radians());
    let half_height = ((to - from) / 2.0).sin();
    let half_width = ((b.longitude - a.longitude).to_radians() / 2.0).sin();
    let square = half_height * half_height + from.cos() * to.cos() * half_width * half_width;
    2.0 * within(square, 0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::city::Precision;
    use proptest::prelude::*;

    fn at(latitude: f64, longitude: f64) -> Position {
        Position {
            latitude,
            longitude,
            precision: Precision::City,
        }
    }

    #[test]
    fn distances_agree_with_published_ones() {
        // New York to London from GeographicLib's documentation, then nearly and wholly opposite
        // points, which defeat Vincenty's method.
        for (a, b, km) in [
            (at(40.6, -73.8), at(51.6, -0.5), 5_551.759_400),
            (at(0.0, 0.0), at(0.0, 0.0), 0.0),
            (at(0.0, 0.0), at(0.5, 179.7), 19_944.127_4),
            (at(90.0, 0.0), at(-90.0, 0.0), 20_003.931),
        ] {
            assert!(
                (distance_km(&a, &b) - km).abs() < 0.001,
                "{a:?} {b:?} {}",
                distance_km(&a, &b)
            );
        }
    }

    #[test]
    fn nanjing_and_suzhou_are_two_hundred_kilometres_apart() {
        let km = distance_km(&at(32.0617, 118.7778), &at(31.3041, 120.5954));
        assert!((190.0..195.0).contains(&km), "{km}");
    }

    proptest! {
        #[test]
        fn every_step_of_the_shortest_way_is_equally_long_and_the_last_arrives(
            from in (-89.0..89.0f64, -180.0..180.0f64),
            to in (-89.0..89.0f64, -180.0..180.0f64),
            steps in 1u16..20,
        ) {
            let (from, to) = (at(from.0, from.1), at(to.0, to.1));
            let way = shortest_way(&from, &to, steps);
            let step_km = distance_km(&from, &to) / f64::from(steps);
            let places: Vec<Position> = way.into_iter().map(|(a, b)| at(a, b)).collect();
            for pair in places.windows(2) {
                prop_assert!((distance_km(&pair[0], &pair[1]) - step_km).abs() < 1e-6);
            }
            prop_assert!(distance_km(&places[usize::from(steps)], &to) < 1e-6);
        }

        #[test]
        fn the_rough_choice_loses_none_of_the_nearest(
            origin in (-90.0..90.0f64, -180.0..180.0f64),
            places in prop::collection::vec((-90.0..90.0f64, -180.0..180.0f64), 0..40),
            count in 0usize..8,
        ) {
            let origin = at(origin.0, origin.1);
            let places: Vec<(CityId, Position)> =
                (0..).map(CityId).zip(places.into_iter().map(|(a, b)| at(a, b))).collect();
            let mut expected: Vec<(CityId, f64)> =
                places.iter().map(|(id, place)| (*id, distance_km(&origin, place))).collect();
            expected.sort_by(|a, b| a.1.total_cmp(&b.1));
            expected.truncate(count);
            prop_assert_eq!(nearest(&origin, places.into_iter(), count), expected);
        }
    }
}
