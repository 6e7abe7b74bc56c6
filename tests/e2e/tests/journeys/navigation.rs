//! Going from page to page, with the mouse and with the keyboard alone.

use fantoccini::key::Key;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, QUERY, SEARCH, SLUGS, slugs};

/// So far from the place it left, a reader still finds the line.
/// Rows that were never on the screen have a height that is only estimated.
const TOLERANCE_PX: f64 = 100.0;

/// More presses of Tab than any way on the first screen needs.
const MANY_TABS: usize = 40;

/// Where the row that the reader has left stands on the screen.
const ROW_TOP: &str = "document.querySelector('[data-city=nanjing]').getBoundingClientRect().top";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(back_from_a_city_returns_to_the_same_list_at_the_same_place),
        journey!(back_takes_choices_back_one_by_one),
        journey!(the_keyboard_alone_finds_and_opens_a_city),
        journey!(a_missing_page_searches_the_directory),
    ]
}

async fn back_from_a_city_returns_to_the_same_list_at_the_same_place(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?region=asia-and-the-pacific"))
        .await?;
    browser.wait_for(&format!("{COUNT} < 365")).await?;
    let listed = slugs(&browser).await?;
    browser
        .run::<()>(
            "document.querySelector('[data-city=nanjing]').scrollIntoView({block: 'center'})",
            Vec::new(),
        )
        .await?;
    let scrolled: f64 = browser.read("scrollY").await?;
    assert!(scrolled > 500.0, "the list is too short: {scrolled}");
    let left: f64 = browser.read(ROW_TOP).await?;
    browser.click("[data-city=nanjing] a").await?;
    browser.wait_for("location.pathname.endsWith('/cities/nanjing/') && document.querySelector('main h1')?.textContent === 'Nanjing'").await?;
    browser
        .wait_for("document.title.startsWith('Nanjing')")
        .await?;
    browser.wait_for_value("Math.round(scrollY)", 0).await?;
    browser.back().await?;
    browser
        .wait_for_value(QUERY, "?region=asia-and-the-pacific")
        .await?;
    browser.wait_for_value(SLUGS, listed).await?;
    browser
        .wait_for(&format!("Math.abs({ROW_TOP} - {left}) < {TOLERANCE_PX}"))
        .await
}

async fn back_takes_choices_back_one_by_one(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    browser
        .point_at("main input[name=country][value=cn]")
        .await?;
    browser.wait_for_value(QUERY, "?country=cn").await?;
    let one = browser.read::<u32>(COUNT).await?;
    browser
        .point_at("main input[name=country][value=fr]")
        .await?;
    browser
        .wait_for_value(QUERY, "?country=cn&country=fr")
        .await?;
    assert!(browser.read::<u32>(COUNT).await? > one);
    browser.back().await?;
    browser.wait_for_value(COUNT, one).await?;
    browser
        .wait_for("!document.querySelector('main input[value=fr]').checked")
        .await?;
    browser.back().await?;
    browser.wait_for_value(COUNT, 365).await?;
    browser
        .wait_for("!document.querySelector('main input[value=cn]').checked")
        .await
}

async fn the_keyboard_alone_finds_and_opens_a_city(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.press_key(Key::Tab).await?;
    let first: String = browser
        .read("document.activeElement.getAttribute('href') ?? ''")
        .await?;
    assert_eq!(first, "#main", "the first stop is the way past the header");
    assert!(browser.is_shown(".skip-link").await?);
    tab_until(
        &browser,
        &format!("document.activeElement.matches('{SEARCH}')"),
    )
    .await?;
    browser.press("nanking").await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "nanjing")
        .await?;
    browser.press_key(Key::Enter).await?;
    browser.wait_for_value(QUERY, "?q=nanking").await?;
    tab_until(
        &browser,
        "document.activeElement.closest('[data-city=nanjing]') !== null",
    )
    .await?;
    browser.press_key(Key::Enter).await?;
    browser
        .wait_for("location.pathname.endsWith('/cities/nanjing/')")
        .await?;
    browser
        .wait_for("document.querySelector('main h1')?.textContent === 'Nanjing'")
        .await
}

async fn a_missing_page_searches_the_directory(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/atlantis/")).await?;
    browser.click(SEARCH).await?;
    browser.press("nanking").await?;
    browser.click("main form button").await?;
    browser
        .wait_for("location.pathname.endsWith('/cities/')")
        .await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "nanjing")
        .await
}

async fn tab_until(browser: &Browser, condition: &str) -> Outcome {
    for _ in 0..MANY_TABS {
        if browser.read::<bool>(condition).await? {
            return Ok(());
        }
        browser.press_key(Key::Tab).await?;
    }
    panic!("{MANY_TABS} presses of Tab do not lead to: {condition}");
}
