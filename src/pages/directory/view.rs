//! What the chosen view shows above or in place of the list. The map is a part of its own.

use crate::components::count_chart::{CountRow, count_chart};
use crate::domain::display::View;
use crate::domain::summary::COUNTED;
use crate::i18n::city_wording::facet_value;
use crate::i18n::texts::Text;
use crate::markup::{Element, block};
use crate::pages::directory::action::Action;
use crate::pages::directory::filters::facet_name;
use crate::pages::directory::table::table;
use crate::pages::directory::timeline::timeline;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// Finds the view in the page.
pub(super) const VIEW: &str = ".view-part";

/// The view.
pub(super) fn view(site: &Site, state: DirectoryState) -> Element {
    let part = block("div", "view-part").with("data-shows", state.view().value());
    match state.view() {
        View::List | View::Map => part,
        View::Table => part.all(table(site, state)),
        View::Timeline => part.child(timeline(site, state)),
        View::Summary => part.child(summary(site, state)),
    }
}

/// The results counted by region, country and year, each chart its own table.
fn summary(site: &Site, state: DirectoryState) -> Element {
    let texts = &site.texts;
    let summary = state.with_results(|directory, results| directory.summary(&results.ids));
    let charts = COUNTED.map(|facet| {
        let rows = summary.of(facet).iter().map(|(value, count)| CountRow {
            label: state
                .with_catalogue(|catalogue| facet_value(texts, &catalogue.directory, *value)),
            action: Action::Toggle(*value).value(),
            count: *count,
            is_chosen: state.is_chosen(*value),
        });
        count_chart(
            texts.get(facet_name(facet)),
            texts.get(Text::SummaryCount),
            rows.collect(),
        )
    });
    block("div", "summary").all(charts.into())
}
