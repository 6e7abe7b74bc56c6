//! Numbers, dates, points and lists as a language writes them.
//!
//! The patterns are texts of the language, so that a reader loads those of his own; only rules stand
//! here: for plurals, Spanish groups, the French first of a month. Tests hold both against CLDR, as
//! ICU4X has it. Digits are Western in every language, as those of years and of the data are.

use crate::domain::language::Language;
use crate::i18n::texts::{Text, Texts};

/// Between the names of the months.
const MONTH_MARK: char = '|';

/// A plural category of CLDR (Unicode Technical Standard 35, part 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralCategory {
    /// Nothing, in Arabic.
    Zero,
    /// As in "1 city".
    One,
    /// Two, in Arabic.
    Two,
    /// Some, in Arabic and Russian.
    Few,
    /// Many, in Arabic and Russian; whole millions in French and Spanish.
    Many,
    /// Any other number.
    Other,
}

impl PluralCategory {
    /// The categories a language distinguishes among whole numbers.
    pub fn of(language: Language) -> &'static [Self] {
        use PluralCategory::{Few, Many, One, Other, Two, Zero};
        match language {
            Language::English => &[One, Other],
            Language::Chinese => &[Other],
            Language::French | Language::Spanish => &[One, Many, Other],
            Language::Arabic => &[Zero, One, Two, Few, Many, Other],
            Language::Russian => &[One, Few, Many],
        }
    }

    /// The category's name in CLDR.
    pub fn key(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// The plural category of a whole number (CLDR, plural rules of type cardinal).
pub fn plural_category(language: Language, count: usize) -> PluralCategory {
    use PluralCategory::{Few, Many, One, Other, Two, Zero};
    let is_millions = count > 0 && count.is_multiple_of(1_000_000);
    match (language, count, count % 10, count % 100) {
        (Language::Arabic, 0, ..) => Zero,
        (Language::Arabic, 2, ..) => Two,
        (Language::Arabic, _, _, 3..=10) => Few,
        (Language::Arabic, _, _, 11..) => Many,
        (Language::Russian, _, _, 11..=14) => Many,
        (Language::Russian, _, 1, _) => One,
        (Language::Russian, _, 2..=4, _) => Few,
        (Language::Russian, ..) => Many,
        (Language::Chinese, ..) => Other,
        (Language::French, 0, ..) | (_, 1, ..) => One,
        (Language::French | Language::Spanish, ..) if is_millions => Many,
        _ => Other,
    }
}

impl Texts {
    /// A whole number with its digits in groups of three.
    ///
    /// ```
    /// use learning_cities::i18n::texts::Texts;
    /// assert_eq!(Texts::english().number(9_314_685), "9,314,685");
    /// ```
    pub fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        let mark = self.get(Text::NumberGroup);
        // Spanish groups from five digits on (CLDR, minimumGroupingDigits).
        let is_whole = self.language() == Language::Spanish && digits.len() == 4;
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) && !is_whole {
                grouped.push_str(mark);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// An ISO 8601 date of any precision (`2024`, `2024-02`, `2024-05-19`) in words; text that is
    /// no such date comes back as it is.
    ///
    /// ```
    /// use learning_cities::i18n::texts::Texts;
    /// assert_eq!(Texts::english().date("2024-05-19"), "19 May 2024");
    /// assert_eq!(Texts::english().date("2024-02"), "February 2024");
    /// ```
    pub fn date(&self, iso: &str) -> String {
        self.date_parts(iso).unwrap_or_else(|| iso.to_owned())
    }

    fn date_parts(&self, iso: &str) -> Option<String> {
        let mut parts = iso.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next());
        let number = month.parse::<usize>().ok()?.checked_sub(1)?;
        // Beside a day a month may have another form than alone.
        let (months, pattern) = match day {
            Some(_) => (Text::DateMonths, Text::DateDay),
            None => (Text::DateMonthNames, Text::DateMonth),
        };
        let month = self.get(months).split(MONTH_MARK).nth(number)?;
        let day = match (self.language(), day.map_or(Ok(0), str::parse::<u8>).ok()?) {
            // The first of a month is an ordinal in French (Imprimerie nationale, Lexique des
            // règles typographiques); CLDR has no pattern for it.
            (Language::French, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        };
        let places = [("day", &*day), ("month", month), ("year", year)];
        Some(self.fill(pattern, &places))
    }

    /// Degrees with their half of the globe, as in `32.06° N, 118.78° E`: hundredths, about a
    /// kilometre, which is what a point for a whole city can mean.
    pub fn coordinates(&self, latitude: f64, longitude: f64) -> String {
        let half = |degrees: f64, negative: Text, positive: Text| {
            let text = if degrees < 0.0 { negative } else { positive };
            let degrees = hundredths(degrees, self.get(Text::NumberDecimal));
            self.fill(text, &[("degrees", &degrees)])
        };
        let latitude = half(latitude, Text::South, Text::North);
        let longitude = half(longitude, Text::West, Text::East);
        let places = [("latitude", &*latitude), ("longitude", &*longitude)];
        self.fill(Text::Coordinates, &places)
    }

    /// A distance in whole kilometres below ten, else to the nearest ten: the points are town
    /// centres.
    pub fn distance(&self, kilometres: f64) -> String {
        let rounded = if kilometres < 10.0 {
            kilometres.round()
        } else {
            (kilometres / 10.0).round() * 10.0
        };
        self.number(rounded.max(0.0) as u64)
    }

    /// Parts one after the other.
    pub fn list<S: AsRef<str>>(&self, parts: &[S]) -> String {
        let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
        parts.join(self.get(Text::ListSeparator))
    }

    /// A value with the name of what it is the value of.
    pub fn pair(&self, name: &str, value: &str) -> String {
        self.fill(Text::Pair, &[("name", name), ("value", value)])
    }
}

/// A number without its sign, with two decimals; the formatting of floats would cost the browser's
/// program kilobytes.
fn hundredths(number: f64, mark: &str) -> String {
    let parts = (number.abs() * 100.0).round() as u64;
    format!("{}{mark}{:02}", parts / 100, parts % 100)
}

#[cfg(test)]
mod tests;
