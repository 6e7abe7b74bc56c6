//! The site's addresses: the only place that knows how a page is spelled in a URL.
//!
//! Every address is total in both directions: a route writes its path, and any path reads as a
//! route (the unknown ones as [`Page::NotFound`]). Other languages stand under a prefix of their
//! own; the pages below it are the same.

mod asset;
mod offline_file;
mod prefilled;

use crate::domain::country::CountryCode;
use crate::domain::display::Display;
use crate::domain::language::Language;
use crate::domain::query::Query;
use crate::domain::query_codec;
use crate::domain::slugs::is_slug;
pub use prefilled::{CorrectionAddress, mail_href};

pub use asset::{Asset, REPORTS};
pub use offline_file::OfflineFile;

/// The folder a site is served from: starts and ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

/// A page, without its language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Page {
    /// The launch story.
    Story,
    /// All stories, newest first.
    News,
    /// A further story, by its slug.
    Report(String),
    /// The directory of member cities.
    Directory,
    /// One member city, by its slug.
    City(String),
    /// The members of one country.
    Country(CountryCode),
    /// Sources, method, totals, licences.
    About,
    /// Nothing stands at the address.
    NotFound,
}

/// A page in a language: what an address of this site means.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Route {
    /// The language the page is written in.
    pub language: Language,
    /// The page.
    pub page: Page,
}

/// Whether an address is one of the web. Data may hold any text; only web addresses become links.
pub fn is_web_address(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// Whether a text is the origin of a published site: scheme and host, without a last slash.
pub fn is_origin(text: &str) -> bool {
    let schemes = ["https://", "http://"];
    let host = schemes.iter().find_map(|scheme| text.strip_prefix(scheme));
    host.is_some_and(|host| !host.is_empty() && !host.contains('/'))
}

impl Base {
    /// Reads a public URL or path as Trunk gives it; whatever is missing of its slashes is added.
    ///
    /// ```
    /// use learning_cities::routes::Base;
    /// assert_eq!(Base::new("repo").as_str(), "/repo/");
    /// assert_eq!(Base::new("").as_str(), "/");
    /// ```
    pub fn new(path: &str) -> Self {
        let inner = path.trim_matches('/');
        if inner.is_empty() {
            Self("/".to_owned())
        } else {
            Self(format!("/{inner}/"))
        }
    }

    /// The base with both its slashes.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The base as the router wants it: without the last slash, empty at the root.
    pub fn router_prefix(&self) -> &str {
        self.0.strip_suffix('/').unwrap_or_default()
    }

    /// The address of a page, as a link carries it.
    pub fn href(&self, route: &Route) -> String {
        format!("{}{}", self.0, route.path())
    }

    /// The address of the directory with a query.
    pub fn directory_href(&self, language: Language, query: &Query) -> String {
        self.directory_shown_href(language, query, &Display::default())
    }

    /// The address of the directory with a query and how it is shown.
    pub fn directory_shown_href(
        &self,
        language: Language,
        query: &Query,
        display: &Display,
    ) -> String {
        let path = self.href(&Route::new(language, Page::Directory));
        let query = query_codec::encode_shown(query, display);
        if query.is_empty() {
            path
        } else {
            format!("{path}?{query}")
        }
    }

    /// The address of a file.
    pub fn asset(&self, asset: &Asset) -> String {
        format!("{}{}", self.0, asset.path())
    }

    /// Reads the path of an address (percent-encoded or not) as a route.
    pub fn parse(&self, path: &str) -> Route {
        match path.strip_prefix(self.as_str()) {
            Some(rest) => Route::parse(rest),
            None if path == self.router_prefix() => Route::new(Language::English, Page::Story),
            None => Route::new(Language::English, Page::NotFound),
        }
    }
}

impl Page {
    /// Whether a story stands there.
    pub fn is_story(&self) -> bool {
        matches!(self, Self::Story | Self::Report(_))
    }
}

impl Route {
    /// A page in a language.
    pub fn new(language: Language, page: Page) -> Self {
        Self { language, page }
    }

    /// The path below the base, without a leading slash: a folder, or `404.html`.
    pub fn path(&self) -> String {
        let page = match &self.page {
            Page::Story => String::new(),
            Page::News => "news/".to_owned(),
            Page::Report(slug) => format!("news/{slug}/"),
            Page::Directory => "cities/".to_owned(),
            Page::City(slug) => format!("cities/{slug}/"),
            Page::Country(code) => format!("countries/{}/", code.to_lower()),
            Page::About => "about/".to_owned(),
            Page::NotFound => "404.html".to_owned(),
        };
        match self.language {
            Language::English => page,
            other => format!("{}/{page}", other.tag()),
        }
    }

    /// The file that answers at the path on a plain static host.
    pub fn file(&self) -> String {
        let path = self.path();
        if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path
        }
    }

    fn parse(path: &str) -> Self {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let mut segments = path
            .split('/')
            .filter(|segment| !segment.is_empty())
            .peekable();
        let language = segments
            .peek()
            .and_then(|tag| Language::from_tag(tag))
            .filter(|language| *language != Language::English);
        if language.is_some() {
            segments.next();
        }
        let segments: Vec<&str> = segments.collect();
        let page = match segments.as_slice() {
            [] => Page::Story,
            ["news"] => Page::News,
            ["news", slug] if is_slug(slug) => Page::Report((*slug).to_owned()),
            ["cities"] => Page::Directory,
            ["cities", slug] if is_slug(slug) => Page::City((*slug).to_owned()),
            ["countries", code] if code.chars().all(|c| c.is_ascii_lowercase()) => {
                CountryCode::parse(code).map_or(Page::NotFound, Page::Country)
            }
            ["about"] => Page::About,
            _ => Page::NotFound,
        };
        Self::new(language.unwrap_or(Language::English), page)
    }
}

/// A file in the folder of a language's launch story.
fn beside_home(language: Language, name: &str) -> String {
    format!("{}{name}", Route::new(language, Page::Story).path())
}

#[cfg(test)]
mod tests;
