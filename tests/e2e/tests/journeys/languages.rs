//! The directory in the other languages: alive as in English, and one step away from it.

use scraper::Html;
use serde_json::json;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::page_facts::texts;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, QUERY, SEARCH, SLUGS};

/// The story in every language.
pub(crate) const STORIES: [&str; 6] = ["", "zh/", "fr/", "es/", "ar/", "ru/"];

/// A language with a city's name in it.
const SEARCHED: [(&str, &str); 5] = [
    ("zh", "南京"),
    ("fr", "Nankin"),
    ("es", "nanjing"),
    ("ar", "نانجينغ"),
    ("ru", "Нанкин"),
];

/// The directory's program, and all its text.
const PROGRAM: &str = ".directory-program";
const PROGRAM_TEXT: &str = "document.querySelector('.directory-program').textContent";

/// Which facts of a city, or names of a list, begin elsewhere than the first, to two pixels.
const STRAYED: &str = "(() => {
    const rightToLeft = document.documentElement.dir === 'rtl';
    const start = fact => {
        const range = document.createRange();
        range.selectNodeContents(fact);
        const boxes = [...range.getClientRects()].filter(box => box.width > 0);
        return rightToLeft ? Math.max(...boxes.map(box => box.right)) : Math.min(...boxes.map(box => box.left));
    };
    // Rows below the screen are not laid out: in Firefox nothing in them has a place.
    for (const row of document.querySelectorAll('.city-row')) row.style.contentVisibility = 'visible';
    const facts = [...document.querySelectorAll('.facts dd, .city-row > a')].slice(0, 40);
    return facts.filter(fact => Math.abs(start(fact) - start(facts[0])) > 2).map(fact => fact.textContent.slice(0, 60));
})()";

/// The cities on whose name a control of their row lies.
const COVERED: &str = "[...document.querySelectorAll('.city-row')].filter(row => {
    const [name, controls] = ['a', '.row-controls'].map(part => row.querySelector(part).getBoundingClientRect());
    return name.left < controls.right && controls.left < name.right && name.top < controls.bottom && controls.top < name.bottom;
}).map(row => row.dataset.city)";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(the_switch_keeps_page_and_query),
        journey!(every_language_takes_its_page_over_as_it_was_served_and_finds_by_its_own_names),
        journey!(a_city_page_leads_to_itself_in_another_language),
        journey!(foreign_names_stand_at_the_edge_of_the_text_around_them),
        journey!(a_long_name_leaves_the_controls_of_its_row_their_place, engines: [Chromium]),
    ]
}

async fn the_switch_keeps_page_and_query(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser
        .open_live(&site.url("cities/?country=cn&view=table"))
        .await?;
    let count: u32 = browser.read(COUNT).await?;
    browser.click(".languages a[hreflang=ru]").await?;
    browser
        .wait_for("location.pathname.endsWith('/ru/cities/') && document.documentElement.dataset.app === 'ready'")
        .await?;
    browser
        .wait_for_value(QUERY, "?country=cn&view=table")
        .await?;
    browser.wait_for_value(COUNT, count).await?;
    browser
        .wait_for("/[а-я]/i.test(document.querySelector('.city-table th[scope=row]')?.textContent)")
        .await
}

async fn every_language_takes_its_page_over_as_it_was_served_and_finds_by_its_own_names(
    browser: Browser,
) -> Outcome {
    let site = Served::as_built()?;
    for (language, name) in SEARCHED {
        browser
            .open_live(&site.url(&format!("{language}/cities/")))
            .await?;
        // Read here: under Trusted Types the page itself makes no document of a text.
        let served = Dist::find()?.read(&format!("{language}/cities/index.html"))?;
        let served = texts(&Html::parse_document(&served), PROGRAM)?;
        let shown: String = browser.read(PROGRAM_TEXT).await?;
        assert!(served == [shown], "{language}");
        browser.type_into(SEARCH, name).await?;
        browser
            .wait_for(&format!("{COUNT} < 365 && {SLUGS}[0] === 'nanjing'"))
            .await?;
    }
    Ok(())
}

async fn a_city_page_leads_to_itself_in_another_language(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open(&site.url("cities/nanjing/")).await?;
    browser.click(".languages a[hreflang=ar]").await?;
    browser
        .wait_for("location.pathname.endsWith('/ar/cities/nanjing/') && document.documentElement.dir === 'rtl'")
        .await
}

/// On a narrow screen the star lay on the end of 's-Hertogenbosch.
async fn a_long_name_leaves_the_controls_of_its_row_their_place(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let narrow = json!({"width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": false});
    browser
        .devtools("Emulation.setDeviceMetricsOverride", narrow)
        .await?;
    for page in ["cities/", "ar/cities/"] {
        browser.open_live(&site.url(page)).await?;
        let covered: Vec<String> = browser.read(COVERED).await?;
        assert_eq!(covered, [""; 0], "{page}");
    }
    Ok(())
}

/// A name in another script than the page's has its own direction; once it took the side of that
/// script as well, and stood alone at the other edge.
async fn foreign_names_stand_at_the_edge_of_the_text_around_them(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    for page in [
        "ar/cities/",
        "ar/cities/nanjing/",
        "cities/nanjing/",
        "cities/adrar/",
    ] {
        browser.open(&site.url(page)).await?;
        let strayed: Vec<String> = browser.read(STRAYED).await?;
        assert_eq!(strayed, [""; 0], "{page}");
    }
    Ok(())
}
