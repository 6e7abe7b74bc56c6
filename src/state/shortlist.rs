//! The cities a reader has starred: kept on the device, and for the time of the visit where the
//! device refuses to keep them.

use leptos::prelude::*;

use crate::domain::query::MOST_LISTED;
use crate::domain::slugs::Slugs;
use crate::platform;

/// The name under which the device keeps the list.
const STORED_AS: &str = "learning-cities-shortlist";

/// The starred cities; copies share them.
#[derive(Clone, Copy)]
pub struct Shortlist {
    /// The cities, in the order starred.
    pub slugs: RwSignal<Slugs>,
    /// Whether the device has refused to keep them: they are lost when the page is closed.
    is_refused: RwSignal<bool>,
}

impl Shortlist {
    /// No city.
    pub fn new() -> Self {
        Self {
            slugs: RwSignal::new(Slugs::default()),
            is_refused: RwSignal::new(false),
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
        !self.is_refused.get()
    }

    /// Takes all stars away.
    pub fn clear(self) {
        self.slugs.set(Slugs::default());
        self.keep();
    }

    fn keep(self) {
        let is_kept = platform::store(STORED_AS, &self.slugs.with_untracked(Slugs::value));
        self.is_refused.set(!is_kept);
    }
}

impl Default for Shortlist {
    fn default() -> Self {
        Self::new()
    }
}
