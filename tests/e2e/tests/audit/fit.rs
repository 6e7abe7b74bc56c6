//! No page is wider than the screen, down to the narrowest that WCAG names (1.4.10, 320 px).

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::screen::set_width;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::page_states::{PageState, STATES, TRANSLATED};

/// By how much the page is wider than the screen, with what sticks out.
const EXCESS: &str = "(root => root.scrollWidth <= root.clientWidth ? [] : [
    `${root.scrollWidth} px on ${root.clientWidth}`,
    ...[...document.querySelectorAll('body *')].filter(node => node.getBoundingClientRect().right > root.clientWidth + 1)
        .slice(0, 5).map(node => node.outerHTML.slice(0, 90))
])(document.scrollingElement)";

/// Controls smaller than WCAG 2.5.8 allows; links within text are exempt there.
const SMALL_TARGETS: &str =
    "[...document.querySelectorAll('button, select, input:not([type=checkbox]), summary')]
    .filter(node => node.checkVisibility() && (node.offsetWidth < 24 || node.offsetHeight < 24))
    .map(node => node.outerHTML.slice(0, 90))";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(no_page_needs_sideways_scrolling, engines: [Chromium]),
        journey!(no_page_needs_sideways_scrolling_in_any_language, engines: [Chromium]),
        journey!(every_control_is_large_enough_for_a_finger, engines: [Chromium]),
    ]
}

async fn no_page_needs_sideways_scrolling(browser: Browser) -> Outcome {
    fit(&browser, &STATES).await
}

async fn no_page_needs_sideways_scrolling_in_any_language(browser: Browser) -> Outcome {
    fit(&browser, &TRANSLATED).await
}

async fn fit(browser: &Browser, states: &[PageState]) -> Outcome {
    let site = Served::as_built()?;
    let mut found: Vec<String> = Vec::new();
    for state in states {
        state.reach(browser, &site).await?;
        for width_px in [320, 768, 1280] {
            set_width(browser, width_px).await?;
            browser.wait_for_value("innerWidth", width_px).await?;
            let excess: Vec<String> = browser.read(EXCESS).await?;
            found.extend(
                excess
                    .into_iter()
                    .map(|line| format!("/{} at {width_px} px: {line}", state.path)),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn every_control_is_large_enough_for_a_finger(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    set_width(&browser, 320).await?;
    for state in STATES {
        state.reach(&browser, &site).await?;
        let small: Vec<String> = browser.read(SMALL_TARGETS).await?;
        assert_eq!(small, [""; 0], "/{}", state.path);
    }
    Ok(())
}
