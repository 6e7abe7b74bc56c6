//! The check of a record's coordinates.

use super::super::city::{Position, Precision};
use super::validation::Findings;
use super::wire::CityRecord;

/// Decimals shown of a wrong number of degrees: a tenth of a millimetre on the ground.
const MOST_DECIMALS: usize = 9;

/// Below it a number with all those decimals fits into 64 bits; what is beyond are no degrees.
const ABSURD: f64 = 1e9;

/// The position of a record, where both coordinates are there and possible.
pub(super) fn position(record: &CityRecord, findings: &mut Findings<'_>) -> Option<Position> {
    let told = findings.has_told("lat") || findings.has_told("lon");
    let (latitude, longitude) = match (record.lat, record.lon) {
        (Some(latitude), Some(longitude)) => (latitude, longitude),
        (None, None) => return None,
        (latitude, _) if !told => {
            let missing = if latitude.is_some() { "lon" } else { "lat" };
            findings.warn(missing, &"nothing", "both lat and lon, or neither");
            return None;
        }
        _ => return None,
    };
    let north = (-90.0..=90.0).contains(&latitude);
    let east = (-180.0..=180.0).contains(&longitude);
    if !north {
        findings.warn("lat", &in_digits(latitude), "degrees from -90 to 90");
    }
    if !east {
        findings.warn("lon", &in_digits(longitude), "degrees from -180 to 180");
    }
    let precision = match record.geo_precision.as_deref() {
        None => Precision::City,
        Some(text) => Precision::parse(text).unwrap_or_else(|| {
            findings.warn(
                "geo_precision",
                &text,
                "city, parent-place or principal-place",
            );
            Precision::City
        }),
    };
    (north && east).then_some(Position {
        latitude,
        longitude,
        precision,
    })
}

/// A number in digits, for a message. The standard library would show every bit of it, with
/// tables that are among the heaviest things in the browser's program.
fn in_digits(number: f64) -> String {
    let size = number.abs();
    let sign = if number < 0.0 { "-" } else { "" };
    if size >= ABSURD {
        return format!("{sign}{} or more", ABSURD as u64);
    }
    let (mut decimals, mut scale) = (0, 1_u64);
    let scaled = |scale: u64| (size * scale as f64).round();
    while decimals < MOST_DECIMALS && scaled(scale) / scale as f64 != size {
        decimals += 1;
        scale *= 10;
    }
    let digits = scaled(scale) as u64;
    let (whole, rest) = (digits / scale, digits % scale);
    match decimals {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{rest:0decimals$}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn coordinates_are_shown_as_they_are_written(
            millionths in -999_000_000_000_i64..999_000_000_000, decimals in 0..7_i32,
        ) {
            let number = (millionths as f64 / 1e6 * 10_f64.powi(decimals)).round()
                / 10_f64.powi(decimals);
            prop_assert_eq!(in_digits(number + 0.0), (number + 0.0).to_string());
        }
    }

    #[test]
    fn numbers_that_are_no_degrees_are_not_shown_in_full() {
        assert_eq!(in_digits(1e300), "1000000000 or more");
        assert_eq!(in_digits(f64::NEG_INFINITY), "-1000000000 or more");
        assert_eq!(in_digits(100.0 / 3.0), "33.333333333");
        assert_eq!(in_digits(-180.5), "-180.5");
    }
}
