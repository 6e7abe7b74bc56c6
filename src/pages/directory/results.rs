//! The list of results, and what each row of it says.

use crate::components::city_controls::ControlWords;
use crate::components::city_row::{RowFacts, city_row, name_link_without_words};
use crate::components::row_space::row_space;
use crate::domain::city::{City, CityId};
use crate::domain::display::View;
use crate::domain::search::explain::{Field, Via};
use crate::i18n::city_wording::{language_name, row_facts};
use crate::i18n::language_tag::name_beside;
use crate::i18n::texts::{Text, Texts};
use crate::markup::{Element, block};
use crate::platform::RowState;
use crate::routes::Page;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// Finds the list with the room around it in the page.
pub(super) const LIST: &str = ".list-part";

/// Finds the element that the rows stand in.
pub(super) const ROWS: &str = ".city-list";

/// Whether the list of results stands in a view: beside the map and below the summary as their
/// equal.
pub(super) fn has_list(view: View) -> bool {
    matches!(view, View::List | View::Map | View::Summary)
}

/// The list without its rows, which are kept by themselves.
pub(super) fn list(state: DirectoryState, rows: Vec<Element>) -> Element {
    let is_hidden = !has_list(state.view());
    let (above, below) = if is_hidden { (0, 0) } else { room(state) };
    let list = block("ul", "city-list")
        .with("role", "list")
        .with("data-rows", "")
        .when("hidden", is_hidden)
        .all(rows);
    block("div", "list-part")
        .child(row_space(above))
        .child(list)
        .child(row_space(below))
}

/// The room of the rows that are not in the document, above and below those that are, in pixels.
pub(super) fn room(state: DirectoryState) -> (usize, usize) {
    let window = state.row_window();
    let row_px = window.row_px.unwrap_or_default();
    let px = |rows: usize| (rows as f64 * row_px) as usize;
    (px(window.rows.start), px(window.total - window.rows.end))
}

/// What each row in the document shows beyond what it was made with.
pub(super) fn row_states(site: &Site, state: DirectoryState) -> Vec<RowState> {
    let shown = state.shown();
    let compared = state.display_parts(|display| display.compared.clone());
    let starred = state.starred();
    state.with_query_untracked(|query| {
        state.with_catalogue(|catalogue| {
            let directory = &catalogue.directory;
            let mut explainer = state.has_text().then(|| directory.explainer(query));
            let states = shown.into_iter().map(|(id, place)| {
                let explanation = explainer.as_mut().map(|explainer| explainer.explain(id));
                let explanation = explanation.unwrap_or_default();
                let slug = directory.city(id).map_or("", |city| city.slug.as_str());
                RowState {
                    key: id.0,
                    marks: explanation.name,
                    note: explanation.via.and_then(|via| note_words(&site.texts, via)),
                    place,
                    is_starred: starred.contains(slug),
                    is_compared: compared.contains(slug),
                }
            });
            states.collect()
        })
    })
}

/// A row in a state.
pub(super) fn row(site: &Site, state: DirectoryState, shown: &RowState) -> Element {
    let id = CityId(shown.key);
    state.with_catalogue(|catalogue| {
        let directory = &catalogue.directory;
        let Some(city) = directory.city(id) else {
            return block("li", "city-row");
        };
        let country = directory.country_name(city.country, site.language());
        let facts = facts_of(site, city, country);
        let controls = words(&site.texts, &city.name, shown);
        let note = shown.note.as_ref();
        let note = note.map(|(field, text, marks)| (&**field, (&**text, &**marks)));
        city_row(&facts, &shown.marks, note, shown.place, &controls)
    })
}

/// The words of a row's controls.
pub(super) fn words(texts: &Texts, name: &str, shown: &RowState) -> ControlWords {
    let places = [("city", name)];
    ControlWords {
        star: texts.fill(Text::RowStar, &places),
        compare: texts.fill(Text::RowCompare, &places),
        compare_short: texts.get(Text::RowCompareShort).to_owned(),
        is_starred: shown.is_starred,
        is_compared: shown.is_compared,
    }
}

/// The words of a city's controls outside the rows.
pub(super) fn control_words(texts: &Texts, state: DirectoryState, city: &City) -> ControlWords {
    let shown = RowState {
        is_starred: state.starred().contains(&city.slug),
        is_compared: state.display_parts(|display| display.compared.contains(&city.slug)),
        ..RowState::default()
    };
    words(texts, &city.name, &shown)
}

/// The link to a city's page.
pub(super) fn city_link(site: &Site, city: &City) -> Element {
    let href = site.href(Page::City(city.slug.clone()));
    name_link_without_words(&href, site.name_language(city)).text(&city.name)
}

/// What a row says of a city.
pub(super) fn facts_of(site: &Site, city: &City, country: &str) -> RowFacts {
    let native_name = name_beside(city);
    let native_name = native_name.map(|(name, language)| (name.to_owned(), language));
    RowFacts {
        slug: city.slug.clone(),
        href: site.href(Page::City(city.slug.clone())),
        name: city.name.clone(),
        name_language: site.name_language(city),
        native_name,
        country: country.to_owned(),
        facts: row_facts(&site.texts, city),
    }
}

fn note_words(texts: &Texts, via: Via) -> Option<(String, String, Vec<std::ops::Range<usize>>)> {
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
    Some((field, via.text, via.marks))
}
