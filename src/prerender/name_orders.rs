//! The order of names in a language, by its collation in CLDR: made here, because the tables it
//! takes are larger than the browser's whole program. English has none, its names go by letters.

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

use crate::domain::city::City;
use crate::domain::country::Countries;
use crate::domain::language::Language;

use super::error::PrerenderError;

/// The slugs of the cities, by the names that readers of a language see, with spaces between.
///
/// # Errors
/// Where the language has no collation.
pub fn cities_in_order(cities: &[City], language: Language) -> Result<String, PrerenderError> {
    let named = cities.iter().map(|city| {
        let name = city.name_in(language).unwrap_or(&city.name);
        (name, city.slug.as_str())
    });
    in_order(named.collect(), language)
}

/// The codes of the countries, by their names in a language, with spaces between.
///
/// # Errors
/// Where the language has no collation.
pub fn countries_in_order(
    countries: &Countries,
    language: Language,
) -> Result<String, PrerenderError> {
    let named = countries
        .iter()
        .map(|country| (country.name_in(language), country.code.as_str()));
    in_order(named.collect(), language)
}

/// Ties go by what follows the name, so that every build gives the same order.
fn in_order(mut named: Vec<(&str, &str)>, language: Language) -> Result<String, PrerenderError> {
    let collator = collator(language)?;
    named.sort_by(|(name, key), (other, other_key)| {
        collator.compare(name, other).then(key.cmp(other_key))
    });
    let keys: Vec<&str> = named.into_iter().map(|(_, key)| key).collect();
    Ok(keys.join(" "))
}

fn collator(language: Language) -> Result<CollatorBorrowed<'static>, PrerenderError> {
    let refused = |error: &dyn std::fmt::Display| {
        let place = format!("the collation of \"{}\"", language.tag());
        PrerenderError::content(place, error)
    };
    let locale: Locale = language.tag().parse().map_err(|error| refused(&error))?;
    Collator::try_new(locale.into(), CollatorOptions::default()).map_err(|error| refused(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(names: &[&str], language: Language) -> String {
        let named = names.iter().map(|name| (*name, *name)).collect();
        in_order(named, language).unwrap()
    }

    #[test]
    fn every_language_has_its_own_order() {
        assert_eq!(
            order(&["苏州", "北京", "南京"], Language::Chinese),
            "北京 南京 苏州"
        );
        assert_eq!(
            order(&["Ñuñoa", "Nuuk", "Oslo"], Language::Spanish),
            "Nuuk Ñuñoa Oslo"
        );
        assert_eq!(
            order(&["Évora", "Zagreb", "Espoo"], Language::French),
            "Espoo Évora Zagreb"
        );
        assert_eq!(
            order(&["Ярославль", "Ёлкино", "Анкара"], Language::Russian),
            "Анкара Ёлкино Ярославль"
        );
        assert_eq!(
            order(&["بيروت", "أدرار", "تونس"], Language::Arabic),
            "أدرار بيروت تونس"
        );
    }
}
