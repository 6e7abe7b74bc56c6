//! Country codes and the companion list of countries.
//! A code is always an assigned one, so nothing later has to ask whether it is.

use super::language::Language;
use super::region::Region;

/// The assigned ISO 3166-1 alpha-2 codes, and XK: user-assigned to Kosovo by GeoNames, the source of
/// the coordinates.
const ASSIGNED: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET \
    FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU \
    ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY \
    MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM \
    PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV \
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK \
    YE YT ZA ZM ZW ";

/// Width of one entry of [`ASSIGNED`]: two letters and a space.
const ENTRY_BYTES: usize = 3;

/// An assigned ISO 3166-1 alpha-2 code, upper case inside.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// Reads a code in any case; only assigned codes (and XK) are accepted.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let [first, second] = *text.as_bytes() else {
            return None;
        };
        let code = [first.to_ascii_uppercase(), second.to_ascii_uppercase()];
        let assigned = ASSIGNED
            .as_bytes()
            .chunks(ENTRY_BYTES)
            .any(|entry| entry.starts_with(&code));
        assigned.then_some(Self(code))
    }

    /// The code in upper case: "CN".
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many numbers [`CountryCode::number`] gives: one for every pair of letters.
    pub(super) const NUMBERS: usize = 26 * 26;

    /// A number below [`CountryCode::NUMBERS`], for tables by country.
    pub(super) fn number(self) -> usize {
        let [first, second] = self.0.map(|letter| usize::from(letter.wrapping_sub(b'A')));
        first * 26 + second
    }

    /// The code in lower case, the form of addresses: "cn".
    #[must_use]
    pub fn to_lower(&self) -> String {
        self.as_str().to_ascii_lowercase()
    }
}

/// A country as the companion file describes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Country {
    /// Its code.
    pub code: CountryCode,
    /// The form UNESCO uses: "Republic of Korea".
    pub name: String,
    /// The everyday English form: "South Korea".
    pub short_name: String,
    /// The UNESCO region it belongs to.
    pub region: Region,
    /// Its names in other languages.
    pub names: Vec<(Language, String)>,
}

impl Country {
    /// The everyday name in a language; the English one where none is recorded.
    #[must_use]
    pub fn name_in(&self, language: Language) -> &str {
        self.names
            .iter()
            .find(|(of, _)| *of == language)
            .map_or(&self.short_name, |(_, name)| name)
    }
}

/// The known countries, sorted by code.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Countries(Vec<Country>);

impl Countries {
    /// Sorts the countries; of two entries with one code the first stays.
    #[must_use]
    pub fn new(countries: Vec<Country>) -> Self {
        let mut sorted: Vec<Country> = Vec::with_capacity(countries.len());
        for country in countries {
            if let Err(at) = sorted.binary_search_by_key(&country.code, |other| other.code) {
                sorted.insert(at, country);
            }
        }
        Self(sorted)
    }

    /// The country of a code.
    #[must_use]
    pub fn get(&self, code: CountryCode) -> Option<&Country> {
        let at = self
            .0
            .binary_search_by_key(&code, |country| country.code)
            .ok()?;
        self.0.get(at)
    }

    /// All countries, by code.
    pub fn iter(&self) -> impl Iterator<Item = &Country> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_249_assigned_codes_and_kosovo_are_known_in_ascending_order() {
        let codes: Vec<&str> = ASSIGNED.split_whitespace().collect();
        assert_eq!(codes.len(), 250);
        assert!(codes.is_sorted_by(|a, b| a < b));
        let parsed = codes.iter().map(|code| CountryCode::parse(code).unwrap());
        let numbers: Vec<usize> = parsed.map(CountryCode::number).collect();
        assert!(numbers.is_sorted_by(|a, b| a < b));
        assert!(numbers.iter().all(|number| *number < CountryCode::NUMBERS));
    }

    #[test]
    fn only_assigned_codes_are_read_and_case_does_not_matter() {
        assert_eq!(CountryCode::parse("cN").unwrap().as_str(), "CN");
        assert_eq!(CountryCode::parse("CN").unwrap().to_lower(), "cn");
        for text in ["", "C", "CHN", "ZZ", "A ", " A", "中", "é", "D\u{0}"] {
            assert_eq!(CountryCode::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_country_without_a_name_in_a_language_keeps_its_short_name() {
        let korea = Country {
            code: CountryCode::parse("KR").unwrap(),
            name: "Republic of Korea".into(),
            short_name: "South Korea".into(),
            region: Region::AsiaAndThePacific,
            names: vec![(Language::Chinese, "韩国".into())],
        };
        assert_eq!(korea.name_in(Language::Chinese), "韩国");
        assert_eq!(korea.name_in(Language::English), "South Korea");
        assert_eq!(korea.name_in(Language::Arabic), "South Korea");
        let countries = Countries::new(vec![korea.clone()]);
        assert_eq!(countries.get(korea.code), Some(&korea));
        assert_eq!(countries.get(CountryCode::parse("CN").unwrap()), None);
    }
}
