//! Numbers, dates and plurals held against CLDR, as ICU4X has it.

use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory as CldrCategory, PluralRuleType, PluralRules};

use super::*;

/// The texts that the site sends to readers of a language.
fn texts(language: Language) -> Texts {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/content");
    let file = format!("{folder}/{}/program.json", language.tag());
    Texts::of_file(language, &std::fs::read_to_string(file).unwrap())
}

/// The languages in which the site stands.
fn languages() -> impl Iterator<Item = Language> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/content");
    let folder = std::path::Path::new(folder);
    let stands = move |language: &Language| folder.join(language.tag()).is_dir();
    Language::ALL.into_iter().filter(stands)
}

/// Days before months, and Western digits.
fn locale(language: Language) -> Locale {
    let tag = match language {
        Language::English => "en-GB",
        Language::Arabic => "ar-u-nu-latn",
        other => other.tag(),
    };
    tag.parse().unwrap()
}

#[test]
fn plural_categories_are_those_of_cldr() {
    for language in Language::ALL {
        let kind = PluralRuleType::Cardinal.into();
        let rules = PluralRules::try_new(locale(language).into(), kind).unwrap();
        let millions = [
            999_999, 1_000_000, 1_000_001, 1_000_011, 2_000_000, 3_500_000,
        ];
        for count in (0..2_300).chain(millions) {
            let expected = match rules.category_for(count) {
                CldrCategory::Zero => PluralCategory::Zero,
                CldrCategory::One => PluralCategory::One,
                CldrCategory::Two => PluralCategory::Two,
                CldrCategory::Few => PluralCategory::Few,
                CldrCategory::Many => PluralCategory::Many,
                CldrCategory::Other => PluralCategory::Other,
            };
            assert_eq!(
                plural_category(language, count),
                expected,
                "{language:?} {count}"
            );
            assert!(PluralCategory::of(language).contains(&expected));
        }
    }
}

#[test]
fn numbers_are_grouped_as_cldr_says() {
    for language in languages() {
        let formatter = DecimalFormatter::try_new(locale(language).into(), Default::default());
        let (formatter, texts) = (formatter.unwrap(), texts(language));
        for number in [0, 7, 999, 1_000, 9_999, 10_000, 365_000, 123_456_789] {
            let expected = formatter.format(&Decimal::from(number)).to_string();
            assert_eq!(texts.number(number), expected, "{language:?}");
        }
    }
}

#[test]
fn dates_are_written_as_cldr_writes_them() {
    for language in languages() {
        let (locale, texts) = (locale(language), texts(language));
        let days = FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YMD::long());
        let months = FixedCalendarDateTimeFormatter::try_new(locale.into(), YM::long());
        let (days, months) = (days.unwrap(), months.unwrap());
        for month in 1..=12 {
            let date = Date::try_new_gregorian(2024, month, 9).unwrap();
            let found = texts.date(&format!("2024-{month:02}-09"));
            assert_eq!(found, days.format(&date).to_string(), "{language:?}");
            let found = texts.date(&format!("2024-{month:02}"));
            assert_eq!(found, months.format(&date).to_string(), "{language:?}");
        }
    }
}

#[test]
fn a_text_that_is_no_date_stays_as_it_is() {
    let texts = texts(Language::English);
    for text in ["", "soon", "2024-13", "2024-05-xx", "0000-00-00-00", "2024"] {
        assert_eq!(texts.date(text), text);
    }
}

#[test]
fn the_half_of_the_globe_follows_the_sign() {
    let texts = texts(Language::English);
    assert_eq!(texts.coordinates(-34.6, -58.38), "34.60° S, 58.38° W");
    assert_eq!(texts.coordinates(32.0617, 118.7778), "32.06° N, 118.78° E");
}

#[test]
fn distances_are_rounded_to_what_the_points_can_bear() {
    let texts = texts(Language::English);
    assert_eq!(texts.distance(3.6), "4");
    assert_eq!(texts.distance(191.4), "190");
    assert_eq!(texts.distance(12_345.0), "12,350");
}

#[test]
fn the_mark_before_decimals_is_that_of_cldr() {
    for language in Language::ALL {
        let formatter = DecimalFormatter::try_new(locale(language).into(), Default::default());
        let number = Decimal::try_from_str("32.06").unwrap();
        let wanted = formatter.unwrap().format(&number).to_string();
        let found = texts(language).coordinates(32.0617, 118.78);
        assert!(
            found.contains(&wanted),
            "{language:?}: {found} without {wanted}"
        );
    }
}

#[test]
fn the_first_of_a_month_is_an_ordinal_in_french_alone() {
    assert_eq!(
        texts(Language::French).date("2026-12-01"),
        "1er décembre 2026"
    );
    assert_eq!(
        texts(Language::French).date("2026-12-11"),
        "11 décembre 2026"
    );
    assert_eq!(
        texts(Language::Spanish).date("2026-12-01"),
        "1 de diciembre de 2026"
    );
}
