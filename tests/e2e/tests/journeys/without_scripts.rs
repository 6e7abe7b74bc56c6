//! The site for readers who have switched scripts off.
//!
//! Not in WebKit: neither MiniBrowser nor its driver has a switch for it.

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::polling::until;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::SEARCH;

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(the_whole_list_is_there_and_its_links_lead_on, engines: [Chromium, Firefox], scripts: Off),
    ]
}

async fn the_whole_list_is_there_and_its_links_lead_on(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open(&site.url("cities/")).await?;
    assert_eq!(
        browser.count("html[data-app=static]").await?,
        1,
        "scripts are not off"
    );
    assert_eq!(browser.count("main [data-city]").await?, 365);
    assert!(browser.is_shown("[data-city=nanjing] a").await?);
    assert!(
        browser.is_shown("[data-notice=scripts-off]").await?,
        "nothing says what is off"
    );
    assert!(!browser.is_shown("[data-notice=failed]").await?);
    assert!(
        !browser.is_shown(SEARCH).await?,
        "a search box that does nothing"
    );
    browser.click("[data-city=nanjing] a").await?;
    until("the city's page", async || {
        Ok(browser
            .address()
            .await?
            .path()
            .ends_with("/cities/nanjing/")
            .then_some(()))
    })
    .await?;
    until("the city's name", async || {
        Ok((browser.text("main h1").await? == "Nanjing").then_some(()))
    })
    .await?;
    browser.open(&site.url("")).await?;
    assert!(!browser.is_shown("[data-notice=failed]").await?);
    assert!(browser.is_shown("main h1").await?);
    Ok(())
}
