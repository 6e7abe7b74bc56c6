//! An update that ends at any point leaves one whole version, the old or the new, never a mixture.
//!
//! A hundred points in each engine, in four journeys: after so many answers the host is cut off in
//! the middle of the next, or, where the browser allows it, the worker itself is ended.

use serde_json::json;

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::dist::Dist;
use learning_cities_e2e::engine::Engine;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::polling::until;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

use crate::kept_site::{
    CITY, NEW_NAME, OFFER, VERSION, second_version, version_of, wait_for_offer, wait_until_kept,
};

/// In each of the four journeys.
const POINTS: usize = 25;

/// More answers than an update asks for: some of the points lie behind its end.
const MOST_ANSWERS: usize = 20;

/// Asks for a new version and does not wait for it.
const ASK: &str = "navigator.serviceWorker.getRegistration().then(found => found.update()).catch(() => null); return null";

/// How far the update is: nothing is being installed any more.
const IS_SETTLED: &str =
    "navigator.serviceWorker.getRegistration().then(found => !found.installing)";

const IS_WAITING: &str =
    "navigator.serviceWorker.getRegistration().then(found => Boolean(found.waiting))";

/// What a reader gets, all of it: the versions of the documents, the name in the data and on the
/// page, and the program.
const SEEN: &str = "Promise.all(['/', '/cities/', '/about/', '/offline.html'].map(path =>
    fetch(path).then(answer => answer.text()).then(text => text.match(/data-version=\"(\\w+)/)[1])
)).then(versions => [
    ...new Set([...versions, document.documentElement.dataset.version]),
    document.querySelector('main [data-city=abuja] a').textContent,
    ...new Set(performance.getEntriesByType('resource').map(entry => entry.name.match(/learning-cities-(\\w+?)(_bg)?\\.(js|wasm)/)?.[1]).filter(Boolean)),
])";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        journey!(an_update_ended_anywhere_mixes_nothing_first_25_points, engines: [Chromium, Firefox]),
        journey!(an_update_ended_anywhere_mixes_nothing_second_25_points, engines: [Chromium, Firefox]),
        journey!(an_update_ended_anywhere_mixes_nothing_third_25_points, engines: [Chromium, Firefox]),
        journey!(an_update_ended_anywhere_mixes_nothing_fourth_25_points, engines: [Chromium, Firefox]),
    ]
}

async fn an_update_ended_anywhere_mixes_nothing_first_25_points(browser: Browser) -> Outcome {
    end_updates(&browser, 20_240_519).await
}

async fn an_update_ended_anywhere_mixes_nothing_second_25_points(browser: Browser) -> Outcome {
    end_updates(&browser, 365).await
}

async fn an_update_ended_anywhere_mixes_nothing_third_25_points(browser: Browser) -> Outcome {
    end_updates(&browser, 2_000_365).await
}

async fn an_update_ended_anywhere_mixes_nothing_fourth_25_points(browser: Browser) -> Outcome {
    end_updates(&browser, 87).await
}

async fn end_updates(browser: &Browser, seed: u32) -> Outcome {
    let versions = Versions::find()?;
    let mut chance = Chance(seed);
    let site = Served::as_built()?;
    let (port, directory) = (site.port(), site.url(&format!("cities/?q={CITY}")));
    browser.open_live(&directory).await?;
    wait_until_kept(browser).await?;
    drop(site);
    let mut current = 0;
    let mut taken = 0;
    for point in 0..POINTS {
        let answers = chance.below(MOST_ANSWERS);
        let ends_worker = browser.engine() == Engine::Chromium && chance.below(2) == 0;
        let what = format!("seed {seed}, point {point}, after {answers} answers");
        let next = 1 - current;
        let whole_answers = (!ends_worker).then_some(answers);
        let host = Served::again(port, &versions.folders[next], whole_answers)?;
        browser.run::<()>(ASK, Vec::new()).await?;
        if ends_worker {
            end_worker(browser, &host, answers).await?;
        }
        browser.wait_for(IS_SETTLED).await?;
        drop(host);
        browser.open_live(&directory).await?;
        versions.expect(browser, current, &what).await?;
        if browser.read::<bool>(IS_WAITING).await? {
            wait_for_offer(browser).await?;
            browser.click(&format!("{OFFER} button")).await?;
            browser
                .wait_for_value(VERSION, versions.names[next].as_str())
                .await?;
            browser.wait_until_live().await?;
            versions.expect(browser, next, &what).await?;
            current = next;
            taken += 1;
        }
    }
    assert!(
        0 < taken && taken < POINTS,
        "no point lay behind the end, or none before it: {taken}"
    );
    Ok(())
}

/// Ends the worker as a browser does that needs its memory, once the host has given so many answers.
async fn end_worker(browser: &Browser, host: &Served, answers: usize) -> Outcome {
    until("the point", async || {
        let is_reached = host.requests().len() >= answers || browser.read(IS_SETTLED).await?;
        Ok(is_reached.then_some(()))
    })
    .await?;
    browser.devtools("ServiceWorker.enable", json!({})).await?;
    browser
        .devtools("ServiceWorker.stopAllWorkers", json!({}))
        .await
        .map(drop)
}

/// Two versions, by which a mixture is known.
struct Versions {
    folders: [std::path::PathBuf; 2],
    names: [String; 2],
    seen: [Vec<String>; 2],
}

impl Versions {
    fn find() -> Outcome<Self> {
        let folders = [
            Dist::find()?.root().to_owned(),
            second_version()?.to_owned(),
        ];
        let names = [version_of(&folders[0])?, version_of(&folders[1])?];
        assert_ne!(names[0], names[1]);
        let cities = ["Abuja", NEW_NAME];
        let mut seen = [Vec::new(), Vec::new()];
        for (version, seen) in seen.iter_mut().enumerate() {
            let files = Dist::at(&folders[version]).files()?;
            let program = files.iter().find_map(|file| {
                file.strip_prefix("learning-cities-")?
                    .strip_suffix("_bg.wasm")
            });
            let program = program.unwrap_or_default().to_owned();
            *seen = vec![names[version].clone(), cities[version].to_owned(), program];
        }
        Ok(Self {
            folders,
            names,
            seen,
        })
    }

    async fn expect(&self, browser: &Browser, version: usize, what: &str) -> Outcome {
        let seen: Vec<String> = browser.read(SEEN).await?;
        assert_eq!(seen, self.seen[version], "{what}");
        Ok(())
    }
}

/// Numbers by chance, the same in every run (Numerical Recipes' linear congruential generator).
struct Chance(u32);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 16) as usize % bound
    }
}
