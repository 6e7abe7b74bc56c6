//! The files that stand beside the pages, and how each is spelled in an address.

use crate::domain::language::Language;

use super::{Route, beside_home};

/// The folder of a language in which the further stories stand.
pub const REPORTS: &str = "news";

/// A file that stands beside the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asset {
    /// The bundled directory file.
    Cities,
    /// The directory as comma-separated values.
    CitiesTable,
    /// The directory as GeoJSON.
    CitiesMap,
    /// The JSON Schema of the directory file.
    CitiesSchema,
    /// One city's whole record.
    CityRecord(String),
    /// The countries and their names.
    Countries,
    /// What only a city's own page shows.
    Profiles,
    /// Where the facts come from.
    Sources,
    /// The network's published totals.
    Network,
    /// What was announced of each admission, for the timeline.
    AdmissionNotes(Language),
    /// The texts of the directory's program.
    ProgramText(Language),
    /// The texts of all other pages.
    PageText(Language),
    /// The launch story's text.
    StoryText(Language),
    /// The text of a further story.
    ReportText(Language, String),
    /// The about page's text.
    AboutText(Language),
    /// A picture.
    Picture(String),
    /// The land below the live map.
    Land,
    /// The icon of the site.
    Icon,
    /// The web app manifest.
    Manifest,
    /// The list of addresses for search engines.
    Sitemap,
    /// The stories as an Atom feed.
    Feed(Language),
    /// A story's event as a calendar file.
    Calendar(Route),
    /// A story as a card for frames on other sites.
    EmbedCard(Route),
}

impl Asset {
    /// What the directory's program cannot start without: the cities, the countries, the texts.
    pub fn of_the_program(language: Language) -> [Self; 3] {
        [Self::Cities, Self::Countries, Self::ProgramText(language)]
    }

    /// The path below the base, without a leading slash.
    pub fn path(&self) -> String {
        match self {
            Self::Cities => "data/cities.json".to_owned(),
            Self::CitiesTable => "data/cities.csv".to_owned(),
            Self::CitiesMap => "data/cities.geojson".to_owned(),
            Self::CitiesSchema => "data/cities.schema.json".to_owned(),
            Self::CityRecord(slug) => format!("data/cities/{slug}.json"),
            Self::Countries => "data/countries.json".to_owned(),
            Self::Profiles => "data/profiles.json".to_owned(),
            Self::Sources => "data/sources.json".to_owned(),
            Self::Network => "data/network.json".to_owned(),
            Self::AdmissionNotes(language) => format!("data/admissions.{}.json", language.tag()),
            Self::ProgramText(language) => format!("content/{}/program.json", language.tag()),
            Self::PageText(language) => format!("content/{}/pages.json", language.tag()),
            Self::StoryText(language) => format!("content/{}/story.json", language.tag()),
            Self::ReportText(language, slug) => {
                format!("content/{}/{REPORTS}/{slug}.json", language.tag())
            }
            Self::AboutText(language) => format!("content/{}/about.json", language.tag()),
            Self::Picture(name) => format!("media/{name}"),
            Self::Land => "map/land.svg".to_owned(),
            Self::Icon => "icons/icon.svg".to_owned(),
            Self::Manifest => "manifest.webmanifest".to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::Feed(language) => beside_home(*language, "feed.xml"),
            Self::Calendar(story) => format!("{}event.ics", story.path()),
            Self::EmbedCard(story) => format!("{}embed.html", story.path()),
        }
    }
}
