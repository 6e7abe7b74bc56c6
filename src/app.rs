//! The whole site as one view: the frame, and within it the page of the address.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route as RouteView, Router};
use leptos_router::hooks::use_location;
use leptos_router::path;

use crate::components::shell::Shell;
use crate::pages::metadata::{Material, Metadata};
use crate::pages::outlet::{PageOutlet, Served};
use crate::platform;
use crate::routes::{Page, Route};
use crate::state::load::Load;
use crate::state::site::Site;

/// The site.
#[component]
pub fn App(
    /// What the pages share.
    site: Site,
    /// What becomes of the page that was served.
    served: RwSignal<Served>,
) -> impl IntoView {
    let base = site.base.router_prefix().to_owned();
    let view = move || view! { <Frame site=site.clone() served=served/> };
    // One route for all: `routes` alone reads addresses, the router carries them.
    view! {
        <Router base=base.clone()>
            <FlatRoutes fallback=|| ()>
                <RouteView path=path!("/*any") view=view/>
            </FlatRoutes>
        </Router>
    }
}

#[component]
fn Frame(site: Site, served: RwSignal<Served>) -> impl IntoView {
    let location = use_location();
    let base = site.base.clone();
    let pathname = location.pathname;
    let route = Memo::new(move |_| base.parse(&pathname.get()));
    follow_moves(&site, route, served);
    let outlet_site = site.clone();
    view! {
        <Shell site=site route=route>
            <PageOutlet site=outlet_site route=route served=served search=location.search/>
        </Shell>
    }
}

/// After a move to another page: its title in the tab, and the focus at its start. The served
/// page's own title stays until then.
fn follow_moves(site: &Site, route: Memo<Route>, served: RwSignal<Served>) {
    let site = site.clone();
    Effect::new(move |previous: Option<(Route, Moves)>| {
        let route = route.get();
        let moves = match previous {
            Some((previous, _)) if previous != route => {
                platform::focus_content();
                Moves::Some
            }
            Some((_, moves)) => moves,
            None if served.get_untracked() == Served::Nothing => Moves::Some,
            None => Moves::None,
        };
        if moves == Moves::Some {
            platform::set_title(&title(&site, &route.page));
        }
        (route, moves)
    });
}

/// Whether the page on show was written here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moves {
    None,
    Some,
}

fn title(site: &Site, page: &Page) -> String {
    let catalogue = loaded(site.catalogue);
    let story = loaded(site.story);
    let material = loaded(site.about);
    let material = Material {
        texts: &site.texts,
        catalogue: catalogue.as_deref(),
        story: story.as_deref(),
        about: material.as_ref().map(|material| &material.about),
    };
    Metadata::of(page, material).full_title(&site.texts)
}

fn loaded<T: Send + Sync + 'static>(load: RwSignal<Load<Arc<T>>>) -> Option<Arc<T>> {
    load.with(|load| load.ready().cloned())
}
