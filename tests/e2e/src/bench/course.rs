//! What is done in every visit: typing, clearing, filters, order, views, one after the other, each
//! awaited until the page is at rest.

use fantoccini::Locator;
use fantoccini::elements::Element;
use serde::Deserialize;
use serde_json::{Value, json};

use super::controls;
use super::quiet::{Calm, Gate};
use super::site::Site;
use super::visit::{Action, Sample, Visit};
use crate::browser::Browser;
use crate::driver::Driver;
use crate::engine::{Engine, Scripts};
use crate::failure::{Failure, Outcome};

const GAUGE: &str = include_str!("gauge.js");

/// What is typed, and the city that a reader means by it: plain, with slips, with accents and
/// without, in two scripts. All are real records, so a file of any size has them.
const QUERIES: [(&str, &str); 16] = [
    ("nanjing", "nanjing"),
    ("suzhou", "suzhou"),
    ("bogota", "bogota"),
    ("Bogotá", "bogota"),
    ("medelin", "medellin"),
    ("córdoba", "cordoba"),
    ("izmir", "izmir"),
    ("hangzou", "hangzhou"),
    ("goyang", "goyang"),
    ("beijng", "beijing"),
    ("mexico city", "mexico-city"),
    ("sonderborg", "sonderborg"),
    ("liege", "liege"),
    ("glagsow", "glasgow"),
    ("chiang rai", "chiang-rai"),
    ("北京", "beijing"),
];

/// How many facet options are tried, spread over all that are shown.
const FACETS_TRIED: usize = 6;

/// How often each toggle, order and view is taken.
const TURNS: usize = 2;

#[derive(Deserialize)]
struct Settled {
    dom: Option<f64>,
    paint: f64,
}

/// Visits a site in a new browser.
///
/// # Errors
/// Where the page lacks what every directory must have, or the browser refuses.
pub async fn take(driver: &Driver, site: &Site, records: usize, slowdown: u32) -> Outcome<Visit> {
    let profile = tempfile::tempdir().map_err(Failure::system("a profile"))?;
    let browser = Browser::connect(driver, Engine::Chromium, Scripts::On, profile.path()).await?;
    let mut traveller = Traveller {
        browser: &browser,
        visit: Visit::default(),
        gate: Gate::default(),
        slowdown,
    };
    let travelled = traveller.travel(site, records).await;
    let visit = traveller.visit;
    browser.close().await;
    travelled.map(|()| visit)
}

struct Traveller<'a> {
    browser: &'a Browser,
    visit: Visit,
    gate: Gate,
    slowdown: u32,
}

impl Traveller<'_> {
    async fn travel(&mut self, site: &Site, records: usize) -> Outcome {
        let settings = json!({"records": records});
        let source = json!({"source": format!("{GAUGE}({settings});")});
        let browser = self.browser;
        browser
            .devtools("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
        self.calm().await;
        if self.slowdown > 1 {
            let rate = json!({"rate": self.slowdown});
            browser
                .devtools("Emulation.setCPUThrottlingRate", rate)
                .await?;
        }
        browser.open(&site.directory()).await?;
        self.visit.first_results = self.first_results(records).await?;
        for (text, meant) in QUERIES {
            self.type_and_clear(text, meant).await?;
        }
        self.toggle_facets().await?;
        self.change_order().await?;
        self.weigh().await?;
        if let Err(failure) = self.change_view().await {
            // A view may be a page of its own; all else has been measured by now.
            eprintln!("  no view is measured: {failure}");
        }
        self.visit.late = browser.read("gauge.late()").await.unwrap_or_default();
        for error in browser.console_errors().await? {
            eprintln!("  the page's console: {error}");
        }
        Ok(())
    }

    async fn type_and_clear(&mut self, text: &str, meant: &str) -> Outcome {
        self.calm().await;
        let browser = self.browser;
        for letter in text.chars() {
            let key = async || browser.type_into(controls::BOX, &letter.to_string()).await;
            self.measure(Action::Key, key).await?;
        }
        let top: Vec<String> = browser.read("gauge.top()").await?;
        self.visit.typed += 1;
        self.visit.found += usize::from(top.iter().any(|slug| slug == meant));
        browser
            .type_into(controls::BOX, controls::SELECT_ALL)
            .await?;
        let clear = async || browser.type_into(controls::BOX, controls::BACKSPACE).await;
        self.measure(Action::Clear, clear).await
    }

    async fn toggle_facets(&mut self) -> Outcome {
        let shown = self.shown(controls::FACET).await?;
        for place in spread(&shown, FACETS_TRIED) {
            self.calm().await;
            for _ in 0..TURNS {
                self.click(Action::Facet, controls::FACET, place).await?;
            }
        }
        Ok(())
    }

    /// By keys on the closed select, which a page cannot tell from a reader's.
    async fn change_order(&mut self) -> Outcome {
        let Some(place) = self.shown(controls::SORT).await?.first().copied() else {
            return Ok(());
        };
        let options = format!(
            "document.querySelectorAll('{}')[{place}].length",
            controls::SORT
        );
        let options: usize = self.browser.read(&options).await?;
        self.calm().await;
        for _ in 0..TURNS {
            let down = std::iter::repeat_n(controls::DOWN, options.saturating_sub(1));
            for key in down.chain([controls::HOME]) {
                let select = self.element(controls::SORT, place).await?;
                let press = async || Ok(select.send_keys(key).await?);
                self.measure(Action::Sort, press).await?;
            }
        }
        Ok(())
    }

    async fn change_view(&mut self) -> Outcome {
        let shown = self.shown(controls::VIEW).await?;
        let others = shown.iter().skip(1).chain(shown.first());
        for place in others.cycle().take(shown.len() * TURNS) {
            self.calm().await;
            self.click(Action::View, controls::VIEW, *place).await?;
        }
        Ok(())
    }

    async fn click(&mut self, action: Action, selector: &str, place: usize) -> Outcome {
        let browser = self.browser;
        let centred = "document.querySelectorAll(arguments[0])[arguments[1]].scrollIntoView({block: 'center'}); return null";
        let which = vec![json!(selector), json!(place)];
        browser.run::<Value>(centred, which.clone()).await?;
        let element = self.element(selector, place).await?;
        let click = async || match element.clone().click().await {
            Ok(()) => Ok(()),
            // Something lies over it, such as the label that is drawn in its place.
            Err(_) => {
                let script =
                    "document.querySelectorAll(arguments[0])[arguments[1]].click(); return null";
                browser.run(script, which.clone()).await
            }
        };
        self.measure(action, click).await
    }

    async fn measure(&mut self, action: Action, act: impl AsyncFnOnce() -> Outcome) -> Outcome {
        let expect = "gauge.expect(arguments[0]); return null";
        let events = vec![json!(action.events())];
        self.browser.run::<Value>(expect, events).await?;
        act().await?;
        let settled: Outcome<Settled> = self.browser.read("gauge.settled()").await;
        let Settled { dom, paint } = settled.map_err(Failure::form(action.name()))?;
        self.visit.samples.push(Sample { action, dom, paint });
        Ok(())
    }

    async fn first_results(&self, records: usize) -> Outcome<f64> {
        for _ in 0..controls::LOOKS_FOR_RESULTS {
            if let Some(time) = self.browser.read("gauge.live").await? {
                return Ok(time);
            }
            tokio::time::sleep(controls::BETWEEN_LOOKS).await;
        }
        let place = self.browser.whereabouts().await;
        Err(Failure::Waited(format!(
            "a search box, results and their number {records} in a [role=status], at {place}"
        )))
    }

    async fn weigh(&mut self) -> Outcome {
        // The first collection lets go of what the second one frees.
        for _ in 0..2 {
            self.browser
                .devtools("HeapProfiler.collectGarbage", json!({}))
                .await?;
        }
        let usage = self.browser.devtools("Runtime.getHeapUsage", json!({}));
        let used = usage.await?.get("usedSize").and_then(Value::as_f64);
        self.visit.heap = used.unwrap_or_default();
        self.visit.wasm = self.browser.read("gauge.wasmBytes()").await?;
        Ok(())
    }

    /// The places of the elements that a reader can use, among all that a selector finds.
    async fn shown(&self, selector: &str) -> Outcome<Vec<usize>> {
        let script = "return gauge.shown(arguments[0])";
        self.browser.run(script, vec![json!(selector)]).await
    }

    async fn element(&self, selector: &str, place: usize) -> Outcome<Element> {
        let found = self.browser.client.find_all(Locator::Css(selector)).await?;
        let element = found.into_iter().nth(place);
        element.ok_or_else(|| Failure::Waited(format!("{selector} at place {place}")))
    }

    /// A processor that is made slow on purpose is busy on purpose: there is nothing to wait for.
    async fn calm(&mut self) {
        let is_slowed = self.slowdown > 1 && self.visit.typed > 0;
        if !is_slowed && self.gate.wait().await == Calm::Noisy {
            self.visit.noisy += 1;
        }
    }
}

/// So many of them, the first and the last among these, at even distances.
fn spread(places: &[usize], wanted: usize) -> Vec<usize> {
    if places.len() <= wanted {
        return places.to_vec();
    }
    let last = places.len() - 1;
    let steps = wanted.saturating_sub(1).max(1);
    (0..wanted)
        .filter_map(|step| places.get(step * last / steps).copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_tried_from_the_first_to_the_last() {
        let places: Vec<usize> = (0..101).collect();
        assert_eq!(spread(&places, 6), [0, 20, 40, 60, 80, 100]);
        assert_eq!(spread(&[4, 7], 6), [4, 7]);
        assert!(spread(&[], 6).is_empty());
    }
}
