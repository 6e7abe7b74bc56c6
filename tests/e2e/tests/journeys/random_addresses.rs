//! Five hundred addresses that chance has made, of what the directory knows and of what breaks others.
//!
//! A usual run opens twenty in each engine, never the same in two; `ALL_ADDRESSES=1` opens all in each.

use serde_json::{Value, json};

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::engine::Engine;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::journey;
use learning_cities_e2e::served::Served;
use learning_cities_e2e::trials::Journey;

const ALL_ADDRESSES: &str = "ALL_ADDRESSES";
const ADDRESSES: usize = 500;
const USUALLY: usize = 4;

const KEYS: [&str; 20] = [
    "q",
    "region",
    "country",
    "joined",
    "award",
    "sort",
    "view",
    "at",
    "only",
    "compare",
    "like",
    "by",
    "Q",
    "__proto__",
    "",
    "%00",
    "constructor",
    "q%5B%5D",
    "\u{202e}",
    "utm_source",
];

const VALUES: [&str; 36] = [
    "nanjing",
    "cn",
    "africa",
    "2024",
    "unknown",
    "-joined",
    "near",
    "map",
    "table",
    "timeline",
    "summary",
    "32,118,4",
    "90,180,1e308",
    "-0,NaN,-1",
    "nanjing,cork,aswan,suzhou,beijing",
    "distance,size,award",
    "",
    "%",
    "%F",
    "%C3%28",
    "%ED%A0%80",
    "%00%0D%0A",
    "\u{feff}\u{200d}",
    "南京",
    "İstanbul",
    "ﬁ",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}",
    "<img src=x onerror=window.wasRun=1>",
    "\"'><script>window.wasRun=1</script>",
    "javascript:window.wasRun=1",
    "..%2F..%2Fetc%2Fpasswd",
    "%252e%252e",
    "99999999999999999999",
    "+++",
    "(?:a+)+$",
    "🏙️👩‍👩‍👧‍👦",
];

const JOINTS: [&str; 5] = ["&", "&", "&&", ";", "&amp;"];

/// What a page that lives tells of itself, as wanted below.
const SEEN: &str = "(() => {
    const rows = [...document.querySelectorAll('main .city-list [data-city], main .city-table tbody [data-city]')];
    const said = document.querySelector('main [role=status]').textContent;
    return {
        state: document.documentElement.dataset.app,
        ran: window.wasRun ?? null,
        styled: document.querySelectorAll('[style]').length,
        foreign: document.querySelectorAll('main script, main [onerror]').length,
        agrees: !rows.length || said.includes(rows.length),
    };
})()";

/// A journey for each hundred; none lasts long.
macro_rules! hundreds {
    ($($sentence:ident $place:literal,)*) => {
        pub(crate) fn journeys() -> Vec<Journey> {
            vec![$(journey!($sentence),)*]
        }

        $(async fn $sentence(browser: Browser) -> Outcome {
            open_all(browser, $place).await
        })*
    };
}

hundreds! {
    no_address_that_chance_makes_breaks_the_page_in_the_first_hundred 0,
    no_address_that_chance_makes_breaks_the_page_in_the_second_hundred 1,
    no_address_that_chance_makes_breaks_the_page_in_the_third_hundred 2,
    no_address_that_chance_makes_breaks_the_page_in_the_fourth_hundred 3,
    no_address_that_chance_makes_breaks_the_page_in_the_fifth_hundred 4,
}

async fn open_all(browser: Browser, hundred: usize) -> Outcome {
    let site = Served::as_built()?;
    let wanted = json!({"state": "ready", "ran": null, "styled": 0, "foreign": 0, "agrees": true});
    for query in chosen(browser.engine(), hundred) {
        browser
            .open_live(&site.url(&format!("cities/?{query}")))
            .await?;
        let seen: Value = browser.read(SEEN).await?;
        assert_eq!(seen, wanted, "{query}");
        if browser.engine() == Engine::Chromium {
            assert_eq!(browser.console_errors().await?, [""; 0], "{query}");
        }
    }
    Ok(())
}

fn chosen(engine: Engine, hundred: usize) -> Vec<String> {
    let turn = Engine::ALL.iter().position(|it| *it == engine).unwrap();
    let mut chance = Chance(2024);
    let addresses: Vec<String> = (0..ADDRESSES).map(|_| address(&mut chance)).collect();
    let part = addresses.chunks(100).nth(hundred).unwrap();
    let usual = || part.chunks(USUALLY).nth(turn).unwrap();
    let is_whole = std::env::var_os(ALL_ADDRESSES).is_some();
    if is_whole { part } else { usual() }.to_vec()
}

fn address(chance: &mut Chance) -> String {
    let mut query = String::new();
    for part in 0..=chance.below(6) {
        if part > 0 {
            query.push_str(chance.one_of(&JOINTS));
        }
        query.push_str(chance.one_of(&KEYS));
        if chance.below(12) > 0 {
            query.push('=');
        }
        let times = [1, 1, 1, 1, 2, 40][chance.below(6)];
        query.push_str(&chance.one_of(&VALUES).repeat(times));
    }
    // What would begin a fragment ends the query.
    query.replace('#', "%23")
}

/// Numbers that look random and are the same in each run (Knuth's linear congruence, MMIX).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn one_of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.below(texts.len())]
    }
}
