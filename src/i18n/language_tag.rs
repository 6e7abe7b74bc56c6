//! Which language a city's own name is written in, so that browsers choose the glyphs and screen
//! readers the voice.
//!
//! The data give no language for a native name. The script decides where only one language of the
//! country is written in it; where several are (Latin in most countries), nothing is claimed.

use crate::domain::city::City;
use crate::domain::country::CountryCode;
use crate::domain::language::Language;

/// The BCP 47 tag for a native name found in a country, where script and country leave one choice.
///
/// ```
/// use learning_cities::domain::country::CountryCode;
/// use learning_cities::i18n::language_tag::native_name_language;
/// let china = CountryCode::parse("CN").unwrap();
/// assert_eq!(native_name_language("南京", china), Some("zh"));
/// ```
pub fn native_name_language(name: &str, country: CountryCode) -> Option<&'static str> {
    let letter = name.chars().find(|character| character.is_alphabetic())?;
    match letter as u32 {
        0x0370..=0x03FF | 0x1F00..=0x1FFF => Some("el"),
        0x0400..=0x04FF => match country.as_str() {
            "UA" => Some("uk"),
            "RU" => Some("ru"),
            "BY" => Some("be"),
            "MN" => Some("mn"),
            "KZ" => Some("kk"),
            "BG" => Some("bg"),
            _ => None,
        },
        0x0530..=0x058F => Some("hy"),
        0x0590..=0x05FF => Some("he"),
        0x0600..=0x06FF => match country.as_str() {
            "IR" => Some("fa"),
            "PK" => Some("ur"),
            "AF" => None,
            _ => Some("ar"),
        },
        0x0980..=0x09FF => Some("bn"),
        0x0D00..=0x0D7F => Some("ml"),
        0x0E00..=0x0E7F => Some("th"),
        0x10A0..=0x10FF => Some("ka"),
        0x1200..=0x137F => match country.as_str() {
            "ET" => Some("am"),
            _ => None,
        },
        0x1100..=0x11FF | 0xAC00..=0xD7A3 => Some("ko"),
        0x3040..=0x30FF => Some("ja"),
        0x3400..=0x9FFF => match country.as_str() {
            "JP" => Some("ja"),
            "KR" => Some("ko"),
            _ => Some("zh"),
        },
        _ if country.as_str() == "VN" => Some("vi"),
        _ => None,
    }
}

/// The name that stands beside the one shown of a city, with its language: the city's own, else the
/// recorded one, which is English. None where it is the same.
pub fn name_beside(city: &City) -> Option<(&str, Option<&'static str>)> {
    let own = city.native_name.as_deref();
    let own = own.map(|name| (name, native_name_language(name, city.country)));
    let recorded = city.recorded_name.as_deref();
    let recorded = recorded.map(|name| (name, Some(Language::English.tag())));
    own.or(recorded).filter(|(name, _)| *name != city.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::country::Countries;
    use crate::domain::record::read_cities;

    fn beside(record: &str, reader: Language) -> Option<(String, Option<&'static str>)> {
        let text = format!(r#"[{{"slug":"a","iso2":"VN","region":"africa",{record}}}]"#);
        let mut city = read_cities("cities.json", &text, &Countries::default())
            .value
            .cities
            .remove(0);
        city.speak(reader);
        name_beside(&city).map(|(name, language)| (name.to_owned(), language))
    }

    #[test]
    fn beside_a_translated_name_stands_the_recorded_one_as_english() {
        let translated = r#""name":"Ho Chi Minh City","names":{"zh":"胡志明市"}"#;
        let recorded = Some(("Ho Chi Minh City".to_owned(), Some("en")));
        assert_eq!(beside(translated, Language::Chinese), recorded);
        assert_eq!(beside(translated, Language::English), None);
    }

    #[test]
    fn a_name_that_is_shown_already_does_not_stand_twice() {
        let own = r#""name":"Beijing","native_name":"北京","names":{"zh":"北京"}"#;
        assert_eq!(beside(own, Language::Chinese), None);
        let native = Some(("北京".to_owned(), Some("zh")));
        assert_eq!(beside(own, Language::English), native);
    }

    #[test]
    fn script_and_country_together_name_the_language() {
        for (name, country, language) in [
            ("南京", "CN", Some("zh")),
            ("岡山市", "JP", Some("ja")),
            ("수원시", "KR", Some("ko")),
            ("الفجيرة", "AE", Some("ar")),
            ("همدان", "IR", Some("fa")),
            ("Київ", "UA", Some("uk")),
            ("Đà Nẵng", "VN", Some("vi")),
            ("Malmö", "SE", None),
            ("", "SE", None),
        ] {
            let country = CountryCode::parse(country).unwrap();
            assert_eq!(native_name_language(name, country), language, "{name}");
        }
    }
}
