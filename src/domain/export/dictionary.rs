//! What the fields of the files are, for those who use them: kind, what an empty one means, and whom
//! it is from. The words for it are the page's; every field must have an answer here.

use super::field::{Field, Member};

/// The kind of a field's values.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FieldKind {
    /// Words.
    Text,
    /// One of a fixed set of words.
    Word,
    /// A year.
    Year,
    /// Years; in the table with spaces between.
    Years,
    /// True or false.
    Truth,
    /// Decimal degrees.
    Degrees,
    /// A whole number.
    Count,
    /// Ids; in the table with spaces between.
    Ids,
    /// A list of texts.
    Texts,
    /// An object of texts by language tag.
    NamesByLanguage,
    /// A day, ISO 8601.
    Date,
    /// A web address.
    Address,
}

/// What it means where a field is empty, null or missing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FieldGap {
    /// It never is.
    Never,
    /// It is not known.
    NotKnown,
    /// There is none on record.
    NoneOnRecord,
    /// Only sources without a date name the city.
    Undated,
    /// Not known, or the position is that of another place.
    NotKnownOrElsewhere,
}

/// Whom a field is from, and so its terms.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FieldOrigin {
    /// This site.
    Site,
    /// The sources that the record names.
    Sources,
    /// UNESCO's grouping.
    Unesco,
    /// ISO 3166-1.
    Iso,
    /// GeoNames.
    GeoNames,
    /// Unicode CLDR, or UNESCO's usage.
    Cldr,
    /// The record's sources or GeoNames.
    SourcesOrGeoNames,
    /// Unicode CLDR or GeoNames.
    CldrOrGeoNames,
}

/// The files in which a member stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MemberPlace {
    /// JSON documents and map layers.
    Both,
    /// JSON documents.
    Document,
    /// Map layers.
    MapLayer,
}

impl Field {
    /// The name to list it under: its column, else its name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.column().or(self.json_key()).unwrap_or_default()
    }

    /// The kind of its values.
    #[must_use]
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Slug | Self::Name | Self::NativeName | Self::Country | Self::Licence => {
                FieldKind::Text
            }
            Self::CountryCode | Self::Region | Self::Precision => FieldKind::Word,
            Self::Joined | Self::LastAttested => FieldKind::Year,
            Self::Admissions | Self::Awards => FieldKind::Years,
            Self::PresumedCurrent => FieldKind::Truth,
            Self::Latitude | Self::Longitude => FieldKind::Degrees,
            Self::TownPopulation => FieldKind::Count,
            Self::Sources => FieldKind::Ids,
            Self::Names => FieldKind::NamesByLanguage,
            Self::Aliases => FieldKind::Texts,
            Self::Compiled => FieldKind::Date,
            Self::ExportedFrom => FieldKind::Address,
        }
    }

    /// What it means where it is empty.
    #[must_use]
    pub fn gap(self) -> FieldGap {
        match self {
            Self::Slug
            | Self::Name
            | Self::Country
            | Self::CountryCode
            | Self::Region
            | Self::PresumedCurrent
            | Self::Sources
            | Self::Licence
            | Self::ExportedFrom => FieldGap::Never,
            Self::Joined
            | Self::Admissions
            | Self::Latitude
            | Self::Longitude
            | Self::Precision
            | Self::Compiled => FieldGap::NotKnown,
            Self::NativeName | Self::Awards | Self::Names | Self::Aliases => FieldGap::NoneOnRecord,
            Self::LastAttested => FieldGap::Undated,
            Self::TownPopulation => FieldGap::NotKnownOrElsewhere,
        }
    }

    /// Whom it is from.
    #[must_use]
    pub fn origin(self) -> FieldOrigin {
        match self {
            Self::Slug | Self::Compiled | Self::Licence | Self::ExportedFrom => FieldOrigin::Site,
            Self::Name
            | Self::Joined
            | Self::Admissions
            | Self::Awards
            | Self::LastAttested
            | Self::PresumedCurrent
            | Self::Sources => FieldOrigin::Sources,
            Self::Region => FieldOrigin::Unesco,
            Self::CountryCode => FieldOrigin::Iso,
            Self::Country => FieldOrigin::Cldr,
            Self::NativeName => FieldOrigin::SourcesOrGeoNames,
            Self::Names => FieldOrigin::CldrOrGeoNames,
            Self::Latitude
            | Self::Longitude
            | Self::Precision
            | Self::TownPopulation
            | Self::Aliases => FieldOrigin::GeoNames,
        }
    }
}

impl Member {
    /// The files in which it stands.
    #[must_use]
    pub fn place(self) -> MemberPlace {
        match self {
            Self::Cities => MemberPlace::Document,
            Self::WithoutPosition => MemberPlace::MapLayer,
            _ => MemberPlace::Both,
        }
    }
}
