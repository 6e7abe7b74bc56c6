//! The directory: search, filters, order, and the list they give.

pub mod filters;
pub mod map;
pub mod results;

use std::sync::Arc;

use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::components::Router;

use crate::components::notice::{Notice, NoticeWhen};
use crate::domain::query::{Query, Sort};
use crate::i18n::texts::Text;
use crate::pages::about::figures;
use crate::pages::directory::filters::{ActiveFilters, Filters};
use crate::pages::directory::results::ResultList;
use crate::platform::{self, EarlyInput};
use crate::routes::Page;
use crate::state::catalogue::Catalogue;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// The directory page: its heading and notices, and the place of the program.
#[component]
pub fn DirectoryPage(
    /// The site.
    site: Site,
    /// The cities.
    catalogue: Arc<Catalogue>,
) -> impl IntoView {
    let texts = site.texts.clone();
    let fingerprint = catalogue.fingerprint.clone();
    let headline = headline(&site, &catalogue);
    view! {
        <div class="page directory">
            <header class="directory-header">
                <h1>{texts.get(Text::DirectoryHeading).to_owned()}</h1>
                {headline}
                <Notice when=NoticeWhen::ScriptsOff text=texts.get(Text::DirectoryNoScript).to_owned()/>
                <Notice
                    when=NoticeWhen::Failed
                    text=texts.get(Text::FailedDirectory).to_owned()
                    retry=texts.get(Text::Retry).to_owned()
                />
            </header>
            <div class="directory-program" data-fingerprint=fingerprint>
                <DirectoryProgram site=site catalogue=catalogue query=Query::default()/>
            </div>
        </div>
    }
}

/// What the browser brings to life: search, filters and results, with the router they follow the
/// address by. What the query is when they are written, the address and the reader's early input
/// decide afterwards.
#[component]
pub fn DirectoryProgram(
    /// The site.
    site: Site,
    /// The cities.
    catalogue: Arc<Catalogue>,
    /// The first query.
    query: Query,
    /// What the reader had entered before the program was ready.
    #[prop(optional)]
    early_input: EarlyInput,
) -> impl IntoView {
    let base = site.base.router_prefix().to_owned();
    view! {
        <Router base=base>
            <Explorer site=site catalogue=catalogue query=query early_input=early_input/>
        </Router>
    }
}

#[component]
fn Explorer(
    site: Site,
    catalogue: Arc<Catalogue>,
    query: Query,
    early_input: EarlyInput,
) -> impl IntoView {
    let left_out = catalogue.left_out;
    let state = DirectoryState::new(&site, catalogue, query);
    state.follow_address(early_input);
    let texts = site.texts.clone();
    let dropped_texts = texts.clone();
    let is_whole = Signal::derive(move || state.dropped.with(Vec::is_empty));
    let dropped = Signal::derive(move || {
        let parts = state.dropped.with(|dropped| {
            dropped
                .iter()
                .map(|part| format!("{}={}", part.key, part.value))
                .collect::<Vec<_>>()
                .join(", ")
        });
        dropped_texts.fill(Text::AddressDropped, &[("parts", &parts)])
    });
    let left_out_text = texts.plural(Text::LeftOut, left_out, &[]);
    view! {
        <SearchForm site=site.clone() state=state/>
        <Filters site=site.clone() state=state/>
        <section class="directory-results" aria-labelledby="results">
            <h2 id="results" class="visually-hidden">{texts.get(Text::ResultsHeading).to_owned()}</h2>
            <div class="result-bar">
                <ResultCount site=site.clone() state=state/>
                <SortControl site=site.clone() state=state/>
            </div>
            <p class="notice" data-notice="left-out" hidden={left_out == 0}>{left_out_text}</p>
            <ActiveFilters site=site.clone() state=state/>
            <p class="notice" data-notice="address" hidden=is_whole>{dropped}</p>
            <ResultList site=site state=state/>
        </section>
    }
}

fn headline(site: &Site, catalogue: &Catalogue) -> impl IntoView + use<> {
    catalogue.network.is_some().then(|| {
        let places = figures(catalogue);
        let places: Vec<(&str, &str)> = places
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let text = site.texts.fill(Text::DirectoryHeadline, &places);
        let why = site.texts.get(Text::DirectoryWhy).to_owned();
        view! { <p class="headline">{text}" "<a href=site.href(Page::About)>{why}</a></p> }
    })
}

#[component]
fn SearchForm(site: Site, state: DirectoryState) -> impl IntoView {
    let texts = site.texts.clone();
    let input = NodeRef::<Input>::new();
    Effect::new(move |_| state.text.with(|text| platform::keep_value(input, text)));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        state.settle_text();
    };
    view! {
        <form class="search-form live-only" role="search" method="get" action=site.href(Page::Directory) autocomplete="off" on:submit=submit>
            <label for="search">{texts.get(Text::SearchLabel).to_owned()}</label>
            <input
                id="search"
                type="search"
                name="q"
                node_ref=input
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                aria-describedby="search-hint"
                on:input=move |event| state.type_text(event_target_value(&event))
            />
            <p id="search-hint" class="remark">{texts.get(Text::SearchHint).to_owned()}</p>
        </form>
    }
}

#[component]
fn ResultCount(site: Site, state: DirectoryState) -> impl IntoView {
    let count = Signal::derive(move || {
        let total = state.total();
        let records = state.with_catalogue(|catalogue| catalogue.directory.cities().len());
        let is_narrowed = state
            .query
            .with(|query| query.has_filters() || !query.text.trim().is_empty());
        if is_narrowed {
            site.texts.plural(
                Text::ResultCountFiltered,
                total,
                &[("records", &records.to_string())],
            )
        } else {
            site.texts.plural(Text::ResultCount, total, &[])
        }
    });
    view! { <p class="result-count" role="status">{count}</p> }
}

#[component]
fn SortControl(site: Site, state: DirectoryState) -> impl IntoView {
    let texts = site.texts.clone();
    let options = Sort::ALL
        .iter()
        .map(|sort| {
            let sort = *sort;
            let label = texts.get(label(sort)).to_owned();
            let is_selected = Signal::derive(move || state.query.with(|query| query.sort == sort));
            view! { <option value=sort.value() prop:selected=is_selected>{label}</option> }
        })
        .collect_view();
    let choose = move |event| {
        if let Some(sort) = Sort::parse(&event_target_value(&event)) {
            state.sort_by(sort);
        }
    };
    view! {
        <label class="sort live-only">
            <span>{texts.get(Text::SortLabel).to_owned()}</span>
            <select name="sort" autocomplete="off" on:change=choose>{options}</select>
        </label>
    }
}

fn label(sort: Sort) -> Text {
    match sort {
        Sort::Name => Text::SortRelevance,
        Sort::JoinedNewest => Text::SortNewest,
        Sort::JoinedOldest => Text::SortOldest,
        Sort::Population => Text::SortPopulation,
        Sort::Country => Text::SortCountry,
        Sort::Near => Text::SortNear,
    }
}
