//! The site in one language, and its pages.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::Library;
use crate::domain::country::CountryCode;
use crate::domain::language::Language;
use crate::i18n::texts::Texts;
use crate::routes::{Base, Page, Route};
use crate::state::site::Site;

/// The site in one language.
pub struct Edition {
    /// The interface's texts.
    pub texts: Arc<Texts>,
    /// The texts of the directory's program, as the browser fetches them.
    pub program: String,
    /// What the pages are written from.
    pub library: Library,
}

impl Edition {
    /// The site at a base path.
    pub fn site(&self, base: &Base, data_version: &str) -> Site {
        Site::new(base.clone(), Arc::clone(&self.texts), data_version)
    }

    /// The language of this edition.
    pub fn language(&self) -> Language {
        self.texts.language()
    }

    /// Every page, each once; a host has one page for what it does not find.
    pub fn routes(&self) -> Vec<Route> {
        let directory = &self.library.catalogue.directory;
        let countries: BTreeSet<CountryCode> = directory
            .countries()
            .iter()
            .map(|country| country.code)
            .chain(directory.country_codes())
            .collect();
        let cities = directory.cities().iter();
        let cities = cities.map(|city| Page::City(city.slug.clone()));
        let language = self.language();
        let not_found = (language == Language::English).then_some(Page::NotFound);
        let reports = self.library.news.reports.iter();
        let reports = reports.map(|report| Page::Report(report.slug.clone()));
        [Page::Story, Page::News, Page::Directory, Page::About]
            .into_iter()
            .chain(reports)
            .chain(not_found)
            .chain(cities)
            .chain(countries.into_iter().map(Page::Country))
            .map(|page| Route::new(language, page))
            .collect()
    }
}
