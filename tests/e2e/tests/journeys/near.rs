//! The order by the distance from where the reader is.

use serde_json::json;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, QUERY, SLUGS, slugs};

/// What says why a position is needed.
const NOTICE: &str = "[data-notice=near]";

/// The control that asks for it.
const ASK: &str = "[data-notice=near] [data-act=locate]";

/// A device in the middle of Nanjing that counts how often it is asked.
const IN_NANJING: &str = "window.asked = 0;
    Object.defineProperty(navigator, 'geolocation', {configurable: true, value: {
        getCurrentPosition: found => { window.asked += 1; found({coords: {latitude: 32.0617, longitude: 118.7778}}); }}})";

/// A device whose owner says no.
const REFUSING: &str = "window.asked = 0;
    Object.defineProperty(navigator, 'geolocation', {configurable: true, value: {
        getCurrentPosition: (found, refused) => { window.asked += 1; refused({code: 1, message: 'the reader said no'}); }}})";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(the_position_is_asked_for_only_when_the_reader_presses),
        journey!(a_device_that_gives_no_position_is_told_of),
        journey!(the_position_leaves_no_trace_in_the_address_or_on_the_device),
    ]
}

async fn the_position_is_asked_for_only_when_the_reader_presses(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.run::<()>(IN_NANJING, Vec::new()).await?;
    assert!(!browser.is_shown(NOTICE).await?, "nobody asked for it yet");
    browser.choose("main select", "near").await?;
    browser.wait_for_value(QUERY, "?sort=near").await?;
    browser
        .wait_for(&format!("!document.querySelector('{NOTICE}').hidden"))
        .await?;
    assert!(browser.is_shown(ASK).await?);
    assert_eq!(browser.read::<u32>("window.asked").await?, 0);
    assert_eq!(
        slugs(&browser).await?.len(),
        365,
        "the list stays meanwhile"
    );
    browser.click(ASK).await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "nanjing")
        .await?;
    let found = slugs(&browser).await?;
    assert_eq!(found.len(), 365, "a city without a position stays too");
    let at = |slug: &str| found.iter().position(|other| other == slug);
    assert!(at("suzhou") < at("beijing") && at("beijing") < at("cork"));
    browser.wait_for_value(COUNT, 365).await?;
    assert!(
        !browser.is_shown(NOTICE).await?,
        "it is not needed any more"
    );
    assert_eq!(browser.read::<u32>("window.asked").await?, 1);
    Ok(())
}

async fn a_device_that_gives_no_position_is_told_of(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    browser.open_live(&site.url("cities/?sort=near")).await?;
    let by_name = slugs(&browser).await?;
    browser.run::<()>(REFUSING, Vec::new()).await?;
    browser.click(ASK).await?;
    let alert = format!("{NOTICE} [role=alert]");
    browser
        .wait_for(&format!("document.querySelector('{alert}') !== null"))
        .await?;
    let told = browser.text(&alert).await?;
    assert!(told.contains("the reader said no"), "{told}");
    assert_eq!(slugs(&browser).await?, by_name);
    browser.run::<()>(IN_NANJING, Vec::new()).await?;
    browser.click(ASK).await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "nanjing")
        .await?;
    assert!(!browser.is_shown(NOTICE).await?);
    Ok(())
}

async fn the_position_leaves_no_trace_in_the_address_or_on_the_device(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    browser
        .open_live(&site.url("cities/?country=cn&sort=near"))
        .await?;
    browser.run::<()>(IN_NANJING, Vec::new()).await?;
    let before = site.requests().len();
    browser.click(ASK).await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "nanjing")
        .await?;
    assert_eq!(
        browser.read::<String>(QUERY).await?,
        "?country=cn&sort=near"
    );
    browser
        .wait_for_value("[document.cookie, ...Object.values(localStorage), ...Object.values(sessionStorage)].join('').includes('118')", json!(false))
        .await?;
    let sent = site.requests().split_off(before);
    // The worker that keeps the site may still be fetching files of it.
    let telling: Vec<&String> = sent.iter().filter(|path| path.contains("118.77")).collect();
    assert!(telling.is_empty(), "the position is sent: {telling:?}");
    browser.reload().await?;
    browser.wait_until_live().await?;
    browser
        .wait_for(&format!("!document.querySelector('{NOTICE}').hidden"))
        .await
}
