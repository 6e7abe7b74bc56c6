//! What a reader does before the program is ready is kept, whether the page is brought to life or,
//! because the data changed since it was written, replaced.

use serde_json::json;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::records::{Records, text};
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::directory::{COUNT, QUERY, SEARCH, SLUGS, STATE, expect_results, option};

/// Where the reader has scrolled to, in pixels.
const SCROLLED_PX: f64 = 1500.0;

/// Has the caret in the search box from the first of the tasks on that are asked for without a pause,
/// and types at it before one of them; they are counted until the page is alive.
const TYPE_BEFORE_TASK: &str = "window.tasks = 0;
    const later = window.setTimeout;
    window.setTimeout = (run, pause, ...rest) => {
        if (pause || document.documentElement.dataset.app === 'ready') return later(run, pause, ...rest);
        const task = ++window.tasks;
        return later(() => {
            if (task === 1) document.querySelector('main input[type=search]').focus();
            if (task === {task}) document.execCommand('insertText', false, 'nan');
            run();
        });
    };";

/// Types where the caret is now.
const TYPE_ON: &str = "document.execCommand('insertText', false, 'king'); return null";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(text_typed_early_is_searched_for),
        journey!(text_typed_early_is_searched_for_in_changed_data),
        journey!(a_box_checked_early_filters),
        journey!(a_box_checked_early_filters_changed_data),
        journey!(text_typed_while_the_program_starts_is_searched_for, engines: [Chromium]),
        journey!(the_focus_stays_on_a_result_that_was_found_early),
        journey!(scroll_and_focus_stay_where_the_reader_put_them),
        journey!(scroll_and_focus_stay_in_changed_data),
        journey!(data_changed_since_the_page_was_written_is_shown),
    ]
}

fn as_written() -> Outcome<Served> {
    Served::without_program_yet()
}

fn with_changed_data() -> Outcome<Served> {
    let added = json!({
        "slug": "aaa-town", "name": "Aaa Town", "country": "China", "iso2": "CN",
        "region": "asia-and-the-pacific",
    });
    let file = Records::bundled()?.with(added).file();
    Served::with_file_without_program_yet("data/cities.json", &file)
}

async fn text_typed_early_is_searched_for(browser: Browser) -> Outcome {
    type_early(&browser, &as_written()?).await
}

async fn text_typed_early_is_searched_for_in_changed_data(browser: Browser) -> Outcome {
    type_early(&browser, &with_changed_data()?).await
}

async fn type_early(browser: &Browser, site: &Served) -> Outcome {
    browser.open(&site.url("cities/")).await?;
    browser.click(SEARCH).await?;
    browser.press("nankin").await?;
    start_program(browser, site).await?;
    browser.wait_until_live().await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "nanjing")
        .await?;
    let box_now: (String, bool, u32) = browser
        .read(&format!("(box => [box.value, box === document.activeElement, box.selectionStart])(document.querySelector('{SEARCH}'))"))
        .await?;
    assert_eq!(
        box_now,
        ("nankin".to_owned(), true, 6),
        "text, focus and caret"
    );
    browser.wait_for_value(QUERY, "?q=nankin").await?;
    browser.press("g").await?;
    browser.wait_for_value(QUERY, "?q=nanking").await
}

async fn a_box_checked_early_filters(browser: Browser) -> Outcome {
    let chinese = Records::bundled()?.slugs(|record| text(record, "iso2") == "CN");
    check_early(&browser, &as_written()?, &chinese).await
}

async fn a_box_checked_early_filters_changed_data(browser: Browser) -> Outcome {
    let mut chinese = Records::bundled()?.slugs(|record| text(record, "iso2") == "CN");
    chinese.push("aaa-town".to_owned());
    check_early(&browser, &with_changed_data()?, &chinese).await
}

async fn check_early(browser: &Browser, site: &Served, wanted: &[String]) -> Outcome {
    let china = option("country", "cn");
    browser.open(&site.url("cities/")).await?;
    browser.point_at(&china).await?;
    start_program(browser, site).await?;
    browser.wait_until_live().await?;
    expect_results(browser, wanted).await?;
    let is_checked = format!("document.querySelector('{china}').checked");
    assert!(
        browser.read::<bool>(&is_checked).await?,
        "the box is not checked any more"
    );
    let is_focused = format!("document.querySelector('{china}') === document.activeElement");
    // WebKit gives no focus to a clicked box, as Safari does on a Mac.
    if browser.engine() != learning_cities_e2e::engine::Engine::Webkit {
        assert!(
            browser.read::<bool>(&is_focused).await?,
            "the box has lost the focus"
        );
    }
    browser.wait_for_value(QUERY, "?country=cn").await
}

/// The program starts in tasks, between which a reader can do something: before the first of them,
/// before the second, and so on. A start that put the caret back to where it had been made of
/// "nan" and "king" "kingnan".
async fn text_typed_while_the_program_starts_is_searched_for(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    let mut tasks = 0;
    for task in 1.. {
        let source = TYPE_BEFORE_TASK.replace("{task}", &task.to_string());
        let script = json!({"source": source});
        let added = browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", script)
            .await?;
        browser.open_live(&site.url("cities/")).await?;
        browser
            .devtools("Page.removeScriptToEvaluateOnNewDocument", added)
            .await?;
        tasks = browser.read("window.tasks").await?;
        if tasks < task {
            break;
        }
        let () = browser.run(TYPE_ON, Vec::new()).await?;
        let text = format!("document.querySelector('{SEARCH}').value");
        browser.wait_for_value(&text, "nanking").await?;
        browser
            .wait_for_value(&format!("{SLUGS}[0]"), "nanjing")
            .await?;
        browser.wait_for_value(QUERY, "?q=nanking").await?;
    }
    assert!(tasks > 5, "the program starts in {tasks} tasks only");
    Ok(())
}

/// The results of the plain search stand in other places than those of the program.
async fn the_focus_stays_on_a_result_that_was_found_early(browser: Browser) -> Outcome {
    let site = as_written()?;
    browser.open(&site.url("cities/")).await?;
    browser.click(SEARCH).await?;
    browser.press("suzh").await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "suzhou")
        .await?;
    let go = "document.querySelector('[data-city=suzhou] a').focus(); return null";
    let () = browser.run(go, Vec::new()).await?;
    start_program(&browser, &site).await?;
    browser.wait_until_live().await?;
    let focus = "document.activeElement.closest('[data-city]')?.dataset.city ?? document.activeElement.outerHTML.slice(0, 80)";
    browser.wait_for_value(focus, "suzhou").await?;
    browser.wait_for_value(QUERY, "?q=suzh").await
}

async fn scroll_and_focus_stay_where_the_reader_put_them(browser: Browser) -> Outcome {
    stay(&browser, &as_written()?).await
}

async fn scroll_and_focus_stay_in_changed_data(browser: Browser) -> Outcome {
    stay(&browser, &with_changed_data()?).await
}

/// The program is there only now: what was done before was done on the page as it was written.
async fn start_program(browser: &Browser, site: &Served) -> Outcome {
    assert_eq!(browser.read::<String>(STATE).await?, "static");
    site.release();
    Ok(())
}

async fn stay(browser: &Browser, site: &Served) -> Outcome {
    browser.open(&site.url("cities/")).await?;
    let go = format!(
        "document.querySelector('[data-city=nanjing] a').focus({{preventScroll: true}}); scrollTo(0, {SCROLLED_PX}); return null"
    );
    let () = browser.run(&go, Vec::new()).await?;
    // Rows that are laid out now may be higher than was thought.
    let settled = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY))))";
    let before: f64 = browser.read(settled).await?;
    assert!((before - SCROLLED_PX).abs() < 500.0, "scrolled to {before}");
    start_program(browser, site).await?;
    browser.wait_until_live().await?;
    let after: f64 = browser.read(settled).await?;
    let focus: String = browser.read("document.activeElement.closest('[data-city]')?.dataset.city ?? document.activeElement.outerHTML.slice(0, 80)").await?;
    assert!((after - before).abs() < 1.0, "from {before} to {after}");
    assert_eq!(focus, "nanjing");
    Ok(())
}

async fn data_changed_since_the_page_was_written_is_shown(browser: Browser) -> Outcome {
    let site = with_changed_data()?;
    site.release();
    browser.open_live(&site.url("cities/")).await?;
    browser.wait_for_value(COUNT, 366).await?;
    browser
        .wait_for_value(&format!("{SLUGS}[0]"), "aaa-town")
        .await
}
