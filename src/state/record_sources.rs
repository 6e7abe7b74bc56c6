//! The sources of single records, fetched when a comparison first shows them.

use std::sync::Arc;

use leptos::prelude::*;
use serde::Deserialize;

use crate::platform;
use crate::routes::Asset;
use crate::state::site::Site;

/// A source as a record's own file tells it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RecordSource {
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Where it was read.
    pub url: Option<String>,
}

#[derive(Deserialize)]
struct Record {
    sources: Vec<RecordSource>,
}

type Known = Vec<(String, Option<Arc<[RecordSource]>>)>;

/// The sources by the slugs of their records; copies share them.
#[derive(Clone, Copy)]
pub struct RecordSources(RwSignal<Known>);

impl RecordSources {
    /// None yet.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// The sources of a record; `None` until they are there.
    pub fn of(self, slug: &str) -> Option<Arc<[RecordSource]>> {
        self.0.with(|known| {
            let record = known.iter().find(|(of, _)| of == slug);
            record.and_then(|(_, sources)| sources.clone())
        })
    }

    /// Fetches a record's sources, unless that was done before.
    pub fn fetch(self, site: &Site, slug: &str) {
        let is_known = self
            .0
            .with_untracked(|known| known.iter().any(|(of, _)| of == slug));
        if is_known {
            return;
        }
        self.0
            .update_untracked(|known| known.push((slug.to_owned(), None)));
        let slug = slug.to_owned();
        let address = site.asset(&Asset::CityRecord(slug.clone()));
        platform::spawn(async move {
            // A record without sources to show still has its page, which is linked.
            let Ok(text) = platform::fetch_text(address).await else {
                return;
            };
            let Ok(Record { sources }) = serde_json::from_str(&text) else {
                return;
            };
            self.0.update(|known| {
                known.retain(|(of, _)| *of != slug);
                known.push((slug, Some(sources.into())));
            });
        });
    }
}

impl Default for RecordSources {
    fn default() -> Self {
        Self::new()
    }
}
