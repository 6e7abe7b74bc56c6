//! Reading without a connection, after one visit with it.

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{SLUGS, number_of};
use crate::kept_site::{wait_until_kept, wait_until_page_is_kept};

/// The main heading.
const HEADING: &str = "document.querySelector('main h1')?.textContent";

/// What every page of the site says of itself where it has not been kept.
const NOT_KEPT: &str = "Not kept on this device";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(after_one_visit_the_site_can_be_read_without_a_connection),
        journey!(the_first_page_is_kept_whichever_it_was),
        journey!(each_language_is_kept_once_it_was_read),
        journey!(what_was_fetched_for_the_page_is_not_fetched_again_to_be_kept, engines: [Chromium, Firefox]),
        journey!(a_reader_who_saves_data_keeps_nothing, engines: [Chromium]),
    ]
}

async fn after_one_visit_the_site_can_be_read_without_a_connection(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    browser.open_live(&site.url("")).await?;
    wait_until_kept(&browser).await?;
    browser.open(&site.url("cities/nanjing/")).await?;
    wait_until_page_is_kept(&browser).await?;
    let url = |path: &str| site.url(path);
    let addresses = [
        "",
        "cities/?q=nanking",
        "cities/?view=map",
        "cities/?view=timeline",
        "about/",
        "cities/nanjing/",
        "cities/nanjing",
        "cities/cork/",
        "nowhere",
    ]
    .map(url);
    drop(site);
    let [
        story,
        search,
        map,
        timeline,
        about,
        seen,
        without_slash,
        unseen,
        nowhere,
    ] = addresses;
    browser.open_live(&story).await?;
    assert!(browser.is_shown("main h1").await? && browser.is_shown("main img").await?);
    browser
        .wait_for("[...document.images].every(image => (image.loading = 'eager') && image.complete && image.naturalWidth > 0)")
        .await?;
    browser.open_live(&search).await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "nanjing")
        .await?;
    browser.open_live(&map).await?;
    browser
        .wait_for(&format!("{} > 300", number_of("main svg [data-city]")))
        .await?;
    browser.open_live(&timeline).await?;
    browser
        .wait_for(&format!("{} > 5", number_of(".admission .remark a")))
        .await?;
    browser.open_live(&about).await?;
    for address in [seen, without_slash] {
        browser.open_live(&address).await?;
        browser.wait_for_value(HEADING, "Nanjing").await?;
        browser
            .wait_for_value("location.pathname", "/cities/nanjing/")
            .await?;
    }
    for address in [unseen, nowhere] {
        browser.open_live(&address).await?;
        browser.wait_for_value(HEADING, NOT_KEPT).await?;
        assert_eq!(browser.address().await?.as_str(), address);
        assert!(
            browser.is_shown("main [data-retry]").await?,
            "no way to try again"
        );
        assert!(browser.is_shown("header nav a[href='/cities/']").await?);
    }
    Ok(())
}

async fn the_first_page_is_kept_whichever_it_was(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    let address = site.url("cities/cork/");
    browser.open_live(&address).await?;
    wait_until_kept(&browser).await?;
    drop(site);
    browser.open_live(&address).await?;
    browser.wait_for_value(HEADING, "Cork").await
}

async fn each_language_is_kept_once_it_was_read(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    browser.open_live(&site.url("fr/")).await?;
    wait_until_kept(&browser).await?;
    browser.open_live(&site.url("ar/")).await?;
    let kept = "fetch('/offline/ar.json').then(list => list.json())
        .then(({ready}) => Promise.all(Object.keys(ready).map(key => caches.match('/' + key))))
        .then(found => found.length > 0 && found.every(Boolean))";
    browser.wait_for(kept).await?;
    let addresses = [
        "fr/cities/?q=nankin",
        "ar/cities/?q=nankin",
        "ar/cities/cork/",
        "zh/",
    ];
    let addresses = addresses.map(|path| site.url(path));
    drop(site);
    let [french, arabic, unseen, other] = addresses;
    for address in [french, arabic] {
        browser.open_live(&address).await?;
        browser
            .wait_for_value(&format!("{SLUGS}[0]"), "nanjing")
            .await?;
    }
    browser.open_live(&unseen).await?;
    browser
        .wait_for_value(HEADING, "الصفحة غير محفوظة على هذا الجهاز")
        .await?;
    // Nothing of this language is kept, so what is said is said in another.
    browser.open_live(&other).await?;
    browser
        .wait_for(&format!("{} > 0", number_of("main [data-retry]")))
        .await
}

async fn what_was_fetched_for_the_page_is_not_fetched_again_to_be_kept(
    browser: Browser,
) -> Outcome {
    for page in ["", "cities/", "cities/nanjing/"] {
        let site = Served::watched()?;
        browser.open_live(&site.url(page)).await?;
        wait_until_kept(&browser).await?;
        let mut asked = site.requests();
        asked.retain(|path| !path.ends_with(".svg") && !path.ends_with(".ico"));
        let mut once = asked.clone();
        once.sort();
        once.dedup();
        assert_eq!(asked.len(), once.len(), "{page:?}: {asked:#?}");
    }
    Ok(())
}

async fn a_reader_who_saves_data_keeps_nothing(browser: Browser) -> Outcome {
    let saves = "Object.defineProperty(navigator.connection, 'saveData', {value: true})";
    let script = serde_json::json!({"source": saves});
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", script)
        .await?;
    let site = Served::watched()?;
    browser.open_live(&site.url("")).await?;
    browser
        .wait_for("performance.getEntriesByName(location.origin + '/offline/client.js').length > 0")
        .await?;
    let registered = "navigator.serviceWorker.getRegistration().then(found => found !== undefined)";
    assert!(!browser.read::<bool>(registered).await?);
    assert!(!site.requests().iter().any(|path| path == "/sw.js"));
    Ok(())
}
