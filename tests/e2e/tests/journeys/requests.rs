//! What the site asks the network for.

use std::collections::BTreeMap;

use serde_json::json;
use xtask::server::Fault;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::polling::until;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::SEARCH;

/// Browsers fetch icons for their own surfaces, when and as often as they like.
const BROWSERS_OWN: [&str; 2] = ["/icons/icon.svg", "/favicon.ico"];

/// The files of data that a page has fetched.
const DATA: &str = "performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.includes('.json'))";

/// How long the program waits for the paint: on a machine that has no time at all not even for it.
const MOST_WAITED_MS: f64 = 1000.0;

/// When the text was first painted, and when the program was asked for, since the page was.
const PAINTED_AND_ASKED_MS: &str = "[
    performance.getEntriesByName('first-contentful-paint'),
    performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('.wasm')),
].map(entries => entries[0].startTime)";

const IS_PAINTED: &str = "performance.getEntriesByName('first-contentful-paint').length > 0";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(nothing_is_fetched_twice_by_any_page),
        journey!(only_the_directory_fetches_data),
        journey!(on_a_quick_line_the_text_is_painted_before_the_program_is_asked_for),
        journey!(on_a_slow_line_the_program_is_asked_for_with_the_page, engines: [Chromium]),
        journey!(no_element_carries_a_style_attribute_while_it_is_used),
    ]
}

async fn nothing_is_fetched_twice_by_any_page(browser: Browser) -> Outcome {
    // Without the worker, which in WebKit fetches for itself what the host does not let it keep; that it
    // need not elsewhere has a journey of its own.
    for page in ["", "cities/", "cities/nanjing/", "countries/cn/", "about/"] {
        let site = Served::with_fault("/sw.js", Fault::Missing)?;
        browser.open_live(&site.url(page)).await?;
        expect_frugality(&browser, &site, page).await?;
    }
    Ok(())
}

/// What the worker fetches beforehand, for when there is no connection, is not the page's.
async fn only_the_directory_fetches_data(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    for page in ["", "news/", "cities/nanjing/", "countries/cn/", "about/"] {
        browser.open_live(&site.url(page)).await?;
        let data: Vec<String> = browser.read(DATA).await?;
        assert_eq!(data, [""; 0], "{page:?} is complete as it was served");
    }
    browser.open_live(&site.url("cities/")).await?;
    let data: Vec<String> = browser.read(DATA).await?;
    assert!(data.len() >= 3, "{data:?}");
    Ok(())
}

async fn on_a_quick_line_the_text_is_painted_before_the_program_is_asked_for(
    browser: Browser,
) -> Outcome {
    let site = Served::as_built()?;
    // A busy machine may take so long to connect that the line counts as slow: once there is a
    // connection, it is quick.
    until("the text before the program", async || {
        browser.open_live(&site.url("cities/")).await?;
        browser.wait_for(IS_PAINTED).await?;
        let [painted_ms, asked_ms]: [f64; 2] = browser.read(PAINTED_AND_ASKED_MS).await?;
        let is_waited_for = painted_ms <= asked_ms || asked_ms >= MOST_WAITED_MS;
        Ok(is_waited_for.then_some(()))
    })
    .await
}

async fn on_a_slow_line_the_program_is_asked_for_with_the_page(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    slow_down(&browser, 200).await?;
    browser.open_live(&site.url("cities/")).await?;
    browser.wait_for(IS_PAINTED).await?;
    let [painted_ms, asked_ms]: [f64; 2] = browser.read(PAINTED_AND_ASKED_MS).await?;
    assert!(asked_ms < painted_ms, "{painted_ms} {asked_ms}");
    slow_down(&browser, 0).await
}

/// Adds to each request, and to what the browser knows of the line.
async fn slow_down(browser: &Browser, latency_ms: u32) -> Outcome {
    let line = json!({"offline": false, "latency": latency_ms, "downloadThroughput": -1, "uploadThroughput": -1});
    browser
        .devtools("Network.emulateNetworkConditions", line)
        .await?;
    Ok(())
}

async fn no_element_carries_a_style_attribute_while_it_is_used(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.click(SEARCH).await?;
    browser.press("nan").await?;
    browser.wait_for("location.search === '?q=nan'").await?;
    let styled: Vec<String> = browser
        .read("[...document.querySelectorAll('[style]')].map(node => node.outerHTML.slice(0, 100))")
        .await?;
    assert_eq!(styled, [""; 0]);
    Ok(())
}

/// Every file was asked for once, and all of them here.
async fn expect_frugality(browser: &Browser, site: &Served, what: &str) -> Outcome {
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for path in site.requests() {
        let file = path.split('?').next().unwrap_or_default().to_owned();
        *times.entry(file).or_default() += 1;
    }
    let repeated: Vec<_> = times
        .iter()
        .filter(|(file, times)| **times > 1 && !BROWSERS_OWN.contains(&file.as_str()))
        .collect();
    assert!(repeated.is_empty(), "{what}: {repeated:?}");
    let elsewhere = "performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith(location.origin + '/'))";
    assert_eq!(
        browser.read::<Vec<String>>(elsewhere).await?,
        [""; 0],
        "{what}"
    );
    Ok(())
}
