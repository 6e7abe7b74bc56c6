//! The stories of one language as a feed for news readers: Atom (RFC 4287).
//!
//! A story is announced by its title and its first paragraph, without any markup: a reader shows
//! plain text the same everywhere, and whoever wants more opens the page.

use std::fmt::Write;

use crate::markup::escape;

/// The site knows days and no hours; RFC 3339, which Atom's dates follow (3.3), asks for both.
const START_OF_DAY: &str = "T00:00:00Z";

/// What a feed says of itself, and its stories.
#[derive(Clone, Copy, Debug)]
pub struct Feed<'a> {
    /// The BCP 47 tag of the language that all texts are in.
    pub language: &'a str,
    /// The name of the site.
    pub title: &'a str,
    /// What the site is, in a sentence.
    pub subtitle: &'a str,
    /// The feed's own address; it is the feed's lasting name too.
    pub address: &'a str,
    /// The address of the page that says the same.
    pub home: &'a str,
    /// Who writes the stories.
    pub author: &'a str,
    /// On what terms they may be used, where that is known.
    pub rights: Option<&'a str>,
    /// The stories, newest first.
    pub entries: &'a [FeedEntry<'a>],
}

/// A story of a feed.
#[derive(Clone, Copy, Debug)]
pub struct FeedEntry<'a> {
    /// The address of its page, which never changes and so is its lasting name.
    pub address: &'a str,
    /// The headline.
    pub title: &'a str,
    /// The first paragraph, without markup.
    pub summary: &'a str,
    /// The day its page was first published, ISO 8601.
    pub published: &'a str,
    /// The day of its last change, ISO 8601.
    pub updated: &'a str,
}

/// The feed as an XML document. It was changed when the latest of its stories was.
pub fn feed(feed: &Feed<'_>) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        xml,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">",
        text(feed.language)
    );
    element(&mut xml, "id", feed.address);
    element(&mut xml, "title", feed.title);
    element(&mut xml, "subtitle", feed.subtitle);
    link(&mut xml, "self", "application/atom+xml", feed.address);
    link(&mut xml, "alternate", "text/html", feed.home);
    let changes = feed.entries.iter().map(|entry| entry.updated);
    element(
        &mut xml,
        "updated",
        &moment(changes.max().unwrap_or_default()),
    );
    let _ = writeln!(
        xml,
        "<author><name>{}</name><uri>{}</uri></author>",
        text(feed.author),
        text(feed.home)
    );
    if let Some(rights) = feed.rights {
        element(&mut xml, "rights", rights);
    }
    for entry in feed.entries {
        push_entry(&mut xml, entry);
    }
    xml.push_str("</feed>\n");
    xml
}

fn push_entry(xml: &mut String, entry: &FeedEntry<'_>) {
    xml.push_str("<entry>\n");
    element(xml, "id", entry.address);
    element(xml, "title", entry.title);
    link(xml, "alternate", "text/html", entry.address);
    element(xml, "published", &moment(entry.published));
    element(xml, "updated", &moment(entry.updated));
    element(xml, "summary", entry.summary);
    xml.push_str("</entry>\n");
}

fn element(xml: &mut String, name: &str, words: &str) {
    let _ = writeln!(xml, "<{name}>{}</{name}>", text(words));
}

fn link(xml: &mut String, relation: &str, kind: &str, address: &str) {
    let address = text(address);
    let _ = writeln!(
        xml,
        "<link rel=\"{relation}\" type=\"{kind}\" href=\"{address}\"/>"
    );
}

fn moment(day: &str) -> String {
    format!("{day}{START_OF_DAY}")
}

/// Text as it may stand in the document: XML 1.0 has no way to write most control characters, nor
/// the two noncharacters (2.2), and line ends mean nothing here.
fn text(words: &str) -> String {
    let allowed = words.chars().filter_map(|character| match character {
        '\t' | '\n' | '\r' => Some(' '),
        '\u{FFFE}' | '\u{FFFF}' => None,
        other => (!other.is_control()).then_some(other),
    });
    escape(&allowed.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use atom_syndication::Feed as ForeignFeed;
    use proptest::prelude::*;

    const ENTRY: FeedEntry<'_> = FeedEntry {
        address: "https://example.org/",
        title: "Two cities & a network",
        summary: "Both <joined>.",
        published: "2026-11-23",
        updated: "2026-12-01",
    };

    const FEED: Feed<'_> = Feed {
        language: "en",
        title: "Learning Cities",
        subtitle: "A directory.",
        address: "https://example.org/feed.xml",
        home: "https://example.org/",
        author: "Learning Cities",
        rights: Some("MIT"),
        entries: &[ENTRY],
    };

    #[test]
    fn a_feed_is_written_as_the_standard_shows_it() {
        assert_eq!(
            feed(&FEED),
            r#"<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>https://example.org/feed.xml</id>
<title>Learning Cities</title>
<subtitle>A directory.</subtitle>
<link rel="self" type="application/atom+xml" href="https://example.org/feed.xml"/>
<link rel="alternate" type="text/html" href="https://example.org/"/>
<updated>2026-12-01T00:00:00Z</updated>
<author><name>Learning Cities</name><uri>https://example.org/</uri></author>
<rights>MIT</rights>
<entry>
<id>https://example.org/</id>
<title>Two cities &amp; a network</title>
<link rel="alternate" type="text/html" href="https://example.org/"/>
<published>2026-11-23T00:00:00Z</published>
<updated>2026-12-01T00:00:00Z</updated>
<summary>Both &lt;joined&gt;.</summary>
</entry>
</feed>
"#
        );
    }

    #[test]
    fn a_foreign_reader_finds_the_story_with_its_days() {
        let read: ForeignFeed = feed(&FEED).parse().unwrap();
        assert_eq!(read.lang.as_deref(), Some("en"));
        assert_eq!(read.id, FEED.address);
        assert_eq!(read.authors[0].name, "Learning Cities");
        assert_eq!(read.rights.as_ref().unwrap().value, "MIT");
        let relations: Vec<&str> = read.links.iter().map(|link| link.rel.as_str()).collect();
        assert_eq!(relations, ["self", "alternate"]);
        let entry = &read.entries[0];
        assert_eq!(entry.id, ENTRY.address);
        assert_eq!(entry.title.value, ENTRY.title);
        assert_eq!(entry.summary.as_ref().unwrap().value, ENTRY.summary);
        assert_eq!(
            entry.published.unwrap().to_rfc3339(),
            "2026-11-23T00:00:00+00:00"
        );
        assert_eq!(entry.updated.to_rfc3339(), "2026-12-01T00:00:00+00:00");
    }

    #[test]
    fn terms_that_are_not_known_are_left_out() {
        let silent = Feed {
            rights: None,
            ..FEED
        };
        assert!(!feed(&silent).contains("rights"));
    }

    proptest! {
        #[test]
        fn any_title_is_read_back_by_a_foreign_reader(words in "[a-z]\\PC{0,40}[a-z]", noise in any::<String>()) {
            let entries = [FeedEntry { title: &words, summary: &noise, ..ENTRY }];
            let written = feed(&Feed { entries: &entries, ..FEED });
            prop_assert!(written.chars().all(|it| it == '\n' || !it.is_control()));
            let read: ForeignFeed = written.parse().unwrap();
            prop_assert_eq!(&read.entries[0].title.value, &words);
        }
    }
}
