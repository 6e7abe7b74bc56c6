//! The filters: four facets, each option with the number of cities it would show.

use crate::components::facet_group::{OfferedOption, facet_group, facet_option};
use crate::domain::facets::FacetOption;
use crate::domain::query::Facet;
use crate::i18n::city_wording::facet_value;
use crate::i18n::texts::Text;
use crate::markup::{Element, block, element};
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// Finds the filters in the page.
pub(super) const FILTERS: &str = ".filters";

/// The options as they were last made: most stay as they are from key to key, and to make them takes
/// longer than to compare their counts.
#[derive(Default)]
pub(super) struct Filters {
    /// By facet, in the order shown.
    known: [Vec<(OfferedOption, Element)>; Facet::ALL.len()],
}

impl Filters {
    /// The four facets. Closed on a narrow screen, open beside the list on a wide one.
    pub(super) fn view(&mut self, site: &Site, state: DirectoryState) -> Element {
        let texts = &site.texts;
        let facets = Facet::ALL.into_iter().zip(&mut self.known);
        let groups = facets.map(|(facet, known)| {
            let options = state.options(facet).into_iter().enumerate();
            *known = options
                .map(|(at, offered)| {
                    let before = known.get(at).filter(|(before, _)| *before == offered);
                    let made = before.map(|(_, made)| made.clone());
                    let made = made.unwrap_or_else(|| made_option(site, state, facet, offered));
                    (offered, made)
                })
                .collect();
            let options = known.iter().map(|(_, made)| made.clone());
            facet_group(texts.get(facet_name(facet)), options.collect())
        });
        let label = texts.get(Text::FiltersLabel);
        let details = element("details")
            .child(element("summary").text(label))
            .child(block("div", "facets").all(groups.collect()));
        block("section", "filters live-only")
            .with("aria-label", label)
            .child(details)
    }
}

/// The four facets, for a page that is written once.
pub(super) fn filters(site: &Site, state: DirectoryState) -> Element {
    Filters::default().view(site, state)
}

fn made_option(
    site: &Site,
    state: DirectoryState,
    facet: Facet,
    offered: OfferedOption,
) -> Element {
    let (FacetOption { value, .. }, _) = offered;
    let label =
        state.with_catalogue(|catalogue| facet_value(&site.texts, &catalogue.directory, value));
    facet_option(facet, offered, &label)
}

/// The name of a facet.
pub(super) fn facet_name(facet: Facet) -> Text {
    match facet {
        Facet::Region => Text::FacetRegion,
        Facet::Country => Text::FacetCountry,
        Facet::Joined => Text::FacetJoined,
        Facet::Award => Text::FacetAward,
    }
}
