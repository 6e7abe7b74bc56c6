//! The directory: search, filters, order, and the views of the results they give.

pub mod action;
mod after;
mod comparison;
mod filters;
mod head;
mod keys;
mod map;
mod panels;
mod peers;
pub mod program;
mod results;
mod table;
mod timeline;
mod tools;
mod view;

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::notice::{Notice, NoticeWhen};
use crate::components::static_map::StaticMap;
use crate::i18n::texts::Text;
use crate::pages::about::with_figures;
use crate::pages::directory::program::written;
use crate::routes::Page;
use crate::state::catalogue::Catalogue;
use crate::state::site::Site;

/// The directory page: its heading and notices, the search box, and the place of the program.
#[component]
pub fn DirectoryPage(
    /// The site.
    site: Site,
    /// The cities.
    catalogue: Arc<Catalogue>,
) -> impl IntoView {
    let texts = site.texts.clone();
    let fingerprint = catalogue.fingerprint.clone();
    let records = catalogue.directory.cities().len();
    let headline = headline(&site, &catalogue);
    let program = written(&site, catalogue).inner_html();
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
                    detail=texts.get(Text::FailedDetail).to_owned()
                />
            </header>
            <SearchForm site=site.clone() records=records/>
            <Notice
                when=NoticeWhen::Incomplete
                text=texts.get(Text::FailedPart).to_owned()
                retry=texts.get(Text::Retry).to_owned()
            />
            <div class="directory-program" data-fingerprint=fingerprint inner_html=program></div>
            <StaticMap site=site/>
        </div>
    }
}

fn headline(site: &Site, catalogue: &Catalogue) -> impl IntoView + use<> {
    catalogue.network.is_some().then(|| {
        let text = with_figures(&site.texts, Text::DirectoryHeadline, catalogue);
        let why = site.texts.get(Text::DirectoryWhy).to_owned();
        view! { <p class="headline">{text}" "<a href=site.href(Page::About)>{why}</a></p> }
    })
}

/// Stands in the page as it is served; the program listens to it.
#[component]
fn SearchForm(site: Site, records: usize) -> impl IntoView {
    let texts = site.texts.clone();
    let found = texts.fill(Text::SearchPlain, &[("records", &records.to_string())]);
    view! {
        <form class="search-form live-only" role="search" method="get" action=site.href(Page::Directory) autocomplete="off">
            <label for="search">{texts.get(Text::SearchLabel).to_owned()}</label>
            <input
                id="search"
                type="search"
                name="q"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                aria-describedby="search-hint"
                data-found=found
            />
            <p id="search-hint" class="remark">{texts.get(Text::SearchHint).to_owned()}</p>
        </form>
    }
}
