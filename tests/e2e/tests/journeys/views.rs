//! The same results in several views.

use serde_json::Value;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::failure::{Failure, Outcome};
use learning_cities_e2e::journey;
use learning_cities_e2e::records::{Records, text};
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{
    COUNT, QUERY, SLUGS, expect_results, number_of, pressed, slugs, switch_view, view_button,
};

/// Questions with many, some, one and no answers.
const QUERIES: [&str; 6] = [
    "",
    "q=nan",
    "region=africa",
    "country=cn&country=kr&joined=2024",
    "only=nanjing,cork",
    "q=zzzqqqxxx",
];

/// As far as a reader cannot tell.
const SAME_PLACE_PX: f64 = 2.0;

/// The charts of the summary, as the value of each row's button and its count.
const CHARTS: &str = "[...document.querySelectorAll('.summary .count-chart')].map(chart =>
    [...chart.querySelectorAll('tbody tr')].map(row => [
        row.querySelector('.chart-value').dataset.act,
        Number(row.querySelector('.chart-count').textContent)]))";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(every_view_shows_the_same_cities),
        journey!(switching_keeps_the_query_and_the_place),
        journey!(a_view_can_be_linked_and_left_with_back),
        journey!(a_bar_of_the_summary_filters_and_its_charts_add_up),
        journey!(the_timeline_names_what_was_announced_with_its_source),
    ]
}

async fn every_view_shows_the_same_cities(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    for query in QUERIES {
        browser
            .open_live(&site.url(&format!("cities/?{query}")))
            .await?;
        let mut listed = slugs(&browser).await?;
        browser.wait_for_value(COUNT, listed.len()).await?;
        listed.sort();
        for view in ["table", "timeline", "summary", "list"] {
            switch_view(&browser, view).await?;
            browser
                .wait_for_value(&format!("{SLUGS}.sort()"), listed.clone())
                .await?;
            assert_eq!(
                browser.read::<usize>(COUNT).await?,
                listed.len(),
                "{query} as {view}"
            );
        }
    }
    Ok(())
}

async fn switching_keeps_the_query_and_the_place(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?region=asia-and-the-pacific"))
        .await?;
    let wanted =
        Records::bundled()?.slugs(|record| text(record, "region") == "asia-and-the-pacific");
    expect_results(&browser, &wanted).await?;
    browser.run::<()>("scrollTo(0, 2000)", Vec::new()).await?;
    browser.wait_for("scrollY > 1900").await?;
    let left: f64 = browser.read("scrollY").await?;
    // A hand would have to scroll to the button.
    let press = |view| format!("document.querySelector('{}').click()", view_button(view));
    browser.run::<()>(&press("table"), Vec::new()).await?;
    browser
        .wait_for_value(QUERY, "?region=asia-and-the-pacific&view=table")
        .await?;
    expect_results(&browser, &wanted).await?;
    browser.run::<()>("scrollTo(0, 700)", Vec::new()).await?;
    browser.wait_for("Math.abs(scrollY - 700) < 2").await?;
    browser.run::<()>(&press("list"), Vec::new()).await?;
    browser
        .wait_for_value(QUERY, "?region=asia-and-the-pacific")
        .await?;
    expect_results(&browser, &wanted).await?;
    let is_there = |place: f64| format!("Math.abs(scrollY - {place}) <= {SAME_PLACE_PX}");
    browser.wait_for(&is_there(left)).await?;
    browser.run::<()>(&press("table"), Vec::new()).await?;
    browser.wait_for(&is_there(700.0)).await
}

async fn a_view_can_be_linked_and_left_with_back(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    for view in ["table", "timeline", "summary"] {
        let button = view_button(view);
        browser
            .open_live(&site.url(&format!("cities/?country=cn&view={view}")))
            .await?;
        browser.wait_for_value(&pressed(&button), "true").await?;
        browser
            .wait_for_value(&number_of("[data-view][aria-pressed=true]"), 1)
            .await?;
        let found = slugs(&browser).await?.len();
        browser.wait_for_value(COUNT, found).await?;
    }
    browser.open_live(&site.url("cities/?country=cn")).await?;
    for view in ["table", "summary"] {
        switch_view(&browser, view).await?;
        browser
            .wait_for_value(QUERY, format!("?country=cn&view={view}"))
            .await?;
    }
    for (query, view) in [("?country=cn&view=table", "table"), ("?country=cn", "list")] {
        browser.back().await?;
        browser.wait_for_value(QUERY, query).await?;
        browser
            .wait_for_value(&pressed(&view_button(view)), "true")
            .await?;
    }
    browser
        .wait_for_value(
            &number_of(".city-list [data-city]"),
            slugs(&browser).await?.len(),
        )
        .await
}

async fn a_bar_of_the_summary_filters_and_its_charts_add_up(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/?view=summary")).await?;
    browser.wait_for_value(COUNT, 365).await?;
    let charts = expect_sums(&browser, 365).await?;
    assert_eq!(charts.len(), 3, "region, country and year");
    let africa = charts
        .concat()
        .into_iter()
        .find(|(act, _)| act == "toggle region africa");
    let (act, count) = africa.unwrap();
    let bar = format!(".summary .chart-value[data-act=\"{act}\"]");
    browser.click(&bar).await?;
    browser.wait_for_value(COUNT, count).await?;
    browser
        .wait_for_value(QUERY, "?region=africa&view=summary")
        .await?;
    browser.wait_for_value(&pressed(&bar), "true").await?;
    expect_sums(&browser, count).await?;
    let africans = Records::bundled()?.slugs(|record| text(record, "region") == "africa");
    expect_results(&browser, &africans).await?;
    browser.click(&bar).await?;
    browser.wait_for_value(COUNT, 365).await
}

/// Every chart counts each result once.
async fn expect_sums(browser: &Browser, total: usize) -> Outcome<Vec<Vec<(String, usize)>>> {
    let charts: Vec<Vec<(String, usize)>> = browser.read(CHARTS).await?;
    for chart in &charts {
        let sum: usize = chart.iter().map(|(_, count)| count).sum();
        assert_eq!(sum, total, "{chart:?}");
    }
    Ok(charts)
}

async fn the_timeline_names_what_was_announced_with_its_source(browser: Browser) -> Outcome {
    let notes = Dist::find()?.read("data/admissions.en.json")?;
    let notes: Vec<Value> =
        serde_json::from_str(&notes).map_err(Failure::form("data/admissions.en.json"))?;
    let mut wanted = Vec::new();
    for note in &notes {
        for remark in note["remarks"].as_array().into_iter().flatten() {
            wanted.push((
                note["year"].to_string(),
                text(remark, "text"),
                text(remark, "href"),
            ));
        }
    }
    assert!(wanted.len() > 5, "{wanted:?}");
    wanted.sort();
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?view=timeline"))
        .await?;
    let remarks = ".admission p.remark:has(a)";
    browser
        .wait_for_value(&number_of(remarks), wanted.len())
        .await?;
    let script = format!(
        "[...document.querySelectorAll('{remarks}')].map(remark => [remark.closest('.admission').querySelector('h3').textContent, remark.firstChild.textContent.trim(), remark.querySelector('a').getAttribute('href')])"
    );
    let mut shown: Vec<(String, String, String)> = browser.read(&script).await?;
    shown.sort();
    assert_eq!(shown, wanted);
    let counts = "[...document.querySelectorAll('.admission')].map(admission => [Number(admission.querySelector('.admission-count span').textContent.match(/\\d+/)[0]), admission.querySelectorAll('[data-city]').length])";
    let counts: Vec<(usize, usize)> = browser.read(counts).await?;
    assert!(
        counts.iter().all(|(told, shown)| told == shown),
        "{counts:?}"
    );
    assert_eq!(counts.iter().map(|(told, _)| told).sum::<usize>(), 365);
    browser
        .click(".admission-filter[data-act=\"toggle joined 2019\"]")
        .await?;
    browser
        .wait_for_value(QUERY, "?joined=2019&view=timeline")
        .await?;
    browser.wait_for_value(&number_of(".admission"), 1).await
}
