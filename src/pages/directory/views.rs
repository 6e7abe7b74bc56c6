//! The views of one set of results, and the switch between them.

use leptos::prelude::*;

use crate::domain::display::View;
use crate::i18n::texts::Text;
use crate::pages::directory::summary::SummaryView;
use crate::pages::directory::table::TableView;
use crate::pages::directory::timeline::TimelineView;
use crate::platform;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// Whether the list of results stands in a view: beside the map and below the summary as their
/// equal.
pub fn has_list(view: View) -> bool {
    matches!(view, View::List | View::Map | View::Summary)
}

/// A button for each view. Each view is found again as far down as the reader left it.
#[component]
pub fn ViewSwitch(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    let left_at = StoredValue::new(Vec::<(View, f64)>::new());
    let switch = move |view: View| {
        let now = state.view.get_untracked();
        let scrolled = platform::scroll_position();
        left_at.update_value(|left| {
            left.retain(|(other, _)| *other != now);
            left.push((now, scrolled));
        });
        state.show(|display| display.view = view);
        let found = left_at.with_value(|left| {
            let known = left.iter().find(|(other, _)| *other == view);
            known.map_or(scrolled, |(_, scrolled)| *scrolled)
        });
        platform::spawn(async move {
            platform::effects().await;
            platform::restore_scroll(found);
        });
    };
    let buttons = View::ALL
        .map(|view| {
            let pressed = Signal::derive(move || (state.view.get() == view).to_string());
            let label = site.texts.get(name(view)).to_owned();
            view! {
                <button type="button" data-view=view.value() aria-pressed=pressed on:click=move |_| switch(view)>{label}</button>
            }
        })
        .collect_view();
    let label = site.texts.get(Text::ViewLabel).to_owned();
    view! { <div class="view-switch live-only" role="group" aria-label=label>{buttons}</div> }
}

/// What the chosen view shows beside or in place of the list.
#[component]
pub fn Views(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    move || {
        let site = site.clone();
        match state.view.get() {
            View::List => ().into_any(),
            View::Table => view! { <TableView site=site state=state/> }.into_any(),
            View::Map => ().into_any(),
            View::Timeline => view! { <TimelineView site=site state=state/> }.into_any(),
            View::Summary => view! { <SummaryView site=site state=state/> }.into_any(),
        }
    }
}

fn name(view: View) -> Text {
    match view {
        View::List => Text::ViewList,
        View::Table => Text::ViewTable,
        View::Map => Text::ViewMap,
        View::Timeline => Text::ViewTimeline,
        View::Summary => Text::ViewSummary,
    }
}
