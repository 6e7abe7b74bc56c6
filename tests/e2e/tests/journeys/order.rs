//! The order of the list.

use std::collections::BTreeMap;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::records::{Records, text};
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{QUERY, slugs};

/// The control.
const SORT: &str = "main select";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(each_order_sorts_by_its_value_and_puts_the_unknown_last),
        journey!(an_order_can_be_linked_and_left_with_back),
    ]
}

async fn each_order_sorts_by_its_value_and_puts_the_unknown_last(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let records = Records::bundled()?;
    browser.open_live(&site.url("cities/")).await?;
    for (order, key, sign) in [
        ("-joined", "joined", -1),
        ("joined", "joined", 1),
        ("-population", "population", -1),
    ] {
        let numbers: BTreeMap<String, i64> = records
            .list()
            .iter()
            .filter_map(|record| Some((text(record, "slug"), sign * record.get(key)?.as_i64()?)))
            .collect();
        browser.choose(SORT, order).await?;
        browser
            .wait_for_value(QUERY, format!("?sort={order}"))
            .await?;
        let shown = slugs(&browser).await?;
        assert_eq!(shown.len(), records.list().len());
        let shown: Vec<Option<i64>> = shown
            .iter()
            .map(|slug| numbers.get(slug).copied())
            .collect();
        let known = shown.iter().take_while(|value| value.is_some()).count();
        assert_eq!(
            known,
            numbers.len(),
            "{order}: a city without a value stands before one with it"
        );
        assert!(shown.iter().take(known).is_sorted(), "{order}");
    }
    Ok(())
}

async fn an_order_can_be_linked_and_left_with_back(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    let by_name = slugs(&browser).await?;
    browser.choose(SORT, "-joined").await?;
    browser.wait_for_value(QUERY, "?sort=-joined").await?;
    let newest = slugs(&browser).await?;
    assert_ne!(newest, by_name);
    browser.open_live(&site.url("cities/?sort=-joined")).await?;
    browser
        .wait_for_value(
            &format!("document.querySelector('{SORT}').value"),
            "-joined",
        )
        .await?;
    assert_eq!(slugs(&browser).await?, newest, "linked");
    browser.choose(SORT, "name").await?;
    browser.wait_for_value(QUERY, "").await?;
    assert_eq!(slugs(&browser).await?, by_name);
    browser.back().await?;
    browser.wait_for_value(QUERY, "?sort=-joined").await?;
    browser
        .wait_for_value(
            &format!("document.querySelector('{SORT}').value"),
            "-joined",
        )
        .await?;
    assert_eq!(slugs(&browser).await?, newest, "after Back");
    Ok(())
}
