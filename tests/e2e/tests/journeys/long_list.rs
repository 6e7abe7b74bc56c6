//! A directory far longer than today's.

use fantoccini::key::Key;
use serde::Deserialize;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::records::Records;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, SEARCH, SLUGS, number_of, option, slugs};

/// Above the thousand up to which all stand in the document.
const MANY: usize = 2_500;

/// So many rows stand in the document before the reader scrolls.
const FIRST_ROWS: usize = 60;

/// No screen needs more, whatever the reader has scrolled past.
const MOST_ROWS: usize = 200;

/// Rows in the document.
const ROWS: &str = "main [data-city]";

/// Where rows stand among all, in the order of the document.
const PLACES: &str = "[...document.querySelectorAll('main [data-city]')].map(row => Number(row.getAttribute('aria-posinset')))";

/// As often a reader scrolls on by [`WALK`]: far past the rows that stand there at first.
const WALKS: usize = 30;

/// Scrolls on by less than a screen a few times, no more than a script has time for, and tells what stood there on the way.
const WALK: &str = "const walked = {most_rows: 0, most_nodes: 0, gaps: []};
    for (let step = 0; step < 2; step += 1) {
        scrollBy(0, 600);
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        const list = document.querySelector('.city-list').getBoundingClientRect();
        const middle = innerHeight / 2;
        const seen = document.elementFromPoint(list.left + list.width / 2, middle);
        if (list.top < middle && !seen?.closest('[data-city], .city-list')) walked.gaps.push(`${scrollY}: ${seen?.outerHTML.slice(0, 60)}`);
        walked.most_rows = Math.max(walked.most_rows, document.querySelectorAll('main [data-city]').length);
        walked.most_nodes = Math.max(walked.most_nodes, document.querySelectorAll('*').length);
    }
    return walked;";

/// What stood in the document on the way.
#[derive(Debug, Deserialize)]
struct Walked {
    most_rows: usize,
    most_nodes: usize,
    gaps: Vec<String>,
}

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(above_a_thousand_results_a_window_of_them_stands_in_the_document),
        journey!(the_window_follows_the_reader_to_the_end_and_back),
        journey!(a_reader_who_scrolls_on_meets_no_gap_and_no_growing_document),
        journey!(the_arrows_walk_on_beyond_the_rows_that_stand_there_at_first),
        journey!(the_table_is_windowed_as_the_list_is),
        journey!(a_thousand_results_all_stand_in_the_document),
        journey!(of_a_long_directory_hundreds_stand_in_the_document_a_moment_later),
    ]
}

async fn above_a_thousand_results_a_window_of_them_stands_in_the_document(
    browser: Browser,
) -> Outcome {
    let site = long()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.wait_for_value(COUNT, MANY).await?;
    assert_eq!(
        places(&browser).await?,
        (1..=FIRST_ROWS).collect::<Vec<_>>()
    );
    browser.click(SEARCH).await?;
    browser.press("02499").await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "city-02499")
        .await?;
    let is_numbered = number_of("main [data-city][aria-setsize]");
    browser.wait_for_value(&is_numbered, 0).await
}

async fn the_window_follows_the_reader_to_the_end_and_back(browser: Browser) -> Outcome {
    let site = long()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.wait_for_value(COUNT, MANY).await?;
    follow_to_the_end_and_back(&browser).await
}

async fn a_reader_who_scrolls_on_meets_no_gap_and_no_growing_document(browser: Browser) -> Outcome {
    let site = long()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.wait_for_value(COUNT, MANY).await?;
    let nodes: usize = browser.read(&number_of("*")).await?;
    let per_row = nodes / FIRST_ROWS;
    let script = format!("return (async () => {{ {WALK} }})()");
    for _ in 0..WALKS {
        let walked: Walked = browser.run(&script, Vec::new()).await?;
        assert_eq!(walked.gaps, [""; 0]);
        assert!(walked.most_rows <= MOST_ROWS, "{walked:?}");
        assert!(
            walked.most_nodes <= nodes + MOST_ROWS * per_row,
            "{walked:?}, {nodes} at first"
        );
    }
    let shown = places(&browser).await?;
    assert!(
        shown.first().is_some_and(|first| *first > FIRST_ROWS),
        "the walk was too short: {shown:?}"
    );
    assert!(shown.windows(2).all(|pair| pair[0] + 1 == pair[1]));
    Ok(())
}

async fn the_arrows_walk_on_beyond_the_rows_that_stand_there_at_first(browser: Browser) -> Outcome {
    let site = long()?;
    browser.open_live(&site.url("cities/")).await?;
    browser.wait_for_value(COUNT, MANY).await?;
    browser.click(SEARCH).await?;
    let focus = "document.activeElement.closest('main [data-city]')?.dataset.city ?? null";
    for number in 0..FIRST_ROWS + 10 {
        browser.press_key(Key::Down).await?;
        browser
            .wait_for_value(focus, format!("city-{number:05}"))
            .await?;
    }
    Ok(())
}

async fn the_table_is_windowed_as_the_list_is(browser: Browser) -> Outcome {
    let site = long()?;
    browser.open_live(&site.url("cities/?view=table")).await?;
    browser.wait_for_value(COUNT, MANY).await?;
    browser
        .wait_for_value(&number_of(".city-table tbody [data-city]"), FIRST_ROWS)
        .await?;
    assert_eq!(
        places(&browser).await?,
        (1..=FIRST_ROWS).collect::<Vec<_>>()
    );
    follow_to_the_end_and_back(&browser).await
}

async fn a_thousand_results_all_stand_in_the_document(browser: Browser) -> Outcome {
    let site = Served::with_file("data/cities.json", &Records::made_up(1_000).file())?;
    browser.open_live(&site.url("cities/")).await?;
    browser.wait_for_value(COUNT, 1_000).await?;
    browser
        .wait_for_value(&format!("{SLUGS}.length"), 1_000)
        .await?;
    let is_numbered = number_of("main [data-city][aria-setsize]");
    assert_eq!(browser.read::<u32>(&is_numbered).await?, 0);
    Ok(())
}

async fn of_a_long_directory_hundreds_stand_in_the_document_a_moment_later(
    browser: Browser,
) -> Outcome {
    let site = long()?;
    let (shown, place) = (format!("{SLUGS}.length"), "[aria-setsize]");
    browser.open_live(&site.url("cities/?country=ke")).await?;
    browser.wait_for_value(COUNT, MANY / 3).await?;
    browser.wait_for_value(&shown, MANY / 3).await?;
    browser.click(&option("country", "ke")).await?;
    browser.wait_for_value(COUNT, MANY).await?;
    browser.wait_for(&format!("{shown} < 300")).await?;
    browser.click(&option("country", "cn")).await?;
    browser.wait_for_value(COUNT, MANY / 3).await?;
    browser.wait_for_value(&shown, MANY / 3).await?;
    let numbered: u32 = browser.read(&number_of(place)).await?;
    assert_eq!(numbered, 0, "a whole list needs no numbers");
    Ok(())
}

fn long() -> Outcome<Served> {
    Served::with_file("data/cities.json", &Records::made_up(MANY).file())
}

/// Scrolls to the last city and back to the first, with few rows in the document at either end.
async fn follow_to_the_end_and_back(browser: &Browser) -> Outcome {
    // Again and again, because the page gets its whole length only once a row has been measured.
    let to_the_end = format!("(scrollTo(0, document.body.scrollHeight), {PLACES}.at(-1))");
    browser.wait_for_value(&to_the_end, MANY).await?;
    let shown = places(browser).await?;
    assert!(shown.len() <= MOST_ROWS, "{} rows", shown.len());
    assert_eq!(
        slugs(browser).await?.last().map(String::as_str),
        Some("city-02499")
    );
    browser.run::<()>("scrollTo(0, 0)", Vec::new()).await?;
    browser.wait_for_value(&format!("{PLACES}[0]"), 1).await?;
    let shown = places(browser).await?;
    assert!(shown.len() <= MOST_ROWS, "{} rows", shown.len());
    assert_eq!(
        slugs(browser).await?.first().map(String::as_str),
        Some("city-00000")
    );
    Ok(())
}

/// The positions of the rows; all of them name the whole count.
async fn places(browser: &Browser) -> Outcome<Vec<usize>> {
    let others = number_of(&format!("{ROWS}:not([aria-setsize=\"{MANY}\"])"));
    assert_eq!(
        browser.read::<u32>(&others).await?,
        0,
        "every row names the size of the set"
    );
    browser.read(PLACES).await
}
