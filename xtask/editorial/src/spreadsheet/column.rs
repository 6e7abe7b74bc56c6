//! The columns of the table: the fields of a record in the order of the file, a column for the name
//! in each language.

use learning_cities::domain::language::Language;

/// Before the tag of a language: `names.zh`.
const NAMES: &str = "names.";

/// What the cells of a column hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Text,
    Texts,
    /// A whole number.
    Whole,
    Wholes,
    /// A number with decimals.
    Degrees,
    /// Yes or no.
    Answer,
}

/// Where the value of a column stands in a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    Field(&'static str),
    Name(Language),
}

/// A column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Column {
    pub(super) place: Place,
    pub(super) kind: Kind,
}

/// The languages in the order of the file.
const LANGUAGES: [Language; 6] = [
    Language::English,
    Language::French,
    Language::Spanish,
    Language::Chinese,
    Language::Arabic,
    Language::Russian,
];

/// The field that holds the names, which stand in columns of their own.
pub(super) const NAMES_FIELD: &str = "names";

/// The fields in the order of the file; that of the names has no kind of its own.
pub(crate) const FIELDS: [(&str, Option<Kind>); 19] = [
    ("slug", Some(Kind::Text)),
    ("name", Some(Kind::Text)),
    ("native_name", Some(Kind::Text)),
    ("country", Some(Kind::Text)),
    ("iso2", Some(Kind::Text)),
    ("region", Some(Kind::Text)),
    ("joined", Some(Kind::Whole)),
    ("cohorts", Some(Kind::Wholes)),
    ("awards", Some(Kind::Wholes)),
    ("lat", Some(Kind::Degrees)),
    ("lon", Some(Kind::Degrees)),
    ("geo_precision", Some(Kind::Text)),
    ("population", Some(Kind::Whole)),
    ("last_attested", Some(Kind::Whole)),
    ("status", Some(Kind::Text)),
    ("presumed_current", Some(Kind::Answer)),
    (NAMES_FIELD, None),
    ("aliases", Some(Kind::Texts)),
    ("sources", Some(Kind::Texts)),
];

impl Column {
    /// All columns in their order.
    pub(super) fn all() -> Vec<Self> {
        let names = LANGUAGES.map(|language| Self {
            place: Place::Name(language),
            kind: Kind::Text,
        });
        let mut columns = Vec::new();
        for (field, kind) in FIELDS {
            match kind {
                Some(kind) => columns.push(Self {
                    place: Place::Field(field),
                    kind,
                }),
                None => columns.extend(names),
            }
        }
        columns
    }

    /// Its heading.
    pub(super) fn heading(self) -> String {
        match self.place {
            Place::Field(field) => field.to_owned(),
            Place::Name(language) => format!("{NAMES}{}", language.tag()),
        }
    }
}
