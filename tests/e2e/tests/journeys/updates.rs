//! A new version is published: it is offered, and nothing of it is seen before it is taken.

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::switch_view;
use crate::kept_site::{
    CITY, NEW_NAME, OFFER, VERSION, second_version, version_of, wait_for_offer, wait_until_kept,
};

/// The button that takes the offer, and the one that puts it off.
const BUTTONS: [&str; 2] = ["[data-update] button", "[data-update] button:last-child"];

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(a_new_version_is_offered_and_once_taken_all_is_new),
        journey!(an_offer_can_be_put_off),
        journey!(a_tab_that_has_not_taken_the_offer_stays_with_its_version),
        journey!(a_page_not_seen_before_comes_whole_in_the_new_version),
    ]
}

async fn a_new_version_is_offered_and_once_taken_all_is_new(browser: Browser) -> Outcome {
    let (site, old, new) = published_anew(&browser).await?;
    browser.open_live(&site.url("")).await?;
    browser.wait_for_value(VERSION, old.as_str()).await?;
    wait_for_offer(&browser).await?;
    assert!(browser.is_shown(OFFER).await?);
    browser
        .open_live(&site.url(&format!("cities/?q={CITY}")))
        .await?;
    browser.wait_for_value(VERSION, old.as_str()).await?;
    browser.wait_for_value(&name(), "Abuja").await?;
    wait_for_offer(&browser).await?;
    browser.click(BUTTONS[0]).await?;
    browser.wait_for_value(VERSION, new.as_str()).await?;
    browser.wait_until_live().await?;
    browser.wait_for_value(&name(), NEW_NAME).await?;
    let program = "performance.getEntriesByType('resource').filter(entry => /learning-cities-(?!0123456789abcdef)/.test(entry.name)).length";
    assert_eq!(
        browser.read::<u32>(program).await?,
        0,
        "the program is the old one"
    );
    let address = site.url("");
    drop(site);
    browser.open_live(&address).await?;
    browser.wait_for_value(VERSION, new.as_str()).await?;
    assert_eq!(browser.count(OFFER).await?, 0);
    let names = "caches.keys().then(names => names.length)";
    browser.wait_for_value(names, 1).await
}

async fn an_offer_can_be_put_off(browser: Browser) -> Outcome {
    let (site, old, _) = published_anew(&browser).await?;
    browser.open_live(&site.url("")).await?;
    wait_for_offer(&browser).await?;
    browser.click(BUTTONS[1]).await?;
    browser
        .wait_for(&format!("!document.querySelector('{OFFER}')"))
        .await?;
    browser.wait_for_value(VERSION, old.as_str()).await
}

async fn a_tab_that_has_not_taken_the_offer_stays_with_its_version(browser: Browser) -> Outcome {
    let (site, old, new) = published_anew(&browser).await?;
    browser
        .open_live(&site.url("cities/?region=africa"))
        .await?;
    browser.wait_for_value(VERSION, old.as_str()).await?;
    let staying = browser.tab().await?;
    browser.open_tab().await?;
    let other = browser.tab().await?;
    browser.open_live(&site.url("")).await?;
    wait_for_offer(&browser).await?;
    browser.click(BUTTONS[0]).await?;
    browser.wait_for_value(VERSION, new.as_str()).await?;
    browser.switch_to_tab(staying.clone()).await?;
    switch_view(&browser, "timeline").await?;
    browser
        .wait_for("document.querySelectorAll('.admission .remark a').length > 5")
        .await?;
    browser.wait_for_value(VERSION, old.as_str()).await?;
    let notes: Vec<String> = site.requests();
    assert!(
        !notes
            .iter()
            .any(|path| path.contains("admissions") && path.contains(&old)),
        "the host was asked for a file of the old version: {notes:#?}"
    );
    browser.reload().await?;
    browser.wait_until_live().await?;
    browser.wait_for_value(VERSION, new.as_str()).await?;
    browser.switch_to_tab(other).await?;
    browser.leave_tab_for(staying).await
}

async fn a_page_not_seen_before_comes_whole_in_the_new_version(browser: Browser) -> Outcome {
    let (site, old, new) = published_anew(&browser).await?;
    browser
        .open_live(&site.url(&format!("cities/{CITY}/")))
        .await?;
    browser.wait_for_value(VERSION, new.as_str()).await?;
    browser
        .wait_for_value("document.querySelector('main h1').textContent", NEW_NAME)
        .await?;
    browser.open_live(&site.url("")).await?;
    browser.wait_for_value(VERSION, old.as_str()).await
}

/// Reads the site as built, then has its host publish the second version; both versions' names.
async fn published_anew(browser: &Browser) -> Outcome<(Served, String, String)> {
    let second = second_version()?;
    let site = Served::watched()?;
    browser.open_live(&site.url("")).await?;
    wait_until_kept(browser).await?;
    let port = site.port();
    drop(site);
    let site = Served::again(port, second, None)?;
    Ok((site, version_of(Dist::find()?.root())?, version_of(second)?))
}

/// The name shown of the city that differs.
fn name() -> String {
    format!("document.querySelector('main [data-city={CITY}] a')?.textContent")
}
