//! The comparison itself: what a reader would see fails, and what he would not passes.

use serde_json::json;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::likeness::Likeness;
use learning_cities_e2e::reference::Reference;
use learning_cities_e2e::trials::Journey;

use crate::comparison::LOOKS;
use crate::gallery::{Frame, frames, open, pictures};
use crate::references;

/// Rules that change what is seen, each with a specimen in which it does.
const FAULTS: [(&str, &str); 13] = [
    ("fact-box", ":root { --accent: #0b5d8b }"),
    ("rows", ":root { --ink-quiet: #7a848a }"),
    ("fact-box", ":root { --rule: #b0aca0 }"),
    ("key-points", ":root { --paper: #f2f0e6 }"),
    ("rows-matched", ":root { --mark: #ffd966 }"),
    ("rows", ".city-row-facts { margin-block-start: 4px }"),
    ("rows", ".city-row-facts { margin-inline-start: 4px }"),
    ("quote", ".pull-quote { padding-inline-start: 28px }"),
    ("key-points", ".key-points { border-color: transparent }"),
    ("chips", ".chip { border-color: transparent }"),
    ("search-filled", "input { outline: none !important }"),
    (
        "site-header",
        "[aria-current] { border-color: transparent !important }",
    ),
    ("story-header", ".standfirst { font-family: var(--sans) }"),
];

/// Rules that change how edges are smoothed, as another version of the browser would.
const TRIFLES: [&str; 3] = [
    ".specimen > * { opacity: 0.997 }",
    ".specimen > * { -webkit-text-stroke: 0.03px }",
    ":root { --ink-quiet: #586268 }",
];

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(a_changed_colour_space_border_or_face_is_seen, engines: [Chromium]),
        journey!(what_no_reader_sees_passes, engines: [Chromium]),
    ]
}

async fn a_changed_colour_space_border_or_face_is_seen(browser: Browser) -> Outcome {
    let _served = open(&browser, LOOKS[0]).await?;
    let mut unseen = Vec::new();
    for (specimen, rule) in FAULTS {
        alter(&browser, rule).await?;
        if unlike(&browser, &[specimen]).await?.is_empty() {
            unseen.push(format!("{specimen}: {rule}"));
        }
    }
    assert!(unseen.is_empty(), "passes for alike: {unseen:#?}");
    Ok(())
}

async fn what_no_reader_sees_passes(browser: Browser) -> Outcome {
    let _served = open(&browser, LOOKS[0]).await?;
    let mut seen = Vec::new();
    for rule in TRIFLES {
        alter(&browser, rule).await?;
        let unlike = unlike(&browser, &["prose", "rows", "fact-box", "chips", "table"]).await?;
        seen.extend(unlike.iter().map(|what| format!("{rule}: {what}")));
    }
    assert!(seen.is_empty(), "passes for another look: {seen:#?}");
    Ok(())
}

/// Adds a rule to the page in place of the one added before.
async fn alter(browser: &Browser, rule: &str) -> Outcome {
    let script = "const sheet = new CSSStyleSheet();
        sheet.replaceSync(arguments[0]);
        document.adoptedStyleSheets = [sheet];
        return sheet.cssRules.length;";
    let rules: usize = browser.run(script, vec![json!(rule)]).await?;
    assert_eq!(rules, 1, "{rule}");
    Ok(())
}

/// Which of some specimens are not like their references.
async fn unlike(browser: &Browser, specimens: &[&str]) -> Outcome<Vec<String>> {
    let mut frames = frames(browser).await?;
    frames.retain(|frame: &Frame| specimens.contains(&frame.name.as_str()));
    assert_eq!(frames.len(), specimens.len(), "{specimens:?}");
    let mut unlike = Vec::new();
    for (specimen, picture) in pictures(browser, &frames).await? {
        let reference = references::read(LOOKS[0], &specimen)?;
        let reference = reference.unwrap_or_else(|| panic!("{specimen} has no reference"));
        let likeness = Likeness::of(&reference, &Reference::of(&picture));
        if likeness != Likeness::Alike {
            unlike.push(format!("{specimen}: {likeness}"));
        }
    }
    Ok(unlike)
}
