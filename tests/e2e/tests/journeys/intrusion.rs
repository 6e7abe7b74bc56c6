//! Attempts to break the policy of the real pages: what somebody who got a piece of markup or script
//! into one would try next. Each must be refused and reported, and nothing may reach another origin.

use std::fs;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::failure::{Failure, Outcome};
use learning_cities_e2e::journey;
use learning_cities_e2e::polling::until;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;
use serde_json::json;

/// What is tried, the directives of which one must refuse it, and the lines that try it: `elsewhere`
/// is another origin, `add` puts an element with properties into the page.
struct Attempt(&'static str, &'static [&'static str], &'static str);

/// Where an engine knows of trusted types, they refuse text that would become script before the rules
/// for scripts are asked.
const TRUSTED: &str = "require-trusted-types-for";

const ATTEMPTS: [Attempt; 26] = [
    Attempt(
        "an inline script",
        &["script-src-elem", TRUSTED],
        "add('script', {textContent: 'wasRun = 1'})",
    ),
    Attempt(
        "an inline module",
        &["script-src-elem", TRUSTED],
        "add('script', {type: 'module', textContent: 'wasRun = 1'})",
    ),
    Attempt(
        "a script from elsewhere",
        &["script-src-elem", TRUSTED],
        "add('script', {src: elsewhere + 'x.js'})",
    ),
    Attempt(
        "a script in its address",
        &["script-src-elem", TRUSTED],
        "add('script', {src: 'data:text/javascript,wasRun=1'})",
    ),
    Attempt(
        "a script made on the spot",
        &["script-src-elem", TRUSTED],
        "add('script', {src: URL.createObjectURL(new Blob(['wasRun = 1'], {type: 'text/javascript'}))})",
    ),
    Attempt(
        "a handler in an attribute",
        &["script-src-attr", TRUSTED],
        "const button = document.createElement('button'); button.setAttribute('onclick', 'wasRun = 1'); document.body.append(button); button.click()",
    ),
    Attempt(
        "a text taken for markup",
        &["script-src-attr", TRUSTED],
        "document.body.insertAdjacentHTML('beforeend', '<img src=\"no-such-file.png\" onerror=\"window.wasRun = 1\">')",
    ),
    Attempt(
        "a link that is a script",
        &["script-src-elem", TRUSTED],
        "add('a', {href: 'javascript:void(window.wasRun = 1)'}).click()",
    ),
    Attempt(
        "a text taken for a script",
        &["script-src", TRUSTED],
        "window.setTimeout('window.wasRun = 1', 0)",
    ),
    Attempt(
        "a worker made on the spot",
        &["worker-src", TRUSTED],
        "new Worker(URL.createObjectURL(new Blob(['1'])))",
    ),
    Attempt(
        "a style",
        &["style-src-elem"],
        "add('style', {textContent: 'body { display: none }'})",
    ),
    Attempt(
        "a stylesheet from elsewhere",
        &["style-src-elem"],
        "add('link', {rel: 'stylesheet', href: elsewhere + 'x.css'})",
    ),
    Attempt(
        "a style in an attribute",
        &["style-src-attr"],
        "document.body.setAttribute('style', 'display: none')",
    ),
    Attempt(
        "a picture from elsewhere",
        &["img-src"],
        "add('img', {src: elsewhere + 'x.png'})",
    ),
    Attempt(
        "a picture in its address",
        &["img-src"],
        "add('img', {src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw='})",
    ),
    Attempt(
        "a typeface from elsewhere",
        &["font-src"],
        "new FontFace('x', `url(${elsewhere}x.woff2)`).load().catch(() => 0)",
    ),
    Attempt(
        "a film from elsewhere",
        &["media-src"],
        "add('video', {src: elsewhere + 'x.webm', preload: 'auto'})",
    ),
    Attempt(
        "data fetched from elsewhere",
        &["connect-src"],
        "fetch(elsewhere + 'fetched').catch(() => 0)",
    ),
    Attempt(
        "data sent elsewhere on leaving",
        &["connect-src"],
        "navigator.sendBeacon(elsewhere + 'sent', 'x')",
    ),
    Attempt(
        "data sent elsewhere the old way",
        &["connect-src"],
        "const request = new XMLHttpRequest(); request.open('POST', elsewhere + 'sent'); request.send('x')",
    ),
    Attempt(
        "a line to elsewhere",
        &["connect-src"],
        "new WebSocket(elsewhere.replace('http', 'ws'))",
    ),
    Attempt(
        "a page from elsewhere in a frame",
        &["frame-src"],
        "add('iframe', {src: elsewhere})",
    ),
    Attempt(
        "a page of the site in a frame",
        &["frame-src"],
        "add('iframe', {src: location.href})",
    ),
    Attempt(
        "an object from elsewhere",
        &["object-src", TRUSTED],
        "add('object', {data: elsewhere + 'x.svg', type: 'image/svg+xml'})",
    ),
    Attempt(
        "another base of all addresses",
        &["base-uri"],
        "const base = document.createElement('base'); base.href = elsewhere; document.head.prepend(base)",
    ),
    Attempt(
        "a form that is sent elsewhere",
        &["form-action"],
        "add('form', {action: elsewhere + 'sent', method: 'post'}).submit()",
    ),
];

/// Tries something, and gives the directive that refused it.
const TRY: &str = "
    const [elsewhere, wanted] = arguments;
    return new Promise(done => {
        const refused = [];
        document.addEventListener('securitypolicyviolation', event => {
            refused.push(event.effectiveDirective);
            if (wanted.includes(event.effectiveDirective)) done('as wanted');
        });
        setTimeout(() => done(refused.join() || 'nobody'), 2000);
        const add = (name, properties) => {
            const element = Object.assign(document.createElement(name), properties);
            document.body.append(element);
            return element;
        };
        try { ATTEMPT } catch { }
    })";

/// What somebody might get into a page as it is stored: no script of ours sees it first.
const MARKUP: &str = r#"<script>window.wasRun = 1</script>
<script src="ELSEWHEREx.js"></script>
<img src="ELSEWHEREx.png" alt="">
<img src="no-such-file.png" alt="" onerror="window.wasRun = 2">
<link rel="stylesheet" href="ELSEWHEREx.css">
<style>main { display: none }</style>
<iframe src="ELSEWHERE"></iframe>
<iframe srcdoc="<script>parent.wasRun = 3</script>"></iframe>
<object data="ELSEWHEREx.svg" type="image/svg+xml"></object>
<base href="ELSEWHERE">"#;

/// The page that it is got into, by its file.
const SPOILT: &str = "cities/nanjing/index.html";

/// Pages of every kind, and one that has been taken over by the program.
const PAGES: [&str; 6] = [
    "",
    "cities/",
    "ar/cities/nanjing/",
    "countries/cn/",
    "about/",
    "404.html",
];

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(whatever_is_tried_on_a_page_is_refused_and_reported),
        journey!(markup_in_a_stored_page_does_nothing_that_it_does_without_the_policy),
    ]
}

async fn whatever_is_tried_on_a_page_is_refused_and_reported(browser: Browser) -> Outcome {
    let site = Served::watched()?;
    let elsewhere = Served::watched()?;
    for page in PAGES {
        browser.open_live(&site.url(page)).await?;
        let address = browser.address().await?;
        for Attempt(what, directives, lines) in ATTEMPTS {
            let script = TRY.replace("ATTEMPT", lines);
            // The report may come later than a script may last; what is tried does no harm twice.
            until(&format!("a refusal on {page:?} of {what}"), async || {
                let arguments = vec![json!(elsewhere.url("")), json!(directives)];
                let refused: String = browser.run(&script, arguments).await?;
                match refused.as_str() {
                    "as wanted" => Ok(Some(())),
                    other => Err(Failure::Waited(format!("refused by {other}"))),
                }
            })
            .await?;
        }
        let untouched = "window.wasRun === undefined && document.baseURI === location.href \
            && getComputedStyle(document.body).display !== 'none'";
        assert!(browser.read::<bool>(untouched).await?, "{page:?}");
        assert_eq!(browser.address().await?, address, "{page:?}");
        assert_eq!(elsewhere.requests(), [""; 0], "{page:?}");
    }
    Ok(())
}

async fn markup_in_a_stored_page_does_nothing_that_it_does_without_the_policy(
    browser: Browser,
) -> Outcome {
    let elsewhere = Served::watched()?;
    let page = Dist::find()?.read(SPOILT)?;
    let markup = MARKUP.replace("ELSEWHERE", &elsewhere.url(""));
    let spoilt = page.replace("</body>", &format!("{markup}</body>"));
    let site = alone(&spoilt)?;
    let address = site.url("cities/nanjing/");
    browser.open(&address).await?;
    browser
        .wait_for("document.readyState === 'complete'")
        .await?;
    assert!(browser.read::<bool>("window.wasRun === undefined").await?);
    assert_eq!(browser.read::<String>("document.baseURI").await?, address);
    assert!(browser.is_shown("main h1").await?, "the style was taken");
    assert_eq!(elsewhere.requests(), [""; 0]);
    // All of it would have done its work.
    let policy = "http-equiv=\"Content-Security-Policy\"";
    assert!(spoilt.contains(policy));
    let open = alone(&spoilt.replace(policy, "name=\"nothing\""))?;
    browser.open(&open.url("cities/nanjing/")).await?;
    browser
        .wait_for("document.readyState === 'complete'")
        .await?;
    browser.wait_for("window.wasRun > 0").await?;
    assert_eq!(
        browser.read::<String>("document.baseURI").await?,
        elsewhere.url("")
    );
    assert!(!browser.is_shown("main h1").await?);
    assert!(
        elsewhere.requests().len() >= 4,
        "{:?}",
        elsewhere.requests()
    );
    Ok(())
}

/// A site of this page alone, which has all that it shows in itself.
fn alone(page: &str) -> Outcome<Served> {
    let folder = tempfile::tempdir().map_err(Failure::system("a folder for a page"))?;
    let place = folder.path().join(SPOILT);
    let parent = place.parent().unwrap_or(folder.path());
    fs::create_dir_all(parent).map_err(Failure::system(parent.display()))?;
    fs::write(&place, page).map_err(Failure::system(place.display()))?;
    Served::below("/", folder)
}
