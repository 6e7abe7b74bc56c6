//! Up to four cities side by side, fact by fact, with their sources.

use crate::domain::city::{City, CityId};
use crate::i18n::comparison_wording::{fact_name, value_words};
use crate::i18n::texts::Text;
use crate::markup::{Element, block, button, element};
use crate::pages::directory::action::Action;
use crate::pages::directory::results::city_link;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// Fewer cities are not yet a comparison.
const FEWEST: usize = 2;

/// The comparison; nothing while no city is chosen for it.
pub(super) fn comparison(site: &Site, state: DirectoryState) -> Option<Element> {
    let slugs = state.display_parts(|display| display.compared.clone());
    if slugs.is_empty() {
        return None;
    }
    let texts = &site.texts;
    let (ids, unknown) = state.with_catalogue(|catalogue| {
        let find = |slug| catalogue.directory.find(slug);
        let ids: Vec<CityId> = slugs.iter().filter_map(find).collect();
        let unknown = slugs.iter().filter(|slug| find(slug).is_none());
        (ids, texts.list(&unknown.collect::<Vec<&str>>()))
    });
    let unknown = (!unknown.is_empty()).then(|| {
        let words = texts.fill(Text::CompareUnknown, &[("slugs", &unknown)]);
        block("p", "notice")
            .with("data-notice", "compare")
            .text(&words)
    });
    let hint =
        (ids.len() < FEWEST).then(|| block("p", "remark").text(texts.get(Text::CompareHint)));
    let heading = texts.get(Text::CompareHeading);
    let box_of_table = block("div", "table-box")
        .with("role", "region")
        .with("aria-label", heading)
        .with("tabindex", "0")
        .child(table(site, state, &ids));
    Some(
        block("div", "comparison")
            .child(element("h3").text(heading))
            .maybe(unknown)
            .maybe(hint)
            .child(box_of_table)
            .child(button(
                "quiet",
                &Action::EndComparison.value(),
                texts.get(Text::CompareClear),
            )),
    )
}

fn table(site: &Site, state: DirectoryState, ids: &[CityId]) -> Element {
    let texts = &site.texts;
    state.with_catalogue(|catalogue| {
        let directory = &catalogue.directory;
        let compared = directory.comparison(ids);
        let cities = compared.cities.iter();
        let cities: Vec<&City> = cities.filter_map(|it| directory.city(it.id)).collect();
        let corner = block("span", "visually-hidden").text(texts.get(Text::CompareFact));
        let heads = element("tr")
            .child(element("th").with("scope", "col").child(corner))
            .all(cities.iter().map(|city| head(site, city)).collect());
        let mut rows: Vec<Element> = compared
            .rows
            .iter()
            .map(|row| {
                let values = row.values.iter();
                let values = values.map(|value| value_words(texts, directory, *value));
                fact_row(
                    fact_name(texts, row.fact),
                    values.map(|value| element("td").text(&value)).collect(),
                )
            })
            .collect();
        let cited = cities.iter().map(|city| cited(state, city));
        rows.push(fact_row(texts.get(Text::CompareSources), cited.collect()));
        block("table", "comparison-table")
            .child(element("thead").child(heads))
            .child(element("tbody").all(rows))
    })
}

fn fact_row(name: &str, cells: Vec<Element>) -> Element {
    element("tr")
        .child(element("th").with("scope", "row").text(name))
        .all(cells)
}

/// A column's heading: the city, and the control that takes it away.
fn head(site: &Site, city: &City) -> Element {
    let label = site
        .texts
        .fill(Text::CompareRemove, &[("city", &city.name)]);
    let link = city_link(site, city);
    let remove = button("chip", &Action::Compare(city.slug.clone()).value(), "")
        .with("data-compare", &city.slug)
        .state("aria-pressed", true)
        .with("aria-label", &label);
    element("th").with("scope", "col").child(link).child(remove)
}

/// What a city's facts rest on, once it is fetched.
fn cited(state: DirectoryState, city: &City) -> Element {
    let known = state.extras.sources_of(&city.slug);
    let items = known
        .iter()
        .flat_map(|sources| sources.iter())
        .map(|source| {
            let item = element("li");
            match source.url.as_ref().filter(|url| url.starts_with("http")) {
                Some(href) => item.child(
                    element("a")
                        .with("href", href)
                        .with("rel", "noreferrer")
                        .with("title", &source.title)
                        .text(&source.publisher),
                ),
                None => item.text(&source.publisher),
            }
        });
    block("td", "cited").child(element("ul").with("role", "list").all(items.collect()))
}
