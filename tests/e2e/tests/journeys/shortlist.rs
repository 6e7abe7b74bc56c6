//! The cities a reader has starred.

use serde_json::json;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, QUERY, SLUGS, number_of, pressed};

/// The line about a device that keeps nothing.
const REFUSED: &str = "[data-notice=shortlist]";

/// A device that keeps nothing, as in some private windows.
const KEEP_NOTHING: &str =
    "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }";

/// Keeps what the page copies.
const CATCH_TEXTS: &str = "Object.defineProperty(navigator, 'clipboard', {value: {
    writeText: text => { window.copied = text; return Promise.resolve(); }}, configurable: true})";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(a_star_survives_a_reload),
        journey!(the_starred_cities_can_be_shown_alone_and_all_again),
        journey!(a_device_that_keeps_nothing_is_told_of_and_the_star_still_works),
        journey!(a_shared_list_opens_exactly_its_cities),
        journey!(the_link_to_the_starred_cities_opens_them_elsewhere),
    ]
}

async fn a_star_survives_a_reload(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    assert!(!browser.is_shown(".shortlist").await?, "nothing is starred");
    let star = star("nanjing");
    browser.wait_for_value(&pressed(&star), "false").await?;
    browser.click(&star).await?;
    browser.wait_for_value(&pressed(&star), "true").await?;
    browser
        .wait_for("!document.querySelector('.shortlist').hidden")
        .await?;
    assert!(browser.text(".shortlist").await?.contains("1 city starred"));
    assert!(!browser.is_shown(REFUSED).await?);
    browser.reload().await?;
    browser.wait_until_live().await?;
    browser.wait_for_value(&pressed(&star), "true").await?;
    browser
        .wait_for_value(&number_of("button.star[aria-pressed=true]"), 1)
        .await?;
    assert!(browser.is_shown(".shortlist").await?);
    browser.click(&star).await?;
    browser.wait_for_value(&pressed(&star), "false").await?;
    browser.reload().await?;
    browser.wait_until_live().await?;
    browser.wait_for_value(&pressed(&star), "false").await?;
    assert!(!browser.is_shown(".shortlist").await?);
    Ok(())
}

async fn the_starred_cities_can_be_shown_alone_and_all_again(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/?sort=country")).await?;
    for slug in ["nanjing", "cork"] {
        browser.click(&star(slug)).await?;
        browser
            .wait_for_value(&pressed(&star(slug)), "true")
            .await?;
    }
    browser.click("[data-act=show-starred]").await?;
    browser
        .wait_for_value(QUERY, "?only=nanjing,cork&sort=country")
        .await?;
    browser
        .wait_for_value(SLUGS, json!(["nanjing", "cork"]))
        .await?;
    browser.wait_for_value(COUNT, 2).await?;
    let chip = ".active-filters .chip[data-act=all]";
    assert_eq!(browser.text(chip).await?, "A shared list of 2 cities");
    browser.click(chip).await?;
    browser.wait_for_value(COUNT, 365).await?;
    browser.wait_for_value(QUERY, "?sort=country").await?;
    browser.click("[data-act=clear-starred]").await?;
    browser
        .wait_for_value(&number_of("button.star[aria-pressed=true]"), 0)
        .await?;
    assert!(!browser.is_shown(".shortlist").await?);
    browser.reload().await?;
    browser.wait_until_live().await?;
    browser
        .wait_for_value(&number_of("button.star[aria-pressed=true]"), 0)
        .await
}

async fn a_device_that_keeps_nothing_is_told_of_and_the_star_still_works(
    browser: Browser,
) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.run::<()>(KEEP_NOTHING, Vec::new()).await?;
    assert!(!browser.is_shown(REFUSED).await?, "nothing was refused yet");
    browser.click(&star("nanjing")).await?;
    browser
        .wait_for_value(&pressed(&star("nanjing")), "true")
        .await?;
    browser
        .wait_for(&format!("!document.querySelector('{REFUSED}').hidden"))
        .await?;
    assert!(browser.is_shown(REFUSED).await?);
    browser.click("[data-act=show-starred]").await?;
    browser.wait_for_value(QUERY, "?only=nanjing").await?;
    browser.wait_for_value(SLUGS, json!(["nanjing"])).await
}

async fn a_shared_list_opens_exactly_its_cities(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?only=cork,nanjing,aswan"))
        .await?;
    browser
        .wait_for_value(SLUGS, json!(["aswan", "cork", "nanjing"]))
        .await?;
    browser.wait_for_value(COUNT, 3).await?;
    browser
        .wait_for_value(&number_of("button.star[aria-pressed=true]"), 0)
        .await?;
    browser.click("main input[name=country][value=cn]").await?;
    browser.wait_for_value(SLUGS, json!(["nanjing"])).await?;
    browser.back().await?;
    browser.wait_for_value(COUNT, 3).await?;
    browser.click(".active-filters .clear").await?;
    browser.wait_for_value(COUNT, 365).await?;
    browser.wait_for_value(QUERY, "").await
}

async fn the_link_to_the_starred_cities_opens_them_elsewhere(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/?q=cork")).await?;
    browser.run::<()>(CATCH_TEXTS, Vec::new()).await?;
    browser.click(&star("cork")).await?;
    browser
        .wait_for_value(&pressed(&star("cork")), "true")
        .await?;
    browser.click("[data-act=share-starred]").await?;
    browser
        .wait_for_value("window.copied", site.url("cities/?only=cork"))
        .await?;
    browser.click("[data-act=clear-starred]").await?;
    browser
        .wait_for_value(&number_of("button.star[aria-pressed=true]"), 0)
        .await?;
    browser.open_live(&site.url("cities/?only=cork")).await?;
    browser.wait_for_value(SLUGS, json!(["cork"])).await
}

/// The control of a row.
fn star(slug: &str) -> String {
    format!("[data-city={slug}] button.star")
}
