//! Narrowing the directory by its facets.

use std::collections::BTreeMap;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::records::{Records, joined, text};
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, QUERY, SEARCH, expect_results, option, options};

/// A notice about a part of the address that means nothing.
const DROPPED: &str = "main [data-notice=address]";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(a_box_narrows_the_list_and_a_chip_widens_it_again),
        journey!(values_of_one_facet_add_up_and_facets_narrow_each_other),
        journey!(clear_all_drops_every_filter_and_the_text),
        journey!(counts_respect_the_other_facets_and_not_their_own),
        journey!(an_option_that_would_give_nothing_is_hidden_unless_it_is_checked),
        journey!(what_a_reader_sees_of_the_filters_tools_see_too),
        journey!(a_year_that_is_not_known_can_be_asked_for),
        journey!(a_part_of_the_address_that_means_nothing_is_dropped_and_named),
    ]
}

async fn a_box_narrows_the_list_and_a_chip_widens_it_again(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let chinese = Records::bundled()?.slugs(|record| text(record, "iso2") == "CN");
    browser.open_live(&site.url("cities/")).await?;
    let promised = options(&browser, "country").await?["cn"];
    browser.point_at(&option("country", "cn")).await?;
    expect_results(&browser, &chinese).await?;
    assert_eq!(promised as usize, chinese.len(), "the count beside the box");
    browser.wait_for_value(QUERY, "?country=cn").await?;
    browser
        .wait_for_value(
            "document.querySelectorAll('.active-filters .chip').length",
            1,
        )
        .await?;
    assert!(browser.is_shown(".active-filters .chip").await?);
    browser.click(".active-filters .chip").await?;
    browser.wait_for_value(COUNT, 365).await?;
    browser.wait_for_value(QUERY, "").await?;
    let is_checked = format!(
        "document.querySelector('{}').checked",
        option("country", "cn")
    );
    browser.wait_for_value(&is_checked, false).await?;
    assert!(!browser.is_shown(".active-filters").await?);
    Ok(())
}

async fn values_of_one_facet_add_up_and_facets_narrow_each_other(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let records = Records::bundled()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.point_at(&option("region", "africa")).await?;
    expect_results(
        &browser,
        &records.slugs(|record| text(record, "region") == "africa"),
    )
    .await?;
    browser.point_at(&option("region", "arab-states")).await?;
    let is_south =
        |record: &_| ["africa", "arab-states"].contains(&text(record, "region").as_str());
    expect_results(&browser, &records.slugs(is_south)).await?;
    browser.point_at(&option("joined", "2024")).await?;
    expect_results(
        &browser,
        &records.slugs(|record| is_south(record) && joined(record) == "2024"),
    )
    .await?;
    browser
        .wait_for_value(QUERY, "?region=africa&region=arab-states&joined=2024")
        .await
}

async fn clear_all_drops_every_filter_and_the_text(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?q=an&country=cn&joined=2024"))
        .await?;
    browser
        .wait_for_value(
            "document.querySelectorAll('.active-filters .chip').length",
            2,
        )
        .await?;
    browser.click(".active-filters .clear").await?;
    browser.wait_for_value(COUNT, 365).await?;
    browser.wait_for_value(QUERY, "").await?;
    browser
        .wait_for_value(&format!("document.querySelector('{SEARCH}').value"), "")
        .await?;
    browser
        .wait_for_value("document.querySelectorAll('main input:checked').length", 0)
        .await
}

async fn counts_respect_the_other_facets_and_not_their_own(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let records = Records::bundled()?;
    browser.open_live(&site.url("cities/")).await?;
    let regions = options(&browser, "region").await?;
    browser.point_at(&option("region", "africa")).await?;
    browser.wait_for_value(QUERY, "?region=africa").await?;
    let mut countries: BTreeMap<String, u32> = BTreeMap::new();
    let mut years: BTreeMap<String, u32> = BTreeMap::new();
    for record in records
        .list()
        .iter()
        .filter(|record| text(record, "region") == "africa")
    {
        *countries
            .entry(text(record, "iso2").to_lowercase())
            .or_default() += 1;
        if joined(record) != "unknown" {
            *years.entry(joined(record)).or_default() += 1;
        }
    }
    assert_eq!(options(&browser, "country").await?, countries);
    let mut shown_years = options(&browser, "joined").await?;
    shown_years.remove("unknown");
    assert_eq!(shown_years, years);
    assert_eq!(
        options(&browser, "region").await?,
        regions,
        "a facet does not narrow itself"
    );
    Ok(())
}

async fn an_option_that_would_give_nothing_is_hidden_unless_it_is_checked(
    browser: Browser,
) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?q=nanjing&country=fr"))
        .await?;
    browser.wait_for_value(COUNT, 0).await?;
    let countries = options(&browser, "country").await?;
    assert_eq!(countries.get("fr"), Some(&0), "what is checked stays");
    assert!(
        countries
            .iter()
            .all(|(code, count)| *count > 0 || code == "fr"),
        "{countries:?}"
    );
    for (code, is_visible) in [("ke", false), ("fr", true)] {
        let visible = format!(
            "document.querySelector('{}').checkVisibility()",
            option("country", code)
        );
        assert_eq!(browser.read::<bool>(&visible).await?, is_visible, "{code}");
    }
    Ok(())
}

async fn what_a_reader_sees_of_the_filters_tools_see_too(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    let africa = option("region", "africa");
    assert!(
        browser.is_shown(&africa).await?,
        "on a wide screen the filters are open"
    );
    browser.click(&africa).await?;
    browser.wait_for_value(QUERY, "?region=africa").await
}

async fn a_year_that_is_not_known_can_be_asked_for(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?joined=unknown"))
        .await?;
    let undated = Records::bundled()?.slugs(|record| joined(record) == "unknown");
    assert!(!undated.is_empty());
    expect_results(&browser, &undated).await
}

async fn a_part_of_the_address_that_means_nothing_is_dropped_and_named(
    browser: Browser,
) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?colour=red&country=qq&q=nanjing"))
        .await?;
    browser.wait_for_value(COUNT, 1).await?;
    assert!(browser.is_shown(DROPPED).await?);
    let notice: String = browser
        .read(&format!("document.querySelector('{DROPPED}').textContent"))
        .await?;
    assert!(
        notice.contains("colour") && notice.contains("qq"),
        "{notice}"
    );
    assert!(!notice.contains("nanjing"), "{notice}");
    browser.open_live(&site.url("cities/?q=nanjing")).await?;
    browser.wait_for_value(COUNT, 1).await?;
    assert!(
        !browser.is_shown(DROPPED).await?,
        "a good address needs no notice"
    );
    Ok(())
}
