//! The whole site as views: the frame, and within it one page.
//!
//! All pages are documents, written once by the prerenderer. Within the directory stands a program:
//! the browser brings that to life, and nothing else.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::shell::Shell;
use crate::content::news::News;
use crate::i18n::language_name::LanguageName;
use crate::pages::about::{AboutMaterial, AboutPage};
use crate::pages::city::{CityPage, Details};
use crate::pages::country::CountryPage;
use crate::pages::directory::DirectoryPage;
use crate::pages::news::NewsPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::not_kept::NotKeptPage;
use crate::pages::story::StoryPage;
use crate::routes::{Page, Route};
use crate::state::catalogue::Catalogue;
use crate::state::corrections_desk::CorrectionsDesk;
use crate::state::site::Site;

/// Everything the pages are written from.
#[derive(Clone)]
pub struct Library {
    /// The directory.
    pub catalogue: Arc<Catalogue>,
    /// What city pages show beyond it.
    pub details: Arc<Details>,
    /// The stories.
    pub news: Arc<News>,
    /// The about page.
    pub about: Arc<AboutMaterial>,
    /// Where errors are reported, if the publisher has named a place.
    pub corrections: Option<CorrectionsDesk>,
}

/// A page within its frame.
#[component]
pub fn Document(
    /// The site.
    site: Site,
    /// What the page is written from.
    library: Library,
    /// The page.
    route: Route,
    /// All languages.
    languages: Vec<LanguageName>,
) -> impl IntoView {
    let page = page(site.clone(), library, route.page.clone());
    view! { <Shell site=site page=route.page languages=languages>{page}</Shell> }
}

/// What is shown without a connection in the place of a page that has not been kept. It is at home
/// nowhere, as the page of what is not found.
#[component]
pub fn NotKeptDocument(
    /// The site.
    site: Site,
    /// All languages.
    languages: Vec<LanguageName>,
) -> impl IntoView {
    let page = view! { <NotKeptPage site=site.clone()/> };
    view! { <Shell site=site page=Page::NotFound languages=languages>{page}</Shell> }
}

fn page(site: Site, library: Library, page: Page) -> AnyView {
    let Library {
        catalogue,
        details,
        news,
        about,
        corrections,
    } = library;
    match page {
        page @ (Page::Story | Page::Report(_)) => {
            let origin = about.origin.clone();
            view! { <StoryPage site=site catalogue=catalogue news=news page=page origin=origin desk=corrections/> }
                .into_any()
        }
        Page::News => view! { <NewsPage site=site news=news/> }.into_any(),
        Page::Directory => view! { <DirectoryPage site=site catalogue=catalogue/> }.into_any(),
        Page::City(slug) => {
            view! { <CityPage site=site catalogue=catalogue details=details slug=slug desk=corrections/> }
                .into_any()
        }
        Page::Country(code) => {
            view! { <CountryPage site=site catalogue=catalogue code=code/> }.into_any()
        }
        Page::About => {
            view! { <AboutPage site=site catalogue=catalogue material=about/> }.into_any()
        }
        Page::NotFound => view! { <NotFoundPage site=site/> }.into_any(),
    }
}
