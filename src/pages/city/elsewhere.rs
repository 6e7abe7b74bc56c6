//! The cities in other countries that are like the page's own, and the ways on to what counts and to
//! the comparison, both of which the directory shows.

use leptos::prelude::*;

use crate::components::link_list::ListedLink;
use crate::components::peer_list::{CompareLink, PeerList};
use crate::domain::city::City;
use crate::domain::display::{Display, MOST_COMPARED};
use crate::domain::peers::{Peer, PeerQuestion};
use crate::domain::query::Query;
use crate::domain::slugs::Slugs;
use crate::i18n::peer_wording::peer_remark;
use crate::i18n::texts::Text;
use crate::routes::Page;
use crate::state::catalogue::Catalogue;
use crate::state::site::Site;

/// So many peers are listed: as many as the nearest members beside them.
const PEER_COUNT: usize = 6;

/// The city's peers by the criteria that count until a reader says otherwise.
pub(super) fn elsewhere(site: &Site, catalogue: &Catalogue, city: &City) -> impl IntoView + use<> {
    let question = PeerQuestion::parse(&city.slug)?;
    let texts = &site.texts;
    let peers = catalogue.directory.peers(&question, PEER_COUNT);
    let peers = peers.iter().filter_map(|peer| link(site, catalogue, peer));
    let peers: Vec<ListedLink> = peers.collect();
    let heading = texts.get(Text::PeersHeading).to_owned();
    let places = [("city", city.name.as_str())];
    let remark = texts.fill(Text::PeersNote, &places);
    let choose = ListedLink {
        href: directory_href(
            site,
            &Display {
                peers: Some(question),
                ..Display::default()
            },
        ),
        name: texts.get(Text::PeersChoose).to_owned(),
        language: None,
        remark: None,
    };
    let mut compared = Slugs::default();
    compared.add(&city.slug, MOST_COMPARED);
    let compare = CompareLink {
        href: directory_href(
            site,
            &Display {
                compared,
                ..Display::default()
            },
        ),
        label: texts.fill(Text::PeersCompare, &places),
        slug: city.slug.clone(),
    };
    Some(
        view! { <PeerList heading=heading remark=remark peers=peers choose=choose compare=compare/> },
    )
}

fn link(site: &Site, catalogue: &Catalogue, peer: &Peer) -> Option<ListedLink> {
    let city = catalogue.directory.city(peer.id)?;
    Some(ListedLink {
        href: site.href(Page::City(city.slug.clone())),
        name: city.name.clone(),
        language: site.name_language(city),
        remark: Some(peer_remark(&site.texts, peer, city)),
    })
}

fn directory_href(site: &Site, display: &Display) -> String {
    let query = Query::default();
    site.base
        .directory_shown_href(site.language(), &query, display)
}
