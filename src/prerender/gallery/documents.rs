//! The specimens of what frames every page, of the story, and of the other documents.

use super::specimen::{Origin, Put, Specimen};

/// The root element says that the program could not start; here each specimen says so for itself.
const FAILED: &[Put] = &[("", "data-app", Some("failed"))];

/// What frames every page.
pub(super) const FRAME: &[Specimen] = &[
    Specimen::of("site-header", Origin::About, &["header.site-header"])
        .showing(&["shell", "language_switch"])
        .everywhere(),
    Specimen::of("skip-link", Origin::About, &["a.skip-link"]).focused(".skip-link"),
    Specimen::of("language-offered", Origin::About, &["nav.languages"]).with(&[(
        "a[hreflang=zh]",
        "data-invited",
        Some(""),
    )]),
    Specimen::of("language-focused", Origin::About, &["nav.languages"]).focused("a[hreflang=fr]"),
    Specimen::of("site-footer", Origin::About, &["footer.site-footer"]),
    Specimen::of(
        "notice-page-failed",
        Origin::About,
        &["div[data-notice=failed]"],
    )
    .showing(&["notice"])
    .with(FAILED),
    // The script that offers a new version makes its notice of the same parts.
    Specimen::of("notice-update", Origin::About, &["div[data-notice=failed]"]).with(&[
        (".notice", "data-notice", None),
        (".notice", "data-update", Some("")),
    ]),
    Specimen::of("not-found", Origin::NotFound, &["div.page"]),
    Specimen::of("button-focused", Origin::NotFound, &["form.search-form"]).focused("button"),
];

/// The story.
pub(super) const STORY: &[Specimen] = &[
    Specimen::of("story-header", Origin::Story, &["header.story-header"]).showing(&["rich_text"]),
    Specimen::of("key-points", Origin::Story, &["section.key-points"]),
    Specimen::of("contents", Origin::Story, &["nav.contents"]).only_at(1280),
    Specimen::of("prose", Origin::Prose, &["div.story-body"])
        .showing(&["block"])
        .everywhere(),
    Specimen::of("quote", Origin::Story, &["figure.pull-quote"]).everywhere(),
    Specimen::of(
        "figure-drawing",
        Origin::Story,
        &["figure.figure[id=network-map]"],
    )
    .showing(&["figure"]),
    Specimen::of(
        "figure-picture",
        Origin::Story,
        &["figure.figure[id=two-cities]"],
    ),
    Specimen::of("fact-box", Origin::Story, &["aside.fact-box"])
        .showing(&["fact_box", "native_name"])
        .everywhere(),
    Specimen::of("note", Origin::Story, &["aside.note"]),
    Specimen::of("people", Origin::Story, &["dl.people"]),
    Specimen::of(
        "moments",
        Origin::Story,
        &["section.story-part[aria-labelledby=timeline]"],
    )
    .everywhere(),
    Specimen::of("disagreements", Origin::Story, &["dl.disagreements"]),
    Specimen::of(
        "story-sources",
        Origin::Story,
        &["section.story-part[aria-labelledby=sources]"],
    )
    .showing(&["source_list"]),
    Specimen::of("share", Origin::Story, &["section.share"])
        .showing(&["share"])
        .with(&[
            ("[data-share]", "hidden", None),
            ("details:nth-of-type(2)", "open", Some("")),
        ]),
    Specimen::of("further", Origin::Story, &["nav.further"]),
    Specimen::of("news-list", Origin::News, &["ol.news-list"]),
    Specimen::of("embed-card", Origin::Card, &["main.embed-card"]),
];

/// Cities, countries, and the about page.
pub(super) const RECORDS: &[Specimen] = &[
    Specimen::of(
        "city-name",
        Origin::City("medina"),
        &["p.kicker", "h1", "p.city-native"],
    ),
    Specimen::of("doubt", Origin::City("abuja"), &["p.doubt"]),
    Specimen::of("facts", Origin::City("cork"), &["section.facts"]),
    Specimen::of("known-for", Origin::City("nanjing"), &["section.known-for"]),
    Specimen::of("link-list", Origin::Country("ie"), &["section.link-list"])
        .showing(&["link_list"]),
    Specimen::of("peer-list", Origin::City("cork"), &["section.peer-list"]).showing(&["peer_list"]),
    Specimen::of(
        "city-sources",
        Origin::City("nanjing"),
        &["section.sources"],
    ),
    Specimen::of("error-report", Origin::City("nanjing"), &["p.report"]).showing(&["error_report"]),
    Specimen::of("about-heading", Origin::About, &["h2"]),
    Specimen::of("document-table", Origin::About, &["div.table-box"]).showing(&["document_table"]),
    Specimen::of("code", Origin::About, &["pre.code"]),
];
