//! Cities side by side.

use serde_json::{Value, json};

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::records::Records;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, QUERY, number_of, pressed};

/// The names of the cities, in the order of the columns.
const COLUMNS: &str =
    "[...document.querySelectorAll('.comparison-table thead a')].map(link => link.textContent)";

/// What is said of a city that is not on record.
const UNKNOWN: &str = "[data-notice=compare]";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(two_cities_picked_from_the_list_stand_side_by_side),
        journey!(what_is_not_known_is_said_and_what_is_has_its_sources),
        journey!(a_fifth_city_is_refused),
        journey!(a_city_can_be_taken_away_and_the_comparison_ended),
        journey!(a_linked_city_that_is_not_on_record_is_named_and_the_rest_shown),
        journey!(a_citys_page_leads_to_a_comparison_with_it),
    ]
}

async fn two_cities_picked_from_the_list_stand_side_by_side(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    assert!(!browser.is_shown(".comparison").await?, "nobody asked yet");
    browser.click(&control("nanjing")).await?;
    browser.wait_for_value(QUERY, "?compare=nanjing").await?;
    browser
        .wait_for_value(&number_of(".comparison .remark"), 1)
        .await?;
    browser.click(&control("cork")).await?;
    browser
        .wait_for_value(QUERY, "?compare=nanjing,cork")
        .await?;
    browser
        .wait_for_value(COLUMNS, json!(["Nanjing", "Cork"]))
        .await?;
    browser
        .wait_for_value(&number_of(".comparison .remark"), 0)
        .await?;
    for slug in ["nanjing", "cork"] {
        browser
            .wait_for_value(&pressed(&control(slug)), "true")
            .await?;
    }
    assert_eq!(
        browser.read::<usize>(COUNT).await?,
        365,
        "a comparison does not narrow the list"
    );
    browser.back().await?;
    browser.wait_for_value(COLUMNS, json!(["Nanjing"])).await?;
    browser
        .wait_for_value(&pressed(&control("cork")), "false")
        .await
}

async fn what_is_not_known_is_said_and_what_is_has_its_sources(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let records = Records::bundled()?;
    browser
        .open_live(&site.url("cities/?compare=nanjing,cork"))
        .await?;
    browser
        .wait_for_value(&row("Year joined"), json!(["2024", "not known"]))
        .await?;
    for (fact, values) in [
        ("Country", ["China", "Ireland"]),
        ("Awards", ["none", "2015, 2024"]),
        ("Last attested", ["2024", "2025"]),
        ("Population of the town", ["9,314,685", "224,004"]),
    ] {
        let shown: Vec<String> = browser.read(&row(fact)).await?;
        assert_eq!(shown, values, "{fact}");
    }
    let distance: Vec<String> = browser.read(&row("Distance to the first")).await?;
    assert!(distance[1].ends_with(" km"), "{distance:?}");
    let empty = "[...document.querySelectorAll('.comparison-table tbody td:not(.cited)')].filter(cell => cell.textContent.trim() === '').length";
    assert_eq!(
        browser.read::<u32>(empty).await?,
        0,
        "a gap is said to be one"
    );
    let named = |slug: &str| {
        let record = records.list().iter().find(|record| record["slug"] == slug);
        record
            .and_then(|record| record["sources"].as_array())
            .map_or(0, Vec::len)
    };
    let cited = "[...document.querySelectorAll('.comparison-table td.cited')].map(cell => cell.querySelectorAll('li').length)";
    browser
        .wait_for_value(cited, json!([named("nanjing"), named("cork")]))
        .await?;
    let links: Vec<(String, String)> = browser
        .read("[...document.querySelectorAll('td.cited a')].map(link => [link.protocol, link.textContent])")
        .await?;
    assert!(links.len() >= 4, "{links:?}");
    assert!(
        links
            .iter()
            .all(|(scheme, name)| scheme.starts_with("http") && !name.is_empty()),
        "{links:?}"
    );
    Ok(())
}

async fn a_fifth_city_is_refused(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let four = "?compare=nanjing,cork,aswan,beijing";
    browser
        .open_live(&site.url(&format!("cities/{four}")))
        .await?;
    browser
        .wait_for_value(COLUMNS, json!(["Nanjing", "Cork", "Aswan", "Beijing"]))
        .await?;
    let entries: u32 = browser.read("history.length").await?;
    browser.click(&control("suzhou")).await?;
    // Something else that is pressed afterwards has come to pass.
    let star = "[data-city=suzhou] button.star";
    browser.click(star).await?;
    browser.wait_for_value(&pressed(star), "true").await?;
    let shown: Value = browser.read(COLUMNS).await?;
    assert_eq!(shown, json!(["Nanjing", "Cork", "Aswan", "Beijing"]));
    assert_eq!(browser.read::<String>(QUERY).await?, four);
    assert_eq!(
        browser.read::<String>(&pressed(&control("suzhou"))).await?,
        "false"
    );
    assert_eq!(
        browser.read::<u32>("history.length").await?,
        entries,
        "what changes nothing is no step to take back"
    );
    browser
        .open_live(&site.url(&format!("cities/{four},suzhou")))
        .await?;
    browser
        .wait_for_value(COLUMNS, json!(["Nanjing", "Cork", "Aswan", "Beijing"]))
        .await?;
    let notice = browser.text("main [data-notice=address]").await?;
    assert!(notice.contains("suzhou"), "{notice}");
    Ok(())
}

async fn a_city_can_be_taken_away_and_the_comparison_ended(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?compare=nanjing,cork,aswan"))
        .await?;
    browser
        .wait_for_value(COLUMNS, json!(["Nanjing", "Cork", "Aswan"]))
        .await?;
    browser
        .click(".comparison-table [data-compare=cork]")
        .await?;
    browser
        .wait_for_value(COLUMNS, json!(["Nanjing", "Aswan"]))
        .await?;
    browser
        .wait_for_value(QUERY, "?compare=nanjing,aswan")
        .await?;
    browser.click(&control("nanjing")).await?;
    browser.wait_for_value(COLUMNS, json!(["Aswan"])).await?;
    browser.click(".comparison [data-act=apart]").await?;
    browser.wait_for_value(&number_of(".comparison"), 0).await?;
    browser.wait_for_value(QUERY, "").await?;
    browser
        .wait_for_value(&number_of("[data-compare][aria-pressed=true]"), 0)
        .await
}

async fn a_linked_city_that_is_not_on_record_is_named_and_the_rest_shown(
    browser: Browser,
) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?compare=nanjing,atlantis,cork"))
        .await?;
    browser
        .wait_for_value(COLUMNS, json!(["Nanjing", "Cork"]))
        .await?;
    assert!(browser.is_shown(UNKNOWN).await?);
    let notice = browser.text(UNKNOWN).await?;
    assert!(notice.contains("atlantis"), "{notice}");
    assert!(!notice.contains("cork"), "{notice}");
    Ok(())
}

async fn a_citys_page_leads_to_a_comparison_with_it(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/nanjing/")).await?;
    browser.click("main a[data-compare=nanjing]").await?;
    browser
        .wait_for("location.pathname.endsWith('/cities/')")
        .await?;
    browser.wait_for_value(QUERY, "?compare=nanjing").await?;
    browser.wait_for_value(COLUMNS, json!(["Nanjing"])).await?;
    assert!(browser.is_shown(".comparison .remark").await?);
    browser.click(&control("cork")).await?;
    browser
        .wait_for_value(COLUMNS, json!(["Nanjing", "Cork"]))
        .await
}

/// The control of a row.
fn control(slug: &str) -> String {
    format!("[data-city={slug}] button.compare")
}

/// The values of a fact, in the order of the columns.
fn row(fact: &str) -> String {
    format!(
        "(row => [...(row?.cells ?? [])].slice(1).map(cell => cell.textContent))([...document.querySelectorAll('.comparison-table tbody tr')].find(row => row.cells[0].textContent === '{fact}'))"
    )
}
