//! Everything that a file of cities says, each thing once: its names in the files and its value.
//! The writers and the published description of the files both go through these lists.

use super::super::city::{City, Standing};
use super::super::language::Language;
use super::{ExportScope, LICENCE};

/// Something that a file says of a city.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// The name in addresses.
    Slug,
    /// The English name.
    Name,
    /// The name in its own language and script.
    NativeName,
    /// The country's English name.
    Country,
    /// The country's code.
    CountryCode,
    /// The UNESCO region.
    Region,
    /// The year of the first admission.
    Joined,
    /// All years of admission.
    Admissions,
    /// The years of awards.
    Awards,
    /// The latest year in which a source names it a member.
    LastAttested,
    /// Whether it is presumed to be a member today.
    PresumedCurrent,
    /// Degrees north.
    Latitude,
    /// Degrees east.
    Longitude,
    /// What the position belongs to.
    Precision,
    /// Inhabitants of the town.
    TownPopulation,
    /// The ids of its sources.
    Sources,
    /// The names in other languages.
    Names,
    /// Other spellings and former names.
    Aliases,
    /// The day the records were compiled.
    Compiled,
    /// The terms of use.
    Licence,
    /// The address at which the same is shown.
    ExportedFrom,
}

/// Something that a JSON document or a map layer says of itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Member {
    /// What the file holds.
    About,
    /// The filters.
    Filters,
    /// The address at which the same is shown.
    ExportedFrom,
    /// The day the records were compiled.
    Compiled,
    /// The day of the export.
    Exported,
    /// The terms of use.
    Licence,
    /// Whom the data are owed to.
    Attribution,
    /// The official total.
    Network,
    /// The cities of a document.
    Cities,
    /// The cities that a map layer cannot place.
    WithoutPosition,
    /// The sources that the cities name, in full.
    Sources,
}

/// A value of a field.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Cell<'a> {
    /// Nothing is known, or there is nothing.
    Empty,
    /// A text.
    Text(&'a str),
    /// A whole number.
    Number(u32),
    /// Years.
    Years(&'a [u16]),
    /// Texts.
    Texts(&'a [String]),
    /// Whether something holds.
    Truth(bool),
    /// Degrees of an angle.
    Degrees(f64),
    /// Names by language.
    Names(&'a [(Language, String)]),
}

impl Field {
    /// Every field, in the order of the table's columns.
    pub const ALL: [Self; 21] = [
        Self::Slug,
        Self::Name,
        Self::NativeName,
        Self::Country,
        Self::CountryCode,
        Self::Region,
        Self::Joined,
        Self::Admissions,
        Self::Awards,
        Self::LastAttested,
        Self::PresumedCurrent,
        Self::Latitude,
        Self::Longitude,
        Self::Precision,
        Self::TownPopulation,
        Self::Sources,
        Self::Names,
        Self::Aliases,
        Self::Compiled,
        Self::Licence,
        Self::ExportedFrom,
    ];

    /// Its column of the table.
    #[must_use]
    pub fn column(self) -> Option<&'static str> {
        Some(match self {
            Self::Joined => "joined",
            Self::Admissions => "admissions",
            Self::Latitude => "latitude",
            Self::Longitude => "longitude",
            Self::Precision => "position_precision",
            Self::TownPopulation => "town_population",
            Self::Compiled => Member::Compiled.key(),
            Self::Licence => Member::Licence.key(),
            Self::ExportedFrom => Member::ExportedFrom.key(),
            // A table has a cell for one name, and no row can hold a list of who knows how many.
            Self::Names | Self::Aliases => return None,
            other => return other.json_key(),
        })
    }

    /// Its property of a point of the map layer; the position is the point itself.
    #[must_use]
    pub fn property(self) -> Option<&'static str> {
        match self {
            Self::Latitude | Self::Longitude => None,
            Self::Compiled | Self::Licence | Self::ExportedFrom => None,
            other => other.column(),
        }
    }

    /// Its name in a record of a JSON document, which is that of the site's own data file, so that
    /// one schema describes both.
    #[must_use]
    pub fn json_key(self) -> Option<&'static str> {
        Some(match self {
            Self::Slug => "slug",
            Self::Name => "name",
            Self::NativeName => "native_name",
            Self::Country => "country",
            Self::CountryCode => "iso2",
            Self::Region => "region",
            Self::Joined => "joined",
            Self::Admissions => "cohorts",
            Self::Awards => "awards",
            Self::LastAttested => "last_attested",
            Self::PresumedCurrent => "presumed_current",
            Self::Latitude => "lat",
            Self::Longitude => "lon",
            Self::Precision => "geo_precision",
            Self::TownPopulation => "population",
            Self::Sources => "sources",
            Self::Names => "names",
            Self::Aliases => "aliases",
            Self::Compiled | Self::Licence | Self::ExportedFrom => return None,
        })
    }

    /// Its value for a city in an export.
    #[must_use]
    pub fn cell<'a>(self, city: &'a City, scope: &ExportScope<'a>) -> Cell<'a> {
        let year = |year: Option<u16>| year.map_or(Cell::Empty, |year| Cell::Number(year.into()));
        let position = city.position;
        match self {
            Self::Slug => Cell::Text(&city.slug),
            Self::Name => Cell::Text(city.recorded_name()),
            Self::NativeName => text(city.native_name.as_deref()),
            // A record may leave it out where no list of countries gives it either.
            Self::Country => text(Some(&*city.country_name).filter(|name| !name.is_empty())),
            Self::CountryCode => Cell::Text(city.country.as_str()),
            Self::Region => Cell::Text(city.region.slug()),
            Self::Joined => year(city.joined()),
            // An admission without a year is not the same as none.
            Self::Admissions if city.admissions.is_empty() => Cell::Empty,
            Self::Admissions => Cell::Years(&city.admissions),
            Self::Awards => Cell::Years(&city.awards),
            Self::LastAttested => year(city.last_attested),
            Self::PresumedCurrent => Cell::Truth(city.standing == Standing::PresumedCurrent),
            Self::Latitude => degrees(position.map(|position| position.latitude)),
            Self::Longitude => degrees(position.map(|position| position.longitude)),
            Self::Precision => text(position.map(|position| position.precision.value())),
            Self::TownPopulation => city.town_population.map_or(Cell::Empty, Cell::Number),
            Self::Sources => Cell::Texts(&city.sources),
            Self::Names => Cell::Names(&city.names),
            Self::Aliases => Cell::Texts(&city.aliases),
            Self::Compiled => text(scope.compiled),
            Self::Licence => Cell::Text(LICENCE),
            Self::ExportedFrom => Cell::Text(scope.address),
        }
    }
}

impl Member {
    /// Every member, in the order of a document.
    pub const ALL: [Self; 11] = [
        Self::About,
        Self::Filters,
        Self::ExportedFrom,
        Self::Compiled,
        Self::Exported,
        Self::Licence,
        Self::Attribution,
        Self::Network,
        Self::Cities,
        Self::WithoutPosition,
        Self::Sources,
    ];

    /// Its name in the file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Filters => "filters",
            Self::ExportedFrom => "exported_from",
            Self::Compiled => "compiled",
            Self::Exported => "exported",
            Self::Licence => "licence",
            Self::Attribution => "attribution",
            Self::Network => "network",
            Self::Cities => "cities",
            Self::WithoutPosition => "without_position",
            Self::Sources => "sources",
        }
    }
}

fn text(text: Option<&str>) -> Cell<'_> {
    text.map_or(Cell::Empty, Cell::Text)
}

fn degrees<'a>(degrees: Option<f64>) -> Cell<'a> {
    degrees.map_or(Cell::Empty, Cell::Degrees)
}
