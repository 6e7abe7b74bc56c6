//! A directory far longer than today's.

use std::time::Duration;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::records::Records;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, SEARCH, SLUGS, slugs};

/// Above the thousand up to which all stand in the document.
const MANY: usize = 2_500;

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(above_a_thousand_results_a_window_of_them_stands_in_the_document),
        journey!(a_thousand_results_all_stand_in_the_document),
    ]
}

async fn above_a_thousand_results_a_window_of_them_stands_in_the_document(
    browser: Browser,
) -> Outcome {
    let site = Served::with_file(
        "data/cities.json",
        &Records::made_up(MANY).file(),
        Duration::ZERO,
    )?;
    browser.open_live(&site.url("cities/")).await?;
    browser.wait_for_value(COUNT, MANY).await?;
    assert_eq!(slugs(&browser).await?.len(), 200);
    assert_eq!(places(&browser).await?, (1..=200).collect::<Vec<_>>());
    browser.click("main button.more").await?;
    browser
        .wait_for_value(&format!("{SLUGS}.length"), 400)
        .await?;
    assert_eq!(places(&browser).await?, (1..=400).collect::<Vec<_>>());
    browser.wait_for_value(COUNT, MANY).await?;
    browser.click(SEARCH).await?;
    browser.press("02499").await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "city-02499")
        .await?;
    let is_numbered = "document.querySelectorAll('main [data-city][aria-setsize]').length";
    browser.wait_for_value(is_numbered, 0).await
}

async fn a_thousand_results_all_stand_in_the_document(browser: Browser) -> Outcome {
    let site = Served::with_file(
        "data/cities.json",
        &Records::made_up(1_000).file(),
        Duration::ZERO,
    )?;
    browser.open_live(&site.url("cities/")).await?;
    browser.wait_for_value(COUNT, 1_000).await?;
    browser
        .wait_for_value(&format!("{SLUGS}.length"), 1_000)
        .await?;
    assert!(
        !browser.is_shown("main button.more").await?,
        "there are no more"
    );
    Ok(())
}

/// The positions of the rows, once all of them name the whole count.
async fn places(browser: &Browser) -> Outcome<Vec<usize>> {
    let all = format!(
        "[...document.querySelectorAll('main [data-city]')].every(row => row.getAttribute('aria-setsize') === '{MANY}')"
    );
    assert!(
        browser.read::<bool>(&all).await?,
        "every row names the size of the set"
    );
    browser.read("[...document.querySelectorAll('main [data-city]')].map(row => Number(row.getAttribute('aria-posinset')))").await
}
