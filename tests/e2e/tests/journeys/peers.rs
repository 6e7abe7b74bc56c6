//! Cities elsewhere that are like one.

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::records::{Records, text};
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, QUERY, number_of, pressed};

/// Each peer's slug with what is said of it.
const PEERS: &str = "[...document.querySelectorAll('.peers ol > li')].map(peer => [
    peer.querySelector('a').pathname.split('/').at(-2), peer.querySelector('.remark').textContent])";

/// What counts, as the control says it.
const COUNTED: &str = "[...document.querySelectorAll('.peers [data-act^=\"count \"][aria-pressed=true]')].map(button => button.dataset.act.split(' ')[1])";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(the_peers_of_a_city_lie_in_other_countries_and_say_why),
        journey!(what_counts_can_be_chosen_linked_and_reloaded),
        journey!(a_citys_page_leads_to_the_choice_of_what_counts),
    ]
}

async fn the_peers_of_a_city_lie_in_other_countries_and_say_why(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let abroad = Records::bundled()?.slugs(|record| text(record, "iso2") != "CN");
    browser.open_live(&site.url("cities/?like=nanjing")).await?;
    browser
        .wait_for_value(&number_of(".peers ol > li"), 10)
        .await?;
    assert!(browser.text(".peers h3").await?.contains("Nanjing"));
    let peers: Vec<(String, String)> = browser.read(PEERS).await?;
    for (slug, words) in &peers {
        assert!(abroad.contains(slug), "{slug} is in China or not on record");
        let reasons = words.split_once(": ").map(|(_, reasons)| reasons);
        assert!(
            reasons.is_some_and(|reasons| reasons.len() > 10),
            "{slug}: {words}"
        );
    }
    assert_eq!(
        browser.read::<usize>(COUNT).await?,
        365,
        "peers do not narrow the list"
    );
    let compare = format!(".peers [data-compare={}]", peers[0].0);
    browser.click(&compare).await?;
    browser
        .wait_for_value(QUERY, format!("?compare={}&like=nanjing", peers[0].0))
        .await?;
    browser.wait_for_value(&pressed(&compare), "true").await?;
    browser.click(".peers [data-act=unlike]").await?;
    browser.wait_for_value(&number_of(".peers"), 0).await?;
    browser
        .wait_for_value(QUERY, format!("?compare={}", peers[0].0))
        .await
}

async fn what_counts_can_be_chosen_linked_and_reloaded(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/?like=nanjing")).await?;
    browser
        .wait_for_value(&number_of(".peers ol > li"), 10)
        .await?;
    let by_default: Vec<(String, String)> = browser.read(PEERS).await?;
    for criterion in ["joined", "award", "countries", "region", "size"] {
        browser
            .wait_for_value(&pressed(&button(criterion)), "true")
            .await?;
    }
    browser
        .wait_for_value(&pressed(&button("distance")), "false")
        .await?;
    browser.click(&button("distance")).await?;
    browser
        .wait_for_value(&pressed(&button("distance")), "true")
        .await?;
    for criterion in ["joined", "award", "countries", "region", "size"] {
        browser.click(&button(criterion)).await?;
        browser
            .wait_for_value(&pressed(&button(criterion)), "false")
            .await?;
    }
    browser
        .wait_for_value(QUERY, "?like=nanjing&by=distance")
        .await?;
    let nearest: Vec<(String, String)> = browser.read(PEERS).await?;
    assert_ne!(nearest, by_default);
    assert!(
        nearest.iter().all(|(_, words)| words.contains(" km")),
        "{nearest:?}"
    );
    browser.reload().await?;
    browser.wait_until_live().await?;
    browser.wait_for_value(COUNTED, vec!["distance"]).await?;
    let reloaded: Vec<(String, String)> = browser.read(PEERS).await?;
    assert_eq!(reloaded, nearest);
    // Likeness by nothing is none, so the last one stays.
    browser.click(&button("distance")).await?;
    browser.click(&button("size")).await?;
    browser
        .wait_for_value(QUERY, "?like=nanjing&by=distance&by=size")
        .await
}

async fn a_citys_page_leads_to_the_choice_of_what_counts(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/nanjing/")).await?;
    let link = "main a[href$=\"?like=nanjing\"]";
    assert_eq!(browser.text(link).await?, "Choose what counts");
    browser.click(link).await?;
    browser.wait_for_value(QUERY, "?like=nanjing").await?;
    browser
        .wait_for_value(&number_of(".peers ol > li"), 10)
        .await?;
    assert!(browser.is_shown(&button("size")).await?);
    Ok(())
}

/// The control of a criterion.
fn button(criterion: &str) -> String {
    format!(".peers [data-act=\"count {criterion}\"]")
}
