//! Each file of the site with each fault that a host can have: the page is there, says what is
//! missing, and its way to try again leads on once the fault has ended.
//!
//! A usual run makes every pair in one of the engines; `ALL_FAULTS=1` makes each in all of them.

use xtask::server::Fault;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::engine::Engine;
use learning_cities_e2e::failure::{Failure, Outcome};
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{SEARCH, STATE, number_of};

const ALL_FAULTS: &str = "ALL_FAULTS";

const FAULTS: [Fault; 7] = [
    Fault::Missing,
    Fault::Refused,
    Fault::Page,
    Fault::Dropped,
    Fault::Truncated,
    Fault::Corrupt,
    Fault::Slow,
];

/// A file by the end of its address, and the page that needs it.
type File = (&'static str, &'static str);

/// Without them there is no program.
const OF_THE_PROGRAM: [File; 4] = [
    (".wasm", "cities/"),
    (".js", "cities/"),
    ("data/cities.json", "cities/"),
    ("content/en/program.json", "cities/"),
];

/// Without them something that is shown lacks a part.
const OF_A_VIEW: [File; 4] = [
    ("data/countries.json", "cities/"),
    ("data/admissions.en.json", "cities/?view=timeline"),
    ("data/cities/nanjing.json", "cities/?compare=nanjing"),
    ("map/land.svg", "cities/?view=map"),
];

/// Without them the page only looks otherwise, or is not kept for later.
const BESIDE: [File; 4] = [
    (".woff2", ""),
    ("sw.js", ""),
    ("offline/client.js", "cities/"),
    ("manifest.webmanifest", ""),
];

const FAILED: &str = "[data-notice=failed]";
const INCOMPLETE: &str = "[data-notice=incomplete]";
const DETAIL: &str = "document.querySelector('[data-detail]').value";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(without_its_program_the_page_is_a_list_that_says_why),
        journey!(without_a_part_of_a_view_the_rest_goes_on_and_says_so),
        journey!(without_what_stands_beside_it_the_page_is_whole),
        journey!(a_damaged_page_is_read_as_far_as_it_is_sound),
    ]
}

async fn without_its_program_the_page_is_a_list_that_says_why(browser: Browser) -> Outcome {
    for pair in chosen(browser.engine(), &OF_THE_PROGRAM) {
        let Opened { site, case, fault } = open(&browser, pair).await?;
        if fault == Fault::Slow {
            expect_list(&browser, &case).await?;
            site.release();
            browser.wait_until_live().await?;
            continue;
        }
        browser.wait_for_value(STATE, "failed").await?;
        expect_list(&browser, &case).await?;
        assert!(browser.is_shown(FAILED).await?, "{case}: nothing is said");
        assert!(!browser.is_shown(SEARCH).await?, "{case}: a dead box");
        let detail: String = browser.read(DETAIL).await?;
        assert!(detail.lines().count() > 3, "{case}: {detail:?}");
        expect_no_uncaught_error(&browser, &case).await?;
        site.release();
        try_again(&browser, FAILED, &case).await?;
        assert!(browser.is_shown(SEARCH).await?, "{case}: no search");
        assert!(!browser.is_shown(FAILED).await?, "{case}: still said");
    }
    Ok(())
}

async fn without_a_part_of_a_view_the_rest_goes_on_and_says_so(browser: Browser) -> Outcome {
    for pair in chosen(browser.engine(), &OF_A_VIEW) {
        let Opened { site, case, fault } = open(&browser, pair).await?;
        if fault == Fault::Slow {
            assert!(browser.is_shown("main h1").await?, "{case}");
            site.release();
            browser.wait_until_live().await?;
        } else {
            browser.wait_until_live().await?;
            let told = "document.documentElement.dataset.incomplete === ''";
            browser.wait_for(told).await?;
            assert!(browser.is_shown(INCOMPLETE).await?, "{case}");
            assert!(browser.is_shown(SEARCH).await?, "{case}: no search");
            expect_no_uncaught_error(&browser, &case).await?;
            site.release();
            try_again(&browser, INCOMPLETE, &case).await?;
        }
        assert!(!browser.is_shown(INCOMPLETE).await?, "{case}: still said");
    }
    Ok(())
}

async fn without_what_stands_beside_it_the_page_is_whole(browser: Browser) -> Outcome {
    for pair in chosen(browser.engine(), &BESIDE) {
        let Opened { site, case, fault } = open(&browser, pair).await?;
        if fault == Fault::Slow {
            assert!(browser.is_shown("main h1").await?, "{case}");
            site.release();
        }
        browser.wait_until_live().await?;
        for notice in [FAILED, INCOMPLETE] {
            assert!(!browser.is_shown(notice).await?, "{case}: {notice}");
        }
        expect_no_uncaught_error(&browser, &case).await?;
    }
    Ok(())
}

async fn a_damaged_page_is_read_as_far_as_it_is_sound(browser: Browser) -> Outcome {
    // Of a page cut short each engine shows what it has, or says so itself, before any script runs.
    let path = "cities/";
    let site = Served::with_fault(path, Fault::Corrupt)?;
    browser.open(&site.url(path)).await?;
    let is_there = "document.querySelector('main h1')?.textContent.length > 0";
    browser.wait_for(is_there).await?;
    browser.wait_for(&format!("{STATE} !== 'static'")).await?;
    expect_no_uncaught_error(&browser, path).await?;
    site.release();
    browser.open_live(&site.url(path)).await
}

/// The site with a fault, and the page opened that needs the file.
struct Opened {
    site: Served,
    case: String,
    fault: Fault,
}

async fn open(browser: &Browser, ((file, path), fault): (File, Fault)) -> Outcome<Opened> {
    let site = Served::with_fault(file, fault)?;
    browser.open(&site.url(path)).await?;
    let case = format!("{file} {fault:?}");
    Ok(Opened { site, case, fault })
}

/// The pairs of file and fault that an engine makes.
fn chosen(engine: Engine, files: &[File]) -> Vec<(File, Fault)> {
    let is_whole = std::env::var_os(ALL_FAULTS).is_some();
    let turn = Engine::ALL.iter().position(|it| *it == engine).unwrap();
    let mut pairs = Vec::new();
    for (row, file) in files.iter().enumerate() {
        for (column, fault) in FAULTS.into_iter().enumerate() {
            if is_whole || (row + column) % Engine::ALL.len() == turn {
                pairs.push((*file, fault));
            }
        }
    }
    pairs
}

async fn expect_list(browser: &Browser, case: &str) -> Outcome {
    let rows: u32 = browser
        .read(&number_of("main .city-list [data-city]"))
        .await?;
    assert_eq!(rows, 365, "{case}");
    assert!(browser.is_shown("[data-city=abuja] a").await?, "{case}");
    Ok(())
}

/// Follows the way to try again, on to the page with its program.
async fn try_again(browser: &Browser, notice: &str, case: &str) -> Outcome {
    browser
        .run::<()>("window.isBefore = true; return null", Vec::new())
        .await?;
    browser.click(&format!("{notice} [data-retry]")).await?;
    browser.wait_for("!window.isBefore").await?;
    let lived = browser.wait_until_live().await;
    lived.map_err(|failure| Failure::Waited(format!("{case}, tried again: {failure}")))
}

/// Chromium's driver alone tells what the console says.
async fn expect_no_uncaught_error(browser: &Browser, case: &str) -> Outcome {
    if browser.engine() != Engine::Chromium {
        return Ok(());
    }
    let said = browser.console_errors().await?.join("\n");
    assert!(!said.contains("Uncaught"), "{case}: {said}");
    Ok(())
}
