//! The filters: four facets, each option with the number of cities it would show.

use crate::components::facet_group::facet_group;
use crate::domain::query::Facet;
use crate::i18n::city_wording::facet_value;
use crate::i18n::texts::Text;
use crate::markup::{Element, block, element};
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// Finds the filters in the page.
pub(super) const FILTERS: &str = ".filters";

/// The four facets. Closed on a narrow screen, open beside the list on a wide one.
pub(super) fn filters(site: &Site, state: DirectoryState) -> Element {
    let texts = &site.texts;
    let groups = Facet::ALL.map(|facet| {
        let options = state.options(facet).into_iter().map(|(option, is_chosen)| {
            let label = state
                .with_catalogue(|catalogue| facet_value(texts, &catalogue.directory, option.value));
            (option, label, is_chosen)
        });
        facet_group(facet, texts.get(facet_name(facet)), options.collect())
    });
    let label = texts.get(Text::FiltersLabel);
    let details = element("details")
        .child(element("summary").text(label))
        .child(block("div", "facets").all(groups.into()));
    block("section", "filters live-only")
        .with("aria-label", label)
        .child(details)
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
