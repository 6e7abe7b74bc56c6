//! Writes the site into the folder that Trunk has filled.

use std::fs;
use std::path::PathBuf;

use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use serde_json::{Value, json};

use crate::app::{Document, NotKeptDocument};
use crate::content::article::Story;
use crate::i18n::language_name::LanguageName;
use crate::i18n::texts::Text;
use crate::pages::embed_card::EmbedCard;
use crate::pages::metadata::{Material as MetadataMaterial, Metadata};
use crate::pages::news::story_page;
use crate::routes::{Asset, Base, OfflineFile, Page, Route};
use crate::state::site::Site;

use super::admission_notes::admission_notes;
use super::bundle::Bundle;
use super::data_version::data_version;
use super::document::DocumentFrame;
use super::drawing::{drawings, network_map_asset};
use super::edition::Edition;
use super::error::PrerenderError;
use super::export::{StableFiles, records};
use super::for_programs::ForPrograms;
use super::manifest::manifest;
use super::material::Material;
use super::offline::{OfflineReading, OfflineSite, ended};
use super::preview::{PREVIEW_FILE, preview_route};
use super::share_picture::share_pictures;
use super::sitemap::{robots, sitemap};
use super::stylesheet::{self, Stylesheets};

/// Writes every file of the site.
pub struct SiteWriter {
    source: PathBuf,
    staging: PathBuf,
    base: Base,
    frame: DocumentFrame,
    material: Material,
}

impl SiteWriter {
    /// Reads what the pages are written from.
    ///
    /// # Errors
    /// Where a file is missing or wrong, or Trunk's output lacks the program.
    pub fn new(source: PathBuf, staging: PathBuf, base: Base) -> Result<Self, PrerenderError> {
        let material = Material::read(&source)?;
        let index = source.join("index.html");
        let index = fs::read_to_string(&index).map_err(PrerenderError::file(&index))?;
        let frame = DocumentFrame {
            origin: material.publication.origin.clone(),
            languages: material.editions.iter().map(Edition::language).collect(),
            data_version: data_version(&material),
            styles: Stylesheets::read(&source, &index, &base)?,
            bundle: Bundle::find(&staging)?,
            offline: material.publication.offline,
        };
        Ok(Self {
            source,
            staging,
            base,
            frame,
            material,
        })
    }

    /// The same for a build in which no device is to keep the site, whatever the publisher has set.
    pub fn within(mut self, offline: OfflineReading) -> Self {
        if offline == OfflineReading::Off {
            self.frame.offline = OfflineReading::Off;
        }
        self
    }

    /// Writes all of it and gives the number of files.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn write(&self) -> Result<usize, PrerenderError> {
        stylesheet::remove(&self.staging)?;
        let mut files = 0;
        let languages = self.languages();
        for edition in &self.material.editions {
            for route in edition.routes() {
                let page = self.page(edition, &route, &languages);
                self.write_file(&route.file(), &page)?;
                files += 1;
            }
            let not_kept = OfflineFile::NotKept(edition.language()).path();
            self.write_file(&not_kept, self.not_kept(edition, &languages))?;
            files += 1;
        }
        self.write_file(PREVIEW_FILE, self.preview(&languages)?)?;
        files += 1;
        for (path, text) in self.companions()? {
            self.write_file(&path, &text)?;
            files += 1;
        }
        let drawings = drawings(&self.source, &self.material.editions)?;
        let map = drawings
            .iter()
            .find(|(asset, _)| *asset == network_map_asset());
        let pictures = self.share_pictures(map.map_or("", |(_, svg)| svg))?;
        for (asset, drawing) in &drawings {
            self.write_file(&asset.path(), drawing)?;
        }
        for (asset, picture) in &pictures {
            self.write_file(&asset.path(), picture)?;
        }
        files += drawings.len() + pictures.len();
        // Last of all: it is a list of what has been written.
        for (path, text) in self.offline()? {
            self.write_file(&path, &text)?;
            files += 1;
        }
        Ok(files)
    }

    fn languages(&self) -> Vec<LanguageName> {
        let editions = self.material.editions.iter();
        let names = editions.map(|edition| LanguageName::of(&edition.texts));
        names.collect()
    }

    fn page(&self, edition: &Edition, route: &Route, languages: &[LanguageName]) -> String {
        let site = edition.site(&self.base, &self.frame.data_version);
        let body = self.body(edition, route, languages);
        let metadata = Metadata::of(
            &route.page,
            MetadataMaterial {
                texts: &edition.texts,
                catalogue: Some(&edition.library.catalogue),
                news: Some(&edition.library.news),
                about: Some(&edition.library.about.about),
            },
        );
        let head = self.for_programs(&site, edition).head(&route.page);
        self.frame.document(&site, route, &metadata, &head, &body)
    }

    fn body(&self, edition: &Edition, route: &Route, languages: &[LanguageName]) -> String {
        let site = edition.site(&self.base, &self.frame.data_version);
        let (library, languages) = (edition.library.clone(), languages.to_vec());
        let within = route.clone();
        self.html(route, || {
            view! { <Document site=site library=library route=within languages=languages/> }
        })
    }

    fn card(&self, site: &Site, route: &Route, story: &Story) -> String {
        let (card_site, page) = (site.clone(), route.page.clone());
        let card = self.html(route, || {
            view! { <EmbedCard site=card_site story=story page=page/> }
        });
        self.frame.card(site, route, &story.headline, &card)
    }

    fn not_kept(&self, edition: &Edition, languages: &[LanguageName]) -> String {
        let route = Route::new(edition.language(), Page::NotFound);
        let site = edition.site(&self.base, &self.frame.data_version);
        let (body_site, languages) = (site.clone(), languages.to_vec());
        let body = self.html(&route, || {
            view! { <NotKeptDocument site=body_site languages=languages/> }
        });
        let metadata = Metadata::of_not_kept(&edition.texts);
        self.frame.document(&site, &route, &metadata, "", &body)
    }

    fn preview(&self, languages: &[LanguageName]) -> Result<String, PrerenderError> {
        let edition = self.material.english()?;
        let (route, site) = (
            preview_route(),
            edition.site(&self.base, &self.frame.data_version),
        );
        let body = self.body(edition, &route, languages);
        let metadata = Metadata::of_not_kept(&edition.texts);
        Ok(self.frame.preview(&site, &metadata, &body))
    }

    /// A view as it stands at an address.
    fn html<V: IntoView>(&self, route: &Route, view: impl FnOnce() -> V) -> String {
        let owner = Owner::new();
        let html = owner.with(|| {
            provide_context(RequestUrl::new(&self.base.href(route)));
            view().to_html()
        });
        owner.cleanup();
        // Leptos marks places by `<!>`, which browsers read as an empty comment and validators as a
        // fault; written out it is the same node.
        html.replace("<!>", "<!---->")
    }

    fn offline(&self) -> Result<Vec<(String, String)>, PrerenderError> {
        if self.frame.offline == OfflineReading::Off {
            return Ok(ended());
        }
        let site = OfflineSite {
            staging: &self.staging,
            base: &self.base,
            data_version: &self.frame.data_version,
            bundle: &self.frame.bundle,
            editions: &self.material.editions,
        };
        site.files()
    }

    fn companions(&self) -> Result<Vec<(String, String)>, PrerenderError> {
        let english = self.material.english()?;
        let library = &english.library;
        let (catalogue, sources) = (&library.catalogue, &library.details.sources);
        let texts = &english.texts;
        let directory = Route::new(texts.language(), Page::Directory);
        let stable = StableFiles {
            catalogue,
            sources,
            about: texts.get(Text::ExportAbout),
            address: &self.absolute(&self.base.href(&directory)),
        };
        let mut files = vec![
            (Asset::CitiesTable.path(), stable.table()),
            (Asset::CitiesMap.path(), stable.map_layer()),
            (
                Asset::Manifest.path(),
                compact(&manifest(&self.base, texts)),
            ),
            (Asset::Sitemap.path(), self.sitemap()),
            (
                "robots.txt".to_owned(),
                robots(&self.absolute(&self.base.asset(&Asset::Sitemap))),
            ),
        ];
        for edition in &self.material.editions {
            let (language, site) = (
                edition.language(),
                edition.site(&self.base, &self.frame.data_version),
            );
            let notes = admission_notes(&site, &edition.library.about);
            files.push((
                Asset::AdmissionNotes(language).path(),
                compact(&json!(notes)),
            ));
            files.push((Asset::ProgramText(language).path(), edition.program.clone()));
            files.extend(self.for_programs(&site, edition).files()?);
            for (slug, story) in edition.library.news.newest_first() {
                let route = Route::new(language, story_page(slug));
                let card = self.card(&site, &route, story);
                files.push((Asset::EmbedCard(route).path(), card));
            }
        }
        for (slug, record) in records(&self.material.files, sources)? {
            files.push((Asset::CityRecord(slug).path(), compact(&record)));
        }
        Ok(files)
    }

    fn share_pictures(&self, map_svg: &str) -> Result<Vec<(Asset, Vec<u8>)>, PrerenderError> {
        let editions = self.material.editions.iter();
        let drawn = editions.map(|edition| share_pictures(edition, map_svg));
        Ok(drawn.collect::<Result<Vec<_>, _>>()?.concat())
    }

    fn for_programs<'a>(&'a self, site: &'a Site, edition: &'a Edition) -> ForPrograms<'a> {
        ForPrograms {
            origin: &self.frame.origin,
            site,
            library: &edition.library,
        }
    }

    fn sitemap(&self) -> String {
        let routes = self.material.editions.iter().flat_map(Edition::routes);
        let addresses: Vec<String> = routes
            .filter(|route| route.page != Page::NotFound)
            .map(|route| self.absolute(&self.base.href(&route)))
            .collect();
        sitemap(&addresses)
    }

    fn write_file(&self, path: &str, content: impl AsRef<[u8]>) -> Result<(), PrerenderError> {
        let file = self.staging.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(PrerenderError::file(folder))?;
        }
        fs::write(&file, content).map_err(PrerenderError::file(&file))
    }

    fn absolute(&self, address: &str) -> String {
        format!("{}{address}", self.frame.origin)
    }
}

fn compact(value: &Value) -> String {
    format!("{value}\n")
}
