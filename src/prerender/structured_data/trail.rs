//! The way from the home page to a page.

use serde_json::{Value, json};

use crate::i18n::texts::Text;
use crate::routes::Page;

use super::StructuredData;

impl StructuredData<'_> {
    /// The steps (schema.org `BreadcrumbList`); none for the home page, nor where there is no page.
    pub(super) fn trail(&self, page: &Page) -> Option<Value> {
        let home = (self.text(Text::SiteName), Page::Story);
        let directory = (self.text(Text::NavigationDirectory), Page::Directory);
        let news = (self.text(Text::NavigationNews), Page::News);
        let steps = match page {
            Page::Story | Page::NotFound => return None,
            Page::News => vec![home, news],
            Page::Report(slug) => {
                let story = self.library.news.report(slug)?;
                vec![home, news, (story.headline.as_str(), page.clone())]
            }
            Page::Directory => vec![home, directory],
            Page::About => vec![home, (self.text(Text::NavigationAbout), Page::About)],
            Page::Country(code) => {
                let country = (self.country(*code), page.clone());
                vec![home, directory, country]
            }
            Page::City(slug) => {
                let city = self.find(slug)?;
                let country = (self.country(city.country), Page::Country(city.country));
                vec![home, directory, country, (city.name.as_str(), page.clone())]
            }
        };
        let items = (1..).zip(steps).map(|(position, (name, page))| {
            json!({
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": self.page(page),
            })
        });
        Some(json!({ "@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>() }))
    }
}
