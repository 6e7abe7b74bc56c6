//! What programs read of the site in one language: feed readers, calendars and search engines. It
//! is filled here from the stories and the texts, and written down by the modules of each form.

use crate::app::Library;
use crate::content::article::{Event, Story};
use crate::content::inline::plain_text;
use crate::i18n::texts::Text;
use crate::markup::escape;
use crate::pages::news::story_page;
use crate::routes::{Asset, Page, Route};
use crate::state::site::Site;

use super::calendar::{CalendarEvent, calendar};
use super::error::PrerenderError;
use super::feed::{Feed, FeedEntry, feed};
use super::structured_data::StructuredData;

/// The licence of texts and drawings is that of the code, as the about page says.
const RIGHTS: &str = env!("CARGO_PKG_LICENSE");

/// What is offered to programs in one language.
#[derive(Clone, Copy)]
pub struct ForPrograms<'a> {
    /// Scheme and host of the published site, without a last slash.
    pub origin: &'a str,
    /// The site in the language.
    pub site: &'a Site,
    /// What the pages are written from.
    pub library: &'a Library,
}

impl<'a> ForPrograms<'a> {
    /// What stands in the head of a page: where the feed is, and what the page is about.
    pub fn head(&self, page: &Page) -> String {
        let texts = &self.site.texts;
        format!(
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"{}\">{}",
            escape(texts.get(Text::SiteName)),
            escape(&self.site.base.asset(&Asset::Feed(self.site.language()))),
            self.structured_data().script(page),
        )
    }

    /// The feed, and a calendar file for each story of an event, each with its path below the base.
    ///
    /// # Errors
    /// Where a story's days are none.
    pub fn files(&self) -> Result<Vec<(String, String)>, PrerenderError> {
        let feed = Asset::Feed(self.site.language());
        let mut files = vec![(feed.path(), self.feed())];
        for (slug, story) in self.library.news.newest_first() {
            if let Some(event) = story.event() {
                let route = Route::new(self.site.language(), story_page(slug));
                let calendar = self.calendar(slug, story, event)?;
                files.push((Asset::Calendar(route).path(), calendar));
            }
        }
        Ok(files)
    }

    fn feed(&self) -> String {
        let texts = &self.site.texts;
        let stories = self.library.news.newest_first();
        let announced: Vec<(String, String, &Story)> = stories
            .into_iter()
            .map(|(slug, story)| {
                let address = self.absolute(&self.site.href(story_page(slug)));
                (address, plain_text(&story.standfirst), story)
            })
            .collect();
        let entries: Vec<FeedEntry<'_>> = announced
            .iter()
            .map(|(address, summary, story)| FeedEntry {
                address,
                title: &story.headline,
                summary,
                published: &story.first_published,
                updated: &story.updated,
            })
            .collect();
        feed(&Feed {
            language: self.site.language().tag(),
            title: texts.get(Text::SiteName),
            subtitle: texts.get(Text::SiteDescription),
            address: &self.file(&Asset::Feed(self.site.language())),
            home: &self.absolute(&self.site.href(Page::News)),
            author: texts.get(Text::SiteName),
            rights: Some(RIGHTS),
            entries: &entries,
        })
    }

    fn calendar(
        &self,
        slug: Option<&str>,
        story: &Story,
        event: Event<'_>,
    ) -> Result<String, PrerenderError> {
        let language = self.site.language();
        let file = match slug {
            Some(slug) => Asset::ReportText(language, slug.to_owned()),
            None => Asset::StoryText(language),
        };
        let entry = CalendarEvent {
            language: language.tag(),
            site: self.site.texts.get(Text::SiteName),
            id: &self.event_id(slug, event),
            name: event.name,
            description: &plain_text(&story.standfirst),
            location: &self.location(story),
            address: &self.absolute(&self.site.href(story_page(slug))),
            day: event.day,
            updated: &story.updated,
        };
        calendar(&entry).ok_or_else(|| {
            let (day, updated) = (event.day, &story.updated);
            PrerenderError::content(
                format!("public/{}", file.path()),
                format!("event_date and updated: found \"{day}\" and \"{updated}\", expected days such as \"2024-05-19\""),
            )
        })
    }

    fn structured_data(&self) -> StructuredData<'a> {
        StructuredData {
            origin: self.origin,
            site: self.site,
            library: self.library,
        }
    }

    /// The same in every language, so that a calendar which takes two of them keeps one event; another
    /// for each story, since two may tell of one day.
    fn event_id(&self, slug: Option<&str>, event: Event<'_>) -> String {
        let host = self.origin.split_once("://");
        let host = host.map_or(self.origin, |(_, host)| host);
        let story = slug.map_or_else(String::new, |slug| format!("-{slug}"));
        format!("{}{story}@{host}", event.day)
    }

    /// The place the story is reported from, with its country where the city is on record.
    fn location(&self, story: &Story) -> String {
        let place = story.dateline.as_deref().unwrap_or_default();
        let data = self.structured_data();
        let Some(city) = data.city_of_event(story) else {
            return place.to_owned();
        };
        let directory = &self.library.catalogue.directory;
        let country = directory.country_name(city.country, self.site.language());
        let places = [("city", place), ("country", country)];
        self.site.texts.fill(Text::CityTitle, &places)
    }

    fn file(&self, asset: &Asset) -> String {
        self.absolute(&self.site.base.asset(asset))
    }

    fn absolute(&self, address: &str) -> String {
        format!("{}{address}", self.origin)
    }
}

#[cfg(test)]
mod tests {
    use super::super::material::Material;
    use super::*;
    use crate::domain::language::Language;
    use crate::i18n::texts::Texts;
    use crate::routes::Base;
    use std::path::Path;

    fn with_site<T>(test: impl FnOnce(&ForPrograms<'_>) -> T) -> T {
        let material = Material::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let edition = material.english().unwrap();
        let site = edition.site(&Base::new("/repo/"), "0");
        test(&ForPrograms {
            origin: "https://example.org",
            site: &site,
            library: &edition.library,
        })
    }

    #[test]
    fn the_feed_of_the_site_announces_every_story_the_newest_first() {
        let (path, text) = with_site(|it| it.files().unwrap()).remove(0);
        assert_eq!(path, "feed.xml");
        let read: atom_syndication::Feed = text.parse().unwrap();
        assert_eq!(read.id, "https://example.org/repo/feed.xml");
        let days: Vec<_> = read.entries.iter().map(|it| it.published).collect();
        assert!(
            days.is_sorted_by(|earlier, later| earlier >= later),
            "{days:?}"
        );
        let entries = read.entries.iter();
        let stories: Vec<&str> = entries.map(|it| it.id.as_str()).collect();
        assert_eq!(
            stories,
            [
                "https://example.org/repo/news/december-2025-admission/",
                "https://example.org/repo/"
            ]
        );
        let entry = &read.entries[1];
        assert!(entry.title.value.starts_with("Nanjing and Suzhou"));
        let summary = &entry.summary.as_ref().unwrap().value;
        assert!(summary.contains("in Nanjing on 19 May 2024"), "{summary}");
    }

    #[test]
    fn the_calendar_file_holds_the_event_in_its_city_and_country() {
        let files = with_site(|it| it.files().unwrap());
        let events: Vec<&(String, String)> = files.iter().skip(1).collect();
        assert_eq!(
            events.len(),
            1,
            "a story without an event has no calendar file"
        );
        let (path, text) = events[0];
        assert_eq!(path, "event.ics");
        let text = text.replace("\r\n ", "");
        for line in [
            "UID:2024-05-19@example.org\r\n",
            "DTSTAMP:20261123T000000Z\r\n",
            "DTSTART;VALUE=DATE:20240519\r\n",
            "LOCATION;LANGUAGE=en:Nanjing\\, China\r\n",
            "URL:https://example.org/repo/\r\n",
        ] {
            assert!(text.contains(line), "{line}{text}");
        }
    }

    #[test]
    fn two_stories_of_one_day_have_an_event_each() {
        let event = Event {
            name: "Launch",
            day: "2024-05-19",
        };
        let [lead, other] =
            [None, Some("other")].map(|slug| with_site(|it| it.event_id(slug, event)));
        assert_eq!(lead, "2024-05-19@example.org");
        assert_eq!(other, "2024-05-19-other@example.org");
    }

    #[test]
    fn the_head_names_the_feed_and_describes_the_page() {
        let head = with_site(|it| it.head(&Page::Story));
        assert!(head.starts_with(
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Learning Cities\" href=\"/repo/feed.xml\">"
        ));
        assert!(head.contains("\"@type\":\"NewsArticle\""));
        assert_eq!(head.matches("</script>").count(), 1);
        let missing = with_site(|it| it.head(&Page::NotFound));
        assert!(!missing.contains("<script"));
    }

    #[test]
    fn another_language_has_files_of_its_own_and_the_same_event() {
        let material = Material::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let texts = Texts::of_file(Language::Chinese, r#"{"city.title":"{country}{city}"}"#);
        let site = Site::new(Base::new("/"), texts, "0");
        let mut editions = material.editions.iter();
        let edition = editions.find(|it| it.language() == Language::Chinese);
        let library = Library {
            catalogue: edition.unwrap().library.catalogue.clone(),
            ..material.english().unwrap().library.clone()
        };
        let chinese = ForPrograms {
            origin: "https://example.org",
            site: &site,
            library: &library,
        };
        let files = chinese.files().unwrap();
        let [(feed_path, feed), (event_path, event)] = files.as_slice() else {
            panic!("{files:?}");
        };
        assert_eq!(
            (&**feed_path, &**event_path),
            ("zh/feed.xml", "zh/event.ics")
        );
        assert!(feed.contains("xml:lang=\"zh\""));
        assert!(feed.contains("<id>https://example.org/zh/</id>"));
        assert!(event.contains("LOCATION;LANGUAGE=zh:中国Nanjing\r\n"));
        assert!(event.contains("UID:2024-05-19@example.org\r\n"));
        let head = chinese.head(&Page::City("nanjing".into()));
        assert!(head.contains("href=\"/zh/feed.xml\""));
        assert!(head.contains("\"name\":\"南京\""));
    }
}
