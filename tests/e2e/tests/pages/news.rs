//! A further story is a file: its page, the list of stories, the feed and what goes with them follow.

use std::path::Path;

use learning_cities_e2e::page_facts::attributes;

use crate::languages::OTHERS;
use crate::site::{content, dist, document};

/// A further story without an event.
const REPORT: &str = "news/december-2025-admission/";

/// The folder of each language, as it begins an address.
fn folders() -> Vec<String> {
    let others = OTHERS.map(|language| format!("{language}/"));
    std::iter::once(String::new()).chain(others).collect()
}

#[test]
fn the_list_leads_to_every_story_the_newest_first() {
    for folder in folders() {
        let list = document(&format!("{folder}news/index.html"));
        let days = attributes(&list, ".news-list time", "datetime").unwrap();
        assert!(days.len() > 1, "{folder}");
        assert!(
            days.is_sorted_by(|earlier, later| earlier >= later),
            "{days:?}"
        );
        let links = attributes(&list, ".news-list a", "href").unwrap();
        for story in ["", REPORT] {
            let address = format!("/{folder}{story}");
            assert!(links.contains(&address), "{address}: {links:?}");
            let headline = content(&document(&format!("{folder}{story}index.html")), "h1");
            let listed = content(&list, ".news-list");
            assert!(listed.contains(&headline), "{headline}: {listed}");
        }
    }
}

#[test]
fn every_story_leads_to_the_others() {
    for folder in folders() {
        for (story, other) in [("", REPORT), (REPORT, "")] {
            let page = document(&format!("{folder}{story}index.html"));
            let links = attributes(&page, ".further a", "href").unwrap();
            assert!(links.contains(&format!("/{folder}{other}")), "{links:?}");
            assert!(!links.contains(&format!("/{folder}{story}")), "{links:?}");
        }
    }
}

#[test]
fn the_feed_holds_every_story_of_the_list() {
    for folder in folders() {
        let feed = dist().read(&format!("{folder}feed.xml")).unwrap();
        let list = document(&format!("{folder}news/index.html"));
        let links = attributes(&list, ".news-list a", "href").unwrap();
        assert_eq!(feed.matches("<entry>").count(), links.len());
        for link in links {
            assert!(feed.contains(&format!("{link}</id>")), "{link}");
        }
    }
}

#[test]
fn a_story_without_an_event_has_a_card_and_a_picture_and_no_calendar_file() {
    for folder in folders() {
        let page = document(&format!("{folder}{REPORT}index.html"));
        let root = dist();
        let is_there = |file: &str| Path::new(root.root()).join(file).is_file();
        assert!(is_there(&format!("{folder}{REPORT}embed.html")));
        assert!(!is_there(&format!("{folder}{REPORT}event.ics")));
        let links = attributes(&page, ".share a", "href").unwrap();
        assert!(
            links.iter().all(|link| !link.ends_with(".ics")),
            "{links:?}"
        );
        let picture = attributes(&page, "meta[property='og:image']", "content").unwrap();
        let name = picture[0].rsplit('/').next().unwrap();
        assert!(is_there(&format!("media/share/{name}")), "{picture:?}");
        assert!(name.starts_with("news-december-2025-admission-"), "{name}");
    }
}

#[test]
fn a_link_of_a_story_may_ask_the_directory_something() {
    for folder in folders() {
        let page = document(&format!("{folder}{REPORT}index.html"));
        let links = attributes(&page, ".story-body a", "href").unwrap();
        let asked = format!("/{folder}cities/?joined=2025");
        assert!(links.contains(&asked), "{links:?}");
    }
}
