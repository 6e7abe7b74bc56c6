//! The results as a table: a row for each city, a column for each fact, sortable by its headings.

use leptos::prelude::*;

use crate::components::native_name::NativeName;
use crate::components::row_controls::RowControls;
use crate::domain::city::{City, CityId, Standing};
use crate::domain::query::Sort;
use crate::i18n::city_wording::region_name;
use crate::i18n::format::group_thousands;
use crate::i18n::language_tag::native_name_language;
use crate::i18n::texts::Text;
use crate::pages::directory::long_list::LongList;
use crate::pages::directory::results::{control_texts, row_states};
use crate::platform::{self, ServedRows};
use crate::routes::Page;
use crate::state::directory_state::DirectoryState;
use crate::state::site::Site;

/// Finds the element that the rows stand in.
const BODY: &str = ".city-table tbody";

/// Between the years of awards.
const SEPARATOR: &str = ", ";

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

/// The table, in a box that scrolls by itself where it is too wide.
#[component]
pub fn TableView(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    let texts = site.texts.clone();
    let columns = COLUMNS
        .map(|(heading, sorts)| column(state, texts.get(heading).to_owned(), sorts))
        .collect_view();
    let caption = texts.get(Text::TableCaption).to_owned();
    let label = caption.clone();
    let controls = texts.get(Text::TableControls).to_owned();
    let make = move |key| row(&site, state, CityId(key));
    platform::keep_rows(BODY, (Vec::new(), ServedRows::default()), make, move || {
        row_states(&texts, state)
    });
    view! {
        <LongList state=state><div class="table-box" role="region" aria-label=label tabindex="0">
            <table class="city-table">
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr>{columns}<th scope="col"><span class="visually-hidden">{controls}</span></th></tr></thead>
                <tbody></tbody>
            </table>
        </div></LongList>
    }
}

/// A heading; a button where the table can be sorted by it.
fn column(state: DirectoryState, heading: String, sorts: &'static [Sort]) -> AnyView {
    let Some(first) = sorts.first().copied() else {
        return view! { <th scope="col">{heading}</th> }.into_any();
    };
    let sorted = Signal::derive(move || {
        let sort = state.query.with(|query| query.sort);
        if !sorts.contains(&sort) {
            "none"
        } else if matches!(sort, Sort::JoinedNewest | Sort::Population) {
            "descending"
        } else {
            "ascending"
        }
    });
    let sort = move |_| {
        let now = state.query.with_untracked(|query| query.sort);
        let next = sorts.iter().skip_while(|sort| **sort != now).nth(1);
        state.sort_by(next.copied().unwrap_or(first));
    };
    view! {
        <th scope="col" aria-sort=sorted>
            <button type="button" class="column" on:click=sort>{heading}</button>
        </th>
    }
    .into_any()
}

fn row(site: &Site, state: DirectoryState, id: CityId) -> AnyView {
    state
        .with_catalogue(|catalogue| {
            let city = catalogue.directory.city(id)?;
            let country = catalogue
                .directory
                .country_name(city.country, site.language());
            Some(cells(site, city, country.to_owned()))
        })
        .into_any()
}

fn cells(site: &Site, city: &City, country: String) -> impl IntoView + use<> {
    let texts = &site.texts;
    let awards: Vec<String> = city.awards.iter().map(u16::to_string).collect();
    let joined: Vec<String> = city.admissions.iter().map(u16::to_string).collect();
    let attested = city
        .last_attested
        .map(|year| year.to_string())
        .unwrap_or_default();
    let attested = match city.standing {
        Standing::PresumedCurrent => attested,
        Standing::MayHaveLeft => texts.fill(Text::TableMayHaveLeft, &[("year", &attested)]),
    };
    let population = city
        .town_population
        .map(|people| group_thousands(people.into()))
        .unwrap_or_default();
    let native = city
        .native_name
        .clone()
        .filter(|native| *native != city.name)
        .map(|name| {
            let language = native_name_language(&name, city.country);
            view! { " " <NativeName name=name language=language/> }
        });
    let facts = [
        country,
        region_name(texts, city.region).to_owned(),
        joined.join(SEPARATOR),
        awards.join(SEPARATOR),
        attested,
        population,
    ];
    let facts = facts.map(|fact| view! { <td>{fact}</td> }).collect_view();
    let controls = control_texts(texts, &city.name);
    let (slug, controlled) = (city.slug.clone(), city.slug.clone());
    view! {
        <tr data-city=slug>
            <th scope="row"><a href=site.href(Page::City(city.slug.clone())) translate="no">{city.name.clone()}</a>{native}</th>
            {facts}
            <td><RowControls slug=controlled texts=controls/></td>
        </tr>
    }
}
