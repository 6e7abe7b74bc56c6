//! The filters: four facets, and the chosen values as removable chips.

use leptos::prelude::*;

use crate::components::facet_group::{FacetGroup, FacetOptions};
use crate::domain::query::{Chosen, Facet, FacetValue};
use crate::i18n::city_wording::{facet_value, facet_value_alone};
use crate::i18n::texts::Text;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// The four facets. Closed on a narrow screen, open beside the list on a wide one.
#[component]
pub fn Filters(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    let on_choose = Callback::new(move |(value, chosen)| state.choose(value, chosen));
    let groups = Facet::ALL
        .iter()
        .map(|facet| {
            let options = facet_options(&site, state, *facet);
            view! { <FacetGroup options=options on_choose=on_choose/> }
        })
        .collect_view();
    let label = site.texts.get(Text::FiltersLabel).to_owned();
    let summary = label.clone();
    view! {
        <form class="filters live-only" autocomplete="off" aria-label=label on:submit=|event| event.prevent_default()>
            <details><summary>{summary}</summary><div class="facets">{groups}</div></details>
        </form>
    }
}

/// The chosen values, each to be dropped by one press, and a way to drop all.
#[component]
pub fn ActiveFilters(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    let texts = site.texts.clone();
    let chip_texts = texts.clone();
    let chip = move |value: FacetValue| {
        let name = state.with_catalogue(|catalogue| {
            facet_value_alone(&chip_texts, &catalogue.directory, value)
        });
        let label = chip_texts.fill(Text::FilterRemove, &[("filter", &name)]);
        view! {
            <li>
                <button type="button" class="chip" aria-label=label on:click=move |_| state.choose(value, Chosen::No)>
                    {name}
                </button>
            </li>
        }
    };
    let chosen = move || state.query.with(|query| query.chosen());
    let is_empty = Signal::derive(move || !state.query.with(|query| query.has_filters()));
    let clear = texts.get(Text::FiltersClear).to_owned();
    view! {
        <div class="active-filters" hidden=is_empty>
            <ul role="list" aria-label=texts.get(Text::FiltersActive).to_owned()>
                <For each=chosen key=|value| *value children=chip/>
            </ul>
            <button type="button" class="clear" on:click=move |_| state.clear()>{clear}</button>
        </div>
    }
}

/// What a facet's options show.
pub fn facet_options(site: &Site, state: DirectoryState, facet: Facet) -> FacetOptions {
    let texts = site.texts.clone();
    let legend = texts.get(match facet {
        Facet::Region => Text::FacetRegion,
        Facet::Country => Text::FacetCountry,
        Facet::Joined => Text::FacetJoined,
        Facet::Award => Text::FacetAward,
    });
    FacetOptions {
        facet,
        legend: legend.to_owned(),
        values: state.values(facet),
        count: Callback::new(move |value| state.count(value)),
        chosen: Callback::new(move |value| state.is_chosen(value)),
        label: Callback::new(move |value| {
            state.with_catalogue(|catalogue| facet_value(&texts, &catalogue.directory, value))
        }),
    }
}
