//! The cities elsewhere that are like one, and what the reader lets count.

use leptos::prelude::*;

use crate::components::link_list::ListedLink;
use crate::components::peer_list::PeerList;
use crate::domain::peers::{PeerCriterion, PeerQuestion};
use crate::i18n::peer_wording::{criterion_name, peer_remark};
use crate::i18n::texts::Text;
use crate::routes::Page;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// So many peers are shown: about as many as a screen holds.
const PEER_COUNT: usize = 10;

/// The peers; nothing while none are asked for.
#[component]
pub fn PeerPanel(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    let slug = Memo::new(move |_| {
        state.display.with(|display| {
            let question = display.peers.as_ref();
            question.map(|question| question.slug.clone())
        })
    });
    move || {
        let id = slug.with(|slug| {
            let slug = slug.as_ref()?;
            state.with_catalogue(|catalogue| catalogue.directory.find(slug))
        })?;
        let name = state.with_catalogue(|catalogue| {
            let city = catalogue.directory.city(id);
            city.map(|city| city.name.clone())
        })?;
        Some(view! { <Peers site=site.clone() state=state name=name/> })
    }
}

#[component]
fn Peers(site: Site, state: DirectoryState, name: String) -> impl IntoView {
    let texts = site.texts.clone();
    let criteria = PeerCriterion::ALL
        .map(|criterion| {
            let counts = Signal::derive(move || {
                let has = |question: &PeerQuestion| question.criteria.contains(&criterion);
                state
                    .display
                    .with(|display| display.peers.as_ref().is_some_and(has))
            });
            let pressed = Signal::derive(move || counts.get().to_string());
            let label = criterion_name(&texts, criterion).to_owned();
            view! {
                <button type="button" class="quiet" data-criterion=criterion.value() aria-pressed=pressed on:click=move |_| toggle(state, criterion)>{label}</button>
            }
        })
        .collect_view();
    let end = move |_| state.show(|display| display.peers = None);
    let close = texts.get(Text::PeersClose).to_owned();
    let label = texts.get(Text::PeersCriteria).to_owned();
    let list = move || {
        let texts = &site.texts;
        let heading = texts.fill(Text::PeersOf, &[("city", &name)]);
        let remark = texts.fill(Text::PeersNote, &[("city", &name)]);
        view! { <PeerList heading=heading remark=remark peers=peers(&site, state)/> }
    };
    view! {
        <div class="peers">
            {list}
            <div class="cluster" role="group" aria-label=label>{criteria}</div>
            <button type="button" class="quiet" on:click=end>{close}</button>
        </div>
    }
}

fn peers(site: &Site, state: DirectoryState) -> Vec<ListedLink> {
    state.display.with(|display| {
        let Some(question) = display.peers.as_ref() else {
            return Vec::new();
        };
        state.with_catalogue(|catalogue| {
            let directory = &catalogue.directory;
            let peers = directory.peers(question, PEER_COUNT);
            let links = peers.iter().filter_map(|peer| {
                let city = directory.city(peer.id)?;
                let country = directory.country_name(city.country, site.language());
                let remark = peer_remark(&site.texts, peer, city);
                Some(ListedLink {
                    href: site.href(Page::City(city.slug.clone())),
                    name: city.name.clone(),
                    remark: Some(format!("{country}: {remark}")),
                })
            });
            links.collect()
        })
    })
}

/// Lets a criterion count, or no longer; the last one stays, because likeness by nothing is none.
fn toggle(state: DirectoryState, criterion: PeerCriterion) {
    state.show(|display| {
        if let Some(question) = &mut display.peers {
            let known = &question.criteria;
            let wanted = PeerCriterion::ALL
                .into_iter()
                .filter(|other| known.contains(other) != (*other == criterion));
            let wanted: Vec<PeerCriterion> = wanted.collect();
            if !wanted.is_empty() {
                question.criteria = wanted;
            }
        }
    });
}
