//! The cities a reader has starred: kept on the device, and for the time of the visit where the
//! device refuses to keep them.

use leptos::prelude::*;

use crate::domain::query::MOST_LISTED;
use crate::domain::slugs::Slugs;
use crate::platform;

/// The name under which the device keeps the list.
const STORED_AS: &str = "learning-cities-shortlist";

/// Whether the list will be there on the next visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// The device keeps it.
    Kept,
    /// The device refused: it is lost when the page is closed.
    Refused,
}

/// The starred cities; copies share them.
#[derive(Clone, Copy)]
pub struct Shortlist {
    /// The cities, in the order starred.
    pub slugs: RwSignal<Slugs>,
    /// Whether they will be there on the next visit.
    pub keeping: RwSignal<Keeping>,
}

impl Shortlist {
    /// No city.
    pub fn new() -> Self {
        Self {
            slugs: RwSignal::new(Slugs::default()),
            keeping: RwSignal::new(Keeping::Kept),
        }
    }

    /// The list as the device has kept it.
    pub fn kept() -> Self {
        let list = Self::new();
        let stored = platform::stored(STORED_AS).unwrap_or_default();
        list.slugs.set(Slugs::parse(&stored, MOST_LISTED).0);
        list
    }

    /// Stars a city, or takes its star away.
    pub fn toggle(self, slug: &str) {
        self.slugs.update(|slugs| {
            if slugs.contains(slug) {
                slugs.remove(slug);
            } else {
                slugs.add(slug, MOST_LISTED);
            }
        });
        self.keep();
    }

    /// Whether the list will be there on the next visit.
    pub fn is_kept(self) -> bool {
        self.keeping.get() == Keeping::Kept
    }

    /// Takes all stars away.
    pub fn clear(self) {
        self.slugs.set(Slugs::default());
        self.keep();
    }

    fn keep(self) {
        let is_kept = platform::store(STORED_AS, &self.slugs.with_untracked(Slugs::value));
        self.keeping.set(if is_kept {
            Keeping::Kept
        } else {
            Keeping::Refused
        });
    }
}

impl Default for Shortlist {
    fn default() -> Self {
        Self::new()
    }
}
