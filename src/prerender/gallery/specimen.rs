//! What the gallery is made of: a part of a page in a state.

/// A part of a page in a state, with what it shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Specimen {
    /// Its name, and that of its reference pictures.
    pub(super) name: &'static str,
    /// Where it is from.
    pub(super) origin: Origin,
    /// What finds its parts there.
    pub(super) parts: &'static [&'static str],
    /// The files of `src/components`, without their ending, that are seen in it and in none before.
    pub(super) components: &'static [&'static str],
    /// What a script or a hand would have done there.
    pub(super) put: &'static [Put],
    /// What has the focus.
    pub(super) focus: Option<&'static str>,
    /// The only width of the screen at which it is looked at, in pixels.
    pub(super) only_at_px: Option<u32>,
    /// In which languages it stands.
    pub(super) languages: Languages,
}

/// The element that a selector finds in a specimen, or the specimen itself where that is empty; an
/// attribute of it; and the value that is put there, `None` where the attribute is taken away.
pub(super) type Put = (&'static str, &'static str, Option<&'static str>);

/// Where a specimen is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The story, shortened.
    Story,
    /// The text of the story alone, shortened.
    Prose,
    /// The list of stories.
    News,
    /// The directory as it is served.
    Directory,
    /// The program of the directory, opened with a query, with what the address does not tell.
    Program(&'static str, Beyond),
    /// A city's page, by its slug.
    City(&'static str),
    /// A country's page, by its code.
    Country(&'static str),
    /// The about page, shortened.
    About,
    /// The page where nothing stands at an address.
    NotFound,
    /// The story as a card for frames on other sites.
    Card,
}

/// What of the directory's state the address does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beyond {
    /// Nothing.
    Nothing,
    /// A city is starred, and something was told.
    Starred,
    /// The device refuses to keep the starred cities.
    StarsRefused,
    /// The device gave no position.
    PositionRefused,
    /// A record could not be read.
    LeftOut,
    /// The map is as wide as on a large screen.
    WideMap,
    /// The map is as wide as on a phone.
    NarrowMap,
}

/// In which languages a specimen stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Languages {
    /// In English.
    English,
    /// Also in Chinese and Arabic: other faces, and from right to left.
    WithChineseAndArabic,
}

impl Specimen {
    /// The parts that selectors find in a page.
    pub(super) const fn of(
        name: &'static str,
        origin: Origin,
        parts: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            origin,
            parts,
            components: &[],
            put: &[],
            focus: None,
            only_at_px: None,
            languages: Languages::English,
        }
    }

    /// In Chinese and Arabic too.
    pub(super) const fn everywhere(self) -> Self {
        Self {
            languages: Languages::WithChineseAndArabic,
            ..self
        }
    }

    /// The first to show these components.
    pub(super) const fn showing(self, components: &'static [&'static str]) -> Self {
        Self { components, ..self }
    }

    /// After a script or a hand has put attributes.
    pub(super) const fn with(self, put: &'static [Put]) -> Self {
        Self { put, ..self }
    }

    /// While an element has the focus.
    pub(super) const fn focused(self, selector: &'static str) -> Self {
        Self {
            focus: Some(selector),
            ..self
        }
    }

    /// On screens of one width alone.
    pub(super) const fn only_at(self, width_px: u32) -> Self {
        Self {
            only_at_px: Some(width_px),
            ..self
        }
    }
}
