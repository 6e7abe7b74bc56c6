//! The results as a table.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::records::{Records, text};
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, QUERY, slugs};

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(the_table_sorts_by_its_headings_and_says_so),
        journey!(the_table_says_what_the_records_say),
    ]
}

async fn the_table_sorts_by_its_headings_and_says_so(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/?view=table")).await?;
    let records = Records::bundled()?;
    let numbers = |key: &str, sign: i64| -> BTreeMap<String, i64> {
        let records = records.list().iter();
        let number =
            |record: &Value| Some((text(record, "slug"), sign * record.get(key)?.as_i64()?));
        records.filter_map(number).collect()
    };
    let sorted = "Object.fromEntries([...document.querySelectorAll('.city-table th[aria-sort]')].filter(head => head.getAttribute('aria-sort') !== 'none').map(head => [head.textContent.trim(), head.getAttribute('aria-sort')]))";
    for (heading, query, direction, key) in [
        (
            "Year joined",
            "?sort=-joined&view=table",
            "descending",
            "joined",
        ),
        (
            "Year joined",
            "?sort=joined&view=table",
            "ascending",
            "joined",
        ),
        (
            "Population of the town",
            "?sort=-population&view=table",
            "descending",
            "population",
        ),
    ] {
        press_heading(&browser, heading).await?;
        browser.wait_for_value(QUERY, query).await?;
        browser
            .wait_for_value(sorted, json!({heading: direction}))
            .await?;
        let numbers = numbers(key, if direction == "descending" { -1 } else { 1 });
        let shown = slugs(&browser).await?;
        let known = shown.iter().filter_map(|slug| numbers.get(slug));
        assert!(known.is_sorted(), "{query}");
        assert_eq!(shown.len(), records.list().len());
    }
    press_heading(&browser, "Country").await?;
    browser
        .wait_for_value(QUERY, "?sort=country&view=table")
        .await?;
    browser
        .wait_for_value(sorted, json!({"Country": "ascending"}))
        .await?;
    let countries: Vec<String> = browser
        .read("[...document.querySelectorAll('.city-table tbody td:nth-of-type(1)')].map(cell => cell.textContent)")
        .await?;
    let runs = countries
        .windows(2)
        .filter(|pair| pair[0] != pair[1])
        .count();
    let distinct: BTreeSet<&String> = countries.iter().collect();
    assert_eq!(
        runs + 1,
        distinct.len(),
        "the cities of a country stand together"
    );
    press_heading(&browser, "City").await?;
    browser.wait_for_value(QUERY, "?view=table").await?;
    browser.back().await?;
    browser
        .wait_for_value(sorted, json!({"Country": "ascending"}))
        .await
}

async fn press_heading(browser: &Browser, heading: &str) -> Outcome {
    let act: String = browser
        .read(&format!(
            "[...document.querySelectorAll('.city-table .column')].find(head => head.textContent === '{heading}').dataset.act"
        ))
        .await?;
    browser
        .click(&format!(".city-table .column[data-act=\"{act}\"]"))
        .await
}

async fn the_table_says_what_the_records_say(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?only=nanjing,cork&view=table"))
        .await?;
    browser.wait_for_value(COUNT, 2).await?;
    let cells = |slug| {
        format!(
            "[...document.querySelectorAll('.city-table [data-city={slug}] > td')].slice(0, 6).map(cell => cell.textContent)"
        )
    };
    let nanjing: Vec<String> = browser.read(&cells("nanjing")).await?;
    assert_eq!(
        nanjing,
        [
            "China",
            "Asia and the Pacific",
            "2024",
            "",
            "2024",
            "9,314,685"
        ]
    );
    let cork: Vec<String> = browser.read(&cells("cork")).await?;
    assert_eq!(
        cork,
        [
            "Ireland",
            "Europe and North America",
            "",
            "2015, 2024",
            "2025",
            "224,004"
        ]
    );
    Ok(())
}
