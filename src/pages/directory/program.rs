//! The program of the directory: every part of the page follows the state, and every control acts
//! on it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::domain::display::{Display, View};
use crate::domain::query::{Chosen, Facet, FacetValue, Query, Sort};
use crate::domain::query_codec::Decoded;
use crate::domain::slugs::Slugs;
use crate::i18n::texts::Text;
use crate::markup::{Element, block};
use crate::pages::directory::action::Action;
use crate::pages::directory::after::{AFTER, after};
use crate::pages::directory::filters::{FILTERS, Filters, filters};
use crate::pages::directory::head::{HEAD, head};
use crate::pages::directory::panels::{PANELS, panels};
use crate::pages::directory::peers::toggled;
use crate::pages::directory::results::{self, has_list, row_states};
use crate::pages::directory::view::{VIEW, view};
use crate::pages::directory::{keys, map, table, tools};
use crate::platform::{self, Entered, Pace, Part, RowState, Rows, Served, Step};
use crate::state::catalogue::Catalogue;
use crate::state::directory_address::DirectoryAddress;
use crate::state::directory_state::DirectoryState;
use crate::state::shortlist::Shortlist;
use crate::state::site::Site;

/// How a part of the page looks in a state.
type PartView = fn(&Site, DirectoryState) -> Element;

/// The parts that follow the state by themselves, beside the filters, with what finds them in the page.
const PARTS: [(&str, PartView); 3] = [(HEAD, head), (PANELS, panels), (AFTER, after)];

/// The whole program as it is first written: with the default query, and all its rows.
pub fn written(site: &Site, catalogue: Arc<Catalogue>) -> Element {
    let state = DirectoryState::new(catalogue, Decoded::default(), Shortlist::new());
    shown(site, state)
}

/// The whole program in a state, with the rows of its list; those of a table stand by themselves
/// ([`table_rows`]).
pub fn shown(site: &Site, state: DirectoryState) -> Element {
    let rows = if has_list(state.view()) {
        row_states(site, state)
    } else {
        Vec::new()
    };
    let rows = rows.iter().map(|shown| results::row(site, state, shown));
    let heading = block("h2", "visually-hidden")
        .with("id", "results")
        .text(site.texts.get(Text::ResultsHeading));
    let found = block("section", "directory-results")
        .with("aria-labelledby", "results")
        .child(heading)
        .child(head(site, state))
        .child(panels(site, state))
        .child(view(site, state))
        .child(map::board(site, state))
        .child(map::notes(site, state))
        .child(results::list(state, rows.collect()))
        .child(after(site, state));
    block("div", "directory-program")
        .child(filters(site, state))
        .child(found)
}

/// The rows of the table in a state.
pub fn table_rows(site: &Site, state: DirectoryState) -> Vec<Element> {
    let rows = row_states(site, state);
    let rows = rows.iter().map(|shown| table::row(site, state, shown));
    rows.collect()
}

/// What the browser brings to life. It stands in no place of its own: the page is there already.
#[component]
pub fn DirectoryProgram(
    /// The site.
    site: Site,
    /// The cities.
    catalogue: Arc<Catalogue>,
    /// What the page is opened with.
    request: Decoded,
    /// Whether the page stands as it was written.
    served: Served,
    /// In how many tasks it is brought to life.
    pace: Pace,
    /// What is done once every part follows the state.
    alive: Box<dyn FnOnce() + Send>,
) -> impl IntoView {
    let base = site.base.router_prefix().to_owned();
    let live = move || live(&site, catalogue, request, served, pace, alive);
    view! { <Router base=base>{live()}</Router> }
}

/// Within the router: the state is made, followed, and changed.
fn live(
    site: &Site,
    catalogue: Arc<Catalogue>,
    request: Decoded,
    served: Served,
    pace: Pace,
    alive: Step,
) {
    let written = DirectoryState::new(catalogue.clone(), Decoded::default(), Shortlist::new());
    let state = DirectoryState::new(catalogue, request, Shortlist::kept());
    follow_reader(site, state);
    let step = |run: fn(&Site, DirectoryState, DirectoryState, Served)| {
        let site = site.clone();
        Box::new(move || run(&site, state, written, served)) as Step
    };
    let mut steps: Vec<Step> = [follow_filters, follow_parts, follow_results, follow_rest]
        .map(step)
        .into();
    steps.push(alive);
    platform::take_steps(steps, pace);
}

fn follow_filters(site: &Site, state: DirectoryState, written: DirectoryState, served: Served) {
    let first = untrack(|| filters(site, written));
    let (part, site) = (Part::new(FILTERS, served, first), site.clone());
    let mut known = Filters::default();
    follow(part, move || known.view(&site, state));
}

fn follow_parts(site: &Site, state: DirectoryState, written: DirectoryState, served: Served) {
    for (selector, view) in PARTS {
        let first = untrack(|| view(site, written));
        let (part, site) = (Part::new(selector, served, first), site.clone());
        follow(part, move || view(&site, state));
    }
}

fn follow_rest(site: &Site, state: DirectoryState, written: DirectoryState, served: Served) {
    map::follow(site, state, written, served);
    state.follow_address(DirectoryAddress::new(site));
    state.extras.follow(site.clone(), state);
}

fn follow(part: Option<Part>, mut view: impl FnMut() -> Element + 'static) {
    let Some(mut part) = part else { return };
    platform::follow(move || part.show(view()));
}

/// The list, the view and the rows in either: together, because rows need a place to stand.
fn follow_results(site: &Site, state: DirectoryState, written: DirectoryState, served: Served) {
    let keys = first_rows(written).iter().map(|row| row.key).collect();
    let first_list = untrack(|| results::list(written, Vec::new()));
    let first_view = untrack(|| view(site, written));
    let (row_site, table_site, site) = (site.clone(), site.clone(), site.clone());
    let mut list = Part::new(results::LIST, served, first_list);
    let mut shown = Part::new(VIEW, served, first_view);
    let row = move |shown: &RowState| results::row(&row_site, state, shown);
    let mut list_rows = Rows::new(results::ROWS, served, keys, Box::new(row));
    let row = move |shown: &RowState| table::row(&table_site, state, shown);
    let mut table_rows = Rows::new(table::ROWS, Served::Changed, Vec::new(), Box::new(row));
    platform::follow(move || {
        let chosen = state.view();
        if let Some(list) = &mut list {
            list.show(results::list(state, Vec::new()));
        }
        if let Some(shown) = &mut shown {
            shown.show(view(&site, state));
        }
        if has_list(chosen) {
            list_rows.show(row_states(&site, state));
        } else {
            list_rows.show(Vec::new());
        }
        if chosen == View::Table {
            table_rows.show(row_states(&site, state));
        }
        untrack(|| state.measure_rows());
    });
}

fn first_rows(state: DirectoryState) -> Vec<RowState> {
    let shown = untrack(|| state.shown()).into_iter();
    let row = |(id, place): (crate::domain::city::CityId, _)| RowState {
        key: id.0,
        place,
        ..RowState::default()
    };
    shown.map(row).collect()
}

/// Typing, pressing, choosing, scrolling and keys.
fn follow_reader(site: &Site, state: DirectoryState) {
    platform::follow_search_box(
        move |text| state.type_text(text),
        move || state.settle_text(),
    );
    platform::follow(move || {
        state.query_parts(|query| platform::show_in_search_box(&query.text));
    });
    let acting = site.clone();
    platform::follow_acts(move |act| {
        if let Some(action) = Action::parse(act) {
            perform(&acting, state, action);
        }
    });
    platform::follow_choices(move |entered| choose(state, &entered));
    platform::follow_rows(
        move || untrack(|| state.row_window()),
        move |rows, row_px| state.show_rows(rows, row_px),
    );
    platform::follow_keys(move |press| keys::take(&press, state));
}

fn choose(state: DirectoryState, entered: &Entered) {
    if entered.name == "sort" {
        if let Some(sort) = Sort::parse(&entered.value) {
            state.sort_by(sort);
        }
        return;
    }
    let facet = Facet::ALL
        .into_iter()
        .find(|facet| facet.key() == entered.name);
    let value = facet.and_then(|facet| FacetValue::parse(facet, &entered.value));
    if let Some(value) = value {
        let chosen = if entered.is_checked {
            Chosen::Yes
        } else {
            Chosen::No
        };
        state.choose(value, chosen);
    }
}

fn perform(site: &Site, state: DirectoryState, action: Action) {
    match action {
        Action::Toggle(value) => state.toggle(value),
        Action::Clear => state.clear(),
        Action::DropList => state.ask(|query: &mut Query| query.only = Slugs::default()),
        Action::Sort(sort) => state.sort_by(sort),
        Action::View(view) => state.switch_view(view),
        Action::Star(slug) => state.shortlist.toggle(&slug),
        Action::Compare(slug) => {
            if !state.compare(&slug) {
                state
                    .extras
                    .tell(site.texts.get(Text::CompareFull).to_owned());
            }
        }
        Action::EndComparison => {
            state.show(|display: &mut Display| display.compared = Slugs::default());
        }
        Action::Criterion(criterion) => state.show(|display| {
            if let Some(question) = &mut display.peers {
                question.criteria = toggled(&question.criteria, criterion);
            }
        }),
        Action::EndPeers => state.show(|display| display.peers = None),
        Action::Suggestion(number) => state.take_suggestion(number),
        Action::Offer(number) => state.take_offer(number),
        Action::Locate => tools::locate(state),
        Action::Map(act) => map::act(state, act),
        Action::Tool(tool) => tools::perform(site, state, tool),
    }
}
