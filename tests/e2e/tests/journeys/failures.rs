//! The program or the data cannot be had: the page says so and goes on being useful.

use xtask::server::Fault;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{SEARCH, STATE, slugs};

/// The line about a program that could not start.
const NOTICE: &str = "[data-notice=failed]";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(without_the_webassembly_the_list_and_the_links_still_work),
        journey!(a_damaged_webassembly_is_a_missing_one),
        journey!(a_webassembly_cut_short_is_a_missing_one),
        journey!(without_the_entry_script_the_list_and_the_links_still_work),
        journey!(without_the_data_the_served_list_stays),
        journey!(unreadable_data_leaves_the_served_list),
        journey!(bad_records_are_left_out_and_the_good_ones_shown),
    ]
}

async fn without_the_webassembly_the_list_and_the_links_still_work(browser: Browser) -> Outcome {
    expect_a_useful_page(&browser, &Served::with_fault(".wasm", Fault::Missing)?).await
}

async fn a_damaged_webassembly_is_a_missing_one(browser: Browser) -> Outcome {
    expect_a_useful_page(&browser, &Served::with_fault(".wasm", Fault::Corrupt)?).await
}

async fn a_webassembly_cut_short_is_a_missing_one(browser: Browser) -> Outcome {
    expect_a_useful_page(&browser, &Served::with_fault(".wasm", Fault::Truncated)?).await
}

async fn without_the_entry_script_the_list_and_the_links_still_work(browser: Browser) -> Outcome {
    expect_a_useful_page(&browser, &Served::with_fault(".js", Fault::Missing)?).await
}

async fn without_the_data_the_served_list_stays(browser: Browser) -> Outcome {
    let site = Served::with_fault("data/cities.json", Fault::Missing)?;
    expect_the_served_list(&browser, &site).await
}

async fn unreadable_data_leaves_the_served_list(browser: Browser) -> Outcome {
    let site = Served::with_file("data/cities.json", "{\"cities\": [")?;
    expect_the_served_list(&browser, &site).await
}

async fn bad_records_are_left_out_and_the_good_ones_shown(browser: Browser) -> Outcome {
    let good = r#"{"slug":"lyon","name":"Lyon","country":"France","iso2":"FR","region":"europe-and-north-america"}"#;
    let file = format!(r#"{{"cities":[{good},{{"slug":7}},{{"name":"No slug"}}]}}"#);
    let site = Served::with_file("data/cities.json", &file)?;
    browser.open_live(&site.url("cities/")).await?;
    assert_eq!(slugs(&browser).await?, ["lyon"]);
    let notice = "main [data-notice=left-out]";
    assert!(
        browser.is_shown(notice).await?,
        "nothing says that records are left out"
    );
    assert!(
        browser.text(notice).await?.contains('2'),
        "it does not say how many"
    );
    Ok(())
}

async fn expect_a_useful_page(browser: &Browser, site: &Served) -> Outcome {
    expect_the_served_list(browser, site).await?;
    browser.click("[data-city=aswan] a").await?;
    browser.wait_for("location.pathname === '/cities/aswan/' && document.querySelector('main h1')?.textContent === 'Aswan'").await?;
    browser.open(&site.url("")).await?;
    browser.wait_for_value(STATE, "failed").await?;
    assert!(browser.is_shown(NOTICE).await?, "the story says nothing");
    assert!(browser.is_shown("main h1").await?);
    Ok(())
}

async fn expect_the_served_list(browser: &Browser, site: &Served) -> Outcome {
    browser.open(&site.url("cities/")).await?;
    browser.wait_for_value(STATE, "failed").await?;
    assert_eq!(slugs(browser).await?.len(), 365);
    assert!(
        !browser.is_shown("main [data-notice=left-out]").await?,
        "nothing is left out"
    );
    assert!(browser.is_shown(NOTICE).await?, "nothing says what is off");
    assert!(
        browser.is_shown(&format!("{NOTICE} [data-retry]")).await?,
        "no way to try again"
    );
    assert!(
        !browser.is_shown(SEARCH).await?,
        "a search box that does nothing"
    );
    assert!(
        !browser.is_shown("main input[type=checkbox]").await?,
        "filters that do nothing"
    );
    Ok(())
}
