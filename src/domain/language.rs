//! The six official languages of the United Nations, in which names are recorded and the site may be
//! written.

/// One of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Language {
    /// English, the language at the root of the site.
    English,
    /// Chinese, written in simplified characters.
    Chinese,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Arabic, the one written from right to left.
    Arabic,
    /// Russian.
    Russian,
}

impl Language {
    /// Every language, in the order shown.
    pub const ALL: [Self; 6] = [
        Self::English,
        Self::Chinese,
        Self::French,
        Self::Spanish,
        Self::Arabic,
        Self::Russian,
    ];

    /// The BCP 47 tag, as data files and addresses carry it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Arabic => "ar",
            Self::Russian => "ru",
        }
    }

    /// The tag that texts in it carry among those of a reader's language; none where that is the same.
    #[must_use]
    pub fn tag_among(self, reader: Self) -> Option<&'static str> {
        (self != reader).then(|| self.tag())
    }

    /// The language of exactly this tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_leads_back_to_its_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        for tag in ["", "EN", "de", "zh-Hans"] {
            assert_eq!(Language::from_tag(tag), None, "{tag}");
        }
    }
}
