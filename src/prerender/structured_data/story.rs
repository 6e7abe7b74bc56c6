//! A story as a news article, and the event it reports.

use serde_json::{Value, json};

use crate::content::article::{Block, Event, Figure, Reference, Story};
use crate::content::inline::plain_text;
use crate::domain::city::City;
use crate::domain::language::Language;
use crate::routes::{Asset, Page};

use super::StructuredData;

impl StructuredData<'_> {
    /// A story, and its event if it reports of one.
    pub(super) fn story(&self, page: &Page, story: &Story) -> Vec<Value> {
        let event = story.event();
        let event = event.map(|event| self.event(page, story, event));
        let article = self.news_article(page, story);
        std::iter::once(article).chain(event).collect()
    }

    /// The story (schema.org `NewsArticle`). Its day of publication is that of its page and not that
    /// of the report it rests on.
    fn news_article(&self, page: &Page, story: &Story) -> Value {
        let address = self.page(page.clone());
        let (reports, others): (Vec<&Reference>, Vec<&Reference>) = story
            .sources
            .iter()
            .partition(|source| is_report(story, source));
        let images = story.body.iter().filter_map(|block| match block {
            Block::Figure(figure) => {
                Some(self.file(&Asset::Picture(picture(figure, self.site.language()))))
            }
            _ => None,
        });
        let cities = story.body.iter().filter_map(|block| match block {
            Block::FactBox { city } => self.find(city),
            _ => None,
        });
        let event = story.event().map(|_| json!({ "@id": self.event_id(page) }));
        let about: Vec<Value> = event
            .into_iter()
            .chain(cities.map(|city| self.mentioned_city(city)))
            .collect();
        let people = story.people.iter().map(
            |person| json!({ "@type": "Person", "name": person.name, "jobTitle": person.role }),
        );
        json!({
            "@type": "NewsArticle",
            "@id": self.article_id(page),
            "headline": story.headline,
            "description": story.description,
            "url": address,
            "mainEntityOfPage": { "@type": "WebPage", "@id": address },
            "inLanguage": self.site.language().tag(),
            "datePublished": story.first_published,
            "dateModified": story.updated,
            "author": self.organization(),
            "publisher": self.organization(),
            "image": images.collect::<Vec<_>>(),
            "about": about,
            "mentions": people.collect::<Vec<_>>(),
            "isBasedOn": reports.into_iter().map(work).collect::<Vec<_>>(),
            "citation": others.into_iter().map(work).collect::<Vec<_>>(),
        })
    }

    /// The event (schema.org `Event`). Who arranged it, when it began and whether it cost anything
    /// is not known.
    fn event(&self, page: &Page, story: &Story, event: Event<'_>) -> Value {
        json!({
            "@type": "Event",
            "@id": self.event_id(page),
            "name": event.name,
            "description": plain_text(&story.standfirst),
            "startDate": event.day,
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": self.location(story),
            "subjectOf": { "@id": self.article_id(page) },
        })
    }

    /// The city itself, because no hall is known.
    fn location(&self, story: &Story) -> Value {
        let place = story.dateline.as_deref().unwrap_or_default();
        match self.city_of_event(story) {
            Some(city) => json!({
                "@type": "Place",
                "@id": self.city_id(city),
                "name": place,
                "address": {
                    "@type": "PostalAddress",
                    "addressLocality": place,
                    "addressCountry": city.country.as_str(),
                },
            }),
            None => json!({ "@type": "Place", "name": place, "address": place }),
        }
    }

    /// The city on record that the story is reported from, among those it is about.
    pub fn city_of_event(&self, story: &Story) -> Option<&City> {
        let place = story.dateline.as_ref()?;
        let mut cities = story.body.iter().filter_map(|block| match block {
            Block::FactBox { city } => self.find(city),
            _ => None,
        });
        cities.find(|city| {
            let names = city.names.iter().map(|(_, name)| name);
            let others = city.aliases.iter().chain(&city.native_name);
            let others = others.chain(&city.recorded_name).chain(names);
            others.chain([&city.name]).any(|it| it == place)
        })
    }

    fn mentioned_city(&self, city: &City) -> Value {
        json!({
            "@type": "City",
            "@id": self.city_id(city),
            "name": city.name,
            "url": self.page(Page::City(city.slug.clone())),
        })
    }

    fn article_id(&self, page: &Page) -> String {
        format!("{}#article", self.page(page.clone()))
    }

    fn event_id(&self, page: &Page) -> String {
        format!("{}#event", self.page(page.clone()))
    }
}

/// Whether a source is the report retold, if one is: the one that came out on the day the story gives
/// for it.
fn is_report(story: &Story, source: &Reference) -> bool {
    source.date.is_some() && source.date == story.published
}

fn picture(figure: &Figure, language: Language) -> String {
    let drawing = || figure.drawing.file_name(language);
    figure.picture.clone().unwrap_or_else(drawing)
}

/// A source. Its publisher stands in words that may say more than a name, so it is a credit.
fn work(source: &Reference) -> Value {
    let mut work = json!({
        "@type": "CreativeWork",
        "name": source.label,
        "creditText": source.publisher,
    });
    if let Some(members) = work.as_object_mut() {
        for (key, value) in [("datePublished", &source.date), ("url", &source.url)] {
            if let Some(value) = value {
                members.insert(key.to_owned(), json!(value));
            }
        }
    }
    work
}
