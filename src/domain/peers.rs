//! Peers: the cities that are like one city, and what the reader lets count.

use super::slugs::is_slug;

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
    /// Both have, or both lack, an award.
    Award,
    /// Their countries have as many members, few or many.
    CountryGroup,
    /// They lie in different regions, for a view from outside.
    Region,
    /// They lie near each other.
    Distance,
    /// Their towns are of one size, where both positions are those of the cities themselves.
    Size,
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
