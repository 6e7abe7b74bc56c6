//! What has changed in the data since they were first published, as the publisher keeps it: one
//! entry for each fact, found by comparing two versions of the files.

use super::language::Language;

/// Before the tag of a language in the name of a field: `names.zh`.
const NAMES: &str = "names.";

/// The changes of the data.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct ChangeLog {
    /// The day the data were first published, as an ISO date.
    pub first_published: String,
    /// The changes, in the order of the file.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    /// The day of the data that have it first, as an ISO date.
    pub date: String,
    /// What has happened.
    pub kind: ChangeKind,
    /// The slug of the city.
    pub city: String,
    /// Its name at that time: a city that is removed later has no record to look it up in.
    pub name: String,
    /// The fact; none where the whole record is new or gone.
    pub field: Option<ChangedField>,
    /// What stood there, if anything.
    pub before: Option<RecordedValue>,
    /// What stands there now, if anything.
    pub after: Option<RecordedValue>,
    /// The ids of the sources that say so.
    pub sources: Vec<String>,
}

/// What has happened to a record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// The city is recorded under another name.
    Renamed,
    /// Its point on the map is another.
    Moved,
    /// It is no longer presumed a member.
    Left,
    /// Its record was taken out.
    Removed,
    /// Another fact is new, gone or different.
    Corrected,
}

/// A fact of a record, by the field that it has in the files.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ChangedField {
    /// Its name.
    Name,
    /// Its name in its own language.
    NativeName,
    /// Its country, by name.
    Country,
    /// Its country, by code.
    CountryCode,
    /// Its UNESCO region.
    Region,
    /// The year it joined.
    Joined,
    /// All years in which it was admitted.
    Admissions,
    /// The years of its awards.
    Awards,
    /// Latitude and longitude together.
    Position,
    /// What the position belongs to.
    Precision,
    /// The inhabitants of the town.
    Population,
    /// The last year in which a source names it.
    LastAttested,
    /// Whether it is presumed a member.
    PresumedCurrent,
    /// Its name in a language.
    NameIn(Language),
    /// Other spellings.
    Aliases,
    /// The ids of the record's sources.
    Sources,
    /// The remark on its page.
    Note,
    /// Its page at UNESCO.
    Website,
    /// A page of its own.
    CityPage,
    /// What is reported about it.
    Highlights,
}

/// A value as it stands in the data.
#[derive(Clone, PartialEq, Debug)]
pub enum RecordedValue {
    /// Yes or no.
    Answer(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// Several numbers.
    Numbers(Vec<f64>),
    /// Several texts.
    Texts(Vec<String>),
}

impl ChangeKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Added,
        Self::Renamed,
        Self::Moved,
        Self::Left,
        Self::Removed,
        Self::Corrected,
    ];

    /// The form used in the file.
    #[must_use]
    pub fn value(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
            Self::Left => "left",
            Self::Removed => "removed",
            Self::Corrected => "corrected",
        }
    }

    /// Reads the form used in the file.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.value() == text)
    }

    /// Whether it is a whole record that changes, not one fact of it.
    #[must_use]
    pub fn is_of_whole_record(self) -> bool {
        matches!(self, Self::Added | Self::Removed)
    }
}

impl ChangedField {
    /// Every field, the names in languages one by one.
    #[must_use]
    pub fn all() -> Vec<Self> {
        use ChangedField as Field;
        let mut fields = vec![
            Field::Name,
            Field::NativeName,
            Field::Country,
            Field::CountryCode,
            Field::Region,
            Field::Joined,
            Field::Admissions,
            Field::Awards,
            Field::Position,
            Field::Precision,
            Field::Population,
            Field::LastAttested,
            Field::PresumedCurrent,
        ];
        fields.extend(Language::ALL.map(Field::NameIn));
        fields.extend([
            Field::Aliases,
            Field::Sources,
            Field::Note,
            Field::Website,
            Field::CityPage,
            Field::Highlights,
        ]);
        fields
    }

    /// The form used in the file.
    #[must_use]
    pub fn value(self) -> String {
        let field = match self {
            Self::NameIn(language) => return format!("{NAMES}{}", language.tag()),
            Self::Name => "name",
            Self::NativeName => "native_name",
            Self::Country => "country",
            Self::CountryCode => "iso2",
            Self::Region => "region",
            Self::Joined => "joined",
            Self::Admissions => "cohorts",
            Self::Awards => "awards",
            Self::Position => "position",
            Self::Precision => "geo_precision",
            Self::Population => "population",
            Self::LastAttested => "last_attested",
            Self::PresumedCurrent => "presumed_current",
            Self::Aliases => "aliases",
            Self::Sources => "sources",
            Self::Note => "note",
            Self::Website => "website",
            Self::CityPage => "city_page",
            Self::Highlights => "highlights",
        };
        field.to_owned()
    }

    /// Reads the form used in the file.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::all().into_iter().find(|field| field.value() == text)
    }
}

/// Whether a text is a day as ISO 8601 writes it: `2024-05-19`.
#[must_use]
pub fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return false;
    };
    let is_within = |part: &str, width: usize, last: u32| {
        let is_digits = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
        let number = part.parse::<u32>().ok();
        is_digits && number.is_some_and(|number| (1..=last).contains(&number))
    };
    is_within(year, 4, 9999) && is_within(month, 2, 12) && is_within(day, 2, 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_and_field_leads_back_to_itself() {
        for kind in ChangeKind::ALL {
            assert_eq!(ChangeKind::parse(kind.value()), Some(kind));
        }
        for field in ChangedField::all() {
            assert_eq!(ChangedField::parse(&field.value()), Some(field));
        }
        assert_eq!(ChangedField::parse("names"), None);
        assert_eq!(ChangedField::parse("names.de"), None);
    }

    #[test]
    fn a_day_has_year_month_and_day() {
        for text in ["2024-05-19", "2026-12-31"] {
            assert!(is_day(text), "{text}");
        }
        for text in [
            "",
            "2024-05",
            "19.05.2024",
            "2024-13-01",
            "2024-00-10",
            "2024-5-19",
            "2024-05-+1",
        ] {
            assert!(!is_day(text), "{text}");
        }
    }
}
