//! The program stops in the midst of things, or something else rewrites the page under it.

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, SEARCH, SLUGS, STATE, option, replace_text};

/// From here on the browser lacks what the program asks of it.
const REFUSE: &str =
    "Element.prototype.setAttribute = Node.prototype.insertBefore = null; return null";

/// What browsers' translators do: each text goes into two elements, and is another.
const TRANSLATE: &str = "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        if (!text.data.trim() || text.parentElement.closest('script, style, textarea, [translate=no]')) continue;
        const [outer, inner] = ['font', 'font'].map(name => document.createElement(name));
        outer.append(inner);
        text.replaceWith(outer);
        inner.append(document.createTextNode(`~${text.data}~`));
    }
    return null";

const FAILED: &str = "[data-notice=failed]";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(a_program_that_stops_leaves_a_document_and_says_why),
        journey!(a_page_translated_before_the_program_came_is_searched_as_any),
        journey!(a_page_translated_in_use_goes_on),
    ]
}

async fn a_program_that_stops_leaves_a_document_and_says_why(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.run::<()>(REFUSE, Vec::new()).await?;
    browser.click(&option("region", "africa")).await?;
    browser.wait_for_value(STATE, "failed").await?;
    assert!(browser.is_shown(FAILED).await?, "nothing is said");
    assert!(!browser.is_shown(SEARCH).await?, "a dead box");
    browser.click(&format!("{FAILED} summary")).await?;
    assert!(browser.is_shown("[data-detail]").await?);
    let detail: String = browser
        .read("document.querySelector('[data-detail]').value")
        .await?;
    let names_it = ["setAttribute", "insertBefore"].map(|name| detail.contains(name));
    assert!(names_it.contains(&true), "{detail}");
    assert!(detail.contains("/cities/"), "{detail}");
    browser.click("[data-city=aswan] a").await?;
    browser
        .wait_for("document.querySelector('main h1')?.textContent === 'Aswan'")
        .await?;
    browser.back().await?;
    browser.wait_for("location.pathname === '/cities/'").await?;
    browser.reload().await?;
    browser.wait_until_live().await
}

async fn a_page_translated_before_the_program_came_is_searched_as_any(browser: Browser) -> Outcome {
    let site = Served::without_program_yet()?;
    browser.open(&site.url("cities/")).await?;
    browser.run::<()>(TRANSLATE, Vec::new()).await?;
    site.release();
    browser.wait_until_live().await?;
    expect_search(&browser).await
}

async fn a_page_translated_in_use_goes_on(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.run::<()>(TRANSLATE, Vec::new()).await?;
    expect_search(&browser).await?;
    browser.run::<()>(TRANSLATE, Vec::new()).await?;
    replace_text(&browser, "cork").await?;
    browser.wait_for_value(&format!("{SLUGS}[0]"), "cork").await
}

async fn expect_search(browser: &Browser) -> Outcome {
    replace_text(browser, "nanjing").await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "nanjing")
        .await?;
    replace_text(browser, "").await?;
    browser.wait_for_value(COUNT, 365).await?;
    browser.click(&option("region", "africa")).await?;
    browser.wait_for(&format!("{COUNT} < 365")).await?;
    let found: usize = browser.read(&format!("{SLUGS}.length")).await?;
    browser.wait_for_value(COUNT, found).await?;
    browser.click(&option("region", "africa")).await?;
    browser.wait_for_value(COUNT, 365).await?;
    assert_eq!(browser.read::<String>(STATE).await?, "ready");
    Ok(())
}
