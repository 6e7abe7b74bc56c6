//! The site without a connection: the worker that keeps it, and lists of what makes up this version.
//!
//! A list names every file by its address below the base and by the beginning of its hash. What is
//! `ready` the worker fetches beforehand, what is `seen` it keeps once a reader has had it. The
//! version is the hash of the lists: any change of any file of them is a new version.

mod reading;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::domain::language::Language;
use crate::i18n::texts::Text;
use crate::routes::{Asset, Base, OfflineFile, Page};
use crate::state::site::versioned;

use super::bundle::{Bundle, file_names};
use super::edition::Edition;
use super::error::PrerenderError;

pub use reading::OfflineReading;

/// So many bytes of a hash tell files apart; they fill whole characters of base64.
const MARK_BYTES: usize = 9;

/// The pages that are kept before they are seen.
const READY: [Page; 4] = [Page::Story, Page::News, Page::Directory, Page::About];

/// The folder of the fonts, as the stylesheets name it.
const FONTS: &str = "fonts";

const WORKER: &str = include_str!("offline/service_worker.js");
const WORKER_OFF: &str = include_str!("offline/off.js");
const CLIENT: &str = include_str!("offline/client.js");

/// The written site, of which the lists are made.
#[derive(Clone, Copy)]
pub struct OfflineSite<'a> {
    /// Where it stands.
    pub staging: &'a Path,
    /// The folder it is served from.
    pub base: &'a Base,
    /// The version in the addresses of data files.
    pub data_version: &'a str,
    /// The program.
    pub bundle: &'a Bundle,
    /// The site in each language.
    pub editions: &'a [Edition],
}

/// What of a version is fetched beforehand and what is kept once seen: address and mark.
#[derive(Debug, Default)]
struct List {
    ready: BTreeMap<String, String>,
    seen: BTreeMap<String, String>,
}

/// The worker of a site that no device keeps: it ends the one that was there before.
pub fn ended() -> Vec<(String, String)> {
    let off = without_comments(WORKER_OFF);
    [OfflineFile::Worker, OfflineFile::WorkerOff]
        .map(|file| (file.path(), off.clone()))
        .into()
}

impl OfflineSite<'_> {
    /// The worker, what pages run to have it, and the lists.
    ///
    /// # Errors
    /// Where a file of the site cannot be read.
    pub fn files(&self) -> Result<Vec<(String, String)>, PrerenderError> {
        let client = without_comments(CLIENT);
        let shared = self.shared_list(&client)?;
        let mut lists = vec![("shared", OfflineFile::SharedList, text(&shared, None))];
        for edition in self.editions {
            let language = edition.language();
            let list = text(&self.list(edition, &shared)?, Some(edition));
            lists.push((language.tag(), OfflineFile::List(language), list));
        }
        let marks = lists.iter().map(|(name, _, text)| (*name, mark(text)));
        let marks: BTreeMap<&str, String> = marks.collect();
        let version = mark(json!(marks).to_string());
        let worker = format!(
            "const VERSION = \"{version}\";\nconst LISTS = {};\n{}",
            json!(marks),
            without_comments(WORKER)
        );
        let mut files = vec![
            (OfflineFile::Worker.path(), worker),
            (OfflineFile::WorkerOff.path(), without_comments(WORKER_OFF)),
            (OfflineFile::Client.path(), client),
        ];
        files.extend(lists.into_iter().map(|(_, file, text)| (file.path(), text)));
        Ok(files)
    }

    /// The program and its data, and what pages of any language may ask for.
    fn shared_list(&self, client: &str) -> Result<List, PrerenderError> {
        let mut list = List::default();
        for asset in [Asset::Cities, Asset::Countries, Asset::Land] {
            self.enter(&mut list.ready, &self.key(&asset), &asset.path())?;
        }
        let plain = [Asset::Icon, Asset::Manifest].map(|asset| asset.path());
        let program = [&self.bundle.script, &self.bundle.wasm];
        for path in plain.iter().chain(program) {
            self.enter(&mut list.ready, path, path)?;
        }
        list.ready.insert(OfflineFile::Client.path(), mark(client));
        for asset in self.editions.iter().flat_map(assets_of) {
            self.enter(&mut list.seen, &self.key(&asset), &asset.path())?;
        }
        let downloads = [Asset::Cities, Asset::CitiesTable, Asset::CitiesMap];
        for path in downloads.map(|asset| asset.path()) {
            self.enter(&mut list.seen, &path, &path)?;
        }
        for font in self.fonts()? {
            self.enter(&mut list.seen, &font, &font)?;
        }
        let cities = self.editions.first().into_iter().flat_map(|edition| {
            let directory = &edition.library.catalogue.directory;
            directory.cities().iter().map(|city| city.slug.clone())
        });
        for asset in cities.map(Asset::CityRecord) {
            self.enter(&mut list.seen, &self.key(&asset), &asset.path())?;
        }
        Ok(list)
    }

    /// The pages of a language, and what its program reads.
    fn list(&self, edition: &Edition, shared: &List) -> Result<List, PrerenderError> {
        let mut list = List::default();
        let language = edition.language();
        for asset in assets_of(edition) {
            self.enter(&mut list.ready, &self.key(&asset), &asset.path())?;
        }
        for font in self
            .fonts()?
            .iter()
            .filter(|font| is_set_in(font, language))
        {
            self.enter(&mut list.ready, font, font)?;
        }
        let not_kept = OfflineFile::NotKept(language).path();
        self.enter(&mut list.ready, &not_kept, &not_kept)?;
        for route in edition.routes() {
            let is_ready = READY.contains(&route.page);
            let part = if is_ready {
                &mut list.ready
            } else {
                &mut list.seen
            };
            let html = self.enter(part, &route.path(), &route.file())?;
            for picture in pictures(&String::from_utf8_lossy(&html), self.base) {
                let path = picture.split('?').next().unwrap_or(picture);
                self.enter(part, picture, path)?;
            }
        }
        list.seen.retain(|key, _| !list.ready.contains_key(key));
        list.ready.retain(|key, _| !shared.ready.contains_key(key));
        Ok(list)
    }

    /// Enters a file into a part of a list, and gives its content.
    fn enter(
        &self,
        part: &mut BTreeMap<String, String>,
        key: &str,
        path: &str,
    ) -> Result<Vec<u8>, PrerenderError> {
        let file = self.staging.join(path);
        let content = fs::read(&file).map_err(PrerenderError::file(&file))?;
        part.insert(key.to_owned(), mark(&content));
        Ok(content)
    }

    /// How the program asks for a file.
    fn key(&self, asset: &Asset) -> String {
        versioned(asset.path(), self.data_version)
    }

    fn fonts(&self) -> Result<Vec<String>, PrerenderError> {
        let names = file_names(&self.staging.join(FONTS))?.into_iter();
        let fonts = names.filter(|name| name.ends_with(".woff2"));
        Ok(fonts.map(|name| format!("{FONTS}/{name}")).collect())
    }
}

/// What the program reads in one language alone.
fn assets_of(edition: &Edition) -> [Asset; 2] {
    let language = edition.language();
    [
        Asset::ProgramText(language),
        Asset::AdmissionNotes(language),
    ]
}

/// Whether pages of a language are set in a font; the tokens name other faces for other scripts.
fn is_set_in(font: &str, language: Language) -> bool {
    match language {
        Language::Chinese | Language::Arabic => false,
        Language::Russian => true,
        _ => !font.contains("cyrillic"),
    }
}

/// The addresses, below the base, of the pictures that a page shows.
fn pictures<'a>(html: &'a str, base: &'a Base) -> BTreeSet<&'a str> {
    let sources = html.split(" src=\"").skip(1);
    let sources = sources.filter_map(|rest| rest.split('"').next());
    sources
        .filter_map(|source| source.strip_prefix(base.as_str()))
        .collect()
}

/// A list as the worker reads it, in a language with what pages say of a newer version.
fn text(list: &List, edition: Option<&Edition>) -> String {
    let List { ready, seen } = list;
    let texts = edition.map(|edition| {
        let text = |text| edition.texts.get(text);
        json!({
            "offer": text(Text::UpdateOffer),
            "accept": text(Text::UpdateAccept),
            "later": text(Text::UpdateLater),
        })
    });
    format!(
        "{}\n",
        json!({"ready": ready, "seen": seen, "texts": texts})
    )
}

/// What a file is known by: the beginning of its SHA-256, in base64.
fn mark(content: impl AsRef<[u8]>) -> String {
    let digest = Sha256::digest(content.as_ref());
    let beginning: Vec<u8> = digest.into_iter().take(MARK_BYTES).collect();
    STANDARD.encode(beginning)
}

/// A script as it is sent.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_the_beginning_of_the_hash_in_whole_characters() {
        // SHA-256 of the empty text, FIPS 180-4: e3b0c442 98fc1c14 9a.
        assert_eq!(mark(""), "47DEQpj8HBSa");
    }

    #[test]
    fn pictures_are_those_below_the_base_each_once() {
        let html = r#"<img src="/repo/media/a.svg"><img alt="" src="/repo/media/a.svg"><script src="https://example.org/b.js">"#;
        let base = Base::new("repo");
        assert_eq!(
            pictures(html, &base).into_iter().collect::<Vec<_>>(),
            ["media/a.svg"]
        );
    }

    #[test]
    fn a_script_is_sent_without_its_comments_and_with_its_lines() {
        assert_eq!(
            without_comments("// why\nlet a\n\n  // how\n  = 1;"),
            "let a\n= 1;\n"
        );
    }

    #[test]
    fn a_font_is_fetched_for_the_languages_set_in_it() {
        assert!(is_set_in("fonts/serif-latin.woff2", Language::French));
        assert!(!is_set_in("fonts/serif-cyrillic.woff2", Language::French));
        assert!(is_set_in("fonts/serif-cyrillic.woff2", Language::Russian));
        assert!(!is_set_in("fonts/serif-latin.woff2", Language::Chinese));
    }
}
