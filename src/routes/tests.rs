//! Tests of the addresses.

use super::*;
use proptest::prelude::*;

fn english(page: Page) -> Route {
    Route::new(Language::English, page)
}

#[test]
fn only_web_addresses_become_links() {
    assert!(is_web_address("https://uil.unesco.org/"));
    for address in [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        " https://x",
        "",
    ] {
        assert!(!is_web_address(address), "{address}");
    }
}

#[test]
fn a_letter_carries_its_subject_and_text_whatever_stands_in_them() {
    assert_eq!(
        mail_href("A & B", "https://a.example/?q=é"),
        "mailto:?subject=A%20%26%20B&body=https%3A%2F%2Fa.example%2F%3Fq%3D%C3%A9"
    );
}

#[test]
fn every_page_has_the_address_of_the_contract() {
    let china = CountryCode::parse("CN").unwrap();
    for (page, path, file) in [
        (Page::Story, "", "index.html"),
        (Page::Directory, "cities/", "cities/index.html"),
        (
            Page::City("nanjing".into()),
            "cities/nanjing/",
            "cities/nanjing/index.html",
        ),
        (
            Page::Country(china),
            "countries/cn/",
            "countries/cn/index.html",
        ),
        (Page::News, "news/", "news/index.html"),
        (
            Page::Report("second".into()),
            "news/second/",
            "news/second/index.html",
        ),
        (Page::About, "about/", "about/index.html"),
        (Page::NotFound, "404.html", "404.html"),
    ] {
        assert_eq!(english(page.clone()).path(), path);
        assert_eq!(english(page).file(), file);
    }
}

#[test]
fn addresses_are_read_with_and_without_the_last_slash_or_the_file_name() {
    let base = Base::new("/");
    for path in [
        "/cities/nanjing/",
        "/cities/nanjing",
        "/cities/nanjing/index.html",
    ] {
        assert_eq!(base.parse(path), english(Page::City("nanjing".into())));
    }
}

#[test]
fn a_site_below_a_folder_reads_only_its_own_addresses() {
    let base = Base::new("/repo/");
    assert_eq!(base.parse("/repo/"), english(Page::Story));
    assert_eq!(base.parse("/repo"), english(Page::Story));
    assert_eq!(base.parse("/repo/about/"), english(Page::About));
    assert_eq!(base.parse("/about/"), english(Page::NotFound));
    assert_eq!(base.href(&english(Page::Directory)), "/repo/cities/");
}

#[test]
fn other_languages_stand_under_their_prefix_and_english_has_none() {
    let base = Base::new("/");
    let route = Route::new(Language::Arabic, Page::Directory);
    assert_eq!(base.href(&route), "/ar/cities/");
    assert_eq!(base.parse("/ar/cities/"), route);
    assert_eq!(base.parse("/en/cities/"), english(Page::NotFound));
}

#[test]
fn addresses_that_mean_nothing_are_not_found() {
    let base = Base::new("/");
    for path in [
        "/Cities/",
        "/cities/Nan jing/",
        "/countries/CN/",
        "/countries/qq/",
        "/a/b/c",
    ] {
        assert_eq!(base.parse(path).page, Page::NotFound, "{path}");
    }
}

#[test]
fn feed_event_and_card_stand_beside_the_story_of_their_language() {
    let base = Base::new("/repo/");
    for (asset, address) in [
        (Asset::Feed(Language::English), "/repo/feed.xml"),
        (Asset::Feed(Language::Chinese), "/repo/zh/feed.xml"),
        (Asset::Calendar(english(Page::Story)), "/repo/event.ics"),
        (
            Asset::EmbedCard(english(Page::Report("second".into()))),
            "/repo/news/second/embed.html",
        ),
        (
            Asset::Calendar(Route::new(Language::Arabic, Page::Story)),
            "/repo/ar/event.ics",
        ),
    ] {
        assert_eq!(base.asset(&asset), address);
    }
}

fn any_page() -> impl Strategy<Value = Page> {
    prop_oneof![
        Just(Page::Story),
        Just(Page::Directory),
        Just(Page::About),
        Just(Page::News),
        "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}".prop_map(Page::Report),
        "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}".prop_map(Page::City),
        prop::sample::select(vec!["CN", "FR", "KR", "XK"])
            .prop_map(|code| Page::Country(CountryCode::parse(code).unwrap())),
    ]
}

proptest! {
    #[test]
    fn a_written_address_reads_as_the_same_route(
        page in any_page(),
        language in prop::sample::select(Language::ALL.to_vec()),
        base in prop::sample::select(vec!["/", "/repo/", "/a/b/"]),
    ) {
        let base = Base::new(base);
        let route = Route::new(language, page);
        prop_assert_eq!(base.parse(&base.href(&route)), route);
    }

    #[test]
    fn any_path_reads_as_some_route(path in "\\PC{0,60}") {
        let _ = Base::new("/").parse(&path);
    }
}

#[test]
fn a_way_of_showing_stands_in_the_address_of_the_directory() {
    let base = Base::new("/repo/");
    let href = |address: &str| {
        let decoded = query_codec::decode(address);
        base.directory_shown_href(Language::English, &decoded.query, &decoded.display)
    };
    assert_eq!(href(""), "/repo/cities/");
    assert_eq!(href("like=nanjing"), "/repo/cities/?like=nanjing");
    assert_eq!(
        href("region=africa&compare=nanjing"),
        "/repo/cities/?region=africa&compare=nanjing"
    );
}
