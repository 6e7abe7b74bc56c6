//! Writes the site into the folder that Trunk has filled.

use std::fs;
use std::path::PathBuf;

use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::app::Document;
use crate::content::article::Story;
use crate::i18n::language_name::LanguageName;
use crate::i18n::texts::{Text, Texts};
use crate::pages::embed_card::EmbedCard;
use crate::pages::metadata::{Material as MetadataMaterial, Metadata};
use crate::pages::news::story_page;
use crate::routes::{Asset, Base, Page, Route};
use crate::state::site::Site;

use super::admission_notes::admission_notes;
use super::bundle::{Bundle, file_names};
use super::document::DocumentFrame;
use super::drawing::{drawings, network_map_asset};
use super::edition::Edition;
use super::error::PrerenderError;
use super::export::{StableFiles, records};
use super::for_programs::ForPrograms;
use super::material::Material;
use super::share_picture::share_pictures;
use super::sitemap::{robots, sitemap};
use super::stylesheet;

/// So many hexadecimal digits tell the versions of data files apart.
const VERSION_DIGITS: usize = 10;

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
            data_version: version(&material),
            style: stylesheet::bundle(&source, &index, &base)?,
            bundle: Bundle::find(&staging)?,
        };
        Ok(Self {
            source,
            staging,
            base,
            frame,
            material,
        })
    }

    /// Writes all of it and gives the number of files.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn write(&self) -> Result<usize, PrerenderError> {
        self.remove_stylesheets()?;
        let mut files = 0;
        let languages = self.languages();
        for edition in &self.material.editions {
            for route in edition.routes() {
                let page = self.page(edition, &route, &languages);
                self.write_file(&route.file(), &page)?;
                files += 1;
            }
        }
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
        Ok(files)
    }

    fn languages(&self) -> Vec<LanguageName> {
        let editions = self.material.editions.iter();
        let names = editions.map(|edition| LanguageName::of(&edition.texts));
        names.collect()
    }

    fn page(&self, edition: &Edition, route: &Route, languages: &[LanguageName]) -> String {
        let owner = Owner::new();
        let page = owner.with(|| {
            provide_context(RequestUrl::new(&self.base.href(route)));
            let site = edition.site(&self.base, &self.frame.data_version);
            let (body_site, library) = (site.clone(), edition.library.clone());
            let (body_route, languages) = (route.clone(), languages.to_vec());
            let body = view! {
                <Document site=body_site library=library route=body_route languages=languages/>
            }
            .to_html();
            // Leptos marks places by `<!>`, which browsers read as an empty comment and validators
            // as a fault; written out it is the same node.
            let body = body.replace("<!>", "<!---->");
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
        });
        owner.cleanup();
        page
    }

    fn card(&self, site: &Site, route: &Route, story: &Story) -> String {
        let (owner, page) = (Owner::new(), route.page.clone());
        let card =
            owner.with(|| view! { <EmbedCard site=site.clone() story=story page=page/> }.to_html());
        owner.cleanup();
        self.frame.card(site, route, &story.headline, &card)
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
            (Asset::Manifest.path(), compact(&self.manifest(texts))),
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

    fn manifest(&self, texts: &Texts) -> Value {
        json!({
            "name": texts.get(Text::SiteName),
            "short_name": texts.get(Text::SiteName),
            "description": texts.get(Text::SiteDescription),
            "lang": texts.language().tag(),
            "start_url": self.base.as_str(),
            "scope": self.base.as_str(),
            "display": "minimal-ui",
            "icons": [{
                "src": self.base.asset(&Asset::Icon),
                "type": "image/svg+xml",
                "sizes": "any",
                "purpose": "any maskable",
            }],
        })
    }

    /// Every page carries the stylesheet, so the files Trunk has made of it are not needed.
    fn remove_stylesheets(&self) -> Result<(), PrerenderError> {
        for name in file_names(&self.staging)?
            .iter()
            .filter(|name| name.ends_with(".css"))
        {
            let path = self.staging.join(name);
            fs::remove_file(&path).map_err(PrerenderError::file(&path))?;
        }
        Ok(())
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

/// Tells one state of the data and texts from another, so that browsers may keep the files.
fn version(material: &Material) -> String {
    let mut digest = Sha256::new();
    for (path, text) in &material.files {
        digest.update(path.as_bytes());
        digest.update(text.as_bytes());
    }
    let digits: String = digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    digits.chars().take(VERSION_DIGITS).collect()
}

fn compact(value: &Value) -> String {
    format!("{value}\n")
}
