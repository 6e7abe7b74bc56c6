//! What is said when cities are laid side by side: the facts, and each city's value.

use crate::domain::city::Standing;
use crate::domain::comparison::{ComparedFact, ComparedValue};
use crate::domain::directory::Directory;
use crate::i18n::city_wording::{language_name, precision, region_name};
use crate::i18n::texts::{Text, Texts};

/// The name of a fact.
pub fn fact_name(texts: &Texts, fact: ComparedFact) -> &str {
    texts.get(match fact {
        ComparedFact::Country => Text::CityCountry,
        ComparedFact::Region => Text::FacetRegion,
        ComparedFact::Joined => Text::FacetJoined,
        ComparedFact::Awards => Text::TableAwards,
        ComparedFact::Standing => Text::CompareStanding,
        ComparedFact::LastAttested => Text::CityAttested,
        ComparedFact::Position => Text::ComparePosition,
        ComparedFact::TownPopulation => Text::CityPopulation,
        ComparedFact::DistanceToFirst => Text::CompareDistance,
        ComparedFact::Names => Text::CompareNames,
    })
}

/// A value in words; a gap is said to be one.
pub fn value_words(
    texts: &Texts,
    directory: &Directory,
    value: Option<ComparedValue<'_>>,
) -> String {
    let Some(value) = value else {
        return texts.get(Text::CompareGap).to_owned();
    };
    match value {
        ComparedValue::Country(code) => directory.country_name(code, texts.language()).to_owned(),
        ComparedValue::Region(region) => region_name(texts, region).to_owned(),
        ComparedValue::Years([]) => texts.get(Text::CompareNone).to_owned(),
        ComparedValue::Years(years) => {
            let years: Vec<String> = years.iter().map(u16::to_string).collect();
            texts.list(&years)
        }
        ComparedValue::Year(year) => year.to_string(),
        ComparedValue::Standing(Standing::PresumedCurrent) => {
            texts.get(Text::CompareCurrent).to_owned()
        }
        ComparedValue::Standing(Standing::MayHaveLeft) => {
            texts.get(Text::CompareMayHaveLeft).to_owned()
        }
        ComparedValue::Position(position) => {
            let point = texts.coordinates(position.latitude, position.longitude);
            format!("{point} ({})", precision(texts, position.precision))
        }
        ComparedValue::TownPopulation(people) => texts.number(people.into()),
        ComparedValue::Origin => "–".to_owned(),
        ComparedValue::DistanceKm(km) => {
            texts.fill(Text::DistanceKm, &[("km", &texts.distance(km))])
        }
        ComparedValue::Names(names) => {
            let names = names
                .iter()
                .map(|(language, name)| format!("{} {name}", language_name(texts, *language)));
            texts.list(&names.collect::<Vec<String>>())
        }
    }
}
