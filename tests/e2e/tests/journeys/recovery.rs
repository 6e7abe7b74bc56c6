//! What is kept is damaged, lost, has no room or is to be kept no more: the site is there all the same.

use std::fs;

use serde_json::json;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::failure::{Failure, Outcome};
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::SLUGS;
use crate::kept_site::{
    OFFER, VERSION, second_version, version_of, wait_for_offer, wait_until_kept,
};

/// Puts something else in the place of what is kept at addresses with a given part.
const TAMPER: &str = "return caches.keys().then(async ([name]) => {
    const cache = await caches.open(name);
    for (const {url} of await cache.keys()) {
        const path = url.slice(location.origin.length);
        if (arguments[0].some(part => part === path || part.length > 1 && path.includes(part))) {
            const kept = await cache.match(url);
            await cache.put(url, new Response('<h1>something else</h1>', {headers: kept.headers}));
        }
    }
    return null;
})";

/// Loses every second of the files kept.
const LOSE: &str = "return caches.keys().then(async ([name]) => {
    const cache = await caches.open(name);
    for (const [place, request] of (await cache.keys()).entries()) if (place % 2) await cache.delete(request);
    return null;
})";

const NUMBER_KEPT: &str = "caches.keys().then(async names => names.length ? (await (await caches.open(names[0])).keys()).length : 0)";

const IS_REGISTERED: &str =
    "navigator.serviceWorker.getRegistration().then(found => found !== undefined)";

/// A search that gives one city.
const SEARCH: &str = "cities/?q=nanking";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(what_was_damaged_is_never_shown_and_is_mended),
        journey!(what_was_lost_is_fetched_again),
        journey!(on_a_full_disk_the_site_is_as_it_is_without_a_worker, engines: [Chromium]),
        journey!(on_a_full_disk_a_new_version_is_still_to_be_had, engines: [Chromium]),
        journey!(where_workers_are_refused_nothing_is_missing_and_nothing_complains, engines: [Chromium]),
        journey!(one_file_ends_it_for_good),
    ]
}

async fn what_was_damaged_is_never_shown_and_is_mended(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    browser.open_live(&site.url("")).await?;
    wait_until_kept(&browser).await?;
    let parts = json!(["/", "/about/", "cities.json", "_bg.wasm", "offline/en.json"]);
    browser.run::<()>(TAMPER, vec![parts]).await?;
    for path in ["", "about/", SEARCH] {
        browser.open_live(&site.url(path)).await?;
        let heading: String = browser
            .read("document.querySelector('h1').textContent")
            .await?;
        assert_ne!(heading, "something else", "{path:?}");
    }
    wait_until_found(&browser).await?;
    let addresses = ["", "about/", SEARCH].map(|path| site.url(path));
    drop(site);
    for address in addresses {
        browser.open_live(&address).await?;
    }
    wait_until_found(&browser).await
}

async fn what_was_lost_is_fetched_again(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    browser.open_live(&site.url("")).await?;
    wait_until_kept(&browser).await?;
    let before: u32 = browser.read(NUMBER_KEPT).await?;
    browser.run::<()>(LOSE, Vec::new()).await?;
    assert!(browser.read::<u32>(NUMBER_KEPT).await? < before);
    browser.open_live(&site.url("about/")).await?;
    browser.wait_for_value(NUMBER_KEPT, before).await?;
    let address = site.url(SEARCH);
    drop(site);
    browser.open_live(&address).await?;
    wait_until_found(&browser).await
}

async fn on_a_full_disk_the_site_is_as_it_is_without_a_worker(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    set_quota(&browser, &site, Some(200_000)).await?;
    browser.open_live(&site.url("")).await?;
    browser
        .wait_for(&format!("{IS_REGISTERED}.then(found => !found)"))
        .await?;
    browser.open_live(&site.url(SEARCH)).await?;
    wait_until_found(&browser).await?;
    set_quota(&browser, &site, None).await?;
    browser.open_live(&site.url("")).await?;
    wait_until_kept(&browser).await
}

async fn on_a_full_disk_a_new_version_is_still_to_be_had(browser: Browser) -> Outcome {
    let second = second_version()?;
    let site = Served::watched()?;
    browser.open_live(&site.url("")).await?;
    wait_until_kept(&browser).await?;
    set_quota(&browser, &site, Some(1_000_000)).await?;
    let port = site.port();
    drop(site);
    let site = Served::again(port, second, None)?;
    browser.open_live(&site.url("")).await?;
    browser
        .wait_for_value(VERSION, version_of(Dist::find()?.root())?)
        .await?;
    wait_for_offer(&browser).await?;
    browser.click(&format!("{OFFER} button")).await?;
    browser.wait_for_value(VERSION, version_of(second)?).await?;
    browser.open_live(&site.url(SEARCH)).await?;
    wait_until_found(&browser).await?;
    set_quota(&browser, &site, None).await?;
    browser.open_live(&site.url("about/")).await?;
    browser
        .wait_for("caches.match('/offline.html').then(found => found !== undefined)")
        .await
}

async fn where_workers_are_refused_nothing_is_missing_and_nothing_complains(
    browser: Browser,
) -> Outcome {
    let refuse = "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
        self.complaints = [];
        addEventListener('unhandledrejection', event => complaints.push(String(event.reason)));
        addEventListener('error', event => complaints.push(event.message));";
    let script = json!({"source": refuse});
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", script)
        .await?;
    let site = Served::watched()?;
    for path in ["", SEARCH] {
        browser.open_live(&site.url(path)).await?;
        browser
            .wait_for(
                "performance.getEntriesByName(location.origin + '/offline/client.js').length > 0",
            )
            .await?;
        assert_eq!(
            browser.read::<Vec<String>>("complaints").await?,
            [""; 0],
            "{path:?}"
        );
    }
    assert_eq!(browser.console_errors().await?, [""; 0]);
    wait_until_found(&browser).await
}

/// As README.md says: `sw-off.js` in the place of `sw.js`, on a host whose other files stay.
async fn one_file_ends_it_for_good(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    browser.open_live(&site.url("")).await?;
    wait_until_kept(&browser).await?;
    let port = site.port();
    drop(site);
    let changed = Dist::find()?.copy()?;
    let [off, worker] = ["sw-off.js", "sw.js"].map(|name| changed.path().join(name));
    fs::copy(off, &worker).map_err(Failure::system(worker.display()))?;
    let site = Served::again(port, changed.path(), None)?;
    for _ in 0..2 {
        browser.open_live(&site.url("about/")).await?;
        browser
            .wait_for_value("caches.keys().then(names => names.length)", 0)
            .await?;
        browser
            .wait_for(&format!("{IS_REGISTERED}.then(found => !found)"))
            .await?;
    }
    browser.open_live(&site.url(SEARCH)).await?;
    wait_until_found(&browser).await?;
    browser
        .wait_for_value("navigator.serviceWorker.controller", json!(null))
        .await
}

/// Waits until the search has given its city.
async fn wait_until_found(browser: &Browser) -> Outcome {
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "nanjing")
        .await
}

async fn set_quota(browser: &Browser, site: &Served, bytes: Option<u32>) -> Outcome {
    let origin = site.url("");
    let mut parameters = json!({"origin": origin.trim_end_matches('/')});
    if let Some(bytes) = bytes {
        parameters["quotaSize"] = json!(bytes);
    }
    browser
        .devtools("Storage.overrideQuotaForOrigin", parameters)
        .await
        .map(drop)
}
