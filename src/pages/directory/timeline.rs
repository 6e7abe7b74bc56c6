//! The results by the admissions in which they came in, beside what UNESCO announced of each.

use crate::components::bar::bar;
use crate::domain::city::CityId;
use crate::domain::query::{FacetValue, JoinedFilter};
use crate::domain::timeline::AdmissionGroup;
use crate::i18n::city_wording::facet_value_alone;
use crate::i18n::texts::Text;
use crate::markup::{Element, block, button, element};
use crate::pages::directory::action::Action;
use crate::pages::directory::results::city_link;
use crate::state::admission_notes::AdmissionNote;
use crate::state::directory_state::{DirectoryState, WHOLE_LIST_LIMIT};
use crate::state::site::Site;

/// Of more results than stand in the document, each admission shows so many.
const CITIES_OF_MANY: usize = 40;

/// The admissions.
pub(super) fn timeline(site: &Site, state: DirectoryState) -> Element {
    let groups = state.with_results(|directory, results| directory.timeline(&results.ids));
    let notes = state.extras.read(|extras| extras.admission_notes.clone());
    let announced = notes.iter().filter_map(|note| note.announced);
    let sizes = groups.iter().map(|group| group.cities.len() as u32);
    let most = sizes.chain(announced).max().unwrap_or(0);
    let limit = if state.total() <= WHOLE_LIST_LIMIT {
        WHOLE_LIST_LIMIT
    } else {
        CITIES_OF_MANY
    };
    let admissions = groups.iter().map(|group| {
        let note = notes.iter().find(|note| Some(note.year) == group.year);
        admission(site, state, group, (note, most, limit))
    });
    block("ol", "admissions")
        .with("role", "list")
        .all(admissions.collect())
}

fn admission(
    site: &Site,
    state: DirectoryState,
    group: &AdmissionGroup,
    (note, most, limit): (Option<&AdmissionNote>, u32, usize),
) -> Element {
    let texts = &site.texts;
    let value = FacetValue::Joined(group.year.map_or(JoinedFilter::Unknown, JoinedFilter::Year));
    let heading = match group.year {
        Some(year) => year.to_string(),
        None => texts.get(Text::CityJoinedUnknown).to_owned(),
    };
    let name =
        state.with_catalogue(|catalogue| facet_value_alone(texts, &catalogue.directory, value));
    let label = texts.fill(Text::FilterBy, &[("filter", &name)]);
    let action = Action::Toggle(value).value();
    let count = group.cities.len();
    let counted = block("p", "admission-count")
        .child(element("span").text(&texts.plural(Text::ResultCount, count, &[])))
        .text(" ")
        .child(button("admission-filter", &action, &label));
    let more = count.saturating_sub(limit);
    let more =
        (more > 0).then(|| block("p", "remark").text(&texts.plural(Text::TimelineMore, more, &[])));
    let cities = group.cities.iter().take(limit);
    let cities = cities.filter_map(|id| entry(site, state, *id));
    let cities = block("ul", "admission-cities")
        .with("role", "list")
        .all(cities.collect());
    let announced = note.and_then(|note| note.announced);
    block("li", "admission")
        .child(element("h3").text(&heading))
        .child(counted)
        .child(bar(count as u32, most, announced))
        .child(announcements(note))
        .child(cities)
        .maybe(more)
}

/// What UNESCO announced of a year: the admission, and how large the network then was.
fn announcements(note: Option<&AdmissionNote>) -> Element {
    let remarks = note.into_iter().flat_map(|note| note.remarks.iter());
    let remarks = remarks.map(|remark| {
        let source = element("a")
            .with("href", &remark.href)
            .with("rel", "noreferrer")
            .text(&remark.source);
        block("p", "remark")
            .text(&remark.text)
            .text(" ")
            .child(source)
    });
    element("div").all(remarks.collect())
}

fn entry(site: &Site, state: DirectoryState, id: CityId) -> Option<Element> {
    state.with_catalogue(|catalogue| {
        let city = catalogue.directory.city(id)?;
        let country = catalogue
            .directory
            .country_name(city.country, site.language());
        let link = city_link(site, city);
        let item = element("li").with("data-city", &city.slug);
        Some(
            item.child(link)
                .text(" ")
                .child(block("span", "remark").text(country)),
        )
    })
}
