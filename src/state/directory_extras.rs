//! What the directory fetches or tells only when the reader asks for it. It changes rarely, so it is
//! one value that is read as a whole.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::display::View;
use crate::platform;
use crate::routes::Asset;
use crate::state::admission_notes::{AdmissionNote, read_admission_notes};
use crate::state::directory_state::DirectoryState;
use crate::state::record_sources::{RecordSource, read_record_sources};
use crate::state::site::Site;

/// The name under which the device keeps that the keys are off.
const KEYS_STORED_AS: &str = "learning-cities-keys";
const OFF: &str = "off";

/// What was fetched and told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extras {
    /// What UNESCO announced of each admission, once fetched.
    pub admission_notes: Vec<AdmissionNote>,
    /// The sources of the records that are compared, by their slugs, once fetched.
    pub record_sources: Vec<(String, Arc<[RecordSource]>)>,
    /// What came of the last thing the reader did with the results.
    pub told: String,
    /// Why the device gave no position; empty where it was not asked, or gave one.
    pub refusal: String,
    /// Whether the keys of the page are off.
    pub are_keys_off: bool,
}

/// The extras; copies share them.
#[derive(Clone, Copy)]
pub struct DirectoryExtras(RwSignal<Extras>);

impl DirectoryExtras {
    /// Nothing yet.
    pub fn new() -> Self {
        Self(RwSignal::new(Extras::default()))
    }

    /// Reads them reactively.
    pub fn read<T>(self, read: impl FnOnce(&Extras) -> T) -> T {
        self.0.with(read)
    }

    /// Changes them.
    pub fn change(self, change: impl FnOnce(&mut Extras)) {
        self.0.update(change);
    }

    /// Tells what came of what the reader did.
    pub fn tell(self, words: String) {
        self.change(|extras| extras.told = words);
    }

    /// Takes back what was told.
    pub fn forget_told(self) {
        if self.0.with_untracked(|extras| !extras.told.is_empty()) {
            self.tell(String::new());
        }
    }

    /// Why the device gave no position; empty where it was not asked, or gave one.
    pub fn refusal(self) -> String {
        self.read(|extras| extras.refusal.clone())
    }

    /// Says why the device gave no position.
    pub fn refuse(self, reason: String) {
        self.change(|extras| extras.refusal = reason);
    }

    /// Whether the keys of the page are on, for those who do not follow it.
    pub fn are_keys_on(self) -> bool {
        !self.0.with_untracked(|extras| extras.are_keys_off)
    }

    /// The sources of a record; `None` until they are there.
    pub fn sources_of(self, slug: &str) -> Option<Arc<[RecordSource]>> {
        self.read(|extras| {
            let mut records = extras.record_sources.iter();
            let record = records.find(|(of, _)| of == slug);
            record.map(|(_, sources)| sources.clone())
        })
    }

    /// Fetches what the view and the comparison need, whenever they do; and remembers whether the
    /// keys are on.
    pub fn follow(self, site: Site, state: DirectoryState) {
        if platform::stored(KEYS_STORED_AS).as_deref() == Some(OFF) {
            self.change(|extras| extras.are_keys_off = true);
        }
        let mut asked: Vec<Asset> = Vec::new();
        platform::follow(move || {
            let mut wanted: Vec<Asset> = Vec::new();
            if state.view() == View::Timeline {
                wanted.push(Asset::AdmissionNotes(site.language()));
            }
            let compared = state.display_parts(|display| display.compared.clone());
            let is_known =
                |slug: &&str| state.with_catalogue(|it| it.directory.find(slug).is_some());
            let records = compared.iter().filter(is_known);
            wanted.extend(records.map(|slug| Asset::CityRecord(slug.to_owned())));
            for asset in wanted {
                if !asked.contains(&asset) {
                    self.fetch(site.asset(&asset), asset.clone());
                    asked.push(asset);
                }
            }
        });
    }

    /// Switches the keys on or off.
    pub fn switch_keys(self) {
        self.change(|extras| extras.are_keys_off = !extras.are_keys_off);
        let kept = if self.are_keys_on() { "" } else { OFF };
        platform::store(KEYS_STORED_AS, kept);
    }

    /// Fetches a file. Where that fails view and comparison stand without it, and the page says so.
    fn fetch(self, address: String, asset: Asset) {
        platform::spawn(async move {
            let text = platform::fetch_text(address).await.unwrap_or_default();
            let mut is_there = false;
            self.change(|extras| match asset {
                Asset::CityRecord(slug) => {
                    let sources = read_record_sources(&text);
                    is_there = !sources.is_empty();
                    extras.record_sources.push((slug, sources.into()));
                }
                _ => {
                    extras.admission_notes = read_admission_notes(&text);
                    is_there = !extras.admission_notes.is_empty();
                }
            });
            if !is_there {
                platform::tell_incomplete();
            }
        });
    }
}

impl Default for DirectoryExtras {
    fn default() -> Self {
        Self::new()
    }
}
