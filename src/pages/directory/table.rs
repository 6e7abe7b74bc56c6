//! The results as a table: a row for each city, a column for each fact, sortable by its headings.

use crate::components::city_controls::city_controls;
use crate::components::city_row::{match_note, name_link, native_name, numbered};
use crate::components::row_space::row_space;
use crate::domain::city::{City, CityId, Standing};
use crate::domain::query::Sort;
use crate::i18n::city_wording::region_name;
use crate::i18n::texts::Text;
use crate::markup::{Element, block, button, element};
use crate::pages::directory::action::Action;
use crate::pages::directory::results::{facts_of, room, words};
use crate::platform::RowState;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// Finds the element that the rows stand in.
pub(super) const ROWS: &str = ".city-table tbody";

/// The columns with the orders that their headings bring, the first at the first press.
const COLUMNS: [(Text, &[Sort]); 7] = [
    (Text::TableName, &[Sort::Name]),
    (Text::CityCountry, &[Sort::Country]),
    (Text::FacetRegion, &[]),
    (Text::FacetJoined, &[Sort::JoinedNewest, Sort::JoinedOldest]),
    (Text::TableAwards, &[]),
    (Text::CityAttested, &[]),
    (Text::CityPopulation, &[Sort::Population]),
];

/// The table without its rows, which are kept by themselves, in a box that scrolls by itself where
/// it is too wide.
pub(super) fn table(site: &Site, state: DirectoryState) -> Vec<Element> {
    let texts = &site.texts;
    let sort = state.sort();
    // With a search text the rows stand by relevance, which is no column.
    let is_by_column = sort != Sort::Name || !state.has_text();
    let mut heads: Vec<Element> = COLUMNS
        .iter()
        .map(|(heading, sorts)| {
            let sort = is_by_column.then_some(sort);
            column(texts.get(*heading), sorts, sort)
        })
        .collect();
    let controls = block("span", "visually-hidden").text(texts.get(Text::TableControls));
    heads.push(element("th").with("scope", "col").child(controls));
    let caption = texts.get(Text::TableCaption);
    let table = block("table", "city-table")
        .child(block("caption", "visually-hidden").text(caption))
        .child(element("thead").child(element("tr").all(heads)))
        .child(element("tbody").with("data-rows", ""));
    let (above, below) = room(state);
    let in_box = block("div", "table-box")
        .with("role", "region")
        .with("aria-label", caption)
        .with("tabindex", "0")
        .child(table);
    vec![row_space(above), in_box, row_space(below)]
}

/// A heading; a button where the table can be sorted by it.
fn column(heading: &str, sorts: &[Sort], sort: Option<Sort>) -> Element {
    let head = element("th").with("scope", "col");
    let Some(first) = sorts.first() else {
        return head.text(heading);
    };
    let is_sorted = sort.is_some_and(|sort| sorts.contains(&sort));
    let direction = match sort {
        Some(Sort::JoinedNewest | Sort::Population) if is_sorted => "descending",
        Some(_) if is_sorted => "ascending",
        _ => "none",
    };
    let next = sorts
        .iter()
        .skip_while(|other| Some(**other) != sort)
        .nth(1);
    let action = Action::Sort(*next.unwrap_or(first));
    head.with("aria-sort", direction)
        .child(button("column", &action.value(), heading))
}

/// A row in a state.
pub(super) fn row(site: &Site, state: DirectoryState, shown: &RowState) -> Element {
    let id = CityId(shown.key);
    state.with_catalogue(|catalogue| {
        let directory = &catalogue.directory;
        let Some(city) = directory.city(id) else {
            return element("tr");
        };
        let country = directory.country_name(city.country, site.language());
        let facts = facts_of(site, city, country);
        let note = shown.note.as_ref();
        let note = note.map(|(field, text, marks)| match_note(field, (text, marks)));
        let name = element("th")
            .with("scope", "row")
            .child(name_link(&facts, &shown.marks))
            .text(" ")
            .maybe(native_name(&facts))
            .maybe(note);
        let cells = cells(site, city, country);
        let cells = cells.iter().map(|fact| element("td").text(fact));
        let controls = city_controls(&city.slug, &words(&site.texts, &city.name, shown));
        numbered(element("tr").with("data-city", &city.slug), shown.place)
            .child(name)
            .all(cells.collect())
            .child(element("td").child(controls))
    })
}

fn cells(site: &Site, city: &City, country: &str) -> [String; 6] {
    let texts = &site.texts;
    let years = |years: &[u16]| {
        let years: Vec<String> = years.iter().map(u16::to_string).collect();
        texts.list(&years)
    };
    let attested = city.last_attested.map(|year| year.to_string());
    let attested = attested.unwrap_or_default();
    let attested = match city.standing {
        Standing::PresumedCurrent => attested,
        Standing::MayHaveLeft => texts.fill(Text::TableMayHaveLeft, &[("year", &attested)]),
    };
    let population = city.town_population;
    let population = population.map(|people| texts.number(people.into()));
    [
        country.to_owned(),
        region_name(texts, city.region).to_owned(),
        years(&city.admissions),
        years(&city.awards),
        attested,
        population.unwrap_or_default(),
    ]
}
