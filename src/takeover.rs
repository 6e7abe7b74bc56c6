//! The start in the browser: brings the served directory to life.
//!
//! A page written from the same data is taken over node by node: what the reader has typed, checked
//! and reached stays, because nothing is replaced. Where data or page have changed since (another
//! file in its place, a browser's translation), the program's parts are written anew in one task.

use std::panic;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::domain::language::Language;
use crate::domain::query_codec::Decoded;
use crate::i18n::texts::Texts;
use crate::pages::directory::program::DirectoryProgram;
use crate::platform::{self, Pace, Served};
use crate::routes::{Asset, Base};
use crate::state::catalogue::{Catalogue, Records};
use crate::state::directory_address::first_request;
use crate::state::site::{Site, versioned};

/// Starts the program in the directory, which alone loads it.
pub fn start() {
    panic::set_hook(Box::new(|info| platform::fail(&info.to_string())));
    let base = Base::new(&platform::root_attribute("data-base"));
    let version = platform::root_attribute("data-version");
    let route = base.parse(&platform::path());
    platform::spawn(async move {
        platform::next_task().await;
        if let Err(reason) = begin(base, route.language, &version).await {
            platform::fail(&reason);
        }
    });
}

/// Fetches what the program needs, and takes the page over.
async fn begin(base: Base, language: Language, version: &str) -> Result<(), String> {
    let fetched = Asset::of_the_program(language)
        .map(|asset| versioned(base.asset(&asset), version))
        .map(platform::fetch_text);
    let [cities, countries, texts] = fetched;
    let (cities, texts, countries) = (cities.await?, texts.await?, countries.await);
    // Without the countries' names the records still carry their own.
    let countries = countries.unwrap_or_default();
    let texts = Texts::of_file(language, &texts);
    if texts.is_empty() {
        return Err("the file of texts cannot be read".to_owned());
    }
    // Each step in a task of its own: a reader who scrolls or types meanwhile is answered between.
    platform::next_task().await;
    let records = Records::begin(&cities, &countries);
    platform::next_task().await;
    let (records, issues) = records
        .read(&cities)
        .map_err(|issues| issues.first().map_or_else(String::new, ToString::to_string))?;
    for issue in &issues {
        platform::report(&issue.to_string());
    }
    if !records.have_countries() {
        platform::tell_incomplete();
    }
    platform::next_task().await;
    let catalogue = records.catalogue(&texts);
    let site = Site::new(base, texts, version);
    platform::next_task().await;
    if !platform::has_program_place() {
        return Err("the page has no place for the program".to_owned());
    }
    take_over(site, catalogue);
    Ok(())
}

fn take_over(site: Site, catalogue: Catalogue) {
    platform::leave_links_to_the_browser();
    let early_input = platform::early_input();
    platform::end_plain_search();
    let is_same = platform::served_fingerprint().as_deref() == Some(catalogue.fingerprint.as_str());
    let served = if is_same && platform::is_page_untouched() {
        Served::AsWritten
    } else {
        Served::Changed
    };
    let search = platform::search();
    let request = first_request(&search, &early_input);
    let pace = if served == Served::AsWritten && request == Decoded::default() {
        Pace::TaskByTask
    } else {
        Pace::OneTask
    };
    let scroll = platform::scroll_position();
    let give_back_focus = move || early_input.focus.as_deref().map(platform::restore_focus);
    if pace == Pace::TaskByTask {
        // From here on the reader acts between the steps, and must not be thrown back by the last.
        give_back_focus();
    }
    let alive = Box::new(move || {
        platform::open_filters_where_they_fit();
        if pace == Pace::OneTask {
            if served == Served::Changed || !search.is_empty() {
                // Where no row has come or gone the browser itself holds the place, or still finds it.
                platform::restore_scroll(scroll);
            }
            give_back_focus();
        }
        platform::tell_ready();
    });
    let catalogue = Arc::new(catalogue);
    mount_to(platform::place_out_of_sight(), move || {
        view! {
            <DirectoryProgram
                site=site
                catalogue=catalogue
                request=request
                served=served
                pace=pace
                alive=alive
            />
        }
    })
    .forget();
}
