//! The files of the site, read once for all pages: nothing that is wrong gets past here.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::app::Library;
use crate::content::article::{About, Story};
use crate::content::news::{News, Report};
use crate::domain::change_log::ChangeLog;
use crate::domain::cross_check::{cross_check, cross_check_changes};
use crate::domain::directory::Directory;
use crate::domain::language::Language;
use crate::domain::network::NetworkHistory;
use crate::domain::record::{read_changes, read_network, read_profiles, read_sources};
use crate::domain::source::Source;
use crate::i18n::texts::{Text, Texts};
use crate::pages::about::AboutMaterial;
use crate::pages::city::Details;
use crate::routes::Asset;
use crate::state::catalogue::Catalogue;

use super::edition::Edition;
use super::error::PrerenderError;
use super::name_orders::{cities_in_order, countries_in_order};
use super::publication::Publication;
use super::report_files::report_slugs;

/// The log of changes below `public/`. No asset of the routes, which the browser carries: no page asks
/// for it.
const CHANGES: &str = "data/changes.json";

/// Everything the pages are written from.
pub struct Material {
    /// What the publisher has set.
    pub publication: Publication,
    /// The site in each language, English first.
    pub editions: Vec<Edition>,
    /// The text of each file, by its path below `public/`.
    pub files: BTreeMap<String, String>,
}

/// What the editions share.
struct Shared {
    cities: String,
    countries: String,
    /// The cities as English readers see them.
    catalogue: Arc<Catalogue>,
    sources: Vec<Source>,
    history: NetworkHistory,
    changes: ChangeLog,
    details: Arc<Details>,
}

impl Material {
    /// Reads `public/` below the project's folder.
    ///
    /// # Errors
    /// Where a file is missing or holds anything that a page could not show truthfully; all
    /// problems of the data files at once.
    pub fn read(source: &Path) -> Result<Self, PrerenderError> {
        let mut reader = Reader {
            folder: source.join("public"),
            files: BTreeMap::new(),
        };
        let publication = Publication::read(&reader.text(Publication::FILE)?)?;
        let shared = reader.shared()?;
        let english = reader.edition(Language::English, &publication, &shared)?;
        let mut editions = vec![english];
        for language in Language::ALL {
            // A language is a folder: without it the site does not stand in that language.
            let folder = reader.folder.join("content").join(language.tag());
            if language != Language::English && folder.is_dir() {
                editions.push(reader.edition(language, &publication, &shared)?);
            }
        }
        check_texts(&editions)?;
        Ok(Self {
            publication,
            editions,
            files: reader.files,
        })
    }

    /// The site in English, which is read first.
    ///
    /// # Errors
    /// Where there is none.
    pub fn english(&self) -> Result<&Edition, PrerenderError> {
        let missing = || PrerenderError::content("public/content/en", "the texts are missing");
        self.editions.first().ok_or_else(missing)
    }
}

struct Reader {
    folder: PathBuf,
    files: BTreeMap<String, String>,
}

impl Reader {
    /// Reads what all languages share, and checks it as English readers will see it.
    fn shared(&mut self) -> Result<Shared, PrerenderError> {
        let cities = self.text(&Asset::Cities.path())?;
        let countries = self.text(&Asset::Countries.path())?;
        let (catalogue, mut issues) = Catalogue::read(&cities, &countries, &Texts::english())
            .map_err(PrerenderError::Issues)?;
        let sources = read_sources("sources.json", &self.text(&Asset::Sources.path())?);
        let profiles = read_profiles("profiles.json", &self.text(&Asset::Profiles.path())?);
        let history = read_network("network.json", &self.text(&Asset::Network.path())?);
        let changes = read_changes("changes.json", &self.text(CHANGES)?);
        issues.extend(sources.issues);
        issues.extend(profiles.issues);
        issues.extend(history.issues);
        issues.extend(changes.issues);
        let directory = &catalogue.directory;
        issues.extend(cross_check(
            directory.cities(),
            directory.countries(),
            &sources.value,
            &profiles.value,
        ));
        let log = &changes.value;
        issues.extend(cross_check_changes(log, directory.cities(), &sources.value));
        if !issues.is_empty() {
            return Err(PrerenderError::Issues(issues));
        }
        Ok(Shared {
            cities,
            countries,
            catalogue: Arc::new(catalogue),
            sources: sources.value.clone(),
            history: history.value,
            changes: changes.value,
            details: Arc::new(Details {
                profiles: profiles.value,
                sources: sources.value,
            }),
        })
    }

    fn edition(
        &mut self,
        language: Language,
        publication: &Publication,
        shared: &Shared,
    ) -> Result<Edition, PrerenderError> {
        let news = self.news(language)?;
        let about = self.json::<About>(&Asset::AboutText(language).path())?;
        let pages = self.text(&Asset::PageText(language).path())?;
        let mut program = self.text(&Asset::ProgramText(language).path())?;
        let mut catalogue = Arc::clone(&shared.catalogue);
        if language != Language::English {
            program = with_order(&program, language, &catalogue.directory)?;
        }
        let texts = Texts::of_files(language, &[&program, &pages]);
        if language != Language::English {
            let (spoken, _) = Catalogue::read(&shared.cities, &shared.countries, &texts)
                .map_err(PrerenderError::Issues)?;
            catalogue = Arc::new(spoken);
        }
        let about = AboutMaterial {
            about,
            history: shared.history.clone(),
            sources: shared.sources.clone(),
            changes: shared.changes.clone(),
            origin: publication.origin.clone(),
        };
        let library = Library {
            catalogue,
            details: Arc::clone(&shared.details),
            news: Arc::new(news),
            about: Arc::new(about),
            corrections: publication.desk(),
        };
        Ok(Edition {
            texts: Arc::new(texts),
            program,
            library,
        })
    }

    fn news(&mut self, language: Language) -> Result<News, PrerenderError> {
        let lead = self.json::<Story>(&Asset::StoryText(language).path())?;
        let mut reports = Vec::new();
        for slug in report_slugs(&self.folder)? {
            let file = Asset::ReportText(language, slug.clone()).path();
            let story = Arc::new(self.json::<Story>(&file)?);
            reports.push(Report { slug, story });
        }
        Ok(News {
            lead: Arc::new(lead),
            reports,
        })
    }

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

/// The texts of the program with the order of names, which the browser cannot work out.
fn with_order(
    program: &str,
    language: Language,
    directory: &Directory,
) -> Result<String, PrerenderError> {
    let file = format!("public/{}", Asset::ProgramText(language).path());
    let mut texts: Map<String, Value> =
        serde_json::from_str(program).map_err(|error| PrerenderError::content(file, error))?;
    let cities = cities_in_order(directory.cities(), language)?;
    let countries = countries_in_order(directory.countries(), language)?;
    let orders = [
        (Text::OrderOfCities, cities),
        (Text::OrderOfCountries, countries),
    ];
    for (text, order) in orders {
        texts.insert(text.key().to_owned(), Value::String(order));
    }
    Ok(Value::Object(texts).to_string())
}

/// All that is wrong with the texts of any language.
fn check_texts(editions: &[Edition]) -> Result<(), PrerenderError> {
    let english = Texts::english();
    for edition in editions {
        let mut problems = edition.texts.problems();
        problems.extend(edition.texts.misplaced(&english));
        if !problems.is_empty() {
            let folder = format!("public/content/{}", edition.language().tag());
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            return Err(PrerenderError::content(folder, problems.join("\n  ")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_changes_on_the_about_page_begin_with_the_day_the_story_was_first_published() {
        let material = Material::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        for edition in &material.editions {
            assert_eq!(edition.library.news.lead.first_published, "2026-11-23");
        }
        let about = &material.files["content/en/about.json"];
        assert!(about.contains("\"23 November 2026: first published"));
    }
}
