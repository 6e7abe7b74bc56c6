//! Finding a city by typing.

use serde_json::json;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::records::{Records, text};
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, QUERY, SEARCH, SLUGS, replace_text, slugs};

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(any_name_of_a_city_finds_it_first),
        journey!(a_part_of_a_name_finds_every_city_that_has_it),
        journey!(a_country_in_its_own_script_finds_its_cities),
        journey!(typing_replaces_the_history_entry_and_a_choice_pushes_one),
        journey!(an_empty_result_offers_ways_out_that_lead_somewhere),
        journey!(a_search_can_be_linked_and_reloaded),
        journey!(a_search_for_markup_shows_text_and_runs_nothing),
    ]
}

async fn any_name_of_a_city_finds_it_first(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    for (typed, slug) in [
        ("nankin", "nanjing"),
        ("NANJING", "nanjing"),
        ("南京", "nanjing"),
        ("nanjng", "nanjing"),
        ("Soochow", "suzhou"),
        ("Пекин", "beijing"),
    ] {
        replace_text(&browser, typed).await?;
        browser.wait_for_value(&format!("{SLUGS}[0]"), slug).await?;
        let rows = slugs(&browser).await?.len();
        assert_eq!(
            browser.read::<usize>(COUNT).await?,
            rows,
            "{typed}: status and list"
        );
    }
    replace_text(&browser, "").await?;
    browser.wait_for_value(COUNT, 365).await?;
    browser.wait_for_value(QUERY, "").await
}

async fn a_part_of_a_name_finds_every_city_that_has_it(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let wanted =
        Records::bundled()?.slugs(|record| text(record, "name").to_lowercase().contains("jing"));
    assert!(wanted.len() > 1, "{wanted:?}");
    browser.open_live(&site.url("cities/")).await?;
    replace_text(&browser, "jing").await?;
    browser.wait_for_value(QUERY, "?q=jing").await?;
    let found = slugs(&browser).await?;
    let first = found.iter().take(wanted.len());
    assert!(
        first.clone().all(|slug| wanted.contains(slug)),
        "{first:?} before {wanted:?}"
    );
    Ok(())
}

async fn a_country_in_its_own_script_finds_its_cities(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let wanted = Records::bundled()?.slugs(|record| text(record, "iso2") == "CN");
    browser.open_live(&site.url("cities/")).await?;
    replace_text(&browser, "中国").await?;
    browser.wait_for_value(COUNT, wanted.len()).await?;
    let found = slugs(&browser).await?;
    assert!(wanted.iter().all(|slug| found.contains(slug)), "{found:?}");
    Ok(())
}

async fn typing_replaces_the_history_entry_and_a_choice_pushes_one(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    let before: u32 = browser.read("history.length").await?;
    replace_text(&browser, "nan").await?;
    browser.wait_for_value(QUERY, "?q=nan").await?;
    browser.press("jing").await?;
    browser.wait_for_value(QUERY, "?q=nanjing").await?;
    assert_eq!(
        browser.read::<u32>("history.length").await?,
        before,
        "after typing"
    );
    browser
        .point_at("main input[name=country][value=cn]")
        .await?;
    browser
        .wait_for_value(QUERY, "?q=nanjing&country=cn")
        .await?;
    assert_eq!(
        browser.read::<u32>("history.length").await?,
        before + 1,
        "after a choice"
    );
    browser.back().await?;
    browser.wait_for_value(QUERY, "?q=nanjing").await?;
    browser
        .wait_for("!document.querySelector('main input[name=country][value=cn]').checked")
        .await
}

async fn an_empty_result_offers_ways_out_that_lead_somewhere(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    for query in [
        "q=zzzqqqxxx",
        "q=nanjing&country=fr",
        "country=cn&award=2015&region=africa",
    ] {
        let address = site.url(&format!("cities/?{query}"));
        browser.open_live(&address).await?;
        browser.wait_for_value(COUNT, 0).await?;
        let ways: usize = browser
            .read("document.querySelectorAll('[data-suggest]').length")
            .await?;
        assert!(ways > 0, "{query}");
        for way in 0..ways {
            browser.open_live(&address).await?;
            browser
                .wait_for_value("document.querySelectorAll('[data-suggest]').length", ways)
                .await?;
            browser
                .run::<()>(
                    "document.querySelectorAll('[data-suggest]')[arguments[0]].click()",
                    vec![json!(way)],
                )
                .await?;
            browser.wait_for(&format!("{COUNT} > 0")).await?;
        }
    }
    Ok(())
}

async fn a_search_can_be_linked_and_reloaded(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?q=nanking&country=cn"))
        .await?;
    for _ in 0..2 {
        browser.wait_for_value(SLUGS, json!(["nanjing"])).await?;
        browser
            .wait_for_value(
                &format!("document.querySelector('{SEARCH}').value"),
                "nanking",
            )
            .await?;
        browser
            .wait_for("document.querySelector('main input[name=country][value=cn]').checked")
            .await?;
        browser.reload().await?;
        browser.wait_until_live().await?;
    }
    Ok(())
}

async fn a_search_for_markup_shows_text_and_runs_nothing(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let address =
        site.url("cities/?q=%3Cimg%20src%3Dx%20onerror%3D%22window.wasRun%3D1%22%3E&%3Cb%3Ekey=1");
    browser.open_live(&address).await?;
    browser
        .wait_for(
            "document.querySelector('main [data-notice=address]').textContent.includes('<b>key')",
        )
        .await?;
    let planted: u32 = browser
        .read("document.querySelectorAll('main img[onerror], main b').length")
        .await?;
    assert_eq!(planted, 0);
    assert!(browser.read::<bool>("window.wasRun === undefined").await?);
    Ok(())
}
