//! The pages as readers meet them, one of each kind and state.

use learning_cities_e2e::browser::Browser;
use learning_cities_e2e::failure::Outcome;
use learning_cities_e2e::served::Served;

/// A page with the state it is in once a condition holds.
pub(crate) struct PageState {
    /// Path and query.
    pub(crate) path: &'static str,
    /// What is true of the page then.
    condition: &'static str,
}

/// The kinds and states.
pub(crate) const STATES: [PageState; 22] = [
    PageState::plain(""),
    PageState::plain("cities/"),
    PageState {
        path: "cities/?q=nan&region=asia-and-the-pacific&country=cn&joined=2024",
        condition: "document.querySelectorAll('.active-filters .chip').length === 3",
    },
    PageState {
        path: "cities/?q=nankin",
        condition: "document.querySelector('main mark') !== null",
    },
    PageState {
        path: "cities/?q=zzzqqqxxx&colour=red",
        condition: "document.querySelector('[data-suggest]') !== null",
    },
    PageState {
        path: "cities/?view=map",
        condition: "document.querySelectorAll('main svg [data-city]').length > 300",
    },
    PageState {
        path: "cities/?country=kr&view=map&at=36.50,128.00,24.0",
        condition: "document.querySelector('main svg [data-city]') !== null",
    },
    PageState {
        path: "cities/?country=cn&view=table",
        condition: "document.querySelectorAll('.city-table tbody tr').length > 10",
    },
    PageState {
        path: "cities/?region=africa&view=timeline",
        condition: "document.querySelectorAll('.admission .remark a').length > 5",
    },
    PageState {
        path: "cities/?region=africa&view=summary",
        condition: "document.querySelectorAll('.count-chart').length === 3",
    },
    PageState {
        path: "cities/?q=jing&compare=nanjing,cork,atlantis,aswan",
        condition: "document.querySelectorAll('.comparison-table thead a').length === 3 && document.querySelectorAll('td.cited a').length > 5",
    },
    PageState {
        path: "cities/?q=korea&like=nanjing",
        condition: "document.querySelectorAll('.peers ol > li').length === 10 && document.querySelector('[data-offer]') !== null",
    },
    PageState {
        path: "cities/?q=jing&sort=near",
        condition: "!document.querySelector('[data-notice=near]').hidden",
    },
    PageState {
        path: "cities/?only=nanjing,cork",
        condition: "(document.querySelector('[data-act=keys]').click(), document.querySelector('dialog.keys').open)",
    },
    PageState::plain("cities/nanjing/"),
    PageState::plain("cities/abuja/"),
    PageState::plain("countries/cn/"),
    PageState::plain("about/"),
    PageState::plain("news/"),
    PageState::plain("news/december-2025-admission/"),
    PageState::plain("404.html"),
    PageState::plain("offline.html"),
];

/// The same in the other languages.
pub(crate) const TRANSLATED: [PageState; 33] = [
    PageState::plain("zh/"),
    PageState::plain("zh/cities/"),
    PageState::plain("zh/cities/nanjing/"),
    PageState::plain("zh/countries/cn/"),
    PageState::plain("zh/about/"),
    PageState::plain("zh/news/december-2025-admission/"),
    PageState::plain("fr/"),
    PageState::plain("fr/cities/"),
    PageState::plain("fr/cities/nanjing/"),
    PageState::plain("fr/countries/cn/"),
    PageState::plain("fr/about/"),
    PageState::plain("fr/news/december-2025-admission/"),
    PageState::plain("es/"),
    PageState::plain("es/cities/"),
    PageState::plain("es/cities/nanjing/"),
    PageState::plain("es/countries/cn/"),
    PageState::plain("es/about/"),
    PageState::plain("es/news/december-2025-admission/"),
    PageState::plain("ar/"),
    PageState::plain("ar/cities/"),
    PageState::plain("ar/cities/nanjing/"),
    PageState::plain("ar/countries/cn/"),
    PageState::plain("ar/about/"),
    PageState::plain("ar/news/december-2025-admission/"),
    PageState::plain("ru/"),
    PageState::plain("ru/cities/"),
    PageState::plain("ru/cities/nanjing/"),
    PageState::plain("ru/countries/cn/"),
    PageState::plain("ru/about/"),
    PageState::plain("ru/news/december-2025-admission/"),
    PageState {
        path: "ar/cities/?q=nankin&view=table&compare=nanjing,cork",
        condition: "document.querySelectorAll('.comparison-table thead a').length === 2",
    },
    PageState {
        path: "ar/cities/?view=map",
        condition: "document.querySelectorAll('main svg [data-city]').length > 300",
    },
    PageState {
        path: "ar/cities/?region=africa&view=timeline",
        condition: "document.querySelectorAll('.admission .remark a').length > 5",
    },
];

impl PageState {
    const fn plain(path: &'static str) -> Self {
        Self {
            path,
            condition: "true",
        }
    }

    /// Opens the page and waits for the state.
    pub(crate) async fn reach(&self, browser: &Browser, site: &Served) -> Outcome {
        browser.open_live(&site.url(self.path)).await?;
        browser.wait_for(self.condition).await
    }
}
