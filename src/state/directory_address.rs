//! The directory's state mirrored in the address bar: typing replaces the history entry, a choice
//! pushes one, and the way back is followed.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use crate::domain::display::Display;
use crate::domain::query::{Chosen, Facet, FacetValue, Query, Sort};
use crate::domain::query_codec::{Decoded, decode};
use crate::platform::{self, Debounce, EarlyInput};
use crate::state::site::Site;

/// Typing is written to the address once the reader pauses: Safari refuses more than 100 changes
/// of the address in 30 seconds.
const ADDRESS_PAUSE_MS: u64 = 350;

/// How a change is kept in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryStep {
    /// As an entry of its own, to which the way back leads.
    Push,
    /// In place of the entry that stands.
    Replace,
}

type Write = Box<dyn Fn(&Query, &Display, HistoryStep) + Send + Sync>;

/// The address bar; copies share it.
#[derive(Clone, Copy)]
pub struct DirectoryAddress {
    search: Memo<String>,
    write: StoredValue<Write>,
    typing_pause: StoredValue<Debounce>,
}

impl DirectoryAddress {
    /// The address bar within the router.
    pub fn new(site: &Site) -> Self {
        Self {
            search: use_location().search,
            write: StoredValue::new(writer(site)),
            typing_pause: StoredValue::new(Debounce::new(ADDRESS_PAUSE_MS)),
        }
    }

    /// What the address asks for, read reactively.
    pub fn read(self) -> Decoded {
        self.search.with(|search| decode(search))
    }

    /// Writes what is asked and how it is shown.
    pub fn write(self, query: &Query, display: &Display, step: HistoryStep) {
        self.forget_pending();
        self.write.with_value(|write| write(query, display, step));
    }

    /// Runs `write` once typing pauses.
    pub fn after_typing(self, write: impl FnOnce() + 'static) {
        self.typing_pause.with_value(|pause| pause.run(write));
    }

    /// Forgets what was to be written.
    pub fn forget_pending(self) {
        self.typing_pause.with_value(Debounce::cancel);
    }
}

/// What the page is opened with: the address, and what the reader had entered before the program
/// was ready.
pub fn first_request(search: &str, early: &EarlyInput) -> Decoded {
    let mut decoded = decode(search);
    let query = &mut decoded.query;
    if !early.text.is_empty() {
        query.text.clone_from(&early.text);
    }
    for (key, value) in &early.checked {
        let facet = Facet::ALL.iter().find(|facet| facet.key() == key);
        if let Some(value) = facet.and_then(|facet| FacetValue::parse(*facet, value)) {
            query.set(value, Chosen::Yes);
        }
    }
    if let Some(sort) = early.sort.as_deref().and_then(Sort::parse) {
        query.sort = sort;
    }
    decoded
}

fn writer(site: &Site) -> Write {
    let navigate = use_navigate();
    let site = site.clone();
    Box::new(move |query, display, step| {
        let address = site
            .base
            .directory_shown_href(site.language(), query, display);
        let options = NavigateOptions {
            resolve: false,
            replace: step == HistoryStep::Replace,
            scroll: false,
            ..NavigateOptions::default()
        };
        let navigate = navigate.clone();
        // The reader sees the change first: an entry of the history takes as long to make. It is
        // made in the same task, before the page is laid out anew, so that it keeps the place to
        // which the way back leads.
        platform::spawn(async move {
            platform::effects().await;
            navigate(&address, options);
        });
    })
}
