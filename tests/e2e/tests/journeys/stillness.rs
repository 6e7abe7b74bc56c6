//! The program takes a page over, and the reader does not see it happen.

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::engine::Engine;
use learning_cities_e2e::failure::{Failure, Outcome};
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

/// Writes the page anew as far as each end of a part of its second row, then, when that has been painted,
/// the rest of the row; gives the layout shifts that this makes, each with what the first part ended with.
const ROW_IN_PARTS: &str = "(async () => {
    const page = await (await fetch(location.href)).text();
    const begin = page.indexOf('<li', page.indexOf('<li class=\"city-row\"') + 1);
    const end = page.indexOf('</li>', begin) + 5;
    const ends = [...page.slice(begin, end).matchAll(/<\\/\\w+>|<button[^>]*>/g)].map(part => begin + part.index + part[0].length);
    const painted = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))));
    const moved = [];
    for (const cut of ends) {
        document.open();
        document.write(page.slice(0, cut));
        await painted();
        const observer = new PerformanceObserver(list => list.getEntries().forEach(shift =>
            moved.push(`${shift.value} after ${page.slice(cut - 20, cut)}`)));
        observer.observe({type: 'layout-shift'});
        document.write(page.slice(cut, end));
        await painted();
        observer.disconnect();
        document.close();
    }
    return [ends.length, moved];
})()";

/// The names of those parts of the header that stand above one written before them.
const RAISED: &str = "(() => {
    const parts = [...document.querySelector('.site-header').children];
    const top = part => part.getBoundingClientRect().top;
    return parts.filter((part, at) => parts.slice(0, at).some(earlier => top(part) + part.offsetHeight <= top(earlier)))
        .map(part => part.className || part.localName);
})()";

/// The parts of a story that the first paint does not wait for and that are not laid out yet.
const PUT_OFF: &str = "[...document.querySelectorAll('.fact-box > *, .story-part > *')]
    .filter(part => !part.checkVisibility({contentVisibilityAuto: true})).length";

/// A page loaded again on a busy machine may lack the serif that it had, or have it, and is shorter or
/// longer then: only loads of one height show whether the place is kept.
const TALL: &str = "document.documentElement.scrollHeight";

/// A place that is lost is off by lines; 2 pixels were seen on a busy machine.
const THIRD_OF_A_LINE_PX: f64 = 8.0;

/// So many in a row do not differ by chance.
const MOST_LOADS: usize = 6;

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(every_kind_of_page_is_taken_over),
        journey!(the_console_stays_clean_on_every_kind_of_page, engines: [Chromium]),
        journey!(the_served_list_is_brought_to_life_and_not_written_anew),
        journey!(nothing_moves_when_the_program_comes_late, engines: [Chromium]),
        journey!(a_row_that_arrives_in_parts_stands_still, engines: [Chromium]),
        journey!(what_arrives_later_stands_below_in_the_header, engines: [Chromium]),
        journey!(the_whole_story_is_laid_out_though_nobody_scrolls),
        journey!(a_link_to_a_part_of_the_story_leads_there_and_stays),
        journey!(a_story_opened_again_stands_where_it_was_left),
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

/// A busy machine paints a row of which only a part has arrived: the widths of its columns, and where its
/// controls stand, must not wait for the rest.
async fn a_row_that_arrives_in_parts_stands_still(browser: Browser) -> Outcome {
    const PATH: &str = "cities/index.html";
    // No script may write the page as it is: the policy forbids it.
    let page = Dist::find()?
        .read(PATH)?
        .replace("Content-Security-Policy", "no-policy");
    let site = Served::with_file_without_program_yet(PATH, &page)?;
    browser.open(&site.url("cities/")).await?;
    let (parts, moved): (usize, Vec<String>) = browser.read(ROW_IN_PARTS).await?;
    assert!(parts > 6, "{parts} parts");
    assert_eq!(moved, [""; 0]);
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

/// Else find-in-page, pictures of the whole page and the scroll bar know half of it.
async fn the_whole_story_is_laid_out_though_nobody_scrolls(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open(&site.url("")).await?;
    browser.wait_for_value(PUT_OFF, 0).await?;
    let hide =
        "document.querySelector('.story-part').style.contentVisibility = 'hidden'; return null";
    let () = browser.run(hide, Vec::new()).await?;
    assert!(
        browser.read::<u32>(PUT_OFF).await? > 0,
        "the measure sees nothing"
    );
    Ok(())
}

/// The parts above must have their heights by then.
async fn a_link_to_a_part_of_the_story_leads_there_and_stays(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    for part in ["people", "network-figures", "sources"] {
        browser.open(&site.url("about/")).await?;
        browser.open(&site.url(&format!("#{part}"))).await?;
        browser.wait_for_value(PUT_OFF, 0).await?;
        let top_px = top_px(&browser, part).await?;
        assert!((0.0..40.0).contains(&top_px), "{part} stands at {top_px}");
        if browser.engine() == Engine::Chromium {
            let moved: Vec<String> = browser.read(SHIFTS).await?;
            assert_eq!(moved, [""; 0], "{part}");
        }
    }
    Ok(())
}

/// The first time it is loaded again it may stand in another typeface, which is there by then.
async fn a_story_opened_again_stands_where_it_was_left(browser: Browser) -> Outcome {
    let site = Served::as_built()?;
    browser.open(&site.url("")).await?;
    load_again(&browser).await?;
    let go = "document.getElementById('sources').scrollIntoView(); return null";
    let () = browser.run(go, Vec::new()).await?;
    for _ in 0..MOST_LOADS {
        let left_px = top_px(&browser, "sources").await?;
        let left_tall: u32 = browser.read(TALL).await?;
        load_again(&browser).await?;
        browser.wait_for("scrollY > 0").await?;
        let now_px = top_px(&browser, "sources").await?;
        if browser.read::<u32>(TALL).await? == left_tall {
            assert!(
                (now_px - left_px).abs() < THIRD_OF_A_LINE_PX,
                "from {left_px} to {now_px}"
            );
            return Ok(());
        }
    }
    Err(Failure::Waited("two loads of one height".to_owned()))
}

/// As the reader does: what geckodriver loads again begins at its head.
async fn load_again(browser: &Browser) -> Outcome {
    let reload = "document.title = 'before'; setTimeout(() => location.reload()); return null";
    let () = browser.run(reload, Vec::new()).await?;
    browser
        .wait_for("document.title !== 'before' && document.readyState === 'complete'")
        .await?;
    browser.wait_for_value(PUT_OFF, 0).await
}

/// How far below the upper edge of the window an element stands once the page has come to rest.
async fn top_px(browser: &Browser, id: &str) -> Outcome<f64> {
    let top = format!(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() =>
            done(document.getElementById('{id}').getBoundingClientRect().top), 150))))"
    );
    browser.read(&top).await
}
