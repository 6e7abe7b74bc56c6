//! What a page says of itself: title and description, for the tab, search engines and previews.

use crate::content::article::About;
use crate::content::news::News;
use crate::domain::city::City;
use crate::i18n::texts::{Text, Texts};
use crate::pages::about::with_figures;
use crate::pages::news::story_of;
use crate::routes::Page;
use crate::state::catalogue::Catalogue;

/// Title and description of a page, in its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metadata {
    /// The page's title, without the site's name.
    pub title: String,
    /// One sentence.
    pub description: String,
}

/// What is at hand to describe a page from; what is missing is described in general words.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The interface's texts.
    pub texts: &'a Texts,
    /// The cities.
    pub catalogue: Option<&'a Catalogue>,
    /// The stories.
    pub news: Option<&'a News>,
    /// The about page.
    pub about: Option<&'a About>,
}

impl Metadata {
    /// Describes a page.
    pub fn of(page: &Page, material: Material<'_>) -> Self {
        let texts = material.texts;
        let described = match page {
            Page::Story | Page::Report(_) => {
                let story = material.news.and_then(|news| story_of(news, page));
                story.map(|story| Self::new(&story.headline, &story.description))
            }
            Page::News => Some(Self::new(
                texts.get(Text::NewsTitle),
                texts.get(Text::NewsDescription),
            )),
            Page::About => material
                .about
                .map(|about| Self::new(&about.title, &about.description)),
            Page::Directory => Some(directory(texts, material.catalogue)),
            Page::City(slug) => material.catalogue.and_then(|catalogue| {
                let id = catalogue.directory.find(slug)?;
                Some(city(texts, catalogue, catalogue.directory.city(id)?))
            }),
            Page::Country(code) => material.catalogue.map(|catalogue| {
                let country = catalogue.directory.country_name(*code, texts.language());
                let count = catalogue.directory.of_country(*code).len();
                Self {
                    title: texts.fill(Text::CountryTitle, &[("country", country)]),
                    description: texts.plural(
                        Text::CountryDescription,
                        count,
                        &[("country", country)],
                    ),
                }
            }),
            Page::NotFound => Some(Self::new(
                texts.get(Text::NotFoundTitle),
                texts.get(Text::NotFoundText),
            )),
        };
        described.unwrap_or_else(|| {
            Self::new(texts.get(Text::SiteName), texts.get(Text::SiteDescription))
        })
    }

    /// Describes what is shown in the place of a page that has not been kept.
    pub fn of_not_kept(texts: &Texts) -> Self {
        Self::new(texts.get(Text::NotKeptTitle), texts.get(Text::NotKeptText))
    }

    /// The title with the site's name, as a browser's tab shows it.
    pub fn full_title(&self, texts: &Texts) -> String {
        let site = texts.get(Text::SiteName);
        if self.title == site {
            self.title.clone()
        } else {
            format!("{} – {site}", self.title)
        }
    }

    fn new(title: &str, description: &str) -> Self {
        Self {
            title: title.to_owned(),
            description: description.to_owned(),
        }
    }
}

fn directory(texts: &Texts, catalogue: Option<&Catalogue>) -> Metadata {
    let text = Text::DirectoryDescription;
    Metadata {
        title: texts.get(Text::DirectoryTitle).to_owned(),
        description: catalogue.map_or_else(
            || texts.get(text).to_owned(),
            |catalogue| with_figures(texts, text, catalogue),
        ),
    }
}

fn city(texts: &Texts, catalogue: &Catalogue, city: &City) -> Metadata {
    let country = catalogue
        .directory
        .country_name(city.country, texts.language());
    let joined = match city.joined() {
        Some(year) => texts.fill(Text::RowJoined, &[("year", &year.to_string())]),
        None => texts.get(Text::RowJoinedUnknown).to_owned(),
    };
    let places = [
        ("city", city.name.as_str()),
        ("country", country),
        ("joined", joined.as_str()),
    ];
    Metadata {
        title: texts.fill(Text::CityTitle, &places),
        description: texts.fill(Text::CityDescription, &places),
    }
}
