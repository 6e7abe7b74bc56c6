//! Numbers, dates and plural categories as a language writes them.
//!
//! English only until the other languages' texts are there; what differs by language is behind
//! functions that take the language.

use crate::domain::language::Language;

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A plural category of CLDR (Unicode Technical Standard 35, part 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralCategory {
    /// As in "1 city".
    One,
    /// As in "2 cities".
    Other,
}

impl PluralCategory {
    /// The categories a language distinguishes among whole numbers.
    pub fn of(_language: Language) -> &'static [Self] {
        &[Self::One, Self::Other]
    }

    /// The category's name in CLDR.
    pub fn key(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Other => "other",
        }
    }
}

/// The plural category of a whole number.
pub fn plural_category(_language: Language, count: usize) -> PluralCategory {
    if count == 1 {
        PluralCategory::One
    } else {
        PluralCategory::Other
    }
}

/// Digits in groups of three, as English writes them.
///
/// ```
/// assert_eq!(learning_cities::i18n::format::group_thousands(9314685), "9,314,685");
/// ```
pub fn group_thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// An ISO 8601 date of any precision (`2024`, `2024-02`, `2024-05-19`) in words; text that is no
/// such date comes back as it is.
///
/// ```
/// use learning_cities::i18n::format::date_in_words;
/// assert_eq!(date_in_words("2024-05-19"), "19 May 2024");
/// assert_eq!(date_in_words("2024-02"), "February 2024");
/// ```
pub fn date_in_words(iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    let month_name = |month: &str| {
        month
            .parse::<usize>()
            .ok()
            .and_then(|number| ENGLISH_MONTHS.get(number.checked_sub(1)?))
    };
    match parts.as_slice() {
        [year, month, day] => match (month_name(month), day.parse::<u8>()) {
            (Some(month), Ok(day)) => format!("{day} {month} {year}"),
            _ => iso.to_owned(),
        },
        [year, month] => {
            month_name(month).map_or_else(|| iso.to_owned(), |month| format!("{month} {year}"))
        }
        _ => iso.to_owned(),
    }
}

/// Degrees with their half of the globe, as in `32.06° N, 118.78° E`: hundredths, about a
/// kilometre, which is what a point for a whole city can mean.
pub fn coordinates(latitude: f64, longitude: f64) -> String {
    let north = if latitude < 0.0 { 'S' } else { 'N' };
    let east = if longitude < 0.0 { 'W' } else { 'E' };
    let (latitude, longitude) = (hundredths(latitude), hundredths(longitude));
    format!("{latitude}° {north}, {longitude}° {east}")
}

/// A number without its sign, with two decimals; the formatting of floats would cost the browser's
/// program kilobytes.
fn hundredths(number: f64) -> String {
    let parts = (number.abs() * 100.0).round() as u64;
    format!("{}.{:02}", parts / 100, parts % 100)
}

/// A distance in whole kilometres below ten, else to the nearest ten: the points are town centres.
pub fn distance(kilometres: f64) -> String {
    let rounded = if kilometres < 10.0 {
        kilometres.round()
    } else {
        (kilometres / 10.0).round() * 10.0
    };
    group_thousands(rounded.max(0.0) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_from_the_right() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (123_456_789, "123,456,789"),
        ] {
            assert_eq!(group_thousands(number), text);
        }
    }

    #[test]
    fn a_text_that_is_no_date_stays_as_it_is() {
        for text in ["", "soon", "2024-13", "2024-05-xx", "0000-00-00-00"] {
            assert_eq!(date_in_words(text), text);
        }
    }

    #[test]
    fn the_half_of_the_globe_follows_the_sign() {
        assert_eq!(coordinates(-34.6, -58.38), "34.60° S, 58.38° W");
        assert_eq!(coordinates(32.0617, 118.7778), "32.06° N, 118.78° E");
    }

    #[test]
    fn distances_are_rounded_to_what_the_points_can_bear() {
        assert_eq!(distance(3.6), "4");
        assert_eq!(distance(191.4), "190");
        assert_eq!(distance(12_345.0), "12,350");
    }
}
