//! The directory page by what the contract promises of it.

use std::collections::BTreeMap;

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
