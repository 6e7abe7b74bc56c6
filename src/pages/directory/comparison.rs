//! Up to four cities side by side, fact by fact, with their sources.

use leptos::prelude::*;

use crate::domain::city::CityId;
use crate::domain::slugs::Slugs;
use crate::i18n::comparison_wording::{fact_name, value_words};
use crate::i18n::texts::Text;
use crate::routes::Page;
use crate::state::directory_state::DirectoryState;
use crate::state::record_sources::RecordSources;
use crate::state::site::Site;

/// The comparison; nothing while no city is chosen for it.
#[component]
pub fn ComparisonPanel(
    /// The site.
    site: Site,
    /// The directory's state.
    state: DirectoryState,
) -> impl IntoView {
    let sources = RecordSources::new();
    let compared = Memo::new(move |_| state.display.with(|display| display.compared.clone()));
    move || {
        let slugs = compared.get();
        (!slugs.is_empty()).then(|| panel(&site, state, sources, &slugs))
    }
}

fn panel(
    site: &Site,
    state: DirectoryState,
    sources: RecordSources,
    slugs: &Slugs,
) -> impl IntoView + use<> {
    let texts = &site.texts;
    let find = |slug| state.with_catalogue(|catalogue| catalogue.directory.find(slug));
    let ids: Vec<CityId> = slugs.iter().filter_map(find).collect();
    let unknown: Vec<&str> = slugs.iter().filter(|slug| find(slug).is_none()).collect();
    let unknown = (!unknown.is_empty()).then(|| {
        let words = texts.fill(Text::CompareUnknown, &[("slugs", &unknown.join(", "))]);
        view! { <p class="notice" data-notice="compare">{words}</p> }
    });
    let hint = (ids.len() < 2).then(|| {
        view! { <p class="remark">{texts.get(Text::CompareHint).to_owned()}</p> }
    });
    let heading = texts.get(Text::CompareHeading).to_owned();
    let label = heading.clone();
    let clear = texts.get(Text::CompareClear).to_owned();
    let end = move |_| state.show(|display| display.compared = Slugs::default());
    view! {
        <section class="comparison" aria-labelledby="comparison">
            <h3 id="comparison">{heading}</h3>
            {unknown}
            {hint}
            <div class="table-box" role="region" aria-label=label tabindex="0">{table(site, state, sources, &ids)}</div>
            <button type="button" class="quiet" on:click=end>{clear}</button>
        </section>
    }
}

fn table(
    site: &Site,
    state: DirectoryState,
    sources: RecordSources,
    ids: &[CityId],
) -> impl IntoView + use<> {
    let texts = site.texts.clone();
    let (heads, rows) = state.with_catalogue(|catalogue| {
        let directory = &catalogue.directory;
        let comparison = directory.comparison(ids);
        let heads: Vec<(String, String)> = comparison
            .cities
            .iter()
            .filter_map(|compared| directory.city(compared.id))
            .map(|city| (city.slug.clone(), city.name.clone()))
            .collect();
        let rows = comparison.rows.iter().map(|row| {
            let fact = fact_name(&texts, row.fact).to_owned();
            let values = row.values.iter();
            let values = values.map(|value| value_words(&texts, directory, *value));
            (fact, values.collect::<Vec<String>>())
        });
        (heads, rows.collect::<Vec<(String, Vec<String>)>>())
    });
    let rows = rows
        .into_iter()
        .map(|(fact, values)| {
            let cells = values.into_iter().map(|value| view! { <td>{value}</td> });
            view! { <tr><th scope="row">{fact}</th>{cells.collect_view()}</tr> }
        })
        .collect_view();
    let cited = heads
        .iter()
        .map(|(slug, _)| cited(site, sources, slug))
        .collect_view();
    let heads = heads
        .into_iter()
        .map(|(slug, name)| head(site, slug, name))
        .collect_view();
    let fact = texts.get(Text::CompareFact).to_owned();
    let rests_on = texts.get(Text::CompareSources).to_owned();
    view! {
        <table class="comparison-table">
            <thead><tr><th scope="col"><span class="visually-hidden">{fact}</span></th>{heads}</tr></thead>
            <tbody>{rows}<tr><th scope="row">{rests_on}</th>{cited}</tr></tbody>
        </table>
    }
}

/// A column's heading: the city, and the control that takes it away.
fn head(site: &Site, slug: String, name: String) -> impl IntoView + use<> {
    let label = site.texts.fill(Text::CompareRemove, &[("city", &name)]);
    let href = site.href(Page::City(slug.clone()));
    view! {
        <th scope="col">
            <a href=href translate="no">{name}</a>
            <button type="button" class="chip" name="compare" data-compare=slug aria-pressed="true" aria-label=label></button>
        </th>
    }
}

/// What a city's facts rest on, once it is fetched.
fn cited(site: &Site, sources: RecordSources, slug: &str) -> impl IntoView + use<> {
    sources.fetch(site, slug);
    let slug = slug.to_owned();
    let list = move || {
        let known = sources.of(&slug)?;
        let items = known.iter().map(|source| {
            let words = source.publisher.clone();
            let address = source.url.clone().filter(|url| url.starts_with("http"));
            match address {
                Some(href) => {
                    view! { <li><a href=href rel="noreferrer">{words}</a></li> }.into_any()
                }
                None => view! { <li>{words}</li> }.into_any(),
            }
        });
        Some(view! { <ul role="list">{items.collect_view()}</ul> })
    };
    view! { <td class="cited">{list}</td> }
}
