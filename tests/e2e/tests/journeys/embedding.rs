//! The story's card in a frame on another site.

use serde_json::json;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::languages::STORIES;

pub(crate) fn journeys() -> Vec<Journey> {
    vec![journey!(the_card_fits_the_frame_that_the_story_offers, engines: [Chromium])]
}

async fn the_card_fits_the_frame_that_the_story_offers(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    for story in STORIES {
        browser.open(&site.url(story)).await?;
        let height =
            "Number(document.querySelector('.share code').textContent.match(/height=.(\\d+)./)[1])";
        let height: u32 = browser.read(height).await?;
        let frame =
            json!({"width": 320, "height": height, "deviceScaleFactor": 1, "mobile": false});
        browser
            .devtools("Emulation.setDeviceMetricsOverride", frame)
            .await?;
        browser
            .open(&site.url(&format!("{story}embed.html")))
            .await?;
        let beyond = "[document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]";
        let beyond: [i32; 2] = browser.read(beyond).await?;
        assert!(
            beyond.iter().all(|px| *px <= 0),
            "/{story}: {beyond:?} px beyond the frame"
        );
    }
    Ok(())
}
