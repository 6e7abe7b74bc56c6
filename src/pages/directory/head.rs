//! What stands above the results: their count, order and view, the filters that are set or offered,
//! and what the address asked for in vain.

use crate::domain::display::View;
use crate::domain::query::Sort;
use crate::i18n::city_wording::facet_value_alone;
use crate::i18n::texts::{Text, Texts};
use crate::markup::{Element, block, button, element};
use crate::pages::directory::action::Action;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// Finds the head of the results in the page.
pub(super) const HEAD: &str = ".result-head";

/// The head of the results.
pub(super) fn head(site: &Site, state: DirectoryState) -> Element {
    let texts = &site.texts;
    let bar = block("div", "result-bar")
        .child(count(texts, state))
        .child(sort_control(texts, state));
    block("div", "result-head")
        .child(bar)
        .child(view_switch(texts, state))
        .child(offers(texts, state))
        .child(active_filters(texts, state))
        .child(left_out(texts, state))
        .child(dropped(texts, state))
}

/// How many results there are, announced politely and alone.
fn count(texts: &Texts, state: DirectoryState) -> Element {
    let total = state.total();
    let records = state.with_catalogue(|catalogue| catalogue.directory.cities().len());
    let is_narrowed = state.is_narrowed();
    let words = if is_narrowed {
        let records = records.to_string();
        texts.plural(Text::ResultCountFiltered, total, &[("records", &records)])
    } else {
        texts.plural(Text::ResultCount, total, &[])
    };
    block("p", "result-count")
        .with("role", "status")
        .with("tabindex", "-1")
        .text(&words)
}

fn sort_control(texts: &Texts, state: DirectoryState) -> Element {
    let chosen = state.sort();
    let options = Sort::ALL.map(|sort| {
        element("option")
            .with("value", sort.value())
            .when("selected", sort == chosen)
            .text(texts.get(sort_name(sort)))
    });
    let select = element("select")
        .with("name", "sort")
        .with("autocomplete", "off")
        .all(options.into());
    block("label", "sort live-only")
        .child(element("span").text(texts.get(Text::SortLabel)))
        .child(select)
}

fn view_switch(texts: &Texts, state: DirectoryState) -> Element {
    let shown = state.view();
    let buttons = View::ALL.map(|view| {
        button("", &Action::View(view).value(), texts.get(view_name(view)))
            .with("data-view", view.value())
            .state("aria-pressed", view == shown)
    });
    block("div", "view-switch live-only")
        .with("role", "group")
        .with("aria-label", texts.get(Text::ViewLabel))
        .all(buttons.into())
}

/// Filters that words of the text name.
fn offers(texts: &Texts, state: DirectoryState) -> Element {
    let offers = state.offers();
    let buttons = offers.iter().enumerate().map(|(number, value)| {
        let name = state
            .with_catalogue(|catalogue| facet_value_alone(texts, &catalogue.directory, *value));
        let words = texts.fill(Text::FilterBy, &[("filter", &name)]);
        button("chip offer", &Action::Offer(number).value(), &words).with("data-offer", "")
    });
    block("div", "offers live-only")
        .with("role", "group")
        .with("aria-label", texts.get(Text::OffersLabel))
        .when("hidden", offers.is_empty())
        .all(buttons.collect())
}

/// The chosen values, each to be dropped by one press, and a way to drop all.
fn active_filters(texts: &Texts, state: DirectoryState) -> Element {
    let chip = |action: Action, name: &str| {
        let label = texts.fill(Text::FilterRemove, &[("filter", name)]);
        let chip = button("chip", &action.value(), name).with("aria-label", &label);
        element("li").child(chip)
    };
    let (chosen, listed) = state.query_parts(|query| (query.chosen(), query.only.len()));
    let mut chips: Vec<Element> = Vec::new();
    if listed > 0 {
        let name = texts.plural(Text::OnlyChip, listed, &[]);
        chips.push(chip(Action::DropList, &name));
    }
    for value in chosen {
        let name =
            state.with_catalogue(|catalogue| facet_value_alone(texts, &catalogue.directory, value));
        chips.push(chip(Action::Toggle(value), &name));
    }
    let is_empty = chips.is_empty();
    let list = element("ul")
        .with("role", "list")
        .with("aria-label", texts.get(Text::FiltersActive))
        .all(chips);
    block("div", "active-filters")
        .when("hidden", is_empty)
        .child(list)
        .child(button(
            "clear",
            &Action::Clear.value(),
            texts.get(Text::FiltersClear),
        ))
}

fn left_out(texts: &Texts, state: DirectoryState) -> Element {
    let left_out = state.with_catalogue(|catalogue| catalogue.left_out);
    block("p", "notice")
        .with("data-notice", "left-out")
        .when("hidden", left_out == 0)
        .text(&texts.plural(Text::LeftOut, left_out, &[]))
}

/// What of the address meant nothing.
fn dropped(texts: &Texts, state: DirectoryState) -> Element {
    let parts = state.dropped();
    let notice = block("p", "notice")
        .with("data-notice", "address")
        .when("hidden", parts.is_empty());
    notice.text(&texts.fill(Text::AddressDropped, &[("parts", &texts.list(&parts))]))
}

fn sort_name(sort: Sort) -> Text {
    match sort {
        Sort::Name => Text::SortRelevance,
        Sort::JoinedNewest => Text::SortNewest,
        Sort::JoinedOldest => Text::SortOldest,
        Sort::Population => Text::SortPopulation,
        Sort::Country => Text::SortCountry,
        Sort::Near => Text::SortNear,
    }
}

fn view_name(view: View) -> Text {
    match view {
        View::List => Text::ViewList,
        View::Table => Text::ViewTable,
        View::Map => Text::ViewMap,
        View::Timeline => Text::ViewTimeline,
        View::Summary => Text::ViewSummary,
    }
}
