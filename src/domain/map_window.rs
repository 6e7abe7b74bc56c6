//! The part of the world that the map shows, as an address carries it: `31.50,119.60,8.0` is the
//! latitude and longitude of the middle in degrees, and how many times the whole map is enlarged.

use super::geo::within;

/// Decimals of a degree that an address carries: about a kilometre.
const DEGREE_DECIMALS: usize = 2;
const DEGREE_PARTS: f64 = 100.0;

/// Decimals of the enlargement.
const ZOOM_DECIMALS: usize = 1;
const ZOOM_PARTS: f64 = 10.0;

/// The largest enlargement: an inch of screen is then some ten kilometres, finer than the positions.
pub const MOST_ZOOM: f64 = 200.0;

/// The part of the world that the map shows. Kept in whole parts, so that equal windows are equal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MapWindow {
    latitude: i32,
    longitude: i32,
    zoom: i32,
}

impl MapWindow {
    /// The window around a middle in degrees; out of range values are brought to the nearest one.
    #[must_use]
    pub fn new(latitude: f64, longitude: f64, zoom: f64) -> Self {
        Self {
            latitude: parts(within(latitude, -90.0, 90.0), DEGREE_PARTS),
            longitude: parts(within(longitude, -180.0, 180.0), DEGREE_PARTS),
            zoom: parts(within(zoom, 1.0, MOST_ZOOM), ZOOM_PARTS),
        }
    }

    /// Degrees north of the equator of the middle.
    #[must_use]
    pub fn latitude(self) -> f64 {
        f64::from(self.latitude) / DEGREE_PARTS
    }

    /// Degrees east of Greenwich of the middle.
    #[must_use]
    pub fn longitude(self) -> f64 {
        f64::from(self.longitude) / DEGREE_PARTS
    }

    /// How many times the whole map is enlarged, from 1 to [`MOST_ZOOM`].
    #[must_use]
    pub fn zoom(self) -> f64 {
        f64::from(self.zoom) / ZOOM_PARTS
    }

    /// The address's value.
    #[must_use]
    pub fn value(self) -> String {
        let mut text = String::new();
        push_decimal(&mut text, self.latitude, 100);
        text.push(',');
        push_decimal(&mut text, self.longitude, 100);
        text.push(',');
        push_decimal(&mut text, self.zoom, 10);
        text
    }

    /// Reads the address's value; `None` for what is no window of this world.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split(',').map(str::trim);
        let latitude = decimal(numbers.next()?, DEGREE_DECIMALS)?;
        let longitude = decimal(numbers.next()?, DEGREE_DECIMALS)?;
        let zoom = decimal(numbers.next()?, ZOOM_DECIMALS)?;
        let most_zoom = parts(MOST_ZOOM, ZOOM_PARTS);
        let is_here = latitude.abs() <= 9_000 && longitude.abs() <= 18_000;
        let is_zoom = (parts(1.0, ZOOM_PARTS)..=most_zoom).contains(&zoom);
        let window = Self {
            latitude,
            longitude,
            zoom,
        };
        (is_here && is_zoom && numbers.next().is_none()).then_some(window)
    }
}

/// A decimal number in whole parts, of which a unit has ten to the power of `decimals`; further
/// decimals are cut. The reading of floats would cost the browser's program thirteen kilobytes.
fn decimal(text: &str, decimals: usize) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    // Enough for every number of this world, and short enough not to overflow.
    if whole.is_empty() || whole.len() > 4 || !is_number(whole) || !is_number(rest) {
        return None;
    }
    let rest = rest.chars().chain("000".chars()).take(decimals);
    let parts: String = whole.chars().chain(rest).collect();
    parts.parse::<i32>().ok().map(|parts| sign * parts)
}

fn parts(number: f64, parts: f64) -> i32 {
    // In range by the clamps above; a number that is none counts as zero.
    (number * parts).round() as i32
}

/// Writes whole parts as a decimal number; the formatting of floats would cost kilobytes.
pub(super) fn push_decimal(text: &mut String, parts: i32, per_unit: i32) {
    if parts < 0 {
        text.push('-');
    }
    let parts = parts.abs();
    text.push_str(&(parts / per_unit).to_string());
    text.push('.');
    let rest = (parts % per_unit + per_unit).to_string();
    text.extend(rest.chars().skip(1));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_window_is_written_in_degrees_and_times() {
        assert_eq!(
            MapWindow::new(31.5, -119.604, 8.0).value(),
            "31.50,-119.60,8.0"
        );
        assert_eq!(MapWindow::new(-0.05, 0.0, 1.0).value(), "-0.05,0.00,1.0");
    }

    #[test]
    fn what_lies_outside_the_world_is_no_window() {
        for text in [
            "", "31", "31,119", "91,0,2", "0,181,2", "0,0,0.5", "0,0,201", "NaN,0,2", "0,0,inf",
            "0,0,2,1", "a,b,c",
        ] {
            assert_eq!(MapWindow::parse(text), None, "{text}");
        }
        assert_eq!(MapWindow::new(f64::NAN, 0.0, 1.0).latitude(), 0.0);
    }

    #[test]
    fn fewer_or_more_decimals_than_written_are_read_too() {
        for (text, window) in [
            ("31,119,2", "31.00,119.00,2.0"),
            (" -31.5 , 119.999 ,2.09", "-31.50,119.99,2.0"),
            ("-0.5,0.,1", "-0.50,0.00,1.0"),
        ] {
            assert_eq!(MapWindow::parse(text).unwrap().value(), window, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_written_window_is_read_back(
            latitude in -100.0..100.0f64, longitude in -200.0..200.0f64, zoom in 0.0..300.0f64,
        ) {
            let window = MapWindow::new(latitude, longitude, zoom);
            prop_assert_eq!(MapWindow::parse(&window.value()), Some(window));
        }
    }
}
