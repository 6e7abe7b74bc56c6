//! The five regions by which UNESCO groups the members of the network.

/// A UNESCO region.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Region {
    /// Africa.
    Africa,
    /// Arab States.
    ArabStates,
    /// Asia and the Pacific.
    AsiaAndThePacific,
    /// Europe and North America.
    EuropeAndNorthAmerica,
    /// Latin America and the Caribbean.
    LatinAmericaAndTheCaribbean,
}

impl Region {
    /// Every region, in the order shown.
    pub const ALL: [Self; 5] = [
        Self::Africa,
        Self::ArabStates,
        Self::AsiaAndThePacific,
        Self::EuropeAndNorthAmerica,
        Self::LatinAmericaAndTheCaribbean,
    ];

    /// The form used in data files and addresses.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Africa => "africa",
            Self::ArabStates => "arab-states",
            Self::AsiaAndThePacific => "asia-and-the-pacific",
            Self::EuropeAndNorthAmerica => "europe-and-north-america",
            Self::LatinAmericaAndTheCaribbean => "latin-america-and-the-caribbean",
        }
    }

    /// The name UNESCO uses in English.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Africa => "Africa",
            Self::ArabStates => "Arab States",
            Self::AsiaAndThePacific => "Asia and the Pacific",
            Self::EuropeAndNorthAmerica => "Europe and North America",
            Self::LatinAmericaAndTheCaribbean => "Latin America and the Caribbean",
        }
    }

    /// Reads the slug or the English label, in any case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::ALL.into_iter().find(|region| {
            text.eq_ignore_ascii_case(region.slug()) || text.eq_ignore_ascii_case(region.label())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_and_labels_lead_back_to_their_region_in_any_case() {
        for region in Region::ALL {
            for text in [region.slug(), region.label()] {
                assert_eq!(Region::parse(text), Some(region));
                assert_eq!(Region::parse(&text.to_uppercase()), Some(region));
            }
        }
    }

    #[test]
    fn other_words_are_no_region() {
        for text in ["", "asia", "africa-", "Arab  States", "Europe"] {
            assert_eq!(Region::parse(text), None, "{text}");
        }
    }
}
