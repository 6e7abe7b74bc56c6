//! The members of one country.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::link_list::{LinkList, ListedLink};
use crate::domain::country::CountryCode;
use crate::domain::language::Language;
use crate::domain::query::{Chosen, FacetValue, Query};
use crate::i18n::city_wording::{region_name, row_facts};
use crate::i18n::texts::Text;
use crate::routes::Page;
use crate::state::catalogue::Catalogue;
use crate::state::site::Site;

/// A country with its cities on record.
#[component]
pub fn CountryPage(
    /// The site.
    site: Site,
    /// The cities.
    catalogue: Arc<Catalogue>,
    /// The country.
    code: CountryCode,
) -> impl IntoView {
    let texts = site.texts.clone();
    let directory = &catalogue.directory;
    let name = directory.country_name(code, site.language()).to_owned();
    let cities = directory.of_country(code);
    let region = cities
        .first()
        .and_then(|id| directory.city(*id))
        .map(|city| city.region)
        .or_else(|| {
            directory
                .countries()
                .get(code)
                .map(|country| country.region)
        })
        .map(|region| region_name(&texts, region).to_owned());
    let links: Vec<ListedLink> = cities
        .iter()
        .filter_map(|id| directory.city(*id))
        .map(|city| ListedLink {
            href: site.href(Page::City(city.slug.clone())),
            name: city.name.clone(),
            language: site.name_language(city),
            remark: Some(row_facts(&texts, city)),
        })
        .collect();
    let mut query = Query::default();
    query.set(FacetValue::Country(code), Chosen::Yes);
    let filtered = site.base.directory_href(site.language(), &query);
    let count = texts.plural(Text::CountryCount, links.len(), &[]);
    let none = links.is_empty().then(|| {
        let text = texts.get(Text::CountryNone).to_owned();
        view! { <p>{text}</p> }
    });
    let official = directory
        .countries()
        .get(code)
        .map(|country| country.name.clone())
        .filter(|official| *official != name && site.language() == Language::English)
        .map(|official| view! { <p class="remark">{official}</p> });
    view! {
        <div class="page country-page">
            <p class="kicker"><a href=site.href(Page::Directory)>{texts.get(Text::NavigationDirectory).to_owned()}</a>" · "{region}</p>
            <h1>{texts.fill(Text::CountryTitle, &[("country", &name)])}</h1>
            {official}
            {none}
            <LinkList heading=count links=links/>
            <p><a href=filtered>{texts.get(Text::CountryFilter).to_owned()}</a></p>
        </div>
    }
}
