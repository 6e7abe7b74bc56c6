//! A member city as its own page describes it.

use serde_json::{Map, Value, json};

use crate::domain::city::{City, Precision, Standing};
use crate::domain::profile::Profile;
use crate::i18n::texts::Text;
use crate::routes::{Page, is_web_address};

use super::StructuredData;

/// The network's own name. It is official in English, and the site's texts use it in sentences only.
const NETWORK: &str = "UNESCO Global Network of Learning Cities";

/// The gazetteer whose numbers identify places.
const GAZETTEER: &str = "GeoNames";

impl StructuredData<'_> {
    /// A city (schema.org `City`). Membership is claimed only of those presumed to be members, and
    /// `memberOf`, which schema.org foresees for organisations, is the nearest term there is.
    pub(super) fn member_city(&self, city: &City) -> Value {
        let address = self.page(Page::City(city.slug.clone()));
        let profiles = &self.library.details.profiles;
        let profile = profiles.iter().find(|profile| profile.slug == city.slug);
        let mut members = Map::new();
        let mut say = |key: &str, value: Value| {
            let is_empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
            if !is_empty {
                members.insert(key.to_owned(), value);
            }
        };
        say("@type", json!("City"));
        say("@id", json!(self.city_id(city)));
        say("name", json!(city.name));
        say("alternateName", json!(other_names(city)));
        say("url", json!(address));
        say("mainEntityOfPage", json!(address));
        say("containedInPlace", self.country_of(city));
        say("geo", geo(city));
        say("identifier", profile.map_or(Value::Null, identifier));
        say("sameAs", profile.map_or(Value::Null, same_as));
        say("subjectOf", profile.map_or(Value::Null, subject_of));
        say("memberOf", membership(city));
        say("additionalProperty", json!(self.dated_facts(city)));
        Value::Object(members)
    }

    fn country_of(&self, city: &City) -> Value {
        json!({
            "@type": "Country",
            "name": self.country(city.country),
            "identifier": city.country.as_str(),
            "url": self.page(Page::Country(city.country)),
        })
    }

    /// What happened in a year, under the headings of the page.
    fn dated_facts(&self, city: &City) -> Vec<Value> {
        let fact = |text: Text, year: &u16| json!({ "@type": "PropertyValue", "name": self.text(text), "value": year });
        let joined = city.admissions.iter().map(|it| fact(Text::CityJoined, it));
        let awards = city.awards.iter().map(|it| fact(Text::CityAwards, it));
        let attested = city.last_attested.iter();
        let attested = attested.map(|it| fact(Text::CityAttested, it));
        joined.chain(awards).chain(attested).collect()
    }
}

/// All names but the one shown, each once.
fn other_names(city: &City) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    let translated = city.names.iter().map(|(_, name)| name);
    for name in city
        .recorded_name
        .iter()
        .chain(&city.native_name)
        .chain(translated)
        .chain(&city.aliases)
    {
        if *name != city.name && !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names
}

/// The coordinates, unless they are those of a larger place, in which the city need not lie there.
fn geo(city: &City) -> Value {
    let position = city
        .position
        .filter(|position| position.precision != Precision::ParentPlace);
    position.map_or(Value::Null, |position| {
        json!({
            "@type": "GeoCoordinates",
            "latitude": position.latitude,
            "longitude": position.longitude,
        })
    })
}

fn identifier(profile: &Profile) -> Value {
    profile.geonames_id.map_or(Value::Null, |number| {
        json!({ "@type": "PropertyValue", "propertyID": GAZETTEER, "value": number.to_string() })
    })
}

/// The city's profile at UNESCO's institute is about the city and nothing else.
fn same_as(profile: &Profile) -> Value {
    let address = web_address(profile.website.as_ref());
    address.map_or(Value::Null, |address| json!(address))
}

/// A page of the city itself may be news of a day, which says of what city but is not its identity.
fn subject_of(profile: &Profile) -> Value {
    let address = web_address(profile.city_page.as_ref());
    address.map_or(
        Value::Null,
        |address| json!({ "@type": "WebPage", "url": address }),
    )
}

fn web_address(address: Option<&String>) -> Option<&String> {
    address.filter(|it| is_web_address(it))
}

fn membership(city: &City) -> Value {
    if city.standing == Standing::MayHaveLeft {
        return Value::Null;
    }
    let network = json!({ "@type": "Organization", "name": NETWORK });
    match city.joined() {
        Some(year) => json!({
            "@type": "OrganizationRole",
            "memberOf": network,
            "startDate": year.to_string(),
        }),
        None => network,
    }
}
