//! The files of the site, read once for all pages: nothing that is wrong gets past here.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::app::Library;
use crate::content::article::{About, Story};
use crate::domain::cross_check::cross_check;
use crate::domain::record::{read_network, read_profiles, read_sources};
use crate::i18n::texts::Texts;
use crate::pages::about::AboutMaterial;
use crate::pages::city::Details;
use crate::routes::{Asset, Base};
use crate::state::catalogue::Catalogue;
use crate::state::site::Site;

use super::error::PrerenderError;

/// What the publisher sets for the whole site.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Publication {
    /// Scheme and host the site is published at, without a last slash.
    pub origin: String,
}

/// Everything the pages are written from.
pub struct Material {
    /// What the publisher has set.
    pub publication: Publication,
    /// The interface's texts.
    pub texts: Texts,
    /// What the pages are written from.
    pub library: Library,
    /// The text of each file, by its path below `public/`.
    pub files: BTreeMap<String, String>,
}

impl Material {
    /// Reads `public/` below the project's folder.
    ///
    /// # Errors
    /// Where a file is missing or holds anything that a page could not show truthfully; all
    /// problems of the data files at once.
    pub fn read(source: &Path) -> Result<Self, PrerenderError> {
        let texts = Texts::english();
        if let Some(problem) = texts.problems().first() {
            return Err(PrerenderError::content("content/en", problem));
        }
        let language = texts.language();
        let mut reader = Reader {
            folder: source.join("public"),
            files: BTreeMap::new(),
        };
        let publication: Publication = reader.json("content/site.json")?;
        check_origin(&publication)?;
        let story = reader.json::<Story>(&Asset::StoryText(language).path())?;
        let about = reader.json::<About>(&Asset::AboutText(language).path())?;
        let cities = reader.text(&Asset::Cities.path())?;
        let countries = reader.text(&Asset::Countries.path())?;
        let (catalogue, mut issues) =
            Catalogue::read(&cities, &countries).map_err(PrerenderError::Issues)?;
        let sources = read_sources("sources.json", &reader.text(&Asset::Sources.path())?);
        let profiles = read_profiles("profiles.json", &reader.text(&Asset::Profiles.path())?);
        let history = read_network("network.json", &reader.text(&Asset::Network.path())?);
        issues.extend(sources.issues);
        issues.extend(profiles.issues);
        issues.extend(history.issues);
        let directory = &catalogue.directory;
        issues.extend(cross_check(
            directory.cities(),
            directory.countries(),
            &sources.value,
            &profiles.value,
        ));
        if !issues.is_empty() {
            return Err(PrerenderError::Issues(issues));
        }
        let about = AboutMaterial {
            about,
            history: history.value,
            sources: sources.value.clone(),
            origin: publication.origin.clone(),
        };
        let details = Details {
            profiles: profiles.value,
            sources: sources.value,
        };
        let library = Library {
            catalogue: Arc::new(catalogue),
            details: Arc::new(details),
            story: Arc::new(story),
            about: Arc::new(about),
        };
        Ok(Self {
            publication,
            texts,
            library,
            files: reader.files,
        })
    }

    /// The site at a base path.
    pub fn site(&self, base: &Base, data_version: &str) -> Site {
        Site::new(base.clone(), self.texts.clone(), data_version)
    }
}

struct Reader {
    folder: PathBuf,
    files: BTreeMap<String, String>,
}

impl Reader {
    fn text(&mut self, path: &str) -> Result<String, PrerenderError> {
        let file = self.folder.join(path);
        let text = fs::read_to_string(&file).map_err(PrerenderError::file(&file))?;
        self.files.insert(path.to_owned(), text.clone());
        Ok(text)
    }

    fn json<T: DeserializeOwned>(&mut self, path: &str) -> Result<T, PrerenderError> {
        let text = self.text(path)?;
        serde_json::from_str(&text)
            .map_err(|error| PrerenderError::content(format!("public/{path}"), error))
    }
}

fn check_origin(publication: &Publication) -> Result<(), PrerenderError> {
    let origin = &publication.origin;
    let host = origin
        .strip_prefix("https://")
        .or_else(|| origin.strip_prefix("http://"));
    if host.is_some_and(|host| !host.is_empty() && !host.contains('/')) {
        return Ok(());
    }
    Err(PrerenderError::content(
        "public/content/site.json",
        format!(
            "origin: found \"{origin}\", expected scheme and host without a last slash, such as \"https://cities.example.org\""
        ),
    ))
}
