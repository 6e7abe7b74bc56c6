//! The cities elsewhere that are like one, each with what they have in common.

use leptos::prelude::*;

use crate::components::link_list::{ListedLink, link_items};

/// A link that lays a city beside others. The directory's program may add the city to those already
/// chosen; without it the link shows the city alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareLink {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
    /// The city.
    pub slug: String,
}

/// A section with a heading and the peers; nothing where there are none.
#[component]
pub fn PeerList(
    /// The heading.
    heading: String,
    /// How they were chosen.
    remark: String,
    /// The peers, best first.
    peers: Vec<ListedLink>,
    /// The link to where the reader says what counts.
    #[prop(optional)]
    choose: Option<ListedLink>,
    /// The link to the comparison.
    #[prop(optional)]
    compare: Option<CompareLink>,
) -> impl IntoView {
    let choose = choose.map(|link| view! { <a href=link.href>{link.name}</a>" " });
    let compare =
        compare.map(|link| view! { <a href=link.href data-compare=link.slug>{link.label}</a> });
    (!peers.is_empty()).then(|| {
        view! {
            <section class="link-list peer-list">
                <h2>{heading}</h2>
                <p class="remark">{remark}</p>
                <ul role="list">{link_items(peers)}</ul>
                <p class="all">{choose}{compare}</p>
            </section>
        }
    })
}
