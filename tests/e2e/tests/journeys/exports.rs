//! What a reader takes along is exactly what is shown.

use std::collections::BTreeSet;

use serde_json::Value;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::{Failure, Outcome};
use learning_cities_e2e::journey;
use learning_cities_e2e::records::text;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, TOLD, slugs};

/// Keeps what the page hands to the browser to save; the folder for downloads stays as it is.
const CATCH_FILES: &str = "const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = blob => { window.saved = blob; return make(blob); };
    HTMLElement.prototype.click = function () { window.savedAs = this.download; };";

/// Keeps what the page copies.
const CATCH_TEXTS: &str = "Object.defineProperty(navigator, 'clipboard', {value: {
    writeText: text => { window.copied = text; return Promise.resolve(); }}, configurable: true})";

/// A clipboard that a browser keeps to itself.
const REFUSE_TEXTS: &str = "Object.defineProperty(navigator, 'clipboard', {value: {
    writeText: () => Promise.reject(new Error('no'))}, configurable: true})";

/// Some found, one of them without a position, in an order of its own.
const FILTERED: &str = "cities/?joined=unknown&sort=country";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(a_table_has_a_row_for_each_result),
        journey!(a_table_is_headed_in_the_language_of_the_page),
        journey!(a_table_for_excel_begins_with_a_byte_order_mark),
        journey!(a_document_holds_the_results_in_order_with_where_they_are_from),
        journey!(a_map_layer_loses_no_city),
        journey!(a_text_just_typed_is_in_the_file_and_in_its_address),
        journey!(a_copied_sentence_says_how_many_and_where),
        journey!(what_the_browser_does_not_copy_is_shown_to_be_copied_by_hand),
    ]
}

async fn a_table_has_a_row_for_each_result(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url(FILTERED)).await?;
    let shown = expect_some(&browser).await?;
    let table = save(&browser, "[data-act=csv]").await?;
    let (heads, rows) = records(&table)?;
    assert_eq!(heads[0], "slug", "no byte order mark: {heads:?}");
    let slugs: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(slugs, shown);
    let at = heads.iter().position(|head| head == "exported_from");
    let address = browser.address().await?.to_string();
    assert!(
        rows.iter().all(|row| row[at.unwrap()] == address),
        "{heads:?}"
    );
    Ok(())
}

async fn a_table_is_headed_in_the_language_of_the_page(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    for (language, first, last) in [
        ("fr", "identifiant", "adresse de l’export"),
        ("ar", "المعرّف", "عنوان التصدير"),
    ] {
        browser
            .open_live(&site.url(&format!("{language}/{FILTERED}")))
            .await?;
        let (heads, rows) = records(&save(&browser, "[data-act=csv]").await?)?;
        assert_eq!(
            [heads.first(), heads.last()].map(|head| head.map(String::as_str)),
            [Some(first), Some(last)]
        );
        assert!(
            rows.iter().all(|row| row.len() == heads.len()),
            "{language}: {rows:?}"
        );
    }
    Ok(())
}

async fn a_table_for_excel_begins_with_a_byte_order_mark(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url(FILTERED)).await?;
    let shown = expect_some(&browser).await?;
    let table = save(&browser, "[data-act=csv-for-excel]").await?;
    let bytes: Vec<u8> = browser
        .read("window.saved.arrayBuffer().then(buffer => [...new Uint8Array(buffer.slice(0, 3))])")
        .await?;
    assert_eq!(bytes, [0xEF, 0xBB, 0xBF]);
    assert_eq!(
        records(table.trim_start_matches('\u{feff}'))?.1.len(),
        shown.len()
    );
    Ok(())
}

async fn a_document_holds_the_results_in_order_with_where_they_are_from(
    browser: Browser,
) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url(FILTERED)).await?;
    let shown = expect_some(&browser).await?;
    let document = parsed(&save(&browser, "[data-download=json]").await?)?;
    let cities = list(&document, "cities");
    let slugs: Vec<String> = cities.iter().map(|city| text(city, "slug")).collect();
    assert_eq!(slugs, shown);
    expect_origin(&browser, &document).await?;
    expect_sources(&document, &cities);
    Ok(())
}

async fn a_map_layer_loses_no_city(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url(FILTERED)).await?;
    let shown = expect_some(&browser).await?;
    let layer = parsed(&save(&browser, "[data-download=geojson]").await?)?;
    assert_eq!(text(&layer, "type"), "FeatureCollection");
    let features = list(&layer, "features");
    let elsewhere = list(&layer, "without_position");
    assert_eq!(features.len() + elsewhere.len(), shown.len());
    assert!(!features.is_empty());
    for feature in &features {
        let place: Vec<f64> = serde_json::from_value(feature["geometry"]["coordinates"].clone())
            .map_err(Failure::form("coordinates"))?;
        assert!(
            place.len() == 2 && place[0].abs() <= 180.0 && place[1].abs() <= 90.0,
            "{feature}"
        );
    }
    let cities: Vec<Value> = features
        .iter()
        .map(|feature| feature["properties"].clone())
        .chain(elsewhere)
        .collect();
    let held: BTreeSet<String> = cities.iter().map(|city| text(city, "slug")).collect();
    assert_eq!(held, shown.into_iter().collect());
    expect_origin(&browser, &layer).await?;
    expect_sources(&layer, &cities);
    Ok(())
}

async fn a_text_just_typed_is_in_the_file_and_in_its_address(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.run::<()>(CATCH_FILES, Vec::new()).await?;
    // The two events come together, before any pause in the typing.
    let type_and_save = "const box = document.querySelector('main input[type=search]');
        box.value = 'nanjing';
        box.dispatchEvent(new Event('input', {bubbles: true}));
        document.querySelector('[data-act=csv]').dispatchEvent(new MouseEvent('click', {bubbles: true}))";
    browser.run::<()>(type_and_save, Vec::new()).await?;
    browser.wait_for("window.saved !== undefined").await?;
    let table: String = browser.read("window.saved.text()").await?;
    let (heads, rows) = records(&table)?;
    assert_eq!(rows.len(), 1, "{table}");
    let at = heads.iter().position(|head| head == "exported_from");
    assert_eq!(rows[0][at.unwrap()], site.url("cities/?q=nanjing"));
    Ok(())
}

async fn a_copied_sentence_says_how_many_and_where(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let address = site.url("cities/?country=kr&award=2019");
    browser.open_live(&address).await?;
    let shown = expect_some(&browser).await?;
    browser.run::<()>(CATCH_TEXTS, Vec::new()).await?;
    for act in ["sentence", "citation"] {
        browser.click(&format!("[data-act={act}]")).await?;
        browser
            .wait_for(&format!("{TOLD} === `Copied: ${{window.copied}}`"))
            .await?;
        let copied: String = browser.read("window.copied").await?;
        for part in [
            format!("{} cit", shown.len()),
            address.clone(),
            "Learning City Award 2019".to_owned(),
            "Global Network of Learning Cities".to_owned(),
        ] {
            assert!(copied.contains(&part), "{act}: {part} is not in {copied}");
        }
        browser
            .run::<()>("window.copied = 'nothing'", Vec::new())
            .await?;
    }
    browser.click("[data-act=address]").await?;
    browser.wait_for_value("window.copied", address).await
}

async fn what_the_browser_does_not_copy_is_shown_to_be_copied_by_hand(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let address = site.url("cities/?country=kr");
    browser.open_live(&address).await?;
    let shown = expect_some(&browser).await?;
    browser.run::<()>(REFUSE_TEXTS, Vec::new()).await?;
    browser.click("[data-act=sentence]").await?;
    browser.wait_for(&format!("{TOLD} !== ''")).await?;
    let told: String = browser.read(TOLD).await?;
    assert!(!told.contains("Copied"), "{told}");
    assert!(
        told.contains(&format!("{} cities", shown.len())) && told.contains(&address),
        "{told}"
    );
    Ok(())
}

/// What is shown, once status and list agree that it is something.
async fn expect_some(browser: &Browser) -> Outcome<Vec<String>> {
    let shown = slugs(browser).await?;
    assert!(!shown.is_empty() && shown.len() < 365, "{}", shown.len());
    browser.wait_for_value(COUNT, shown.len()).await?;
    Ok(shown)
}

/// Presses a control, and gives the text of the file that the page says it saved.
async fn save(browser: &Browser, control: &str) -> Outcome<String> {
    browser.run::<()>(CATCH_FILES, Vec::new()).await?;
    browser.click(control).await?;
    browser
        .wait_for(&format!(
            "window.saved !== undefined && {TOLD}.includes(window.savedAs)"
        ))
        .await?;
    let name: String = browser.read("window.savedAs").await?;
    let told: String = browser.read(TOLD).await?;
    let is_english: bool = browser
        .read("document.documentElement.lang === 'en'")
        .await?;
    assert_eq!(is_english, told == format!("Saved {name}"), "{told}");
    let today = "new Date().toISOString().slice(0, 10)";
    let today: String = browser.read(today).await?;
    assert!(
        name.starts_with(&format!("learning-cities-{today}.")),
        "{name}"
    );
    browser.read("window.saved.text()").await
}

/// The head and the rows of a table.
fn records(table: &str) -> Outcome<(Vec<String>, Vec<Vec<String>>)> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let cells = |row: &csv::StringRecord| row.iter().map(str::to_owned).collect();
    let heads = cells(reader.headers().map_err(Failure::form("the table"))?);
    let rows = reader.records();
    let rows = rows.map(|row| Ok(cells(&row.map_err(Failure::form("the table"))?)));
    Ok((heads, rows.collect::<Outcome<_>>()?))
}

fn parsed(json: &str) -> Outcome<Value> {
    serde_json::from_str(json).map_err(Failure::form("the saved file"))
}

fn list(value: &Value, key: &str) -> Vec<Value> {
    value[key].as_array().cloned().unwrap_or_default()
}

/// The file says what it was made from, when, and on what terms.
async fn expect_origin(browser: &Browser, file: &Value) -> Outcome {
    assert_eq!(
        text(file, "exported_from"),
        browser.address().await?.to_string()
    );
    assert_eq!(list(file, "filters"), ["Year joined: Not known"]);
    for key in ["about", "compiled", "exported", "licence", "attribution"] {
        assert_ne!(text(file, key), "", "{key}");
    }
    Ok(())
}

/// Every source that a city names is written out, and no other.
fn expect_sources(file: &Value, cities: &[Value]) {
    let ids = |values: Vec<Value>| -> BTreeSet<String> {
        let ids = values.iter().filter_map(Value::as_str);
        ids.map(str::to_owned).collect()
    };
    let named = cities.iter().flat_map(|city| list(city, "sources"));
    let written = list(file, "sources").into_iter();
    let written = ids(written.map(|source| source["id"].clone()).collect());
    assert!(!written.is_empty());
    assert_eq!(written, ids(named.collect()));
}
