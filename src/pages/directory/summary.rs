//! The summary: the results counted by region, country and year, each chart its own table.

use leptos::prelude::*;

use crate::components::count_chart::CountChart;
use crate::domain::query::FacetValue;
use crate::domain::summary::{COUNTED, Summary};
use crate::i18n::texts::Text;
use crate::pages::directory::filters::facet_options;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// The charts.
#[component]
pub fn SummaryView(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    let summary: Memo<Summary> = Memo::new(move |_| {
        state.results.with(|results| {
            state.with_catalogue(|catalogue| catalogue.directory.summary(&results.ids))
        })
    });
    let on_choose = Callback::new(move |(value, chosen)| state.choose(value, chosen));
    let charts = COUNTED
        .map(|facet| {
            let mut options = facet_options(&site, state, facet);
            options.count = Callback::new(move |value| summary.with(|it| it.count(value)));
            let values = Signal::derive(move || {
                summary.with(|summary| {
                    let values = summary.of(facet).iter().map(|(value, _)| *value);
                    values.collect::<Vec<FacetValue>>()
                })
            });
            let heading = site.texts.get(Text::SummaryCount).to_owned();
            view! { <CountChart options=options values=values count_heading=heading on_choose=on_choose/> }
        })
        .collect_view();
    view! { <div class="summary">{charts}</div> }
}
