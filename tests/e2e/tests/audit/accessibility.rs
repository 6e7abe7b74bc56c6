//! axe-core finds nothing on any kind of page, light or dark, narrow or wide.

use serde_json::{Value, json};

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::environment;
use learning_cities_e2e::failure::{Failure, Outcome};
use learning_cities_e2e::journey;
use learning_cities_e2e::screen::{set_scheme, set_width};
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::page_states::{PageState, STATES, TRANSLATED};

/// Violations as one line for each rule, with the first places.
const RUN: &str = "return axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(
    rule => `${rule.id} (${rule.impact}) ${rule.nodes.length}×: `
        + rule.nodes.slice(0, 3).map(node => `${node.target} ${node.failureSummary.split('\\n').slice(0, 2).join(' ')}`).join(' | ')))";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(axe_finds_nothing_on_a_wide_light_screen, engines: [Chromium]),
        journey!(axe_finds_nothing_on_a_wide_dark_screen, engines: [Chromium]),
        journey!(axe_finds_nothing_on_a_narrow_light_screen, engines: [Chromium]),
        journey!(axe_finds_nothing_on_a_narrow_dark_screen, engines: [Chromium]),
        journey!(axe_finds_nothing_in_other_languages_on_a_wide_light_screen, engines: [Chromium]),
        journey!(axe_finds_nothing_in_other_languages_on_a_wide_dark_screen, engines: [Chromium]),
        journey!(axe_finds_nothing_in_other_languages_on_a_narrow_light_screen, engines: [Chromium]),
        journey!(axe_finds_nothing_in_other_languages_on_a_narrow_dark_screen, engines: [Chromium]),
        journey!(axe_finds_nothing_where_the_program_failed, engines: [Chromium]),
        journey!(axe_finds_nothing_on_the_preview, engines: [Chromium]),
        journey!(axe_sees_what_is_wrong, engines: [Chromium]),
    ]
}

async fn axe_finds_nothing_on_a_wide_light_screen(browser: Browser) -> Outcome {
    examine(&browser, 1280, "light", &STATES).await
}

async fn axe_finds_nothing_on_a_wide_dark_screen(browser: Browser) -> Outcome {
    examine(&browser, 1280, "dark", &STATES).await
}

async fn axe_finds_nothing_on_a_narrow_light_screen(browser: Browser) -> Outcome {
    examine(&browser, 320, "light", &STATES).await
}

async fn axe_finds_nothing_on_a_narrow_dark_screen(browser: Browser) -> Outcome {
    examine(&browser, 320, "dark", &STATES).await
}

async fn axe_finds_nothing_in_other_languages_on_a_wide_light_screen(browser: Browser) -> Outcome {
    examine(&browser, 1280, "light", &TRANSLATED).await
}

async fn axe_finds_nothing_in_other_languages_on_a_wide_dark_screen(browser: Browser) -> Outcome {
    examine(&browser, 1280, "dark", &TRANSLATED).await
}

async fn axe_finds_nothing_in_other_languages_on_a_narrow_light_screen(
    browser: Browser,
) -> Outcome {
    examine(&browser, 320, "light", &TRANSLATED).await
}

async fn axe_finds_nothing_in_other_languages_on_a_narrow_dark_screen(browser: Browser) -> Outcome {
    examine(&browser, 320, "dark", &TRANSLATED).await
}

async fn axe_finds_nothing_where_the_program_failed(browser: Browser) -> Outcome {
    let site = Served::with_fault(".wasm", xtask::server::Fault::Missing)?;
    for path in ["", "cities/"] {
        browser.open(&site.url(path)).await?;
        browser
            .wait_for("document.documentElement.dataset.app === 'failed'")
            .await?;
        assert_eq!(violations(&browser).await?, [""; 0], "{path}");
    }
    Ok(())
}

async fn axe_finds_nothing_on_the_preview(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open(&site.url("preview/")).await?;
    assert_eq!(violations(&browser).await?, [""; 0]);
    Ok(())
}

async fn axe_sees_what_is_wrong(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open_live(&site.url("")).await?;
    let spoil = "document.querySelector('main').append(document.createElement('button')); document.title = ''";
    browser.run::<()>(spoil, Vec::new()).await?;
    let found = violations(&browser).await?.join("\n");
    assert!(
        found.contains("button-name") && found.contains("document-title"),
        "{found}"
    );
    Ok(())
}

async fn examine(browser: &Browser, width_px: u32, scheme: &str, states: &[PageState]) -> Outcome {
    let site = Served::as_built()?;
    set_width(browser, width_px).await?;
    set_scheme(browser, scheme).await?;
    let mut found = Vec::new();
    for state in states {
        state.reach(browser, &site).await?;
        found.extend(
            violations(browser)
                .await?
                .into_iter()
                .map(|line| format!("/{}: {line}", state.path)),
        );
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn violations(browser: &Browser) -> Outcome<Vec<String>> {
    let path = environment::path("AXE_JS")?;
    let axe = std::fs::read_to_string(&path).map_err(Failure::system(path.display()))?;
    // The driver's own evaluation is not bound by the page's policy, so the policy stays as it is.
    browser
        .run::<Value>(&format!("{axe}; return null"), vec![json!(null)])
        .await?;
    browser.run(RUN, Vec::new()).await
}
