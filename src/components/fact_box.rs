//! The facts on record of one city, in short, linked to its page.

use leptos::prelude::*;

use crate::components::native_name::NativeName;
use crate::domain::city::City;
use crate::i18n::city_wording::{doubt, joined, region_name};
use crate::i18n::language_tag::name_beside;
use crate::i18n::texts::Text;
use crate::routes::Page;
use crate::state::catalogue::Catalogue;
use crate::state::site::Site;

/// A box with the facts of a city; nothing where no such city is on record.
#[component]
pub fn FactBox(
    /// The site.
    site: Site,
    /// The cities.
    catalogue: std::sync::Arc<Catalogue>,
    /// The city's slug.
    slug: String,
) -> impl IntoView {
    let directory = &catalogue.directory;
    let city = directory.find(&slug).and_then(|id| directory.city(id))?;
    let country = directory
        .country_name(city.country, site.language())
        .to_owned();
    let native = name_beside(city).map(|(name, language)| {
        view! { <NativeName name=name.to_owned() language=language/> }
    });
    let facts = facts(&site, city)
        .into_iter()
        .map(|(term, text)| view! { <div><dt>{term}</dt><dd>{text}</dd></div> })
        .collect_view();
    Some(view! {
        <aside class="fact-box" aria-label=city.name.clone()>
            <p class="fact-box-name">
                <a href=site.href(Page::City(slug)) translate="no" lang=site.name_language(city)>{city.name.clone()}</a>
                {native}
            </p>
            <dl>
                <div><dt>{site.texts.get(Text::CityCountry).to_owned()}</dt><dd>{country}</dd></div>
                {facts}
            </dl>
        </aside>
    })
}

fn facts(site: &Site, city: &City) -> Vec<(String, String)> {
    let texts = &site.texts;
    let standing =
        doubt(texts, city).unwrap_or_else(|| texts.get(Text::PresumedCurrent).to_owned());
    [
        (Text::CityRegion, region_name(texts, city.region).to_owned()),
        (Text::CityJoined, joined(texts, city)),
        (Text::CityStanding, standing),
    ]
    .map(|(term, text)| (texts.get(term).to_owned(), text))
    .into()
}
