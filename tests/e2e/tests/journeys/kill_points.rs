//! An update that ends at any point leaves one whole version, the old or the new, never a mixture.
//!
//! A hundred points in ten journeys, of which a usual run makes two: after so many answers the host is
//! cut off in the middle of the next, or the worker itself is ended.

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

/// Set for all ten journeys, which take a quarter of an hour: after changes of the worker.
const ALL_POINTS: &str = "ALL_KILL_POINTS";

/// Else so many, so that a run of all tests ends within an hour.
const USUAL_JOURNEYS: usize = 2;

/// In each of the ten journeys.
const POINTS: usize = 10;

/// More answers than an update asks for, so that the last of the points lie behind its end.
const MOST_ANSWERS: usize = 20;

/// Asks for a new version and does not wait for it.
const ASK: &str =
    "navigator.serviceWorker.getRegistration().then(found => found.update()).catch(() => null)
    .then(() => { window.isAnswered = true }); return null";

/// How far the update is: it is found or not to be had, and nothing is being installed any more.
const IS_SETTLED: &str = "navigator.serviceWorker.getRegistration().then(found => Boolean(window.isAnswered && !found.installing))";

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

/// A journey for each seed; none lasts long.
macro_rules! points {
    ($($sentence:ident $seed:literal,)*) => {
        pub(crate) fn journeys() -> Vec<Journey> {
            let mut journeys = vec![$(journey!($sentence, engines: [Chromium]),)*];
            if std::env::var_os(ALL_POINTS).is_none() {
                journeys.truncate(USUAL_JOURNEYS);
            }
            journeys
        }

        $(async fn $sentence(browser: Browser) -> Outcome {
            end_updates(&browser, $seed).await
        })*
    };
}

points! {
    an_update_ended_anywhere_mixes_nothing_at_the_first_ten_points 519,
    an_update_ended_anywhere_mixes_nothing_at_the_second_ten_points 2_024,
    an_update_ended_anywhere_mixes_nothing_at_the_third_ten_points 365,
    an_update_ended_anywhere_mixes_nothing_at_the_fourth_ten_points 87,
    an_update_ended_anywhere_mixes_nothing_at_the_fifth_ten_points 2_030,
    an_update_ended_anywhere_mixes_nothing_at_the_sixth_ten_points 6_797,
    an_update_ended_anywhere_mixes_nothing_at_the_seventh_ten_points 8_018,
    an_update_ended_anywhere_mixes_nothing_at_the_eighth_ten_points 425,
    an_update_ended_anywhere_mixes_nothing_at_the_ninth_ten_points 7_231,
    an_update_ended_anywhere_mixes_nothing_at_the_tenth_ten_points 31_337,
}

async fn end_updates(browser: &Browser, seed: u32) -> Outcome {
    let versions = Versions::find()?;
    let mut chance = Chance(seed);
    let site = Served::watched()?;
    let (port, directory) = (site.port(), site.url(&format!("cities/?q={CITY}")));
    browser.open_live(&directory).await?;
    wait_until_kept(browser).await?;
    drop(site);
    let mut current = 0;
    let mut taken = 0;
    for point in 0..POINTS {
        // By chance within a part of its own, so that no part of an update is left out.
        let part = MOST_ANSWERS / POINTS;
        let answers = point * part + chance.below(part);
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
        let seen = versions.seen(browser, &what).await?;
        if seen == next {
            // Nobody looked at the old version any more when the new one was whole.
            current = next;
            taken += 1;
        } else if browser.read::<bool>(IS_WAITING).await? {
            wait_for_offer(browser).await?;
            browser.click(&format!("{OFFER} button")).await?;
            browser
                .wait_for_value(VERSION, versions.names[next].as_str())
                .await?;
            browser.wait_until_live().await?;
            assert_eq!(versions.seen(browser, &what).await?, next, "{what}");
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

    /// Which of the two is seen, all of it.
    async fn seen(&self, browser: &Browser, what: &str) -> Outcome<usize> {
        let seen: Vec<String> = browser.read(SEEN).await?;
        let version = self.seen.iter().position(|whole| *whole == seen);
        Ok(version.unwrap_or_else(|| panic!("{what}: a mixture, {seen:?}")))
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
