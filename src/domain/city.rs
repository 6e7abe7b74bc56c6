//! A member city as the site knows it, free of the form of any file.

use super::country::CountryCode;
use super::language::Language;
use super::region::Region;

/// Dense index of a city in its directory.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct CityId(pub u32);

/// A member city.
#[derive(Clone, PartialEq, Debug)]
pub struct City {
    /// Its name in addresses: lower-case ASCII letters, digits and hyphens.
    pub slug: String,
    /// Its name: as the files have it, in English, until it is made to [speak](City::speak) another
    /// language.
    pub name: String,
    /// Its name in the files, where another is shown.
    pub recorded_name: Option<String>,
    /// Its name in its own language and script.
    pub native_name: Option<String>,
    /// The country it lies in.
    pub country: CountryCode,
    /// The country's name as the city's record gives it.
    pub country_name: String,
    /// The UNESCO region it belongs to.
    pub region: Region,
    /// The years in which it was admitted, ascending; empty where unknown.
    pub admissions: Vec<u16>,
    /// The years of its Learning City Awards, ascending.
    pub awards: Vec<u16>,
    /// Where it lies.
    pub position: Option<Position>,
    /// Inhabitants of the town itself, as the gazetteer counts them.
    pub town_population: Option<u32>,
    /// Its names in other languages.
    pub names: Vec<(Language, String)>,
    /// Other spellings and former names.
    pub aliases: Vec<String>,
    /// The last year in which a source names it a member.
    pub last_attested: Option<u16>,
    /// Whether it is presumed to be a member today.
    pub standing: Standing,
    /// The ids of the sources of this record.
    pub sources: Vec<String>,
}

impl City {
    /// The year it was first admitted.
    #[must_use]
    pub fn joined(&self) -> Option<u16> {
        self.admissions.first().copied()
    }

    /// The inhabitants of its town where they may be compared with another's: only where the
    /// coordinates are those of the city itself does the gazetteer's figure belong to it.
    #[must_use]
    pub fn comparable_population(&self) -> Option<u32> {
        let is_itself = self.position?.precision == Precision::City;
        self.town_population
            .filter(|people| is_itself && *people > 0)
    }

    /// Shows it to readers of a language: by its name there, where one is recorded, and else as
    /// UNESCO writes it.
    pub fn speak(&mut self, language: Language) {
        let known = self.name_in(language).map(str::to_owned);
        if let Some(name) = known.filter(|_| language != Language::English) {
            self.recorded_name = Some(std::mem::replace(&mut self.name, name));
        }
    }

    /// Its name as UNESCO or its source writes it, whatever the reader's language.
    #[must_use]
    pub fn recorded_name(&self) -> &str {
        self.recorded_name.as_deref().unwrap_or(&self.name)
    }

    /// The language of the name shown, where it is not the reader's.
    #[must_use]
    pub fn foreign_name_language(&self, reader: Language) -> Option<Language> {
        let is_foreign = reader != Language::English && self.recorded_name.is_none();
        is_foreign.then_some(Language::English)
    }

    /// Its name in a language, where one is recorded.
    #[must_use]
    pub fn name_in(&self, language: Language) -> Option<&str> {
        self.names
            .iter()
            .find(|(of, _)| *of == language)
            .map(|(_, name)| name.as_str())
    }
}

/// A place on the globe, in degrees of WGS 84.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Position {
    /// Degrees north of the equator, from -90 to 90.
    pub latitude: f64,
    /// Degrees east of Greenwich, from -180 to 180.
    pub longitude: f64,
    /// What the coordinates belong to.
    pub precision: Precision,
}

/// What a position belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Precision {
    /// The city itself.
    City,
    /// The larger place it is part of.
    ParentPlace,
    /// The main settlement of the area it names.
    PrincipalPlace,
}

impl Precision {
    /// Every precision.
    pub const ALL: [Self; 3] = [Self::City, Self::ParentPlace, Self::PrincipalPlace];

    /// The form used in data files.
    #[must_use]
    pub fn value(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::ParentPlace => "parent-place",
            Self::PrincipalPlace => "principal-place",
        }
    }

    /// Reads the form used in data files.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|precision| precision.value() == text)
    }
}

/// Whether a city is presumed to be a member today; departures are not published.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Standing {
    /// Nothing speaks against it.
    #[default]
    PresumedCurrent,
    /// Its last trace is older than the departures of 2019.
    MayHaveLeft,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_precision_leads_back_to_itself() {
        for precision in Precision::ALL {
            assert_eq!(Precision::parse(precision.value()), Some(precision));
        }
        assert_eq!(Precision::parse("City"), None);
    }
}
