//! What the directory fetches or tells only when the reader asks for it.

use leptos::prelude::*;

use crate::domain::display::View;
use crate::platform;
use crate::routes::Asset;
use crate::state::admission_notes::{AdmissionNote, read_admission_notes};
use crate::state::directory_state::DirectoryState;
use crate::state::record_sources::RecordSources;
use crate::state::site::Site;

/// The name under which the device keeps that the keys are off.
const KEYS_STORED_AS: &str = "learning-cities-keys";
const OFF: &str = "off";

/// The extras; copies share them.
#[derive(Clone, Copy)]
pub struct DirectoryExtras {
    /// What UNESCO announced of each admission, once fetched.
    pub admission_notes: RwSignal<Vec<AdmissionNote>>,
    /// The sources of the records that are compared, once fetched.
    pub record_sources: RecordSources,
    /// What came of the last thing the reader did with the results.
    pub told: RwSignal<String>,
    /// Why the device gave no position.
    pub refusal: RwSignal<Option<String>>,
    /// Whether the keys of the page are on.
    pub are_keys_on: RwSignal<bool>,
}

impl DirectoryExtras {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            admission_notes: RwSignal::new(Vec::new()),
            record_sources: RecordSources::new(),
            told: RwSignal::new(String::new()),
            refusal: RwSignal::new(None),
            are_keys_on: RwSignal::new(true),
        }
    }

    /// Fetches what the view and the comparison need, whenever they do; and remembers whether the
    /// keys are on.
    pub fn follow(self, site: Site, state: DirectoryState) {
        if platform::stored(KEYS_STORED_AS).as_deref() == Some(OFF) {
            self.are_keys_on.set(false);
        }
        let notes = site.asset(&Asset::AdmissionNotes(site.language()));
        let is_asked = StoredValue::new(false);
        Effect::new(move |_| {
            if state.view() == View::Timeline && !is_asked.get_value() {
                is_asked.set_value(true);
                let notes = notes.clone();
                platform::spawn(async move {
                    // The timeline is whole without it.
                    if let Ok(text) = platform::fetch_text(notes).await {
                        self.admission_notes.set(read_admission_notes(&text));
                    }
                });
            }
        });
        Effect::new(move |_| {
            let compared = state.display_parts(|display| display.compared.clone());
            for slug in compared.iter() {
                if state.with_catalogue(|catalogue| catalogue.directory.find(slug).is_some()) {
                    self.record_sources.fetch(&site, slug);
                }
            }
        });
    }

    /// Switches the keys on or off.
    pub fn switch_keys(self) {
        self.are_keys_on.update(|are_on| *are_on = !*are_on);
        let kept = if self.are_keys_on.get_untracked() {
            ""
        } else {
            OFF
        };
        platform::store(KEYS_STORED_AS, kept);
    }
}

impl Default for DirectoryExtras {
    fn default() -> Self {
        Self::new()
    }
}
