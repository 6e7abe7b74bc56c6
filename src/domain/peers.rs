//! Peers: the cities elsewhere that are like one city, what the reader lets count, and what each has
//! in common with it.

mod likeness;
mod ranking;

use super::city::{CityId, Standing};
use super::region::Region;
use super::slugs::is_slug;

/// Most cities on record in a country that has few: of the countries with more than one, about
/// half have no more.
const FEW_CITIES: u32 = 4;

/// A question for the cities that are like one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PeerQuestion {
    /// The slug of the city.
    pub slug: String,
    /// What counts, each once, in the order of [`PeerCriterion::ALL`]; never empty.
    pub criteria: Vec<PeerCriterion>,
}

/// Something that two cities may have in common.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PeerCriterion {
    /// They joined in the same or a neighbouring year.
    Joined,
    /// Both have an award.
    Award,
    /// Their countries are in one [`CountryGroup`].
    CountryGroup,
    /// They lie in different regions, for a view from outside.
    Region,
    /// They lie near each other.
    Distance,
    /// Their towns are of one size, where both positions are those of the cities themselves.
    Size,
}

/// A city elsewhere that is like the one asked about.
#[derive(Clone, PartialEq, Debug)]
pub struct Peer {
    /// The city.
    pub id: CityId,
    /// What the two have in common, in the order of [`PeerCriterion::ALL`].
    pub reasons: Vec<PeerReason>,
    /// How far apart they lie, where both positions are known.
    pub distance_km: Option<f64>,
    /// Whether it is presumed to be a member today; those that may have left come after all others.
    pub standing: Standing,
}

/// Something that a city has in common with the one asked about, with what is needed to say it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PeerReason {
    /// Both were admitted in this year.
    SameYear(u16),
    /// They were admitted in neighbouring years.
    NeighbouringYear {
        /// The year of the city asked about.
        own: u16,
        /// The year of the peer.
        other: u16,
    },
    /// Both received the award of this year.
    SameAward(u16),
    /// Both have an award, of different years.
    BothAwarded {
        /// The latest year of the city asked about.
        own: u16,
        /// The latest year of the peer.
        other: u16,
    },
    /// Their countries have about as many cities on record.
    SameCountryGroup(CountryGroup),
    /// The peer lies in another region, this one.
    OtherRegion(Region),
    /// The peer's town, of so many people, is at most twice as large or half as large.
    SimilarSize(u32),
    /// The peer's town, of so many people, is at most four times as large or a quarter as large.
    ComparableSize(u32),
    /// They lie near each other.
    Near,
}

/// Countries by how many of their cities are on record in the directory, those that may have left
/// among them. It is a fact about these records and no more: neither the number of members, which
/// is larger, nor anything about the country itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CountryGroup {
    /// One city on record.
    One,
    /// Two to four.
    Few,
    /// Five or more.
    Many,
}

impl CountryGroup {
    /// The group of a country with so many cities on record.
    #[must_use]
    pub fn of(cities: u32) -> Self {
        match cities {
            0 | 1 => Self::One,
            2..=FEW_CITIES => Self::Few,
            _ => Self::Many,
        }
    }
}

impl PeerReason {
    /// The criterion by which it counts.
    #[must_use]
    pub fn criterion(self) -> PeerCriterion {
        match self {
            Self::SameYear(_) | Self::NeighbouringYear { .. } => PeerCriterion::Joined,
            Self::SameAward(_) | Self::BothAwarded { .. } => PeerCriterion::Award,
            Self::SameCountryGroup(_) => PeerCriterion::CountryGroup,
            Self::OtherRegion(_) => PeerCriterion::Region,
            Self::SimilarSize(_) | Self::ComparableSize(_) => PeerCriterion::Size,
            Self::Near => PeerCriterion::Distance,
        }
    }
}

impl PeerQuestion {
    /// A question by all criteria; `None` where the text is no slug.
    #[must_use]
    pub fn parse(slug: &str) -> Option<Self> {
        is_slug(slug).then(|| Self {
            slug: slug.to_owned(),
            criteria: PeerCriterion::DEFAULT.to_vec(),
        })
    }
}

impl PeerCriterion {
    /// Every criterion, as the control lists them.
    pub const ALL: [Self; 6] = [
        Self::Joined,
        Self::Award,
        Self::CountryGroup,
        Self::Region,
        Self::Distance,
        Self::Size,
    ];

    /// What counts until the reader says otherwise.
    pub const DEFAULT: [Self; 5] = [
        Self::Joined,
        Self::Award,
        Self::CountryGroup,
        Self::Region,
        Self::Size,
    ];

    /// The address's value.
    #[must_use]
    pub fn value(self) -> &'static str {
        match self {
            Self::Joined => "joined",
            Self::Award => "award",
            Self::CountryGroup => "countries",
            Self::Region => "region",
            Self::Distance => "distance",
            Self::Size => "size",
        }
    }

    /// Reads the address's value.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|criterion| criterion.value() == text)
    }
}

#[cfg(test)]
mod tests;
