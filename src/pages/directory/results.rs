//! The list of results, and the ways out where there are none.

use leptos::prelude::*;

use crate::components::city_row::{CityRow, RowFacts};
use crate::components::row_controls::ControlTexts;
use crate::domain::city::{City, CityId};
use crate::domain::search::explain::{Field, Via};
use crate::domain::suggestions::Suggestion;
use crate::i18n::city_wording::{facet_value_alone, language_name, row_facts};
use crate::i18n::language_tag::native_name_language;
use crate::i18n::texts::{Text, Texts};
use crate::pages::directory::long_list::LongList;
use crate::pages::directory::views::has_list;
use crate::platform::{self, RowState, ServedRows};
use crate::routes::Page;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// Finds the element that the rows stand in.
const LIST: &str = ".city-list";

/// The results in the order shown.
#[component]
pub fn ResultList(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
    /// The rows as they were served.
    served: ServedRows,
) -> impl IntoView {
    let keys: Vec<u32> = served
        .slugs()
        .iter()
        .filter_map(|slug| state.with_catalogue(|catalogue| catalogue.directory.find(slug)))
        .map(|id| id.0)
        .collect();
    let row_site = site.clone();
    let make = move |key| row(&row_site, state, CityId(key));
    let texts = site.texts.clone();
    platform::keep_rows(LIST, (keys, served), make.clone(), move || {
        if has_list(state.view.get()) {
            row_states(&texts, state)
        } else {
            Vec::new()
        }
    });
    let is_hidden = Signal::derive(move || !has_list(state.view.get()));
    let first = untrack(|| state.shown())
        .into_iter()
        .map(|(id, _)| id.0)
        .collect();
    view! {
        <LongList state=state>
            <ul class="city-list" role="list" hidden=is_hidden>{platform::written_rows(first, make)}</ul>
        </LongList>
    }
}

/// Why there are no results, and ways out.
#[component]
pub fn EmptyResult(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    let texts = site.texts.clone();
    let ways_out = move || {
        state
            .suggestions()
            .into_iter()
            .map(|suggestion| {
                let label = suggestion_label(&texts, state, &suggestion);
                view! {
                    <li>
                        <button type="button" data-suggest="" on:click=move |_| state.follow(&suggestion)>{label}</button>
                    </li>
                }
            })
            .collect_view()
    };
    let texts = site.texts.clone();
    move || {
        let ways_out = ways_out.clone();
        (state.total() == 0).then(|| {
            view! {
                <div class="empty-result">
                    <h3>{texts.get(Text::EmptyHeading).to_owned()}</h3>
                    <p>{texts.get(Text::EmptyText).to_owned()}</p>
                    <ul role="list">{ways_out()}</ul>
                </div>
            }
        })
    }
}

/// What each row in the document shows beyond what it was made with, read reactively.
pub fn row_states(texts: &Texts, state: DirectoryState) -> Vec<RowState> {
    let shown = state.shown();
    let compared = state.display.with(|display| display.compared.clone());
    let starred = state.shortlist.slugs.get();
    let has_text = state.text.with(|text| !text.trim().is_empty());
    state.query.with_untracked(|query| {
        state.with_catalogue(|catalogue| {
            let directory = &catalogue.directory;
            let states = shown.into_iter().map(|(id, place)| {
                let explanation = has_text.then(|| directory.explain(query, id));
                let explanation = explanation.unwrap_or_default();
                let slug = directory.city(id).map_or("", |city| city.slug.as_str());
                let pressed = [("star", &starred), ("compare", &compared)];
                RowState {
                    key: id.0,
                    marks: explanation.name,
                    note: explanation.via.and_then(|via| match_note(texts, via)),
                    place,
                    pressed: pressed
                        .into_iter()
                        .filter(|(_, slugs)| slugs.contains(slug))
                        .map(|(name, _)| name)
                        .collect(),
                }
            });
            states.collect()
        })
    })
}

fn row(site: &Site, state: DirectoryState, id: CityId) -> AnyView {
    let facts = state.with_catalogue(|catalogue| {
        let directory = &catalogue.directory;
        directory.city(id).map(|city| {
            let country = directory.country_name(city.country, site.language());
            facts_of(site, city, country)
        })
    });
    facts
        .map(|facts| {
            let controls = control_texts(&site.texts, &facts.name);
            view! { <CityRow facts=facts controls=controls/> }
        })
        .into_any()
}

/// The words of a city's controls.
pub fn control_texts(texts: &Texts, name: &str) -> ControlTexts {
    let places = [("city", name)];
    ControlTexts {
        star: texts.fill(Text::RowStar, &places),
        compare: texts.fill(Text::RowCompare, &places),
        compare_short: texts.get(Text::RowCompareShort).to_owned(),
    }
}

fn facts_of(site: &Site, city: &City, country: &str) -> RowFacts {
    let native_name = city
        .native_name
        .clone()
        .filter(|native| *native != city.name)
        .map(|native| {
            let language = native_name_language(&native, city.country);
            (native, language)
        });
    RowFacts {
        slug: city.slug.clone(),
        href: site.href(Page::City(city.slug.clone())),
        name: city.name.clone(),
        native_name,
        country: country.to_owned(),
        facts: row_facts(&site.texts, city),
    }
}

fn match_note(texts: &Texts, via: Via) -> Option<(String, String, Vec<std::ops::Range<usize>>)> {
    let field = match via.field {
        Field::Name | Field::NativeName | Field::Country => return None,
        Field::Alias => texts.get(Text::MatchAlias).to_owned(),
        Field::NameIn(language) => texts.fill(
            Text::MatchName,
            &[("language", language_name(texts, language))],
        ),
        Field::CountryCode => texts.get(Text::MatchCountry).to_owned(),
        Field::Region => texts.get(Text::MatchRegion).to_owned(),
    };
    Some((field, via.text, via.marks))
}

fn suggestion_label(texts: &Texts, state: DirectoryState, suggestion: &Suggestion) -> String {
    match suggestion {
        Suggestion::Spelling(name) => texts.fill(Text::EmptySpelling, &[("name", name)]),
        Suggestion::RemoveFilter(value) => {
            let filter = state
                .with_catalogue(|catalogue| facet_value_alone(texts, &catalogue.directory, *value));
            texts.fill(Text::EmptyRemoveFilter, &[("filter", &filter)])
        }
        Suggestion::RemoveText => texts.get(Text::EmptyRemoveText).to_owned(),
        Suggestion::ClearAll => texts.get(Text::EmptyClear).to_owned(),
    }
}
