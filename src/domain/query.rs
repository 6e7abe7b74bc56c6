//! What a reader asks of the directory: a text, chosen facet values and an order.
//! The query knows no address; the codec writes and reads that.

use super::country::CountryCode;
use super::region::Region;
use super::slugs::Slugs;

/// Longest search text that is kept, in characters: no name is as long, and a pasted page stays harmless.
pub const TEXT_CHARACTERS: usize = 200;

/// Cities of a shared list that are kept: an address of so many slugs still fits into every browser's.
pub const MOST_LISTED: usize = 100;

/// Years that an address can carry: four digits, no more and no less.
const FOUR_DIGIT_YEARS: std::ops::RangeInclusive<u16> = 1000..=9999;

/// What a reader asks of the directory.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Query {
    /// The search text as typed.
    pub text: String,
    /// The chosen values.
    pub choices: Choices,
    /// Only these cities, where a shared list is shown; empty for all.
    pub only: Slugs,
    /// The order of the results.
    pub sort: Sort,
}

/// Chosen values, each once, by facet, then by value.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Choices(Vec<FacetValue>);

/// A choice among the years of admission.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum JoinedFilter {
    /// First admitted in this year.
    Year(u16),
    /// The year is not known.
    Unknown,
}

/// The order of the results.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Sort {
    /// By name; by relevance where there is a search text.
    #[default]
    Name,
    /// Latest first admission first.
    JoinedNewest,
    /// Earliest first admission first.
    JoinedOldest,
    /// Largest town first.
    Population,
    /// By the country's English name, then by name.
    Country,
    /// Nearest first, once the reader has said where; by name until then.
    Near,
}

/// A kind of choice.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Facet {
    /// UNESCO region.
    Region,
    /// Country.
    Country,
    /// Year of first admission.
    Joined,
    /// Year of the award.
    Award,
}

/// One facet value, as a checkbox carries it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FacetValue {
    /// A region.
    Region(Region),
    /// A country.
    Country(CountryCode),
    /// A year of first admission.
    Joined(JoinedFilter),
    /// A year of the award.
    Award(u16),
}

/// Whether a facet value is chosen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Chosen {
    /// It is.
    Yes,
    /// It is not.
    No,
}

impl Query {
    /// Whether a facet value is chosen.
    #[must_use]
    pub fn contains(&self, value: FacetValue) -> bool {
        self.choices.0.binary_search(&value).is_ok()
    }

    /// Chooses a facet value, or gives it up.
    pub fn set(&mut self, value: FacetValue, chosen: Chosen) {
        let choices = &mut self.choices.0;
        match (choices.binary_search(&value), chosen) {
            (Err(at), Chosen::Yes) => choices.insert(at, value),
            (Ok(at), Chosen::No) => drop(choices.remove(at)),
            (Ok(_), Chosen::Yes) | (Err(_), Chosen::No) => {}
        }
    }

    /// The chosen values, by facet, then by value.
    #[must_use]
    pub fn chosen(&self) -> Vec<FacetValue> {
        self.choices.0.clone()
    }

    /// Whether any facet value is chosen.
    #[must_use]
    pub fn has_filters(&self) -> bool {
        !self.choices.0.is_empty()
    }

    /// Whether anything but the text narrows the results.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        self.has_filters() || !self.only.is_empty()
    }

    /// Whether it asks for everything in the default order; blanks in the text ask for nothing.
    #[must_use]
    pub fn is_default(&self) -> bool {
        self.text.trim().is_empty() && !self.is_narrowed() && self.sort == Sort::default()
    }

    /// The query as an address carries it: the text trimmed, cut and free of control characters,
    /// years of four digits only.
    #[must_use]
    pub fn normalised(&self) -> Self {
        let mut query = self.clone();
        query.text = normalised_text(&self.text);
        query.choices.0.retain(|value| match value {
            FacetValue::Joined(JoinedFilter::Year(year)) | FacetValue::Award(year) => {
                FOUR_DIGIT_YEARS.contains(year)
            }
            _ => true,
        });
        query
    }
}

impl Sort {
    /// Every order, as the control lists them.
    pub const ALL: [Self; 6] = [
        Self::Name,
        Self::JoinedNewest,
        Self::JoinedOldest,
        Self::Population,
        Self::Country,
        Self::Near,
    ];

    /// The address's value.
    #[must_use]
    pub fn value(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::JoinedNewest => "-joined",
            Self::JoinedOldest => "joined",
            Self::Population => "-population",
            Self::Country => "country",
            Self::Near => "near",
        }
    }

    /// Reads the address's value.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.value() == text)
    }
}

impl Facet {
    /// Every facet, in the order shown.
    pub const ALL: [Self; 4] = [Self::Region, Self::Country, Self::Joined, Self::Award];

    /// The address's key, which is also the name of the checkboxes.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Country => "country",
            Self::Joined => "joined",
            Self::Award => "award",
        }
    }
}

impl FacetValue {
    /// The facet it belongs to.
    #[must_use]
    pub fn facet(&self) -> Facet {
        match self {
            Self::Region(_) => Facet::Region,
            Self::Country(_) => Facet::Country,
            Self::Joined(_) => Facet::Joined,
            Self::Award(_) => Facet::Award,
        }
    }

    /// The address's value.
    #[must_use]
    pub fn value(&self) -> String {
        match self {
            Self::Region(region) => region.slug().to_owned(),
            Self::Country(country) => country.to_lower(),
            Self::Joined(JoinedFilter::Year(year)) | Self::Award(year) => year.to_string(),
            Self::Joined(JoinedFilter::Unknown) => "unknown".to_owned(),
        }
    }

    /// Reads the address's value; the case of letters does not matter.
    #[must_use]
    pub fn parse(facet: Facet, text: &str) -> Option<Self> {
        match facet {
            Facet::Region => Region::parse(text).map(Self::Region),
            Facet::Country => CountryCode::parse(text).map(Self::Country),
            Facet::Joined if text.eq_ignore_ascii_case("unknown") => {
                Some(Self::Joined(JoinedFilter::Unknown))
            }
            Facet::Joined => parse_year(text).map(|year| Self::Joined(JoinedFilter::Year(year))),
            Facet::Award => parse_year(text).map(Self::Award),
        }
    }
}

fn normalised_text(text: &str) -> String {
    let spaced = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c });
    let clean: String = spaced.filter(|c| !c.is_control()).collect();
    let cut: String = clean.trim().chars().take(TEXT_CHARACTERS).collect();
    cut.trim_end().to_owned()
}

fn parse_year(text: &str) -> Option<u16> {
    // `parse` alone would also take a sign.
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let year = text.parse().ok().filter(|_| digits)?;
    FOUR_DIGIT_YEARS.contains(&year).then_some(year)
}
