//! The cities elsewhere that are like one, and what the reader lets count.

use crate::components::city_controls::city_controls;
use crate::domain::directory::Directory;
use crate::domain::peers::{Peer, PeerCriterion, PeerQuestion};
use crate::i18n::peer_wording::{criterion_name, peer_remark};
use crate::i18n::texts::Text;
use crate::markup::{Element, block, button, element};
use crate::pages::directory::action::Action;
use crate::pages::directory::results::{city_link, control_words};
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// So many peers are shown: about as many as a screen holds.
const PEER_COUNT: usize = 10;

/// The peers; nothing while none are asked for, or the city is not on record.
pub(super) fn peers(site: &Site, state: DirectoryState) -> Option<Element> {
    let question = state.display_parts(|display| display.peers.clone())?;
    state.with_catalogue(|catalogue| {
        let directory = &catalogue.directory;
        let id = directory.find(&question.slug)?;
        let name = directory.city(id).map(|city| city.name.as_str())?;
        let found = directory.peers(&question, PEER_COUNT);
        let items = found
            .iter()
            .filter_map(|peer| item(site, state, directory, peer));
        let places = [("city", name)];
        let texts = &site.texts;
        let list = element("ol").with("role", "list").all(items.collect());
        Some(
            block("section", "peers")
                .with("aria-labelledby", "peers")
                .child(
                    element("h3")
                        .with("id", "peers")
                        .text(&texts.fill(Text::PeersOf, &places)),
                )
                .child(block("p", "remark").text(&texts.fill(Text::PeersNote, &places)))
                .child(criteria(site, &question))
                .child(list)
                .child(button(
                    "quiet",
                    &Action::EndPeers.value(),
                    texts.get(Text::PeersClose),
                )),
        )
    })
}

fn criteria(site: &Site, question: &PeerQuestion) -> Element {
    let texts = &site.texts;
    let buttons = PeerCriterion::ALL.map(|criterion| {
        let action = Action::Criterion(criterion).value();
        button("quiet", &action, criterion_name(texts, criterion))
            .state("aria-pressed", question.criteria.contains(&criterion))
    });
    block("div", "cluster")
        .with("role", "group")
        .with("aria-label", texts.get(Text::PeersCriteria))
        .all(buttons.into())
}

fn item(site: &Site, state: DirectoryState, directory: &Directory, peer: &Peer) -> Option<Element> {
    let city = directory.city(peer.id)?;
    let country = directory.country_name(city.country, site.language());
    let remark = peer_remark(&site.texts, peer, city);
    let link = city_link(site, city);
    let controls = control_words(&site.texts, state, city);
    Some(
        element("li")
            .child(link)
            .text(" ")
            .child(block("span", "remark").text(&site.texts.pair(country, &remark)))
            .child(city_controls(&city.slug, &controls)),
    )
}

/// What counts after a criterion was pressed; the last one stays, because likeness by nothing is
/// none.
pub(super) fn toggled(criteria: &[PeerCriterion], pressed: PeerCriterion) -> Vec<PeerCriterion> {
    let wanted = PeerCriterion::ALL
        .into_iter()
        .filter(|other| criteria.contains(other) != (*other == pressed));
    let wanted: Vec<PeerCriterion> = wanted.collect();
    if wanted.is_empty() {
        criteria.to_vec()
    } else {
        wanted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_criterion_stays() {
        let one = toggled(
            &[PeerCriterion::Joined, PeerCriterion::Size],
            PeerCriterion::Size,
        );
        assert_eq!(one, [PeerCriterion::Joined]);
        assert_eq!(toggled(&one, PeerCriterion::Joined), one);
        let two = toggled(&one, PeerCriterion::Award);
        assert_eq!(two, [PeerCriterion::Joined, PeerCriterion::Award]);
    }
}
