//! The directory file as read: its cities, its date, and what of it could not be read.

use crate::domain::country::Countries;
use crate::domain::directory::Directory;
use crate::domain::issue::Issue;
use crate::domain::name_order::NameOrder;
use crate::domain::network::NetworkTotal;
use crate::domain::record::{CityFile, read_cities, read_countries};
use crate::domain::statistics::Statistics;
use crate::i18n::texts::{Text, Texts};

/// 64-bit FNV-1a (Fowler, Noll, Vo): offset basis and prime. Tells two files apart; not a seal.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// The cities with what the page says about them as a whole.
pub struct Catalogue {
    /// The cities, ready to be queried.
    pub directory: Directory,
    /// The day the file was put together, ISO 8601.
    pub compiled: Option<String>,
    /// UNESCO's own count.
    pub network: Option<NetworkTotal>,
    /// How many records could not be read.
    pub left_out: usize,
    /// Tells whether a page was written from the same two files.
    pub fingerprint: String,
}

/// The two files as read, not yet ready to be queried: reading each and preparing are a long task.
pub struct Records {
    file: CityFile,
    countries: Countries,
    issues: Vec<Issue>,
    fingerprint: String,
}

impl Records {
    /// Reads the countries' names, which the cities are read with ([`Records::read`]).
    pub fn begin(cities: &str, countries: &str) -> Self {
        let read = read_countries("countries.json", countries);
        Self {
            file: CityFile::default(),
            countries: read.value,
            issues: read.issues,
            fingerprint: fingerprint(&[cities, countries]),
        }
    }

    /// Reads the bundled file. Records that cannot be read are left out and listed.
    ///
    /// # Errors
    /// The issues of both files, where not one record can be read.
    pub fn read(mut self, cities: &str) -> Result<(Self, Vec<Issue>), Vec<Issue>> {
        let read = read_cities("cities.json", cities, &self.countries);
        let mut issues = std::mem::take(&mut self.issues);
        issues.extend(read.issues);
        self.file = read.value;
        if self.file.cities.is_empty() && !issues.is_empty() {
            return Err(issues);
        }
        Ok((self, issues))
    }

    /// Whether the countries could be read.
    pub fn have_countries(&self) -> bool {
        self.countries.iter().next().is_some()
    }

    /// Prepares them to be queried in the language of some texts.
    pub fn catalogue(self, texts: &Texts) -> Catalogue {
        let order = NameOrder::read(
            texts.added(Text::OrderOfCities),
            texts.added(Text::OrderOfCountries),
        );
        let Self {
            file, countries, ..
        } = self;
        Catalogue {
            directory: Directory::in_language(file.cities, countries, texts.language(), &order),
            compiled: file.compiled,
            network: file.network,
            left_out: file.left_out,
            fingerprint: self.fingerprint,
        }
    }
}

impl Catalogue {
    /// Reads both files and prepares them, in the language of some texts.
    ///
    /// # Errors
    /// The issues, where not one record can be read.
    pub fn read(
        cities: &str,
        countries: &str,
        texts: &Texts,
    ) -> Result<(Self, Vec<Issue>), Vec<Issue>> {
        let (records, issues) = Records::begin(cities, countries).read(cities)?;
        Ok((records.catalogue(texts), issues))
    }
}

impl Catalogue {
    /// Figures over all cities.
    pub fn statistics(&self) -> Statistics {
        Statistics::of(&self.directory)
    }
}

impl PartialEq for Catalogue {
    fn eq(&self, other: &Self) -> bool {
        self.fingerprint == other.fingerprint
    }
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Catalogue")
            .field("fingerprint", &self.fingerprint)
            .finish_non_exhaustive()
    }
}

fn fingerprint(texts: &[&str]) -> String {
    let hash = texts
        .iter()
        .flat_map(|text| text.bytes())
        .fold(FNV_OFFSET, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME)
        });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_file_has_another_fingerprint() {
        assert_ne!(fingerprint(&["a", "b"]), fingerprint(&["a", "c"]));
        assert_eq!(fingerprint(&[""]), format!("{FNV_OFFSET:016x}"));
    }

    #[test]
    fn a_file_with_no_record_that_can_be_read_is_an_error_that_names_it() {
        let issues = Catalogue::read("{", "[]", &Texts::english()).unwrap_err();
        assert!(
            issues
                .iter()
                .any(|issue| issue.to_string().contains("cities.json"))
        );
    }

    #[test]
    fn the_good_records_stay_when_one_is_bad() {
        let cities = r#"[{"slug":"a","name":"A","iso2":"FR","region":"africa","country":"France"},{"slug":7}]"#;
        let (catalogue, issues) = Catalogue::read(cities, "[]", &Texts::english()).unwrap();
        assert_eq!(catalogue.directory.cities().len(), 1);
        assert_eq!(catalogue.left_out, 1);
        assert!(!issues.is_empty());
    }
}
