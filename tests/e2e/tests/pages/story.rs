//! The story keeps the facts of its source and none of its misprints.

use scraper::Selector;

use crate::languages::OTHERS;
use crate::site::{content, dist, document};

const FILE: &str = "index.html";

/// Names, dates, figures and the address, as they are.
const FACTS: [&str; 14] = [
    "Nanjing",
    "Suzhou",
    "Stefania Giannini",
    "Raúl Valdés-Cotera",
    "Robert Parua",
    "Sun Baijun",
    "Ji Jing",
    "Cao Yumei",
    "19 May 2024",
    "8 June 2024",
    "February 2024",
    "nearly 300",
    "Learned, Liberal, and Love",
    "Changsha",
];

/// What the source misspells; only the section on what it disagrees about may quote it.
const MISPRINTS: [&str; 3] = ["Stephania", "Reginal", "GLCN"];

#[test]
fn the_story_states_the_facts() {
    let story = content(&document(FILE), "main");
    let missing: Vec<_> = FACTS
        .iter()
        .filter(|fact| !story.contains(**fact))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_storys_misprints_are_corrected_except_where_they_are_discussed() {
    let document = document(FILE);
    let all = content(&document, "main");
    let discussed = content(&document, "[aria-labelledby=disagreements]");
    assert!(!discussed.is_empty());
    for misprint in MISPRINTS {
        let (everywhere, there) = (
            all.matches(misprint).count(),
            discussed.matches(misprint).count(),
        );
        assert_eq!(
            everywhere, there,
            "{misprint} stands outside the discussion"
        );
    }
}

#[test]
fn the_story_links_to_the_two_cities_and_the_directory() {
    let links =
        learning_cities_e2e::page_facts::attributes(&document(FILE), "main a", "href").unwrap();
    for wanted in ["/cities/nanjing/", "/cities/suzhou/", "/cities/"] {
        assert!(links.iter().any(|link| link == wanted), "{wanted}");
    }
}

#[test]
fn every_picture_has_words_size_and_an_honest_caption() {
    let document = document(FILE);
    let of = |name: &str| {
        learning_cities_e2e::page_facts::attributes(&document, "main figure img", name).unwrap()
    };
    assert_eq!(of("alt").len(), 2, "the source has two pictures");
    for (alt, (width, height)) in of("alt")
        .iter()
        .zip(of("width").into_iter().zip(of("height")))
    {
        assert!(alt.len() > 20, "{alt:?}");
        assert!(
            width.parse::<u32>().is_ok() && height.parse::<u32>().is_ok(),
            "{width}×{height}"
        );
    }
}

#[test]
fn the_card_for_other_sites_is_text_and_one_link_out_of_its_frame() {
    for folder in ["".to_owned()]
        .into_iter()
        .chain(OTHERS.map(|language| format!("{language}/")))
    {
        let card = dist().read(&format!("{folder}embed.html")).unwrap();
        assert!(!card.contains("<script"), "{folder}: a script");
        assert!(
            card.contains("noindex"),
            "{folder}: search engines take it for a page"
        );
        let card = scraper::Html::parse_document(&card);
        let links = Selector::parse("body a").unwrap();
        let links: Vec<_> = card
            .select(&links)
            .map(|link| (link.value().attr("href"), link.value().attr("target")))
            .collect();
        let story = format!("/{folder}");
        assert_eq!(links, [(Some(story.as_str()), Some("_top"))]);
        let page = document(&format!("{folder}index.html"));
        let headline = content(&page, "h1");
        assert_eq!(content(&card, "h1"), headline);
        let offered = content(&page, ".share");
        assert!(
            offered.contains(&format!("{folder}embed.html\"")),
            "{offered}"
        );
    }
}
