//! The links to the same page in the other languages. The head's script keeps the query, and marks
//! the language that the browser asks for: it is offered, never forced, and nothing moves for it.

use leptos::prelude::*;

use crate::i18n::language_name::LanguageName;
use crate::i18n::texts::Text;
use crate::routes::{Page, Route};
use crate::state::site::Site;

/// The languages, each with its own name; the one in which the page stands is no link.
#[component]
pub fn LanguageSwitch(
    /// The site.
    site: Site,
    /// The page.
    page: Page,
    /// All languages.
    languages: Vec<LanguageName>,
) -> impl IntoView {
    let items = languages
        .into_iter()
        .map(|it| {
            let tag = it.language.tag();
            if it.language == site.language() {
                view! { <li><span aria-current="true">{it.own}</span></li> }.into_any()
            } else {
                let href = site.base.href(&Route::new(it.language, target(&page)));
                view! { <li><a href=href hreflang=tag lang=tag translate="no" data-invitation=it.offer>{it.own}</a></li> }
                    .into_any()
            }
        })
        .collect_view();
    let label = site.texts.get(Text::LanguageLabel).to_owned();
    view! { <nav class="languages" aria-label=label><ul role="list">{items}</ul></nav> }
}

/// A host has one page for what it does not find; from there a language leads to its story.
fn target(page: &Page) -> Page {
    match page {
        Page::NotFound => Page::Story,
        page => page.clone(),
    }
}
