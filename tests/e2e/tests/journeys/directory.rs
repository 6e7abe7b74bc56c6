//! The directory page by what the contract promises of it.

use std::collections::BTreeMap;

use fantoccini::key::Key;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;

/// The only search box of the page.
pub(crate) const SEARCH: &str = "main input[type=search]";

/// The count of results: the first number of the first status line, whatever groups its digits.
pub(crate) const COUNT: &str = "Number(document.querySelector('main [role=status]').textContent.replace(/(\\d)[,.\\u00a0\\u202f](?=\\d{3})/g, '$1').match(/\\d+/)[0])";

/// The slugs of the results in the order shown.
pub(crate) const SLUGS: &str = "[...document.querySelectorAll('main [data-city]')].filter(row => !row.closest('svg')).map(row => row.dataset.city)";

/// How far the program has come.
pub(crate) const STATE: &str = "document.documentElement.dataset.app";

/// The address's query, decoded.
pub(crate) const QUERY: &str = "decodeURIComponent(location.search)";

/// What came of saving or copying.
pub(crate) const TOLD: &str = "document.querySelector('.told').textContent";

/// How many elements a selector finds, as an expression.
pub(crate) fn number_of(selector: &str) -> String {
    format!("document.querySelectorAll('{selector}').length")
}

/// Whether the first control that a selector finds is pressed, as an expression.
pub(crate) fn pressed(selector: &str) -> String {
    format!("document.querySelector('{selector}')?.getAttribute('aria-pressed')")
}

/// A selector for the button of a view.
pub(crate) fn view_button(view: &str) -> String {
    format!("[data-view={view}]")
}

/// Presses the button of a view, and waits until it is shown.
pub(crate) async fn switch_view(browser: &Browser, view: &str) -> Outcome {
    let button = view_button(view);
    browser.click(&button).await?;
    browser.wait_for_value(&pressed(&button), "true").await?;
    let shown = "document.querySelector('.view-part').dataset.shows";
    browser.wait_for_value(shown, view).await
}

/// Selects what stands in the search box and types over it, as a reader does.
pub(crate) async fn replace_text(browser: &Browser, typed: &str) -> Outcome {
    browser.click(SEARCH).await?;
    browser
        .run::<()>(
            &format!("document.querySelector('{SEARCH}').select()"),
            Vec::new(),
        )
        .await?;
    if typed.is_empty() {
        browser.press_key(Key::Backspace).await
    } else {
        browser.press(typed).await
    }
}

/// A selector for an option of a facet.
pub(crate) fn option(facet: &str, value: &str) -> String {
    format!("main input[type=checkbox][name={facet}][value=\"{value}\"]")
}

/// The slugs of the results in the order shown.
pub(crate) async fn slugs(browser: &Browser) -> Outcome<Vec<String>> {
    browser.read(SLUGS).await
}

/// Waits until so many cities are found, and asserts that status and list agree.
pub(crate) async fn expect_results(browser: &Browser, wanted: &[String]) -> Outcome {
    browser.wait_for_value(COUNT, wanted.len()).await?;
    let mut found = slugs(browser).await?;
    let mut wanted = wanted.to_vec();
    found.sort();
    wanted.sort();
    assert_eq!(found, wanted);
    Ok(())
}

/// The options of a facet that a reader sees, with their counts.
pub(crate) async fn options(browser: &Browser, facet: &str) -> Outcome<BTreeMap<String, u32>> {
    let script = format!(
        "Object.fromEntries([...document.querySelectorAll('main input[type=checkbox][name={facet}]')]\
         .filter(box => !box.closest('[hidden]'))\
         .map(box => [box.value, Number(box.closest('label').querySelector('[data-count]').textContent)]))"
    );
    browser.read(&script).await
}
