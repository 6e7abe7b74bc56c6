//! The results by the admissions in which they came in, beside what UNESCO announced of each.

use leptos::prelude::*;

use crate::components::bar::Bar;
use crate::domain::city::CityId;
use crate::domain::query::{Chosen, FacetValue, JoinedFilter};
use crate::domain::timeline::AdmissionGroup;
use crate::i18n::city_wording::facet_value_alone;
use crate::i18n::texts::Text;
use crate::platform;
use crate::routes::{Asset, Page};
use crate::state::admission_notes::{AdmissionNote, AdmissionRemark, read_admission_notes};
use crate::state::directory_state::{DirectoryState, WHOLE_LIST_LIMIT};
use crate::state::site::Site;

/// Of more results than stand in the document, each admission shows so many.
const CITIES_OF_MANY: usize = 40;

/// The admissions.
#[component]
pub fn TimelineView(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    let groups: Memo<Vec<AdmissionGroup>> = Memo::new(move |_| {
        state.results.with(|results| {
            state.with_catalogue(|catalogue| catalogue.directory.timeline(&results.ids))
        })
    });
    let most = Memo::new(move |_| {
        groups.with(|groups| groups.iter().map(|group| group.cities.len() as u32).max())
    });
    let published = RwSignal::new(Vec::<AdmissionNote>::new());
    let address = site.asset(&Asset::AdmissionNotes(site.language()));
    platform::spawn(async move {
        if let Ok(notes) = platform::fetch_text(address).await {
            published.set(read_admission_notes(&notes));
        }
    });
    let years = move || {
        groups.with(|groups| {
            let years = groups.iter().map(|group| group.year);
            years.collect::<Vec<Option<u16>>>()
        })
    };
    let admission = move |year| {
        view! { <Admission site=site.clone() state=state year=year groups=groups most=most published=published/> }
    };
    view! { <ol class="admissions" role="list"><For each=years key=|year| *year children=admission/></ol> }
}

#[component]
fn Admission(
    site: Site,
    state: DirectoryState,
    year: Option<u16>,
    groups: Memo<Vec<AdmissionGroup>>,
    most: Memo<Option<u32>>,
    published: RwSignal<Vec<AdmissionNote>>,
) -> impl IntoView {
    let cities = move || {
        groups.with(|groups| {
            let group = groups.iter().find(|group| group.year == year);
            group.map(|group| group.cities.clone()).unwrap_or_default()
        })
    };
    let value = FacetValue::Joined(year.map_or(JoinedFilter::Unknown, JoinedFilter::Year));
    let texts = site.texts.clone();
    let heading = year.map_or_else(
        || texts.get(Text::CityJoinedUnknown).to_owned(),
        |year| year.to_string(),
    );
    let label = state.with_catalogue(|catalogue| {
        let name = facet_value_alone(&texts, &catalogue.directory, value);
        texts.fill(Text::FilterBy, &[("filter", &name)])
    });
    let count = Memo::new(move |_| cities().len() as u32);
    let announced = Signal::derive(move || {
        published.with(|notes| {
            let note = notes.iter().find(|note| Some(note.year) == year);
            note.and_then(|note| note.announced)
        })
    });
    let most = Signal::derive(move || most.get().unwrap_or(0).max(announced.get().unwrap_or(0)));
    let count_words = {
        let texts = texts.clone();
        move || texts.plural(Text::ResultCount, count.get() as usize, &[])
    };
    let shown = move || {
        let limit = if state.total() <= WHOLE_LIST_LIMIT {
            WHOLE_LIST_LIMIT
        } else {
            CITIES_OF_MANY
        };
        let mut cities = cities();
        cities.truncate(limit);
        cities
    };
    let more = {
        let texts = texts.clone();
        move || {
            let more = count.get() as usize - shown().len();
            (more > 0).then(|| texts.plural(Text::TimelineMore, more, &[]))
        }
    };
    let context = move || published.with(|notes| year.map(|year| announcements(notes, year)));
    view! {
        <li class="admission">
            <h3>{heading}</h3>
            <p class="admission-count">{count_words} " " <button type="button" class="admission-filter" on:click=move |_| state.choose(value, Chosen::Yes)>{label}</button></p>
            <Bar value=count most=most known=announced/>
            {context}
            <ul class="admission-cities" role="list">
                <For each=shown key=|id| *id children=move |id| entry(&site, state, id)/>
            </ul>
            <p class="remark">{more}</p>
        </li>
    }
}

/// What UNESCO announced of a year: the admission, and how large the network then was.
fn announcements(notes: &[AdmissionNote], year: u16) -> AnyView {
    let remarks = notes.iter().filter(|note| note.year == year);
    let remarks = remarks.flat_map(|note| note.remarks.clone());
    remarks
        .map(|AdmissionRemark { text, source, href }| {
            view! { <p class="remark">{text}" "<a href=href rel="noreferrer">{source}</a></p> }
        })
        .collect_view()
        .into_any()
}

fn entry(site: &Site, state: DirectoryState, id: CityId) -> impl IntoView + use<> {
    state.with_catalogue(|catalogue| {
        let city = catalogue.directory.city(id)?;
        let country = catalogue
            .directory
            .country_name(city.country, site.language())
            .to_owned();
        let href = site.href(Page::City(city.slug.clone()));
        let (slug, name) = (city.slug.clone(), city.name.clone());
        Some(view! {
            <li data-city=slug><a href=href translate="no">{name}</a>" "<span class="remark">{country}</span></li>
        })
    })
}
