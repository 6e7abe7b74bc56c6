//! What search engines and other programs are told of a page: JSON-LD 1.1 with the words of
//! schema.org. It says what the page says and nothing more; what is not known is left out.

mod dataset;
mod member_city;
mod story;
mod trail;

use serde_json::{Value, json};

use crate::app::Library;
use crate::domain::city::City;
use crate::domain::country::CountryCode;
use crate::i18n::texts::Text;
use crate::pages::news::story_of;
use crate::routes::{Asset, Page};
use crate::state::site::Site;

/// The vocabulary of every term used here.
const VOCABULARY: &str = "https://schema.org";

/// What pages are described from.
#[derive(Clone, Copy)]
pub struct StructuredData<'a> {
    /// Scheme and host of the published site, without a last slash.
    pub origin: &'a str,
    /// The site in the language of the pages.
    pub site: &'a Site,
    /// What the pages are written from.
    pub library: &'a Library,
}

impl StructuredData<'_> {
    /// The description of a page as the element that holds it; empty for a page of which there is
    /// nothing to say. Browsers run no such script, so no policy has to allow it.
    pub fn script(&self, page: &Page) -> String {
        let things = self.of(page);
        if things.is_empty() {
            return String::new();
        }
        let document = json!({ "@context": VOCABULARY, "@graph": things });
        format!(
            "<script type=\"application/ld+json\">{}</script>",
            harmless(&document)
        )
    }

    /// The things a page is about, and the way to it.
    pub fn of(&self, page: &Page) -> Vec<Value> {
        let mut things = match page {
            Page::Story | Page::Report(_) => {
                let story = story_of(&self.library.news, page);
                story.map_or_else(Vec::new, |story| self.story(page, story))
            }
            Page::Directory | Page::About => vec![self.dataset()],
            Page::City(slug) => self
                .find(slug)
                .map(|it| self.member_city(it))
                .into_iter()
                .collect(),
            Page::News | Page::Country(_) | Page::NotFound => Vec::new(),
        };
        things.extend(self.trail(page));
        things
    }

    /// The site as author and publisher; it has one identity in all languages.
    fn organization(&self) -> Value {
        json!({
            "@type": "Organization",
            "@id": self.absolute(&format!("{}#organization", self.site.base.as_str())),
            "name": self.text(Text::SiteName),
            "url": self.page(Page::Story),
        })
    }

    fn find(&self, slug: &str) -> Option<&City> {
        let directory = &self.library.catalogue.directory;
        directory.city(directory.find(slug)?)
    }

    fn country(&self, code: CountryCode) -> &str {
        let directory = &self.library.catalogue.directory;
        directory.country_name(code, self.site.language())
    }

    /// What stands for a city, on its page and wherever it is mentioned.
    fn city_id(&self, city: &City) -> String {
        format!("{}#city", self.page(Page::City(city.slug.clone())))
    }

    fn page(&self, page: Page) -> String {
        self.absolute(&self.site.href(page))
    }

    fn file(&self, asset: &Asset) -> String {
        self.absolute(&self.site.base.asset(asset))
    }

    fn absolute(&self, address: &str) -> String {
        format!("{}{address}", self.origin)
    }

    fn text(&self, text: Text) -> &str {
        self.site.texts.get(text)
    }
}

/// JSON that cannot end the script around it nor open a comment in it (HTML Living Standard,
/// 4.12.1.3): both begin with a sign that JSON can spell otherwise.
fn harmless(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests;
