//! What a city must have to be a result, found by walking over its texts: slow and plain.

use super::super::super::city::City;
use super::super::super::directory::Directory;
use super::super::super::language::Language;
use super::super::super::query::{Facet, FacetValue, JoinedFilter, Query};
use super::super::super::text::fold;

pub(super) fn has(city: &City, value: FacetValue) -> bool {
    match value {
        FacetValue::Region(region) => city.region == region,
        FacetValue::Country(country) => city.country == country,
        FacetValue::Joined(JoinedFilter::Year(year)) => city.admissions.first() == Some(&year),
        FacetValue::Joined(JoinedFilter::Unknown) => city.admissions.is_empty(),
        FacetValue::Award(year) => city.awards.contains(&year),
    }
}

pub(super) fn matches_text(directory: &Directory, city: &City, text: &str) -> bool {
    let country = directory.country_name(city.country, Language::English);
    let name = fold(&city.name);
    let names = [name.replace(' ', ""), name];
    let countries = [country, &city.country_name].map(fold);
    let regions = [fold(city.region.label())];
    let of_awards = fold(text).split(' ').any(|word| word.starts_with("award"));
    fold(text)
        .split(' ')
        .filter(|word| !word.is_empty())
        .all(|typed| {
            let inside = typed.len() > 1;
            let code = fold(city.country.as_str());
            // From how many letters on a text is meant that a word begins, or has inside.
            let fits = |texts: &[String], begins: usize, inside: usize| {
                let mut words = texts.iter().flat_map(|text| text.split(' '));
                words.any(|word| {
                    (typed.len() >= begins && word.starts_with(typed))
                        || (typed.len() >= inside && word.contains(typed))
                })
            };
            let in_a_name = fits(&names, 1, 2) || fits(&countries, 2, 3) || fits(&regions, 3, 3);
            let says = |year: &u16| inside && year.to_string().starts_with(typed);
            let admitted = !of_awards && city.admissions.iter().any(says);
            let awarded = city.awards.iter().any(says)
                || (typed.starts_with("award") && !city.awards.is_empty());
            typed == code || in_a_name || admitted || awarded
        })
}

pub(super) fn passes(query: &Query, city: &City, except: Option<Facet>) -> bool {
    Facet::ALL
        .into_iter()
        .filter(|facet| Some(*facet) != except)
        .all(|facet| {
            let chosen: Vec<FacetValue> = query
                .chosen()
                .into_iter()
                .filter(|value| value.facet() == facet)
                .collect();
            chosen.is_empty() || chosen.iter().any(|value| has(city, *value))
        })
}
