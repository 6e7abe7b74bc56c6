//! What is said of a city in words: region, year, awards, standing, precision.

use crate::domain::city::{City, Precision, Standing};
use crate::domain::directory::Directory;
use crate::domain::language::Language;
use crate::domain::query::{FacetValue, JoinedFilter};
use crate::domain::region::Region;
use crate::i18n::texts::{Text, Texts};

/// Between the facts of a row.
pub(super) const FACT_SEPARATOR: &str = " · ";

/// The name of a region.
pub fn region_name(texts: &Texts, region: Region) -> &str {
    texts.get(match region {
        Region::Africa => Text::RegionAfrica,
        Region::ArabStates => Text::RegionArabStates,
        Region::AsiaAndThePacific => Text::RegionAsiaPacific,
        Region::EuropeAndNorthAmerica => Text::RegionEuropeNorthAmerica,
        Region::LatinAmericaAndTheCaribbean => Text::RegionLatinAmerica,
    })
}

/// The name of a language.
pub fn language_name(texts: &Texts, language: Language) -> &str {
    texts.get(match language {
        Language::English => Text::LanguageEnglish,
        Language::Chinese => Text::LanguageChinese,
        Language::French => Text::LanguageFrench,
        Language::Spanish => Text::LanguageSpanish,
        Language::Arabic => Text::LanguageArabic,
        Language::Russian => Text::LanguageRussian,
    })
}

/// The words for a facet's value.
pub fn facet_value(texts: &Texts, directory: &Directory, value: FacetValue) -> String {
    match value {
        FacetValue::Region(region) => region_name(texts, region).to_owned(),
        FacetValue::Country(code) => directory.country_name(code, texts.language()).to_owned(),
        FacetValue::Joined(JoinedFilter::Year(year)) | FacetValue::Award(year) => year.to_string(),
        FacetValue::Joined(JoinedFilter::Unknown) => texts.get(Text::YearUnknown).to_owned(),
    }
}

/// The words for a value where nothing says of which facet it is.
pub fn facet_value_alone(texts: &Texts, directory: &Directory, value: FacetValue) -> String {
    match value {
        FacetValue::Region(_) | FacetValue::Country(_) => facet_value(texts, directory, value),
        FacetValue::Award(year) => texts.fill(Text::AwardOption, &[("year", &year.to_string())]),
        FacetValue::Joined(_) => {
            let year = facet_value(texts, directory, value);
            texts.pair(texts.get(Text::FacetJoined), &year)
        }
    }
}

/// When the city joined, both years where it was admitted twice.
pub fn joined(texts: &Texts, city: &City) -> String {
    match city.admissions.as_slice() {
        [] => texts.get(Text::CityJoinedUnknown).to_owned(),
        [year] => year.to_string(),
        [first, again @ ..] => {
            let again: Vec<String> = again.iter().map(u16::to_string).collect();
            let places = [("first", first.to_string()), ("again", texts.list(&again))];
            let places = places
                .each_ref()
                .map(|(name, value)| (*name, value.as_str()));
            texts.fill(Text::CityJoinedAgain, &places)
        }
    }
}

/// The doubt about a city's membership, where there is one.
pub fn doubt(texts: &Texts, city: &City) -> Option<String> {
    match (city.standing, city.last_attested) {
        (Standing::PresumedCurrent, _) => None,
        (Standing::MayHaveLeft, Some(year)) => {
            Some(texts.fill(Text::MayHaveLeft, &[("year", &year.to_string())]))
        }
        (Standing::MayHaveLeft, None) => Some(texts.get(Text::MayHaveLeftUndated).to_owned()),
    }
}

/// Year, awards and doubts in one line.
pub fn row_facts(texts: &Texts, city: &City) -> String {
    let mut facts = vec![match city.joined() {
        Some(year) => texts.fill(Text::RowJoined, &[("year", &year.to_string())]),
        None => texts.get(Text::RowJoinedUnknown).to_owned(),
    }];
    facts.extend(
        city.awards
            .iter()
            .map(|year| texts.fill(Text::RowAward, &[("year", &year.to_string())])),
    );
    facts.extend(doubt(texts, city));
    facts.join(FACT_SEPARATOR)
}

/// Year, awards, doubts, and what the point on the map is.
pub fn map_facts(texts: &Texts, city: &City) -> String {
    let mut facts = row_facts(texts, city);
    if let Some(position) = city.position {
        facts.push_str(FACT_SEPARATOR);
        let precision = precision(texts, position.precision);
        facts.push_str(&texts.fill(Text::MapPosition, &[("precision", precision)]));
    }
    facts
}

/// What a position is the position of.
pub fn precision(texts: &Texts, precision: Precision) -> &str {
    texts.get(match precision {
        Precision::City => Text::PrecisionCity,
        Precision::ParentPlace => Text::PrecisionParent,
        Precision::PrincipalPlace => Text::PrecisionPrincipal,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::country::Countries;
    use crate::domain::record::read_cities;

    fn city(record: &str) -> City {
        let text = format!(
            r#"[{{"slug":"a","name":"A","iso2":"FR","country":"France","region":"africa"{record}}}]"#
        );
        let mut reading = read_cities("cities.json", &text, &Countries::default());
        reading.value.cities.remove(0)
    }

    #[test]
    fn a_city_that_may_have_left_says_when_it_was_last_seen() {
        let texts = Texts::english();
        let doubtful = city(r#","joined":2016,"last_attested":2017,"presumed_current":false"#);
        assert_eq!(
            row_facts(&texts, &doubtful),
            "joined 2016 · last attested 2017, may have left"
        );
        let undated = city(r#","presumed_current":false"#);
        assert_eq!(
            row_facts(&texts, &undated),
            "year not known · last attested without a date, may have left"
        );
    }

    #[test]
    fn a_city_admitted_twice_shows_both_years() {
        let texts = Texts::english();
        let twice = city(r#","joined":2019,"cohorts":[2019,2024]"#);
        assert_eq!(
            joined(&texts, &twice),
            "2019, and named again in the admission of 2024"
        );
        assert_eq!(row_facts(&texts, &twice), "joined 2019");
    }

    #[test]
    fn the_map_says_what_its_point_is() {
        let part = city(r#","joined":2015,"lat":1,"lon":2,"geo_precision":"parent-place""#);
        assert_eq!(
            map_facts(&Texts::english(), &part),
            "joined 2015 · the point is the larger city it belongs to"
        );
    }

    #[test]
    fn awards_stand_in_the_row() {
        let twice = city(r#","joined":2015,"awards":[2015,2019]"#);
        assert_eq!(
            row_facts(&Texts::english(), &twice),
            "joined 2015 · award 2015 · award 2019"
        );
    }
}
