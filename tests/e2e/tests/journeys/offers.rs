//! Words that name a filter, and names as readers type them.

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::records::{Records, awards, joined, text};
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{
    COUNT, QUERY, SLUGS, expect_results, number_of, option, replace_text, slugs,
};

/// The filters offered, in words.
const OFFERS: &str =
    "[...document.querySelectorAll('[data-offer]')].map(offer => offer.textContent)";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(a_word_that_names_a_country_is_offered_as_a_filter),
        journey!(an_offer_leaves_the_other_words),
        journey!(a_country_and_a_year_find_the_cities_admitted_then),
        journey!(an_award_and_its_year_find_the_cities_that_have_it),
        journey!(a_name_is_found_however_it_is_typed),
        journey!(a_text_that_names_no_filter_offers_none),
    ]
}

async fn a_word_that_names_a_country_is_offered_as_a_filter(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let koreans = Records::bundled()?.slugs(|record| text(record, "iso2") == "KR");
    browser.open_live(&site.url("cities/")).await?;
    assert!(!browser.is_shown(".offers").await?, "nothing typed yet");
    replace_text(&browser, "korea").await?;
    browser.wait_for_value(QUERY, "?q=korea").await?;
    browser.wait_for(&format!("{OFFERS}.length > 0")).await?;
    let offers: Vec<String> = browser.read(OFFERS).await?;
    assert!(
        offers[0].starts_with("Filter by ") && offers[0].contains("Korea"),
        "{offers:?}"
    );
    browser.click("[data-offer]").await?;
    browser.wait_for_value(QUERY, "?country=kr").await?;
    browser
        .wait_for_value(
            "document.querySelector('main input[type=search]').value",
            "",
        )
        .await?;
    expect_results(&browser, &koreans).await?;
    let is_checked = format!(
        "document.querySelector('{}').checked",
        option("country", "kr")
    );
    browser.wait_for_value(&is_checked, true).await?;
    browser
        .wait_for_value(&number_of("[data-offer]"), 0)
        .await?;
    browser.back().await?;
    browser.wait_for_value(QUERY, "?q=korea").await
}

async fn an_offer_leaves_the_other_words(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/?q=osan+korea")).await?;
    browser.wait_for(&format!("{OFFERS}.length > 0")).await?;
    browser.click("[data-offer]").await?;
    browser.wait_for_value(QUERY, "?q=osan&country=kr").await?;
    browser.wait_for_value(&format!("{SLUGS}[0]"), "osan").await
}

async fn a_country_and_a_year_find_the_cities_admitted_then(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let wanted = Records::bundled()?
        .slugs(|record| text(record, "iso2") == "KR" && joined(record) == "2022");
    assert!(!wanted.is_empty());
    browser.open_live(&site.url("cities/")).await?;
    replace_text(&browser, "korea 2022").await?;
    expect_results(&browser, &wanted).await
}

async fn an_award_and_its_year_find_the_cities_that_have_it(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let wanted = Records::bundled()?.slugs(|record| awards(record).contains(&"2019".to_owned()));
    assert!(!wanted.is_empty());
    browser.open_live(&site.url("cities/")).await?;
    replace_text(&browser, "award 2019").await?;
    expect_results(&browser, &wanted).await?;
    let offers: Vec<String> = browser.read(OFFERS).await?;
    assert!(
        offers.iter().any(|offer| offer.contains("2019")),
        "{offers:?}"
    );
    Ok(())
}

async fn a_name_is_found_however_it_is_typed(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    for (typed, slug) in [
        ("蘇州", "suzhou"),
        ("xian", "xian"),
        ("xi'an", "xian"),
        ("XI’AN", "xian"),
        ("xi an", "xian"),
        ("西安", "xian"),
        ("s hertogenbosch", "s-hertogenbosch"),
        ("nzerekore", "nzerekore"),
        ("lalcora", "lalcora"),
    ] {
        replace_text(&browser, typed).await?;
        browser
            .wait_for_value(
                "document.querySelector('main input[type=search]').value",
                typed,
            )
            .await?;
        browser.wait_for_value(&format!("{SLUGS}[0]"), slug).await?;
    }
    Ok(())
}

async fn a_text_that_names_no_filter_offers_none(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/?q=nanjing")).await?;
    browser
        .wait_for_value(COUNT, slugs(&browser).await?.len())
        .await?;
    assert_eq!(browser.read::<u32>(&number_of("[data-offer]")).await?, 0);
    assert!(!browser.is_shown(".offers").await?);
    Ok(())
}
