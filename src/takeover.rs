//! The start in the browser: takes the served page over, or writes the page where none was served.
//!
//! A directory written from the same data by the same views is brought to life node by node. Where
//! the data or the page have changed since (another file in its place, a browser's translation),
//! the page is kept as it stands and then replaced whole, in one task, so in one frame.

use std::panic;
use std::sync::Arc;

use leptos::mount::{hydrate_body, mount_to_body};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::App;
use crate::i18n::texts::Texts;
use crate::pages::outlet::Served;
use crate::platform::{self, AppState, Focus};
use crate::routes::{Base, Page};
use crate::state::catalogue::Catalogue;
use crate::state::load::Load;
use crate::state::site::Site;

/// Starts the program in the page it was loaded by.
pub fn start() {
    panic::set_hook(Box::new(|info| {
        platform::set_app_state(AppState::Failed);
        console_error_panic_hook::hook(info);
    }));
    let owner = Owner::new();
    let site = owner.with(|| {
        let base = Base::new(&platform::root_attribute("data-base"));
        Site::new(base, Texts::english(), &platform::root_attribute("data-version"))
    });
    // The site lives as long as the page.
    std::mem::forget(owner);
    if platform::app_state() == AppState::Absent {
        let served = RwSignal::new(Served::Nothing);
        mount_to_body(move || view! { <App site=site served=served/> });
        return;
    }
    match site.base.parse(&platform::path()).page {
        Page::Directory => spawn_local(take_over_directory(site)),
        _ => take_over(site, Served::Adopted),
    }
}

async fn take_over_directory(site: Site) {
    match site.fetch_catalogue().await {
        Ok(catalogue) => {
            let served = what_was_served(&catalogue);
            let early = platform::early_input();
            let focus = early.focus.clone();
            site.catalogue.set(Load::Ready(catalogue));
            site.early_input.set_value(Some(early));
            match served {
                Served::SameAsWritten => take_over(site, served),
                _ => replace(site, focus),
            }
        }
        Err(reason) => {
            platform::report(&reason);
            site.catalogue.set(Load::Failed(reason));
            platform::set_app_state(AppState::Failed);
        }
    }
}

fn what_was_served(catalogue: &Arc<Catalogue>) -> Served {
    let is_same = platform::served_fingerprint().as_deref() == Some(catalogue.fingerprint.as_str());
    if is_same && platform::is_page_untouched() { Served::SameAsWritten } else { Served::Adopted }
}

fn take_over(site: Site, what: Served) {
    let served = RwSignal::new(what);
    hydrate_body(move || view! { <App site=site served=served/> });
    platform::set_app_state(AppState::Ready);
}

fn replace(site: Site, focus: Option<Focus>) {
    let served = RwSignal::new(Served::Adopted);
    hydrate_body(move || view! { <App site=site served=served/> });
    served.set(Served::Nothing);
    // The new page is written by effects, which run after this task's own turn and before a frame.
    spawn_local(async move {
        platform::next_turn().await;
        if let Some(focus) = focus {
            platform::restore_focus(&focus);
        }
        platform::set_app_state(AppState::Ready);
    });
}
