//! A text with inline markup as HTML.

use leptos::prelude::*;

use crate::content::inline::{Inline, LinkTarget, parse};
use crate::domain::country::CountryCode;
use crate::domain::query_codec;
use crate::routes::{Page, is_web_address};
use crate::state::site::Site;

/// The pieces of a text as elements; a link whose target does not exist shows its words alone.
pub fn rich_text(site: &Site, text: &str) -> impl IntoView + use<> {
    parse(text)
        .into_iter()
        .map(|piece| inline(site, piece))
        .collect_view()
}

fn inline(site: &Site, piece: Inline) -> AnyView {
    match piece {
        Inline::Text(text) => text.into_any(),
        Inline::Name(name) => view! { <span translate="no">{name}</span> }.into_any(),
        Inline::Foreign { tag, text } => {
            view! { <bdi lang=tag translate="no">{text}</bdi> }.into_any()
        }
        Inline::Link { label, target } => link(site, label, target),
    }
}

fn link(site: &Site, label: String, target: LinkTarget) -> AnyView {
    let page = match target {
        LinkTarget::Outside(url) if is_web_address(&url) => {
            return view! { <a href=url rel="noreferrer">{label}</a> }.into_any();
        }
        LinkTarget::Outside(_) => None,
        LinkTarget::City(slug) => Some(Page::City(slug)),
        LinkTarget::Country(code) => CountryCode::parse(&code).map(Page::Country),
        LinkTarget::Directory(query) => {
            let asked = query_codec::decode(&query);
            let href =
                site.base
                    .directory_shown_href(site.language(), &asked.query, &asked.display);
            return view! { <a href=href>{label}</a> }.into_any();
        }
        LinkTarget::About => Some(Page::About),
        LinkTarget::Story => Some(Page::Story),
        LinkTarget::Report(slug) => Some(Page::Report(slug)),
    };
    match page {
        Some(page @ Page::City(_)) => {
            view! { <a href=site.href(page) translate="no">{label}</a> }.into_any()
        }
        Some(page) => view! { <a href=site.href(page)>{label}</a> }.into_any(),
        None => label.into_any(),
    }
}
