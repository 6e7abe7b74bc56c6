//! Addresses that nobody should send, and some that other versions once did.

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::engine::Engine;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::records::{Records, text};
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, STATE, number_of, slugs};

/// A query, with what the notice about it names.
type Case = (&'static str, &'static [&'static str]);

/// All cities are shown, and what means nothing is named.
const MEANINGLESS: [Case; 22] = [
    ("?colour=red&size=xl", &["colour=red", "size=xl"]),
    ("?view=globe", &["view=globe"]),
    ("?view=", &["view="]),
    ("?view=TABLE", &["view=TABLE"]),
    ("?sort=random", &["sort=random"]),
    ("?at=NaN", &["at=NaN"]),
    ("?at=NaN,NaN,NaN", &["at=NaN,NaN,NaN"]),
    ("?at=91,181,1e9", &["at=91,181,1e9"]),
    ("?at=99999999999999999999,0,1", &["at=99999999999999999999"]),
    (
        "?only=%3Cscript%3Ealert(1)%3C/script%3E",
        &["only=<script>alert(1)</script>"],
    ),
    ("?only=../../etc/passwd", &["only=../../etc/passwd"]),
    (
        "?compare=nanjing,cork,aswan,beijing,suzhou,abuja",
        &["compare=suzhou", "compare=abuja"],
    ),
    (
        "?compare=%22%3E%3Cimg%20src=x%20onerror=window.wasRun=1%3E",
        &["compare=\"><img"],
    ),
    ("?like=a%20b", &["like=a b"]),
    ("?like=nanjing&by=stars", &["by=stars"]),
    (
        "?joined=0000&joined=-1&joined=99999999999",
        &["joined=0000", "joined=-1", "joined=99999999999"],
    ),
    ("?country=%FF&region=%C3%28", &["country=", "region="]),
    (
        "?__proto__=1&constructor=2&toString=3",
        &["__proto__=1", "constructor=2", "toString=3"],
    ),
    ("?sort=country&sort=near", &["sort=near"]),
    ("?COUNTRY=cn", &["COUNTRY=cn"]),
    (
        "?page=2&filter[country]=cn",
        &["page=2", "filter[country]=cn"],
    ),
    ("?region=africa;drop%20table", &["region=africa;drop table"]),
];

/// Nothing is named, because nothing is lost.
const HARMLESS: [&str; 8] = [
    "?",
    "?&&&",
    "?q=",
    "?q=%20%09%0A",
    "?view=list&view=list&sort=name",
    "?only=",
    "?compare=,,,",
    "?at=0,0,1",
];

/// Texts that no city has.
const TEXTS: [&str; 6] = [
    ".*+?^${}()|[]\\",
    "%00%01%FF",
    "%E2%80%AEgnijnaN",
    "'; DROP TABLE cities; --",
    "{city}{count}",
    "%F0%9F%8F%99%EF%B8%8F",
];

/// The notice about parts of the address.
const DROPPED: &str = "main [data-notice=address]";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(what_means_nothing_is_named_and_the_rest_is_shown),
        journey!(an_address_that_says_nothing_is_no_mistake),
        journey!(a_text_that_is_no_name_is_answered),
        journey!(a_city_that_is_not_on_record_does_no_harm),
    ]
}

async fn what_means_nothing_is_named_and_the_rest_is_shown(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    for (query, named) in MEANINGLESS {
        browser
            .open_live(&site.url(&format!("cities/{query}")))
            .await?;
        expect_life(&browser, query, 365).await?;
        assert!(browser.is_shown(DROPPED).await?, "{query}: no notice");
        let notice: String = browser
            .read(&format!("document.querySelector('{DROPPED}').textContent"))
            .await?;
        for part in named {
            assert!(notice.contains(part), "{query}: {part} is not in {notice}");
        }
    }
    assert!(browser.read::<bool>("window.wasRun === undefined").await?);
    Ok(())
}

async fn an_address_that_says_nothing_is_no_mistake(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    for query in HARMLESS {
        browser
            .open_live(&site.url(&format!("cities/{query}")))
            .await?;
        expect_life(&browser, query, 365).await?;
        assert!(!browser.is_shown(DROPPED).await?, "{query}");
    }
    let chinese = Records::bundled()?.slugs(|record| text(record, "iso2") == "CN");
    let query = "?country=CN&country=cn&country=cn";
    browser
        .open_live(&site.url(&format!("cities/{query}")))
        .await?;
    expect_life(&browser, query, chinese.len()).await?;
    assert!(!browser.is_shown(DROPPED).await?, "a code in capitals");
    Ok(())
}

async fn a_text_that_is_no_name_is_answered(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let endless = "x".repeat(6_000);
    for typed in TEXTS.into_iter().chain([&*endless]) {
        browser
            .open_live(&site.url(&format!("cities/?q={typed}")))
            .await?;
        browser
            .wait_for_value(COUNT, slugs(&browser).await?.len())
            .await?;
        let found: usize = browser.read(COUNT).await?;
        expect_life(&browser, typed, found).await?;
        let ways_out: u32 = browser.read(&number_of("[data-suggest]")).await?;
        assert_eq!(found == 0, ways_out > 0, "{typed}");
    }
    Ok(())
}

async fn a_city_that_is_not_on_record_does_no_harm(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let crowd = (0..120)
        .map(|number| format!("city-{number}"))
        .collect::<Vec<_>>()
        .join(",");
    for (query, wanted) in [
        ("only=atlantis".to_owned(), 0),
        ("only=atlantis,nanjing,NANJING".to_owned(), 1),
        (format!("only={crowd}"), 0),
        ("like=atlantis".to_owned(), 365),
        ("compare=atlantis".to_owned(), 365),
    ] {
        browser
            .open_live(&site.url(&format!("cities/?{query}")))
            .await?;
        expect_life(&browser, &query, wanted).await?;
        let ways_out: u32 = browser.read(&number_of("[data-suggest]")).await?;
        assert_eq!(wanted == 0, ways_out > 0, "{query}");
    }
    browser
        .open_live(&site.url(&format!("cities/?only={crowd}")))
        .await?;
    assert!(browser.text(DROPPED).await?.contains("only=city-119"));
    browser.click("[data-suggest]").await?;
    browser.wait_for_value(COUNT, 365).await
}

/// So many cities are shown, nothing is styled by attributes, nothing failed, and the page answers.
async fn expect_life(browser: &Browser, query: &str, wanted: usize) -> Outcome {
    browser.wait_for_value(COUNT, wanted).await?;
    assert_eq!(slugs(browser).await?.len(), wanted, "{query}");
    let styled: u32 = browser.read(&number_of("[style]")).await?;
    assert_eq!(styled, 0, "{query}: elements with a style attribute");
    let press = "document.querySelector('[data-view=table]').click()";
    browser.run::<()>(press, Vec::new()).await?;
    browser
        .wait_for_value(&number_of(".city-table tbody [data-city]"), wanted)
        .await?;
    assert_eq!(browser.read::<String>(STATE).await?, "ready", "{query}");
    if browser.engine() == Engine::Chromium {
        assert_eq!(browser.console_errors().await?, [""; 0], "{query}");
    }
    Ok(())
}
