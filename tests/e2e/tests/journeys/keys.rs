//! The keys of the directory.

use fantoccini::key::Key;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, QUERY, SEARCH, SLUGS, pressed};

/// Where the focus is: in the box, at a result, or elsewhere.
const FOCUS: &str = "(active => active.matches('main input[type=search]') ? 'the box' : active.closest('main [data-city]')?.dataset.city ?? active.tagName)(document.activeElement)";

/// What stands in the search box.
const TYPED: &str = "document.querySelector('main input[type=search]').value";

/// Whether the list of keys is shown.
const IS_OPEN: &str = "document.querySelector('dialog.keys').open";

/// Whether the list of keys, when it is closed, has let the focus go: browsers do it with the next frame.
const IS_OUTSIDE: &str = "!document.activeElement.closest('dialog')";

/// Whether the keys are used, as the list of keys says it.
const SWITCH: &str = "dialog.keys [data-act=switch-keys]";

/// By how many pixels the focus ring reaches over what is painted of its row; 0 where rows are not cut.
const RING_CUT_PX: &str = "(link => {
    const row = link.closest('[data-city]');
    const [ring, edge] = [link, row].map(element => getComputedStyle(element));
    const [inner, outer] = [link, row].map(element => element.getBoundingClientRect());
    const reach = parseFloat(ring.outlineWidth) + parseFloat(ring.outlineOffset);
    const room = inner.left - outer.left + parseFloat(edge.overflowClipMargin || 0);
    return edge.contentVisibility === 'auto' ? Math.max(0, reach - room) : 0;
})(document.activeElement)";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(a_stroke_leads_to_the_search_box_and_is_text_within_it),
        journey!(the_arrows_walk_from_the_box_through_the_results_and_back),
        journey!(the_focus_ring_of_a_result_is_seen_whole),
        journey!(escape_clears_the_box_and_then_leaves_it),
        journey!(the_list_of_keys_opens_by_a_key_and_closes_by_another),
        journey!(the_keys_can_be_switched_off_for_good_and_on_again),
    ]
}

async fn a_stroke_leads_to_the_search_box_and_is_text_within_it(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.press("/").await?;
    browser.wait_for_value(FOCUS, "the box").await?;
    assert_eq!(browser.read::<String>(TYPED).await?, "");
    browser.press("a/b?").await?;
    browser.wait_for_value(TYPED, "a/b?").await?;
    assert!(
        !browser.read::<bool>(IS_OPEN).await?,
        "a question mark is text"
    );
    assert_eq!(browser.read::<String>(FOCUS).await?, "the box");
    Ok(())
}

async fn the_arrows_walk_from_the_box_through_the_results_and_back(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.press("/").await?;
    browser.wait_for_value(FOCUS, "the box").await?;
    browser.press("suzhou").await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "suzhou")
        .await?;
    browser.press_key(Key::Escape).await?;
    browser.wait_for_value(COUNT, 365).await?;
    browser.press("jing").await?;
    browser.wait_for_value(QUERY, "?q=jing").await?;
    let found: Vec<String> = browser.read(SLUGS).await?;
    assert!(found.len() > 1, "{found:?}");
    for slug in [&found[0], &found[1]] {
        browser.press_key(Key::Down).await?;
        browser.wait_for_value(FOCUS, slug.as_str()).await?;
    }
    browser.press_key(Key::Up).await?;
    browser.wait_for_value(FOCUS, found[0].as_str()).await?;
    browser.press_key(Key::Up).await?;
    browser.wait_for_value(FOCUS, "the box").await?;
    browser.press_key(Key::Down).await?;
    browser.wait_for_value(FOCUS, found[0].as_str()).await?;
    browser.press_key(Key::Escape).await?;
    browser.wait_for_value(FOCUS, "the box").await?;
    browser.press_key(Key::Down).await?;
    browser.press_key(Key::Down).await?;
    browser.wait_for_value(FOCUS, found[1].as_str()).await?;
    browser.press_key(Key::Enter).await?;
    browser
        .wait_for(&format!(
            "location.pathname.endsWith('/cities/{}/')",
            found[1]
        ))
        .await
}

/// A row whose painting may be put off is cut at its edge, and its name stands there.
async fn the_focus_ring_of_a_result_is_seen_whole(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.press("/").await?;
    browser.wait_for_value(FOCUS, "the box").await?;
    browser.press_key(Key::Down).await?;
    browser.wait_for_value(FOCUS, "abuja").await?;
    let reach: f64 = browser
        .read("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        .await?;
    assert!(reach > 0.0, "there is no ring");
    assert_eq!(browser.read::<f64>(RING_CUT_PX).await?, 0.0);
    Ok(())
}

async fn escape_clears_the_box_and_then_leaves_it(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.click(SEARCH).await?;
    browser.press("nanjing").await?;
    browser.wait_for_value(QUERY, "?q=nanjing").await?;
    browser.press_key(Key::Escape).await?;
    browser.wait_for_value(COUNT, 365).await?;
    browser.wait_for_value(QUERY, "").await?;
    browser.wait_for_value(TYPED, "").await?;
    assert_eq!(browser.read::<String>(FOCUS).await?, "the box");
    browser.press_key(Key::Escape).await?;
    browser.wait_for_value(FOCUS, "BODY").await
}

async fn the_list_of_keys_opens_by_a_key_and_closes_by_another(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.press("?").await?;
    browser.wait_for_value(IS_OPEN, true).await?;
    assert!(browser.is_shown("dialog.keys h2").await?);
    browser.press_key(Key::Escape).await?;
    browser.wait_for_value(IS_OPEN, false).await?;
    // WebKit gives the focus back a little after it has closed the list.
    browser.wait_for_value(FOCUS, "BODY").await?;
    browser.press("/").await?;
    browser.wait_for_value(FOCUS, "the box").await
}

async fn the_keys_can_be_switched_off_for_good_and_on_again(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.press("?").await?;
    browser.wait_for_value(IS_OPEN, true).await?;
    browser.wait_for_value(&pressed(SWITCH), "true").await?;
    browser.click(SWITCH).await?;
    browser.wait_for_value(&pressed(SWITCH), "false").await?;
    assert!(browser.read::<bool>(IS_OPEN).await?, "the list stays open");
    browser.click("dialog.keys button[type=submit]").await?;
    browser.wait_for_value(IS_OPEN, false).await?;
    browser.wait_for(IS_OUTSIDE).await?;
    expect_no_keys(&browser).await?;
    browser.reload().await?;
    browser.wait_until_live().await?;
    browser.wait_for_value(&pressed(SWITCH), "false").await?;
    expect_no_keys(&browser).await?;
    browser.reload().await?;
    browser.wait_until_live().await?;
    browser.click(".tools [data-act=keys]").await?;
    browser.wait_for_value(IS_OPEN, true).await?;
    browser.click(SWITCH).await?;
    browser.wait_for_value(&pressed(SWITCH), "true").await?;
    browser.click("dialog.keys button[type=submit]").await?;
    browser.wait_for_value(IS_OPEN, false).await?;
    browser.wait_for(IS_OUTSIDE).await?;
    browser.press("/").await?;
    browser.wait_for_value(FOCUS, "the box").await
}

/// A stroke is left to the browser, and the page has heard it.
async fn expect_no_keys(browser: &Browser) -> Outcome {
    let listen = "window.heard = null; addEventListener('keydown', event => { window.heard = [event.key, event.defaultPrevented]; })";
    browser.run::<()>(listen, Vec::new()).await?;
    browser.press("/").await?;
    browser
        .wait_for_value("window.heard", serde_json::json!(["/", false]))
        .await?;
    let focus: String = browser.read(FOCUS).await?;
    assert_ne!(focus, "the box");
    Ok(())
}
