//! A list of links to cities or countries, each with a remark.

use leptos::prelude::*;

/// A link of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedLink {
    /// Where it leads.
    pub href: String,
    /// The name it shows.
    pub name: String,
    /// The name's language, where it is not the reader's.
    pub language: Option<&'static str>,
    /// What stands beside it.
    pub remark: Option<String>,
}

/// A section with a heading and its links; nothing where there are none.
#[component]
pub fn LinkList(
    /// The heading.
    heading: String,
    /// The links, in order.
    links: Vec<ListedLink>,
    /// A remark below the heading.
    #[prop(optional, into)]
    remark: Option<String>,
    /// The link to all of them.
    #[prop(optional)]
    more: Option<ListedLink>,
) -> impl IntoView {
    let is_empty = links.is_empty();
    let items = link_items(links);
    let more = more.map(|link| view! { <p class="all"><a href=link.href>{link.name}</a></p> });
    (!is_empty).then(|| {
        view! {
            <section class="link-list">
                <h2>{heading}</h2>
                {remark.map(|remark| view! { <p class="remark">{remark}</p> })}
                <ul role="list">{items}</ul>
                {more}
            </section>
        }
    })
}

/// The links as items of a list.
pub fn link_items(links: Vec<ListedLink>) -> impl IntoView + use<> {
    links
        .into_iter()
        .map(|link| {
            let remark = link
                .remark
                .map(|remark| view! { <span class="remark">{remark}</span> });
            view! {
                <li>
                    <a href=link.href translate="no" lang=link.language>{link.name}</a>
                    {remark}
                </li>
            }
        })
        .collect_view()
}
