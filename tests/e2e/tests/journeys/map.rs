//! The results on the map, with the mouse, with keys and by address.

use fantoccini::key::Key;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::records::{Records, text};
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, QUERY, SLUGS};

/// The map.
const PLANE: &str = "main svg.map-plane";

/// The slugs of its points in the order of the document.
const POINTS: &str =
    "[...document.querySelectorAll('main svg [data-city]')].map(point => point.dataset.city)";

/// The part of the plane it shows: left, top, width, height.
const SHOWN: &str =
    "document.querySelector('main svg.map-plane').getAttribute('viewBox').split(' ').map(Number)";

/// The city that has the focus.
const FOCUSED: &str = "document.activeElement.dataset.city ?? null";

/// Width of the whole plane.
const WORLD: u32 = 1_000_000;

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(every_result_with_a_position_has_a_point_in_the_order_of_the_list),
        journey!(buttons_and_keys_change_the_window_and_the_address),
        journey!(an_address_with_a_window_is_honoured),
        journey!(keys_reach_every_point_in_order_with_name_and_number),
        journey!(a_number_opens_and_four_cities_on_one_point_come_apart),
        journey!(a_map_without_a_result_says_so_and_still_moves),
        journey!(the_device_is_asked_where_it_is_on_a_press_alone),
    ]
}

fn is_placed(record: &serde_json::Value) -> bool {
    record.get("lat").is_some_and(serde_json::Value::is_number)
}

async fn every_result_with_a_position_has_a_point_in_the_order_of_the_list(
    browser: Browser,
) -> Outcome {
    let site = Served::as_built()?;
    let placed = Records::bundled()?.slugs(is_placed);
    let missing = Records::bundled()?.list().len() - placed.len();
    browser.open_live(&site.url("cities/?view=map")).await?;
    browser
        .wait_for_value(&format!("{POINTS}.length"), placed.len())
        .await?;
    let listed: Vec<String> = browser.read(SLUGS).await?;
    let expected: Vec<&String> = listed.iter().filter(|slug| placed.contains(slug)).collect();
    let points: Vec<String> = browser.read(POINTS).await?;
    assert_eq!(points.iter().collect::<Vec<_>>(), expected);
    let said = browser.text("main [data-map-without]").await?;
    assert!(said.contains(&missing.to_string()), "{said}");
    browser
        .open_live(&site.url("cities/?country=kr&view=map"))
        .await?;
    let korean =
        Records::bundled()?.slugs(|record| text(record, "iso2") == "KR" && is_placed(record));
    browser
        .wait_for_value(&format!("{POINTS}.length"), korean.len())
        .await
}

async fn buttons_and_keys_change_the_window_and_the_address(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/?view=map")).await?;
    let steps: u32 = browser.read("history.length").await?;
    browser.click("main [data-map=closer]").await?;
    browser
        .wait_for_value(&format!("{SHOWN}[2]"), WORLD / 2)
        .await?;
    browser
        .wait_for(&format!(
            "/[?&]at=-?[\\d.]+,-?[\\d.]+,2\\.0$/.test({QUERY})"
        ))
        .await?;
    browser.click("main [data-map=world]").await?;
    browser.wait_for_value(QUERY, "?view=map").await?;
    // Where a reader looks is no step to go back by.
    browser.wait_for_value("history.length", steps).await?;
    browser
        .run::<()>(
            "document.querySelector('main svg [data-city=nanjing]').focus()",
            Vec::new(),
        )
        .await?;
    browser.press("+").await?;
    browser.press("+").await?;
    browser
        .wait_for_value(&format!("{SHOWN}[2]"), WORLD / 4)
        .await?;
    browser
        .wait_for(&format!("{QUERY}.endsWith(',4.0')"))
        .await?;
    browser.press("0").await?;
    browser.wait_for_value(QUERY, "?view=map").await?;
    browser
        .open_live(&site.url("cities/?country=cn&view=map"))
        .await?;
    browser.click("main [data-map=fit]").await?;
    browser
        .wait_for(&format!(
            "{QUERY}.includes('at=') && {SHOWN}[2] < {WORLD} / 2"
        ))
        .await
}

async fn an_address_with_a_window_is_honoured(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?view=map&at=31.50,119.60,8.0"))
        .await?;
    browser
        .wait_for_value(&format!("{SHOWN}[2]"), WORLD / 8)
        .await?;
    let is_inside = format!(
        "(() => {{ const box = selector => document.querySelector(selector).getBoundingClientRect(); \
         const [plane, point] = [box('{PLANE}'), box('main svg [data-city=nanjing]')]; \
         return point.left > plane.left && point.right < plane.right && point.top > plane.top && point.bottom < plane.bottom }})()"
    );
    assert!(
        browser.read::<bool>(&is_inside).await?,
        "Nanjing is not in sight"
    );
    browser
        .wait_for_value(QUERY, "?view=map&at=31.50,119.60,8.0")
        .await
}

async fn keys_reach_every_point_in_order_with_name_and_number(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?country=cn&view=map"))
        .await?;
    let count: usize = browser.read(COUNT).await?;
    browser.wait_for(&format!("{POINTS}.length > 1")).await?;
    let points: Vec<String> = browser.read(POINTS).await?;
    let entrances = "document.querySelectorAll('main svg [data-city][tabindex=\"0\"]').length";
    browser.wait_for_value(entrances, 1).await?;
    browser
        .run::<()>(
            "document.querySelector('main svg [tabindex=\"0\"]').focus()",
            Vec::new(),
        )
        .await?;
    for (index, slug) in points.iter().enumerate() {
        browser.wait_for_value(FOCUSED, slug.as_str()).await?;
        let label: String = browser
            .read("document.activeElement.getAttribute('aria-label')")
            .await?;
        assert!(
            label.contains("China") && label.ends_with(&format!("of {count}")),
            "{label}"
        );
        if index + 1 < points.len() {
            browser.press_key(Key::Right).await?;
        }
    }
    browser.press_key(Key::Home).await?;
    browser.wait_for_value(FOCUSED, points[0].as_str()).await?;
    browser.press_key(Key::Enter).await?;
    browser
        .wait_for_value("location.pathname", format!("/cities/{}/", points[0]))
        .await
}

async fn a_number_opens_and_four_cities_on_one_point_come_apart(browser: Browser) -> Outcome {
    const BUSAN: [&str; 4] = ["nam-gu-busan", "saha-gu-busan", "seo-gu-busan", "yeonje-gu"];
    let site = Served::as_built()?;
    let shared = format!("cities/?only={}&view=map", BUSAN.join(","));
    browser.open_live(&site.url(&shared)).await?;
    browser
        .wait_for_value(&format!("{POINTS}.length"), BUSAN.len())
        .await?;
    let numbers = "[...document.querySelectorAll('main svg .map-cluster')].map(one => one.textContent).join()";
    browser.wait_for_value(numbers, "4").await?;
    browser.point_at("main svg .map-cluster").await?;
    browser.wait_for_value(numbers, "").await?;
    let places = "new Set([...document.querySelectorAll('main svg [data-city]')].map(point => { const box = point.getBoundingClientRect(); return `${Math.round(box.left / 10)} ${Math.round(box.top / 10)}` })).size";
    browser.wait_for_value(places, BUSAN.len()).await
}

async fn a_map_without_a_result_says_so_and_still_moves(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?q=zzzzzz&view=map"))
        .await?;
    browser.wait_for_value(COUNT, 0).await?;
    browser
        .wait_for_value(&format!("{POINTS}.length"), 0)
        .await?;
    let label: String = browser
        .read(&format!(
            "document.querySelector('{PLANE}').getAttribute('aria-label')"
        ))
        .await?;
    assert!(label.contains('0'), "{label}");
    browser
        .run::<()>(
            &format!("document.querySelector('{PLANE}').focus()"),
            Vec::new(),
        )
        .await?;
    browser.press("+").await?;
    browser
        .wait_for_value(&format!("{SHOWN}[2]"), WORLD / 2)
        .await
}

async fn the_device_is_asked_where_it_is_on_a_press_alone(browser: Browser) -> Outcome {
    const ASKED: &str = "window.asked ?? 0";
    let site = Served::as_built()?;
    browser.open(&site.url("cities/?view=map")).await?;
    let watch = "navigator.geolocation.getCurrentPosition = found => {
        window.asked = (window.asked ?? 0) + 1;
        found({coords: {latitude: 32.06, longitude: 118.78, accuracy: 10}, timestamp: 0});
    }";
    browser.run::<()>(watch, Vec::new()).await?;
    browser.wait_until_live().await?;
    browser.click("main [data-map=closer]").await?;
    browser
        .wait_for_value(&format!("{SHOWN}[2]"), WORLD / 2)
        .await?;
    assert_eq!(browser.read::<u32>(ASKED).await?, 0);
    browser.click("main [data-map=locate]").await?;
    browser.wait_for_value(ASKED, 1).await?;
    browser
        .wait_for(&format!("{SHOWN}[2] < {WORLD} / 20"))
        .await?;
    let address: String = browser.read(QUERY).await?;
    assert!(
        !address.contains("at=32"),
        "the address tells where the reader is: {address}"
    );
    Ok(())
}
