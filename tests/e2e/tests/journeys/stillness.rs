//! The program takes a page over, and the reader does not see it happen.

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::engine::Engine;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, STATE};

/// One of each kind.
const PAGES: [&str; 7] = [
    "",
    "cities/",
    "cities/nanjing/",
    "cities/abuja/",
    "countries/cn/",
    "about/",
    "404.html",
];

/// The sum of all layout shifts so far, once the page has come to rest, with what moved.
const SHIFTS: &str = "new Promise(done => {
    const moved = [];
    new PerformanceObserver(list => list.getEntries().forEach(entry =>
        moved.push(`${entry.value} ${entry.sources.map(source => source.node?.parentElement?.outerHTML.slice(0, 80))}`)
    )).observe({type: 'layout-shift', buffered: true});
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(moved), 150)));
})";

/// The names of those parts of the header that stand above one written before them.
const RAISED: &str = "(() => {
    const parts = [...document.querySelector('.site-header').children];
    const top = part => part.getBoundingClientRect().top;
    return parts.filter((part, at) => parts.slice(0, at).some(earlier => top(part) + part.offsetHeight <= top(earlier)))
        .map(part => part.className || part.localName);
})()";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(every_kind_of_page_is_taken_over),
        journey!(the_console_stays_clean_on_every_kind_of_page, engines: [Chromium]),
        journey!(the_served_list_is_brought_to_life_and_not_written_anew),
        journey!(nothing_moves_when_the_program_comes_late, engines: [Chromium]),
        journey!(what_arrives_later_stands_below_in_the_header, engines: [Chromium]),
    ]
}

async fn every_kind_of_page_is_taken_over(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    for page in PAGES.into_iter().chain(["no/such/page/"]) {
        browser.open_live(&site.url(page)).await?;
        let headings: u32 = browser
            .read("document.querySelectorAll('main h1').length")
            .await?;
        assert_eq!(headings, 1, "{page}");
    }
    Ok(())
}

async fn the_console_stays_clean_on_every_kind_of_page(browser: Browser) -> Outcome {
    assert_eq!(browser.engine(), Engine::Chromium);
    let site = Served::as_built()?;
    for page in PAGES {
        browser.open_live(&site.url(page)).await?;
        assert_eq!(browser.console_errors().await?, [""; 0], "{page}");
    }
    Ok(())
}

async fn the_served_list_is_brought_to_life_and_not_written_anew(browser: Browser) -> Outcome {
    let site = Served::without_program_yet()?;
    browser.open(&site.url("cities/")).await?;
    let mark = "[...document.querySelectorAll('main [data-city], main input, main h1')].forEach(node => node.isServed = true)";
    browser.run::<()>(mark, Vec::new()).await?;
    assert_eq!(
        browser.read::<String>(STATE).await?,
        "static",
        "the program was not held back"
    );
    site.release();
    browser.wait_until_live().await?;
    let fresh = "[...document.querySelectorAll('main [data-city], main input, main h1')].filter(node => !node.isServed).length";
    assert_eq!(browser.read::<u32>(fresh).await?, 0, "nodes were replaced");
    assert_eq!(browser.read::<u32>(COUNT).await?, 365);
    Ok(())
}

async fn nothing_moves_when_the_program_comes_late(browser: Browser) -> Outcome {
    for page in PAGES {
        let site = Served::without_program_yet()?;
        browser.open(&site.url(page)).await?;
        let early: Vec<String> = browser.read(SHIFTS).await?;
        assert_eq!(early, [""; 0], "{page}, before the program");
        site.release();
        browser.wait_until_live().await?;
        let late: Vec<String> = browser.read(SHIFTS).await?;
        assert_eq!(late, [""; 0], "{page}");
    }
    // The measure itself: something that does move must be seen.
    let push = "const wedge = document.createElement('p'); wedge.textContent = 'wedge'; document.querySelector('main').prepend(wedge)";
    browser.run::<()>(push, Vec::new()).await?;
    assert!(
        !browser.read::<Vec<String>>(SHIFTS).await?.is_empty(),
        "the measure sees nothing"
    );
    Ok(())
}

/// The languages were written last and shown first: where the page was painted before they had
/// arrived, the rest of the header moved down for them.
async fn what_arrives_later_stands_below_in_the_header(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open(&site.url("")).await?;
    assert_eq!(browser.read::<Vec<String>>(RAISED).await?, [""; 0]);
    let swap = "const header = document.querySelector('.site-header'); header.append(header.firstElementChild); header.lastElementChild.style.order = '-1'";
    browser.run::<()>(swap, Vec::new()).await?;
    assert_eq!(
        browser.read::<Vec<String>>(RAISED).await?,
        ["languages"],
        "the measure sees nothing"
    );
    Ok(())
}
