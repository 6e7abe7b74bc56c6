//! What may be right and should be looked at: warnings, which do not fail the check.

use jsonc_parser::ast::Value;
use learning_cities::domain::city::City;
use learning_cities::domain::country::Countries;
use learning_cities::domain::edit_distance::edits_within;
use learning_cities::domain::geo::distance_km;
use learning_cities::domain::text::fold;
use learning_cities::routes::is_web_address;

use super::data::{Data, rows};
use super::document::text;
use super::finding::Finding;
use super::places;

/// The network was founded in 2013.
const FIRST_YEAR: i64 = 2013;

/// Slips within which two names are taken for one.
const NAME_EDITS: usize = 1;

/// Letters from which a name is long enough for a slip: “Pune” and “Puno” are two.
const LEAST_LETTERS: usize = 6;

/// Places farther apart are two, whatever their names.
const APART_KM: f64 = 50.0;

/// All doubts about the files of data.
pub(super) fn findings(
    data: &Data<'_, '_>,
    cities: &[City],
    countries: &Countries,
) -> Vec<Finding> {
    let mut findings = addresses(data);
    findings.extend(early_years(data));
    findings.extend(country_names(data, countries));
    findings.extend(near_names(data, cities));
    findings.extend(places::findings(data, cities, countries));
    findings
}

/// Sources without an address, and addresses that are none.
fn addresses(data: &Data<'_, '_>) -> Vec<Finding> {
    let expected = "a web address that begins with https:// or http://";
    let mut findings = Vec::new();
    let harm = "Readers could not follow the source; they see its title and publisher alone.";
    for (document, row) in rows(data.sources, "") {
        let value = row.get("url");
        if value.and_then(text).is_none_or(|url| url.trim().is_empty()) {
            let mut told = document.finding(value.unwrap_or(row.value), expected, harm);
            "no address".clone_into(&mut told.found);
            findings.push(row.own(told.field("url").doubtful()));
        }
    }
    let links = [
        (data.sources, "url"),
        (data.profiles, "website"),
        (data.profiles, "city_page"),
    ];
    let harm = "The link would lead nowhere.";
    for (file, field) in links {
        for (document, row) in rows(file, "") {
            let Some(value) = row.get(field) else {
                continue;
            };
            let address = text(value).unwrap_or("https://");
            if !is_web_address(address) && !address.trim().is_empty() {
                let told = document.finding(value, expected, harm);
                findings.push(row.own(told.field(field).doubtful()));
            }
        }
    }
    findings
}

/// Years before the network. Those of the cities the core refuses itself.
fn early_years(data: &Data<'_, '_>) -> Vec<Finding> {
    let expected = format!("a year from {FIRST_YEAR}, when the network was founded");
    let harm = "A source or a total from before the network cannot attest a member.";
    let fields = [
        (data.sources, "", "date"),
        (data.network, "counts", "date"),
        (data.network, "admissions", "year"),
    ];
    let mut findings = Vec::new();
    for (file, list, field) in fields {
        for (document, row) in rows(file, list) {
            let Some(value) = row.get(field) else {
                continue;
            };
            let digits = match value {
                Value::NumberLit(number) => Some(number.value),
                other => text(other).and_then(|date| date.get(..4)),
            };
            let year = digits.and_then(|digits| digits.parse::<i64>().ok());
            if year.is_some_and(|year| year < FIRST_YEAR) {
                let told = document.finding(value, &expected, harm);
                findings.push(row.own(told.field(field).doubtful()));
            }
        }
    }
    findings
}

/// Names of countries other than in the list of countries.
fn country_names(data: &Data<'_, '_>, countries: &Countries) -> Vec<Finding> {
    let harm = "The city would show another name for its country than the country’s own page.";
    let mut findings = Vec::new();
    for (document, row) in rows(data.cities, "cities") {
        let code = row.text("iso2").unwrap_or_default();
        let mut known = countries.iter();
        let Some(country) = known.find(|country| country.code.as_str() == code) else {
            continue;
        };
        if let Some(value) = row.get("country")
            && text(value).is_some_and(|name| name != country.short_name)
        {
            let expected = "the short name that countries.json has for this code";
            let told = document.finding(value, expected, harm).field("country");
            let meant = Some(country.short_name.as_str());
            findings.push(row.own(told.meant(meant).doubtful()));
        }
    }
    findings
}

/// Two cities of one country whose names differ by a slip.
fn near_names(data: &Data<'_, '_>, cities: &[City]) -> Vec<Finding> {
    let folded: Vec<String> = cities.iter().map(|city| fold(&city.name)).collect();
    let named: Vec<(&City, &String)> = cities.iter().zip(&folded).collect();
    let harm = "One city might stand in the directory twice, with its facts divided.";
    let mut findings = Vec::new();
    for (at, (city, name)) in named.iter().enumerate() {
        let mut before = named.iter().take(at);
        let twin = before.find(|(other, other_name)| {
            let is_long = name.chars().count() >= LEAST_LETTERS;
            let budget = if is_long { NAME_EDITS } else { 0 };
            other.country == city.country
                && edits_within(name, other_name, budget).is_some()
                && !are_apart(city, other)
        });
        let Some((twin, _)) = twin else { continue };
        let expected = format!(
            "a city other than {} (\"{}\"), or a name that tells the two apart",
            twin.name, twin.slug
        );
        for (document, row) in rows(data.cities, "cities") {
            if row.text("slug") == Some(&city.slug)
                && let Some(value) = row.get("name")
            {
                let told = document.finding(value, &expected, harm);
                findings.push(row.own(told.field("name").doubtful()));
            }
        }
    }
    findings
}

/// Whether both positions are known and far from each other.
fn are_apart(city: &City, other: &City) -> bool {
    let positions = city.position.zip(other.position);
    positions.is_some_and(|(a, b)| distance_km(&a, &b) > APART_KM)
}
