//! The place where the page of the current address stands.
//!
//! A page that was served whole is adopted as it stands: nothing of it is read, written or fetched
//! again until the reader moves on. Only the directory is brought to life in place.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::notice::{Notice, NoticeWhen};
use crate::domain::query::Query;
use crate::domain::query_codec::decode;
use crate::i18n::texts::Text;
use crate::pages::about::AboutPage;
use crate::pages::city::CityPage;
use crate::pages::country::CountryPage;
use crate::pages::directory::DirectoryPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::story::StoryPage;
use crate::routes::{Page, Route};
use crate::state::load::Load;
use crate::state::site::Site;

/// What becomes of the page that was served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Served {
    /// There is none: every page is written here.
    Nothing,
    /// It is kept as it stands.
    Adopted,
    /// It was written from the same data by the same views, and is brought to life.
    SameAsWritten,
}

/// The page of a route.
#[component]
pub fn PageOutlet(
    /// The site.
    site: Site,
    /// The current route.
    #[prop(into)]
    route: Signal<Route>,
    /// What becomes of the served page.
    served: RwSignal<Served>,
    /// The query of the address, for a directory that is written anew.
    #[prop(into)]
    search: Signal<String>,
) -> impl IntoView {
    // Only the first page was served; whatever comes after a move is written here.
    let served_route = StoredValue::new(Some(route.get_untracked()));
    move || {
        let route = route.get();
        if served_route.with_value(|served| served.as_ref() != Some(&route)) {
            served_route.set_value(None);
        }
        let is_first = served_route.with_value(Option::is_some);
        let page = route.page;
        let query = match if is_first { served.get() } else { Served::Nothing } {
            Served::Adopted => return view! { <div class="page" inner_html=""></div> }.into_any(),
            Served::SameAsWritten => Query::default(),
            Served::Nothing => decode(&search.get_untracked()).query,
        };
        site.request(&page);
        page_view(&site, page, query)
    }
}

fn page_view(site: &Site, page: Page, query: Query) -> AnyView {
    let site = site.clone();
    match page {
        Page::NotFound => view! { <NotFoundPage site=site/> }.into_any(),
        Page::Directory => once_loaded(site.clone(), site.catalogue, move |catalogue| {
            view! { <DirectoryPage site=site.clone() catalogue=catalogue query=query.clone()/> }.into_any()
        }),
        Page::City(slug) => once_loaded(site.clone(), site.catalogue, move |catalogue| {
            let (page_site, slug) = (site.clone(), slug.clone());
            once_loaded(site.clone(), site.details, move |details| {
                let (site, catalogue, slug) = (page_site.clone(), catalogue.clone(), slug.clone());
                view! { <CityPage site=site catalogue=catalogue details=details slug=slug/> }.into_any()
            })
        }),
        Page::Country(code) => once_loaded(site.clone(), site.catalogue, move |catalogue| {
            view! { <CountryPage site=site.clone() catalogue=catalogue code=code/> }.into_any()
        }),
        Page::Story => once_loaded(site.clone(), site.catalogue, move |catalogue| {
            let page_site = site.clone();
            once_loaded(site.clone(), site.story, move |story| {
                let (site, catalogue) = (page_site.clone(), catalogue.clone());
                view! { <StoryPage site=site catalogue=catalogue story=story/> }.into_any()
            })
        }),
        Page::About => once_loaded(site.clone(), site.catalogue, move |catalogue| {
            let page_site = site.clone();
            once_loaded(site.clone(), site.about, move |material| {
                let (site, catalogue) = (page_site.clone(), catalogue.clone());
                view! { <AboutPage site=site catalogue=catalogue material=material/> }.into_any()
            })
        }),
    }
}

fn once_loaded<T: Send + Sync + 'static>(
    site: Site,
    load: RwSignal<Load<Arc<T>>>,
    write: impl Fn(Arc<T>) -> AnyView + Send + 'static,
) -> AnyView {
    // What is there already is written at once, so that a page brought to life finds the same
    // nodes in the same places as the prerenderer wrote.
    if let Some(thing) = load.with_untracked(|load| load.ready().cloned()) {
        return write(thing);
    }
    (move || match load.get() {
        Load::Ready(thing) => write(thing),
        Load::Failed(reason) => {
            let text = site.texts.fill(Text::FailedData, &[("reason", &reason)]);
            let retry = site.texts.get(Text::Retry).to_owned();
            view! {
                <div class="page"><Notice when=NoticeWhen::Always text=text retry=retry/></div>
            }
            .into_any()
        }
        Load::NotAsked | Load::Waiting => {
            let text = site.texts.get(Text::Loading).to_owned();
            view! { <div class="page" aria-busy="true"><p class="loading">{text}</p></div> }.into_any()
        }
    })
    .into_any()
}
