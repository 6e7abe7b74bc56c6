//! The site as its pages share it: base path, texts, and the version of its data files.

use std::sync::Arc;

use crate::domain::city::City;
use crate::domain::language::Language;
use crate::i18n::texts::Texts;
use crate::routes::{Asset, Base, Page, Route};

/// What pages and components need of the site; copies share it.
#[derive(Clone)]
pub struct Site {
    /// The folder the site is served from.
    pub base: Base,
    /// The interface's texts.
    pub texts: Arc<Texts>,
    /// The version in the addresses of data files, empty where there is none.
    data_version: Arc<str>,
}

impl Site {
    /// A site in one language.
    pub fn new(base: Base, texts: impl Into<Arc<Texts>>, data_version: &str) -> Self {
        Self {
            base,
            texts: texts.into(),
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

    /// The language of the name shown of a city, where it is not the reader's.
    pub fn name_language(&self, city: &City) -> Option<&'static str> {
        let language = city.foreign_name_language(self.language())?;
        language.tag_among(self.language())
    }

    /// The version of the data files, empty where there is none.
    pub fn data_version(&self) -> &str {
        &self.data_version
    }

    /// The address of a file, with the version of the data, so that browsers may keep it.
    pub fn asset(&self, asset: &Asset) -> String {
        versioned(self.base.asset(asset), &self.data_version)
    }
}

/// An address with the version of what stands there, where there is one.
pub fn versioned(address: String, version: &str) -> String {
    if version.is_empty() {
        address
    } else {
        format!("{address}?v={version}")
    }
}
