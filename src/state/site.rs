//! The site as its pages share it: base path, texts, and the data once each is loaded.
//!
//! Each file is asked for once, by the first page that needs it. In the prerenderer all of them
//! are there from the start.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use crate::content::article::{About, Story};
use crate::domain::country::{Country, CountryCode};
use crate::domain::language::Language;
use crate::domain::network::NetworkHistory;
use crate::domain::profile::Profile;
use crate::domain::record::{read_network, read_profiles, read_sources};
use crate::domain::source::Source;
use crate::i18n::texts::Texts;
use crate::platform::{self, EarlyInput};
use crate::routes::{Asset, Base, Page, Route};
use crate::state::catalogue::Catalogue;
use crate::state::load::Load;

/// What a city's own page shows beyond the directory's record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// One for each city that has any.
    pub profiles: Vec<Profile>,
    /// Every source the records name.
    pub sources: Vec<Source>,
}

/// What the about page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutMaterial {
    /// The text.
    pub about: About,
    /// UNESCO's totals.
    pub history: NetworkHistory,
    /// Every source the records name.
    pub sources: Vec<Source>,
}

/// What pages and components need of the site.
#[derive(Clone)]
pub struct Site {
    /// The folder the site is served from.
    pub base: Base,
    /// The interface's texts.
    pub texts: Arc<Texts>,
    /// The directory.
    pub catalogue: RwSignal<Load<Arc<Catalogue>>>,
    /// What city pages show beyond it.
    pub details: RwSignal<Load<Arc<Details>>>,
    /// The story's text.
    pub story: RwSignal<Load<Arc<Story>>>,
    /// The about page's material.
    pub about: RwSignal<Load<Arc<AboutMaterial>>>,
    /// What the reader had entered before the program was ready; taken once.
    pub early_input: StoredValue<Option<EarlyInput>>,
    /// The version in the addresses of data files, empty in the development loop.
    data_version: Arc<str>,
}

impl Site {
    /// A site with nothing loaded.
    pub fn new(base: Base, texts: Texts, data_version: &str) -> Self {
        Self {
            base,
            texts: Arc::new(texts),
            catalogue: RwSignal::new(Load::NotAsked),
            details: RwSignal::new(Load::NotAsked),
            story: RwSignal::new(Load::NotAsked),
            about: RwSignal::new(Load::NotAsked),
            early_input: StoredValue::new(None),
            data_version: data_version.into(),
        }
    }

    /// The language of the pages.
    pub fn language(&self) -> Language {
        self.texts.language()
    }

    /// The address of a page in the reader's language.
    pub fn href(&self, page: Page) -> String {
        self.base.href(&Route::new(self.language(), page))
    }

    /// The address of a data or content file, with its version.
    pub fn asset(&self, asset: &Asset) -> String {
        let address = self.base.asset(asset);
        if self.data_version.is_empty() {
            address
        } else {
            format!("{address}?v={}", self.data_version)
        }
    }

    /// The name of a country that the directory's companion file lists.
    pub fn country(&self, code: CountryCode) -> Option<Country> {
        self.catalogue.with(|load| {
            load.ready().and_then(|catalogue| catalogue.directory.countries().get(code).cloned())
        })
    }

    /// Fetches the directory.
    ///
    /// # Errors
    /// The reason in words, where it cannot be had or read.
    pub async fn fetch_catalogue(&self) -> Result<Arc<Catalogue>, String> {
        let cities = platform::fetch_text(self.asset(&Asset::Cities));
        let countries = platform::fetch_text(self.asset(&Asset::Countries));
        let (cities, countries) = futures::join!(cities, countries);
        // Without the countries' names the records still carry their own.
        let countries = countries.unwrap_or_else(|_| "[]".to_owned());
        match Catalogue::read(&cities?, &countries) {
            Ok((catalogue, issues)) => {
                issues.iter().for_each(|issue| platform::report(&issue.to_string()));
                Ok(Arc::new(catalogue))
            }
            Err(issues) => Err(issues.first().map_or_else(String::new, ToString::to_string)),
        }
    }

    /// Asks for what a page needs and is not there yet.
    pub fn request(&self, page: &Page) {
        let site = self.clone();
        if !matches!(page, Page::NotFound) {
            load_into(self.catalogue, async move { site.fetch_catalogue().await });
        }
        let site = self.clone();
        match page {
            Page::City(_) => load_into(self.details, async move { site.fetch_details().await }),
            Page::Story => load_into(self.story, async move {
                let language = site.language();
                fetch_json(site.asset(&Asset::StoryText(language))).await.map(Arc::new)
            }),
            Page::About => load_into(self.about, async move { site.fetch_about().await }),
            Page::Directory | Page::Country(_) | Page::NotFound => {}
        }
    }

    async fn fetch_details(&self) -> Result<Arc<Details>, String> {
        let profiles = platform::fetch_text(self.asset(&Asset::Profiles));
        let sources = platform::fetch_text(self.asset(&Asset::Sources));
        let (profiles, sources) = futures::join!(profiles, sources);
        Ok(Arc::new(Details {
            profiles: read_profiles("profiles.json", &profiles?).value,
            sources: read_sources("sources.json", &sources?).value,
        }))
    }

    async fn fetch_about(&self) -> Result<Arc<AboutMaterial>, String> {
        let about = fetch_json(self.asset(&Asset::AboutText(self.language())));
        let history = platform::fetch_text(self.asset(&Asset::Network));
        let sources = platform::fetch_text(self.asset(&Asset::Sources));
        let (about, history, sources) = futures::join!(about, history, sources);
        Ok(Arc::new(AboutMaterial {
            about: about?,
            history: read_network("network.json", &history?).value,
            sources: read_sources("sources.json", &sources?).value,
        }))
    }
}

async fn fetch_json<T: DeserializeOwned>(address: String) -> Result<T, String> {
    let text = platform::fetch_text(address.clone()).await?;
    serde_json::from_str(&text).map_err(|error| format!("{address}: {error}"))
}

fn load_into<T: Send + Sync + 'static>(
    place: RwSignal<Load<T>>,
    fetch: impl Future<Output = Result<T, String>> + 'static,
) {
    if !place.with_untracked(Load::wants_fetch) {
        return;
    }
    place.set(Load::Waiting);
    spawn_local(async move {
        place.set(match fetch.await {
            Ok(thing) => Load::Ready(thing),
            Err(reason) => Load::Failed(reason),
        });
    });
}
