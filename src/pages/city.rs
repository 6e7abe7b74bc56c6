//! One member city: facts with their sources, and its neighbours in the network.

mod elsewhere;
mod neighbours;

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::error_report::{ErrorReport, ReportedPage};
use crate::components::native_name::NativeName;
use crate::components::source_list::{ListedSource, SourceList};
use crate::domain::city::City;
use crate::domain::language::Language;
use crate::domain::profile::Profile;
use crate::domain::source::Source;
use crate::i18n::city_wording::{doubt, joined, language_name, precision, region_name};
use crate::i18n::language_tag::name_beside;
use crate::i18n::texts::Text;
use crate::pages::city::elsewhere::elsewhere;
use crate::pages::city::neighbours::Neighbours;
use crate::pages::not_found::NotFoundPage;
use crate::routes::{Asset, Page, is_web_address};
use crate::state::catalogue::Catalogue;
use crate::state::corrections_desk::CorrectionsDesk;
use crate::state::site::Site;

/// What this page shows beyond the directory's record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// One for each city that has any.
    pub profiles: Vec<Profile>,
    /// Every source the records name.
    pub sources: Vec<Source>,
}

/// A city; the page for unknown addresses where there is none of that slug.
#[component]
pub fn CityPage(
    /// The site.
    site: Site,
    /// The cities.
    catalogue: Arc<Catalogue>,
    /// What only this page shows.
    details: Arc<Details>,
    /// The city.
    slug: String,
    /// Where errors are reported, if anywhere.
    desk: Option<CorrectionsDesk>,
) -> impl IntoView {
    let directory = &catalogue.directory;
    let Some((id, city)) = directory
        .find(&slug)
        .and_then(|id| Some((id, directory.city(id)?)))
    else {
        return view! { <NotFoundPage site=site/> }.into_any();
    };
    let texts = site.texts.clone();
    let profile = details.profiles.iter().find(|profile| profile.slug == slug);
    let country = directory
        .country_name(city.country, site.language())
        .to_owned();
    let native = name_beside(city).map(|(name, language)| {
        view! { <p class="city-native"><NativeName name=name.to_owned() language=language/></p> }
    });
    let doubt = doubt(&texts, city).map(|doubt| view! { <p class="doubt">{doubt}</p> });
    let report = desk.map(|desk| report(&site, &catalogue, city, desk));
    let neighbours = Neighbours {
        site: &site,
        catalogue: &catalogue,
        id,
        city,
    };
    view! {
        <article class="page city-page">
            <p class="kicker">
                <a href=site.href(Page::Directory)>{texts.get(Text::NavigationDirectory).to_owned()}</a>
                " · "
                <a href=site.href(Page::Country(city.country))>{country}</a>
            </p>
            <h1 translate="no" lang=site.name_language(city)><bdi>{city.name.clone()}</bdi></h1>
            {native}
            {doubt}
            <section class="facts" aria-labelledby="facts">
                <h2 id="facts">{texts.get(Text::CityFacts).to_owned()}</h2>
                <dl>{facts(&site, &catalogue, city, profile)}</dl>
            </section>
            {known_for(&site, &details, profile)}
            {elsewhere(&site, &catalogue, city)}
            {neighbours.nearest()}
            {neighbours.same_country()}
            {neighbours.same_year()}
            {sources(&site, &details, city)}
            {report}
        </article>
    }
    .into_any()
}

fn facts(
    site: &Site,
    catalogue: &Catalogue,
    city: &City,
    profile: Option<&Profile>,
) -> impl IntoView + use<> {
    let texts = &site.texts;
    let country = catalogue
        .directory
        .country_name(city.country, site.language())
        .to_owned();
    let country_href = site.href(Page::Country(city.country));
    let attested = city.last_attested.map_or_else(
        || texts.get(Text::CityAttestedUndated).to_owned(),
        |year| year.to_string(),
    );
    let standing =
        doubt(texts, city).unwrap_or_else(|| texts.get(Text::PresumedCurrent).to_owned());
    let awards: Vec<String> = city.awards.iter().map(u16::to_string).collect();
    let awards = if awards.is_empty() {
        texts.get(Text::CityNoAwards).to_owned()
    } else {
        texts.list(&awards)
    };
    let position = city.position.as_ref().map_or_else(
        || texts.get(Text::CityPositionUnknown).to_owned(),
        |position| {
            let point = texts.coordinates(position.latitude, position.longitude);
            format!("{point} ({})", precision(texts, position.precision))
        },
    );
    let fact = |term: Text, text: String| {
        let term = texts.get(term).to_owned();
        view! { <div><dt>{term}</dt><dd>{text}</dd></div> }
    };
    view! {
        <div><dt>{texts.get(Text::CityCountry).to_owned()}</dt><dd><a href=country_href>{country}</a></dd></div>
        {fact(Text::CityRegion, region_name(texts, city.region).to_owned())}
        {fact(Text::CityJoined, joined(texts, city))}
        {fact(Text::CityAwards, awards)}
        {fact(Text::CityStanding, standing)}
        {fact(Text::CityAttested, attested)}
        {fact(Text::CityPosition, position)}
        {town_population(site, city)}
        {names(site, city)}
        {aliases(site, city)}
        {profile.and_then(|profile| profile.note.clone()).map(|note| english_note(site, note))}
        {profile.map(|profile| addresses(site, profile))}
    }
}

/// A remark of the records, which are kept in English.
fn english_note(site: &Site, note: String) -> impl IntoView + use<> {
    let language = Language::English.tag_among(site.language());
    let remark = language.map(|_| {
        let remark = site.texts.get(Text::NoteLanguage).to_owned();
        view! { " "<span class="remark">{remark}</span> }
    });
    let term = site.texts.get(Text::CityNote).to_owned();
    view! { <div><dt>{term}</dt><dd><span lang=language>{note}</span>{remark}</dd></div> }
}

fn town_population(site: &Site, city: &City) -> impl IntoView + use<> {
    let population = city.town_population?;
    let note = site.texts.get(Text::CityPopulationNote).to_owned();
    let term = site.texts.get(Text::CityPopulation).to_owned();
    let digits = site.texts.number(population.into());
    Some(view! { <div><dt>{term}</dt><dd>{digits}" "<span class="remark">{note}</span></dd></div> })
}

fn names(site: &Site, city: &City) -> impl IntoView + use<> {
    let recorded = city.recorded_name.iter();
    let recorded = recorded.map(|name| (Language::English, name));
    let others = city.names.iter().map(|(language, name)| (*language, name));
    // The reader's own stands above.
    let names: Vec<(Language, &String)> = recorded
        .chain(others.filter(|(language, _)| *language != site.language()))
        .collect();
    let is_empty = names.is_empty();
    let names = names
        .into_iter()
        .map(|(language, name)| {
            let label = language_name(&site.texts, language).to_owned();
            view! { <li>{label}" "<bdi lang=language.tag() translate="no">{name.clone()}</bdi></li> }
        })
        .collect_view();
    let term = site.texts.get(Text::CityNames).to_owned();
    (!is_empty).then(
        || view! { <div><dt>{term}</dt><dd><ul role="list" class="names">{names}</ul></dd></div> },
    )
}

fn aliases(site: &Site, city: &City) -> impl IntoView + use<> {
    let term = site.texts.get(Text::CityAliases).to_owned();
    let aliases = site.texts.list(&city.aliases);
    (!aliases.is_empty())
        .then(|| view! { <div><dt>{term}</dt><dd translate="no">{aliases}</dd></div> })
}

fn addresses(site: &Site, profile: &Profile) -> impl IntoView + use<> {
    [(Text::CityProfile, &profile.website), (Text::CityOwnPage, &profile.city_page)].map(|(term, address)| {
        let term = site.texts.get(term).to_owned();
        address.clone().filter(|address| is_web_address(address)).map(|address| {
            let label = address.clone();
            view! {
                <div><dt>{term}</dt><dd><a class="address" href=address rel="noreferrer">{label}</a></dd></div>
            }
        })
    })
}

fn known_for(site: &Site, details: &Details, profile: Option<&Profile>) -> impl IntoView + use<> {
    let highlights = profile
        .map(|profile| profile.highlights.clone())
        .unwrap_or_default();
    let heading = site.texts.get(Text::CityKnownFor).to_owned();
    let language = Language::English.tag_among(site.language());
    let remark = language.map(|_| {
        let remark = site.texts.get(Text::KnownForLanguage).to_owned();
        view! { <p class="remark">{remark}</p> }
    });
    let items = highlights
        .iter()
        .map(|highlight| {
            let source = details
                .sources
                .iter()
                .find(|source| source.id == highlight.source);
            let publisher = source.map(|source| {
                let publisher = source.publisher.clone();
                match source.url.clone().filter(|url| is_web_address(url)) {
                    Some(url) => view! { <a href=url rel="noreferrer">{publisher}</a> }.into_any(),
                    None => publisher.into_any(),
                }
            });
            view! { <li><span lang=language>{highlight.text.clone()}</span>" "<span class="remark">{publisher}</span></li> }
        })
        .collect_view();
    (!highlights.is_empty()).then(|| {
        view! { <section class="known-for"><h2>{heading}</h2>{remark}<ul>{items}</ul></section> }
    })
}

fn sources(site: &Site, details: &Details, city: &City) -> impl IntoView + use<> {
    let listed: Vec<ListedSource> = city
        .sources
        .iter()
        .filter_map(|id| details.sources.iter().find(|source| source.id == *id))
        .map(listed)
        .collect();
    let texts = site.texts.clone();
    let record = site.asset(&Asset::CityRecord(city.slug.clone()));
    view! {
        <section class="sources" aria-labelledby="sources">
            <h2 id="sources">{texts.get(Text::CitySources).to_owned()}</h2>
            <p class="remark">{texts.get(Text::CitySourcesNote).to_owned()}</p>
            <SourceList sources=listed texts=site.texts.clone()/>
            <p><a href=record type="application/json">{texts.get(Text::CityRecordLink).to_owned()}</a></p>
        </section>
    }
}

/// The link to tell the publisher what is wrong with the record.
fn report(
    site: &Site,
    catalogue: &Catalogue,
    city: &City,
    desk: CorrectionsDesk,
) -> impl IntoView + use<> {
    let country = catalogue
        .directory
        .country_name(city.country, site.language());
    let places = [("city", city.name.as_str()), ("country", country)];
    let page = ReportedPage {
        name: site.texts.fill(Text::CityTitle, &places),
        address: desk.page_address(site, Page::City(city.slug.clone())),
        date: catalogue.compiled.clone(),
    };
    view! { <ErrorReport site=site.clone() desk=desk page=page/> }
}

fn listed(source: &Source) -> ListedSource {
    ListedSource {
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        date: source.date.clone(),
        url: source.url.clone(),
        attests: source.attests.clone(),
    }
}
