//! The page where nothing stands at an address.

use leptos::prelude::*;

use crate::i18n::texts::Text;
use crate::routes::Page;
use crate::state::site::Site;

/// Says so, and searches the directory.
#[component]
pub fn NotFoundPage(
    /// The site.
    site: Site,
) -> impl IntoView {
    let texts = site.texts.clone();
    view! {
        <div class="page prose">
            <h1>{texts.get(Text::NotFoundTitle).to_owned()}</h1>
            <p>{texts.get(Text::NotFoundText).to_owned()}</p>
            <form class="search-form" role="search" action=site.href(Page::Directory) method="get">
                <label for="search">{texts.get(Text::SearchLabel).to_owned()}</label>
                <input id="search" type="search" name="q" autocomplete="off"/>
                <button type="submit">{texts.get(Text::NotFoundSearch).to_owned()}</button>
            </form>
        </div>
    }
}
