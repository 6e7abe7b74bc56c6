//! What programs read of the site in one language: feed readers, calendars and search engines. It
//! is filled here from the story and the texts, and written down by the modules of each form.

use crate::app::Library;
use crate::content::inline::plain_text;
use crate::i18n::texts::Text;
use crate::markup::escape;
use crate::routes::{Asset, Page};
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

    /// The feed and the calendar file, each with its path below the base.
    ///
    /// # Errors
    /// Where the story's days are none.
    pub fn files(&self) -> Result<[(String, String); 2], PrerenderError> {
        let language = self.site.language();
        Ok([
            (Asset::Feed(language).path(), self.feed()),
            (Asset::Calendar(language).path(), self.calendar()?),
        ])
    }

    fn feed(&self) -> String {
        let texts = &self.site.texts;
        let story = &self.library.story;
        let home = self.absolute(&self.site.href(Page::Story));
        let summary = plain_text(&story.standfirst);
        let entry = FeedEntry {
            address: &home,
            title: &story.headline,
            summary: &summary,
            published: &story.first_published,
            updated: &story.updated,
        };
        feed(&Feed {
            language: self.site.language().tag(),
            title: texts.get(Text::SiteName),
            subtitle: texts.get(Text::SiteDescription),
            address: &self.file(&Asset::Feed(self.site.language())),
            home: &home,
            author: texts.get(Text::SiteName),
            rights: Some(RIGHTS),
            entries: &[entry],
        })
    }

    fn calendar(&self) -> Result<String, PrerenderError> {
        let story = &self.library.story;
        let language = self.site.language();
        let event = CalendarEvent {
            language: language.tag(),
            site: self.site.texts.get(Text::SiteName),
            id: &self.event_id(),
            name: self.event_name(),
            description: &plain_text(&story.standfirst),
            location: &self.location(),
            address: &self.absolute(&self.site.href(Page::Story)),
            day: &story.event_date,
            updated: &story.updated,
        };
        calendar(&event).ok_or_else(|| {
            let (day, updated) = (&story.event_date, &story.updated);
            PrerenderError::content(
                format!("public/{}", Asset::StoryText(language).path()),
                format!("event_date and updated: found \"{day}\" and \"{updated}\", expected days such as \"2024-05-19\""),
            )
        })
    }

    fn structured_data(&self) -> StructuredData<'a> {
        StructuredData {
            origin: self.origin,
            site: self.site,
            library: self.library,
            event_name: self.event_name(),
            published: &self.library.story.first_published,
        }
    }

    fn event_name(&self) -> &'a str {
        &self.library.story.event_name
    }

    /// The same in every language, so that a calendar which takes two of them keeps one event.
    fn event_id(&self) -> String {
        let host = self.origin.split_once("://");
        let host = host.map_or(self.origin, |(_, host)| host);
        format!("{}@{host}", self.library.story.event_date)
    }

    /// The place the story is reported from, with its country where the city is on record.
    fn location(&self) -> String {
        let place = &self.library.story.dateline;
        let data = self.structured_data();
        let Some(city) = data.city_of_event() else {
            return place.clone();
        };
        let directory = &self.library.catalogue.directory;
        let country = directory.country_name(city.country, self.site.language());
        let places = [("city", place.as_str()), ("country", country)];
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
    fn the_feed_of_the_site_announces_its_story() {
        let [(path, text), _] = with_site(|it| it.files().unwrap());
        assert_eq!(path, "feed.xml");
        let read: atom_syndication::Feed = text.parse().unwrap();
        assert_eq!(read.id, "https://example.org/repo/feed.xml");
        let entry = &read.entries[0];
        assert_eq!(entry.id, "https://example.org/repo/");
        assert!(entry.title.value.starts_with("Nanjing and Suzhou"));
        let summary = &entry.summary.as_ref().unwrap().value;
        assert!(summary.contains("in Nanjing on 19 May 2024"), "{summary}");
    }

    #[test]
    fn the_calendar_file_holds_the_event_in_its_city_and_country() {
        let [_, (path, text)] = with_site(|it| it.files().unwrap());
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
        let [(feed_path, feed), (event_path, event)] = chinese.files().unwrap();
        assert_eq!((&*feed_path, &*event_path), ("zh/feed.xml", "zh/event.ics"));
        assert!(feed.contains("xml:lang=\"zh\""));
        assert!(feed.contains("<id>https://example.org/zh/</id>"));
        assert!(event.contains("LOCATION;LANGUAGE=zh:中国Nanjing\r\n"));
        assert!(event.contains("UID:2024-05-19@example.org\r\n"));
        let head = chinese.head(&Page::City("nanjing".into()));
        assert!(head.contains("href=\"/zh/feed.xml\""));
        assert!(head.contains("\"name\":\"南京\""));
    }
}
