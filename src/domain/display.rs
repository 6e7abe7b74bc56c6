//! How the directory shows what a query gives: the view, the map's window, and the cities laid side
//! by side. None of it changes which cities are found.

use super::map_window::MapWindow;
use super::peers::PeerQuestion;
use super::slugs::Slugs;

/// Cities that a comparison holds at most: more do not fit side by side on any screen.
pub const MOST_COMPARED: usize = 4;

/// How the directory shows what a query gives.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Display {
    /// The view.
    pub view: View,
    /// The part of the world that the map shows; `None` is all of it.
    pub window: Option<MapWindow>,
    /// The cities laid side by side, at most [`MOST_COMPARED`], in the order chosen.
    pub compared: Slugs,
    /// The city whose like is asked for.
    pub peers: Option<PeerQuestion>,
}

/// A way of showing one set of results.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum View {
    /// One city below the other.
    #[default]
    List,
    /// A row for each city, a column for each fact.
    Table,
    /// Points on the land.
    Map,
    /// The admissions, year by year.
    Timeline,
    /// Counts by region, country and year.
    Summary,
}

impl View {
    /// Every view, as the control lists them.
    pub const ALL: [Self; 5] = [
        Self::List,
        Self::Table,
        Self::Map,
        Self::Timeline,
        Self::Summary,
    ];

    /// The address's value.
    #[must_use]
    pub fn value(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Table => "table",
            Self::Map => "map",
            Self::Timeline => "timeline",
            Self::Summary => "summary",
        }
    }

    /// Reads the address's value.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.value() == text)
    }
}
