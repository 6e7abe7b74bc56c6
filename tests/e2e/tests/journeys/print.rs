//! The story on paper.

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::languages::STORIES;

/// What a reader hands on in a meeting.
const MOST_SHEETS: usize = 4;

/// What has no use on paper.
const FOR_SCREENS: [&str; 5] = [
    ".site-header nav",
    ".contents",
    ".share",
    ".anchor",
    ".downloads",
];

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(the_story_fits_on_four_sheets_in_every_language, engines: [Chromium]),
        journey!(paper_shows_where_links_lead_and_nothing_to_press, engines: [Chromium]),
    ]
}

async fn the_story_fits_on_four_sheets_in_every_language(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    for story in STORIES {
        browser.open(&site.url(story)).await?;
        let sheets = sheets(&browser.print().await?);
        assert!(sheets > 0, "/{story}: no sheets seen");
        assert!(sheets <= MOST_SHEETS, "/{story}: {sheets} sheets");
    }
    Ok(())
}

async fn paper_shows_where_links_lead_and_nothing_to_press(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open(&site.url("")).await?;
    let print = serde_json::json!({"media": "print"});
    browser
        .devtools("Emulation.setEmulatedMedia", print)
        .await?;
    for selector in FOR_SCREENS {
        assert!(!browser.is_shown(selector).await?, "{selector} is printed");
    }
    let address =
        "getComputedStyle(document.querySelector('.source-list a[href^=http]'), '::after').content";
    let address: String = browser.read(address).await?;
    assert!(address.contains("http"), "after a source stands {address}");
    Ok(())
}

/// A PDF has one object of this type for each sheet (ISO 32000-2, 7.7.3.3).
fn sheets(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let pages = text.matches("/Type /Page").count();
    pages - text.matches("/Type /Pages").count()
}
