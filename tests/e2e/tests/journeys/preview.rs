//! A publisher sees a file of cities before it is public: what is wrong, what changes, the directory.

use std::fs;

use serde_json::{Value, json};

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::failure::{Failure, Outcome};
use learning_cities_e2e::journey;
use learning_cities_e2e::polling::until;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, SLUGS, STATE, replace_text};

/// Chooses a file, as its control would give it.
const CHOOSE: &str = "const [name, ...parts] = arguments[0];
    const files = new DataTransfer();
    files.items.add(new File([parts[0].repeat(parts[1])], name));
    const control = document.querySelector('main input[type=file]');
    control.files = files.files;
    control.dispatchEvent(new Event('change', {bubbles: true}));
    return null";

const TOLD: &str = "document.querySelector('[data-told]').value";

const PROBLEMS: &str =
    "[...document.querySelectorAll('[data-part=problems] li')].map(it => it.textContent)";

const DIFFERENCE: &str =
    "[...document.querySelectorAll('[data-part=difference] li')].map(it => it.textContent)";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(a_file_of_cities_is_seen_before_it_is_public),
        journey!(what_is_wrong_with_a_file_is_told_with_its_place),
        journey!(a_table_is_read_as_the_spreadsheet_wrote_it),
        journey!(a_file_that_can_be_none_is_refused_in_plain_words),
        journey!(nothing_of_a_file_leaves_the_device),
    ]
}

async fn a_file_of_cities_is_seen_before_it_is_public(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open(&site.url("preview/")).await?;
    assert!(!browser.is_shown("main .city-list").await?);
    choose(&browser, "cities.json", &changed()?.to_string()).await?;
    browser.wait_for_value(STATE, "ready").await?;
    browser
        .wait_for(&format!(
            "{TOLD}.includes('1 added, 1 changed, 1 left out')"
        ))
        .await?;
    let told: String = browser.read(TOLD).await?;
    assert!(told.contains("No problems"), "{told}");
    let difference: Vec<String> = browser.read(DIFFERENCE).await?;
    for line in [
        "changed: abuja, joined: 2017 becomes 2019",
        "added: atlantis (Atlantis)",
        "left out: adrar",
    ] {
        assert!(
            difference.iter().any(|it| it == line),
            "{line}: {difference:?}"
        );
    }
    replace_text(&browser, "atlantis").await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "atlantis")
        .await?;
    browser
        .wait_for_value(
            "location.pathname + location.search",
            "/preview/?q=atlantis",
        )
        .await?;
    browser.reload().await?;
    browser.wait_until_live().await?;
    browser.wait_for_value(COUNT, 1).await?;
    choose(&browser, "cities.json", &published()?.to_string()).await?;
    browser
        .wait_for(&format!(
            "{TOLD}.includes('0 added, 0 changed, 0 left out')"
        ))
        .await
}

async fn what_is_wrong_with_a_file_is_told_with_its_place(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open(&site.url("preview/")).await?;
    let mut file = published()?;
    file["cities"][5]["region"] = json!("europa");
    let text = file.to_string().replace("},{", "},\n{");
    choose(&browser, "cities.json", &text).await?;
    browser.wait_for_value(STATE, "ready").await?;
    browser.wait_for_value(COUNT, 364).await?;
    let problems: Vec<String> = browser.read(PROBLEMS).await?;
    assert_eq!(problems.len(), 1, "{problems:?}");
    for part in [
        "record 6", "line 6", "region", "europa", "expected", "africa",
    ] {
        assert!(problems[0].contains(part), "{part}: {problems:?}");
    }
    // Not one good record: it is said, and another file can be chosen.
    choose(&browser, "cities.json", r#"{"cities":[{"slug":7}]}"#).await?;
    browser
        .wait_for(&format!("{TOLD}.includes('Not one record')"))
        .await?;
    let problems: Vec<String> = browser.read(PROBLEMS).await?;
    assert!(problems[0].contains("record 1"), "{problems:?}");
    choose(&browser, "cities.json", &published()?.to_string()).await?;
    browser
        .wait_for(&format!("{TOLD}.includes('No problems')"))
        .await
}

async fn a_table_is_read_as_the_spreadsheet_wrote_it(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open(&site.url("preview/")).await?;
    let table = "slug;name;joined;lat;aliases;names.fr;presumed_current;colour\r\n\
        abuja;Abuja;2018;9,0579;\"Abuya|Abudża\";Abuja;no;red\r\n\
        adrar;\"Adrar; the \"\"city\"\"\";20x9;27.8743;;Adrar;yes;\r\n";
    choose(&browser, "cities.csv", table).await?;
    browser.wait_for_value(STATE, "ready").await?;
    browser
        .wait_for(&format!(
            "{TOLD}.includes('0 added, 2 changed, 363 left out')"
        ))
        .await?;
    let problems: Vec<String> = browser.read(PROBLEMS).await?;
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].contains("colour"), "{problems:?}");
    assert!(
        problems[1].contains("line 3 (adrar), joined: found “20x9”"),
        "{problems:?}"
    );
    let difference: Vec<String> = browser.read(DIFFERENCE).await?;
    let changed: Vec<&String> = difference
        .iter()
        .filter(|line| line.starts_with("changed"))
        .collect();
    assert_eq!(
        changed,
        [
            "changed: abuja, joined: 2017 becomes 2018",
            "changed: adrar, name: \"Adrar\" becomes \"Adrar; the \\\"city\\\"\"",
        ]
    );
    browser.wait_for_value(COUNT, 2).await
}

async fn a_file_that_can_be_none_is_refused_in_plain_words(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open(&site.url("preview/")).await?;
    for (name, part, times, word) in [
        ("huge.json", "[1234567]", 5_600_000, "50.4 MB"),
        ("bomb.json", "[", 100_000, "100000"),
        (
            "letter.txt",
            "Dear Sir or Madam,\n",
            3,
            "neither JSON nor a table",
        ),
        ("broken.json", "{\"cities\": [", 1, "not JSON"),
        ("other.json", "{\"towns\": []}", 1, "no list “cities”"),
    ] {
        until("a file to be chosen", async || {
            let file = vec![json!([name, part, times])];
            browser.run::<()>(CHOOSE, file).await.map(Some)
        })
        .await?;
        let refused =
            format!("{TOLD}.includes('“{name}” is not taken.') && {TOLD}.includes('{word}')");
        browser.wait_for(&refused).await?;
        assert_eq!(browser.read::<String>(STATE).await?, "static", "{name}");
    }
    Ok(())
}

async fn nothing_of_a_file_leaves_the_device(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    browser.open(&site.url("preview/")).await?;
    choose(&browser, "cities.json", &changed()?.to_string()).await?;
    browser.wait_for_value(STATE, "ready").await?;
    let requests = site.requests().join("\n");
    assert!(!requests.contains("tlantis"), "{requests}");
    let sent: Vec<String> = browser
        .read("performance.getEntriesByType('resource').map(it => it.name).filter(name => !name.startsWith(location.origin))")
        .await?;
    assert_eq!(sent, [""; 0]);
    Ok(())
}

async fn choose(browser: &Browser, name: &str, text: &str) -> Outcome {
    browser
        .run::<()>(CHOOSE, vec![json!([name, text, 1])])
        .await
}

fn published() -> Outcome<Value> {
    let path = Dist::find()?.root().join("data/cities.json");
    let text = fs::read_to_string(&path).map_err(Failure::system(path.display()))?;
    serde_json::from_str(&text).map_err(Failure::form("cities.json"))
}

/// One city more, one less, one changed.
fn changed() -> Outcome<Value> {
    let mut file = published()?;
    file["cities"][0]["joined"] = json!(2019);
    if let Some(cities) = file["cities"].as_array_mut() {
        cities.remove(1);
        cities.push(json!({
            "slug": "atlantis", "name": "Atlantis", "iso2": "GR",
            "region": "europe-and-north-america", "joined": 2024,
        }));
    }
    Ok(file)
}
