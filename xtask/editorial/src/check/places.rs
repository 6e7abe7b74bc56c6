//! Positions far from where they should be.
//!
//! No outline of a country is at hand (the land outline has no borders), so a city is held against
//! the other places on record: those of its country, or of its region where it is the only one of
//! its country. It is doubtful where the nearest of them is far and a stranger is much nearer.

use std::fmt::Write as _;

use learning_cities::domain::city::{City, Position};
use learning_cities::domain::country::Countries;
use learning_cities::domain::geo::distance_km;

use super::data::{Data, rows};
use super::finding::Finding;

/// As far as no city on record is from its kin while a stranger is much nearer.
const FAR_KM: f64 = 900.0;

/// A stranger is much nearer below this part of the distance: Madeira is nearer to Morocco than to
/// Portugal, and rightly.
const MUCH_NEARER: f64 = 0.5;

const HARM: &str = "The city would stand at a wrong place on the map, and its distances be wrong.";

/// Every city whose position is doubtful, and every pair of degrees that was surely exchanged.
pub(super) fn findings(
    data: &Data<'_, '_>,
    cities: &[City],
    countries: &Countries,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (document, row) in rows(data.cities, "cities") {
        let city = cities
            .iter()
            .find(|city| row.text("slug") == Some(&city.slug));
        let Some((city, value)) = city.zip(row.get("lat")) else {
            continue;
        };
        let Some(position) = city.position else {
            continue;
        };
        let kin = Kin::of(city, cities);
        let Some((distance, nearest)) = kin.doubtful(&position) else {
            continue;
        };
        let country = countries.get(city.country);
        let country = country.map_or(city.country.as_str(), |it| it.short_name.as_str());
        let mut expected = format!("a place in {country}: ");
        let name = &nearest.name;
        let _ = write!(
            expected,
            "this one is {distance:.0} km from {name}, the nearest "
        );
        expected.push_str(kin.whose());
        let mut told = document.finding(value, &expected, HARM);
        told.found = format!("lat {}, lon {}", position.latitude, position.longitude);
        told.did_you_mean = kin.exchanged(&position);
        findings.push(row.own(told.field("lat").doubtful()));
    }
    findings
}

/// The places that a city should not be far from, and all others.
struct Kin<'a> {
    own: Vec<&'a City>,
    strangers: Vec<&'a City>,
    is_country: bool,
}

impl<'a> Kin<'a> {
    fn of(city: &City, cities: &'a [City]) -> Self {
        let others = || cities.iter().filter(|other| other.slug != city.slug);
        let placed = |other: &&&City| other.country == city.country && other.position.is_some();
        let others: Vec<&City> = others().collect();
        let is_country = others.iter().any(|other| placed(&other));
        let (own, strangers) = others.into_iter().partition(|other| match is_country {
            true => other.country == city.country,
            false => other.region == city.region,
        });
        Self {
            own,
            strangers,
            is_country,
        }
    }

    fn whose(&self) -> &'static str {
        if self.is_country {
            "other place of that country on record"
        } else {
            "place of its region on record"
        }
    }

    /// How far the nearest of its kin is, where that is doubtful.
    fn doubtful(&self, position: &Position) -> Option<(f64, &'a City)> {
        let is_near = |city: &&City| {
            let other = city.position.as_ref();
            other.is_some_and(|other| distance_km(position, other) <= FAR_KM)
        };
        if self.own.iter().any(is_near) {
            return None;
        }
        let (own, nearest) = nearest(position, &self.own)?;
        let (strange, _) = self::nearest(position, &self.strangers)?;
        (strange < own * MUCH_NEARER).then_some((own, nearest))
    }

    /// Latitude and longitude the other way round, where that is a likely place.
    fn exchanged(&self, position: &Position) -> Option<String> {
        let other = Position {
            latitude: position.longitude,
            longitude: position.latitude,
            precision: position.precision,
        };
        let is_possible = (-90.0..=90.0).contains(&other.latitude);
        let (distance, _) = nearest(&other, &self.own).filter(|_| is_possible)?;
        let meant = format!("lat {}, lon {}", other.latitude, other.longitude);
        (distance <= FAR_KM).then_some(meant)
    }
}

fn nearest<'a>(from: &Position, cities: &[&'a City]) -> Option<(f64, &'a City)> {
    let placed = cities.iter().filter_map(|city| {
        let position = city.position?;
        Some((distance_km(from, &position), *city))
    });
    placed.min_by(|a, b| a.0.total_cmp(&b.0))
}
