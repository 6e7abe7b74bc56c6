//! The list of results, and the ways out where there are none.

use leptos::prelude::*;

use crate::components::city_row::{CityRow, MatchNote, RowFacts};
use crate::domain::city::{City, CityId};
use crate::domain::search::explain::{Explanation, Field, Via};
use crate::domain::suggestions::Suggestion;
use crate::i18n::city_wording::{facet_value_alone, language_name, row_facts};
use crate::i18n::language_tag::native_name_language;
use crate::i18n::texts::{Text, Texts};
use crate::routes::Page;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// The results in the order shown, or why there are none.
#[component]
pub fn ResultList(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    let row_site = site.clone();
    let more_texts = site.texts.clone();
    let is_whole = Signal::derive(move || state.next_step() == 0);
    let more = Signal::derive(move || more_texts.plural(Text::ShowMore, state.next_step(), &[]));
    let empty = move || {
        (state.total() == 0).then(|| view! { <EmptyResult site=site.clone() state=state/> })
    };
    view! {
        <ul class="city-list" role="list">
            <For each=move || state.shown() key=|id| *id children=move |id| row(&row_site, state, id)/>
        </ul>
        <button type="button" class="more live-only" hidden=is_whole on:click=move |_| state.show_more()>{more}</button>
        {empty}
    }
}

#[component]
fn EmptyResult(site: Site, state: DirectoryState) -> impl IntoView {
    let texts = site.texts.clone();
    let ways_out = state
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
        .collect_view();
    view! {
        <div class="empty-result">
            <h3>{texts.get(Text::EmptyHeading).to_owned()}</h3>
            <p>{texts.get(Text::EmptyText).to_owned()}</p>
            <ul role="list">{ways_out}</ul>
        </div>
    }
}

fn row(site: &Site, state: DirectoryState, id: CityId) -> impl IntoView + use<> {
    let facts = state.with_catalogue(|catalogue| {
        let directory = &catalogue.directory;
        directory.city(id).map(|city| {
            let country = directory.country_name(city.country, site.language());
            facts_of(site, city, country)
        })
    });
    // Not a memo: hundreds of rows are brought to life at once, and each of its two readers runs
    // once for each change of the text.
    let explanation = Signal::derive(move || {
        if state.text.with(|text| text.trim().is_empty()) {
            return None;
        }
        let explain =
            |query: &_| state.with_catalogue(|catalogue| catalogue.directory.explain(query, id));
        Some(state.query.with_untracked(explain))
    });
    let texts = site.texts.clone();
    let note = Signal::derive(move || {
        explanation.with(|explanation: &Option<Explanation>| {
            explanation
                .as_ref()?
                .via
                .as_ref()
                .and_then(|via| match_note(&texts, via))
        })
    });
    let place = state
        .may_exceed_document()
        .then(|| Signal::derive(move || state.place_in_set(id)));
    facts
        .map(|facts| view! { <CityRow facts=facts explanation=explanation note=note place=place/> })
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

fn match_note(texts: &Texts, via: &Via) -> Option<MatchNote> {
    let field = match via.field {
        Field::Name | Field::NativeName | Field::Country => return None,
        Field::Alias => texts.get(Text::MatchAlias).to_owned(),
        Field::NameIn(language) => texts.fill(
            Text::MatchName,
            &[("language", language_name(texts, language))],
        ),
        Field::CountryCode => texts.get(Text::MatchCountry).to_owned(),
        Field::Region => texts.get(Text::MatchRegion).to_owned(),
        Field::Joined => texts.get(Text::MatchJoined).to_owned(),
        Field::Award => texts.get(Text::MatchAward).to_owned(),
    };
    Some((field, via.text.clone(), via.marks.clone()))
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
