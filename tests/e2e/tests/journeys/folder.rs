//! The site below a folder, as project pages of many hosts have it.

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, SEARCH, SLUGS};

/// As on a host that gives every project a folder.
const BASE: &str = "/repo/";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![journey!(below_a_folder_the_site_works_as_at_the_root)]
}

async fn below_a_folder_the_site_works_as_at_the_root(browser: Browser) -> Outcome {
    let site = Served::below(BASE, Dist::find()?.prerendered_below(BASE)?)?;
    browser.open_live(&site.url("")).await?;
    browser.click("header nav a[href='/repo/cities/']").await?;
    browser
        .wait_for(&format!(
            "document.querySelector('{SEARCH}') !== null && {COUNT} === 365"
        ))
        .await?;
    browser.click(SEARCH).await?;
    browser.press("nanking").await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "nanjing")
        .await?;
    browser
        .wait_for_value(
            "location.pathname + location.search",
            "/repo/cities/?q=nanking",
        )
        .await?;
    browser.click("[data-city=nanjing] a").await?;
    browser
        .wait_for_value("location.pathname", "/repo/cities/nanjing/")
        .await?;
    browser
        .wait_for("document.querySelector('main h1')?.textContent === 'Nanjing'")
        .await?;
    browser.open_live(&site.url("cities/?country=cn")).await?;
    browser
        .wait_for("document.querySelector('main input[value=cn]').checked")
        .await?;
    let outside: Vec<String> = site
        .requests()
        .into_iter()
        .filter(|path| !path.starts_with(BASE))
        .collect();
    assert!(
        outside.iter().all(|path| path == "/favicon.ico"),
        "{outside:?}"
    );
    Ok(())
}
