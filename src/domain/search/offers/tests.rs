//! What words say beside names: years, the award, and what is offered as a filter for them.

use super::super::super::city::{City, CityId, Standing};
use super::super::super::country::{Countries, Country};
use super::super::super::language::Language;
use super::super::super::query::Facet;
use super::super::super::region::Region;
use super::super::explain::{Field, Via};
use super::*;

fn code(code: &str) -> CountryCode {
    CountryCode::parse(code).unwrap()
}

fn city(name: &str, country: &str, admissions: &[u16], awards: &[u16]) -> City {
    City {
        slug: name.to_lowercase(),
        name: name.to_owned(),
        recorded_name: None,
        native_name: None,
        country: code(country),
        country_name: String::new(),
        region: match country {
            "ZA" | "KE" => Region::Africa,
            _ => Region::AsiaAndThePacific,
        },
        admissions: admissions.to_vec(),
        awards: awards.to_vec(),
        position: None,
        town_population: None,
        names: vec![],
        aliases: vec![],
        last_attested: None,
        standing: Standing::PresumedCurrent,
        sources: vec![],
    }
}

fn country(iso: &str, name: &str, short_name: &str, french: &str) -> Country {
    Country {
        code: code(iso),
        name: name.to_owned(),
        short_name: short_name.to_owned(),
        region: Region::AsiaAndThePacific,
        names: vec![(Language::French, french.to_owned())],
    }
}

fn directory() -> Directory {
    let cities = vec![
        city("Goyang", "KR", &[2022], &[]),
        city("Namyangju", "KR", &[2015], &[2021]),
        city("Nanjing", "CN", &[2016, 2019], &[2022]),
        city("Durban", "ZA", &[2019], &[2019, 2021]),
        city("Nairobi", "KE", &[], &[]),
        city("Chiang Rai 2022", "TH", &[2013], &[]),
        city("China Grove", "TH", &[2013], &[]),
    ];
    let countries = vec![
        country("KR", "Republic of Korea", "South Korea", "Corée du Sud"),
        country("CN", "China", "China", "Chine"),
        country("ZA", "South Africa", "South Africa", "Afrique du Sud"),
        country("KE", "Republic of Kenya", "Kenya", "Kenya"),
        country("TH", "Thailand", "Thailand", "Thaïlande"),
    ];
    Directory::new(cities, Countries::new(countries))
}

fn query(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        ..Query::default()
    }
}

fn found(directory: &Directory, query: &Query) -> Vec<String> {
    let ids = directory.results(query).ids.into_iter();
    ids.map(|id| directory.city(id).unwrap().name.clone())
        .collect()
}

/// The offers as an address has them.
fn offered(text: &str) -> Vec<String> {
    let offers = directory().offers(&query(text)).into_iter();
    offers
        .map(|value| format!("{}={}", value.facet().key(), value.value()))
        .collect()
}

#[test]
fn a_year_finds_the_cities_admitted_or_awarded_in_it_after_those_so_named() {
    for (text, names) in [
        ("2022", &["Chiang Rai 2022", "Goyang", "Nanjing"][..]),
        ("2019", &["Durban", "Nanjing"]),
        ("korea 2022", &["Goyang"]),
        ("nanjing 2019", &["Nanjing"]),
        (
            "202",
            &[
                "Chiang Rai 2022",
                "Durban",
                "Goyang",
                "Namyangju",
                "Nanjing",
            ],
        ),
        ("2023", &[]),
        ("20222", &[]),
    ] {
        assert_eq!(found(&directory(), &query(text)), names, "{text}");
    }
}

#[test]
fn the_word_for_the_award_finds_cities_with_one_and_makes_years_its_own() {
    for (text, names) in [
        ("award", &["Durban", "Namyangju", "Nanjing"][..]),
        ("Awards", &["Durban", "Namyangju", "Nanjing"]),
        ("awarded china", &["Nanjing"]),
        ("awa", &["Durban", "Namyangju", "Nanjing"]),
        ("award 2019", &["Durban"]),
        ("2021 award", &["Durban", "Namyangju"]),
        ("award 2019 2021", &["Durban"]),
        ("award 2016", &[]),
        ("ward", &[]),
    ] {
        assert_eq!(found(&directory(), &query(text)), names, "{text}");
    }
}

#[test]
fn years_and_awards_say_why_a_row_is_there() {
    for (text, id, field, shown, marked) in [
        ("2022", 0, Field::Joined, "2022", 4),
        ("korea 2022", 0, Field::Country, "South Korea", 5),
        ("20", 0, Field::Joined, "2022", 2),
        ("2022", 2, Field::Award, "2022", 4),
        ("award", 3, Field::Award, "2021", 0),
        ("award 2019", 3, Field::Award, "2019", 4),
        ("2021 awards", 3, Field::Award, "2021", 4),
    ] {
        let directory = directory();
        let Via {
            field: said,
            text: via,
            marks,
        } = directory.explain(&query(text), CityId(id)).via.unwrap();
        assert_eq!((said, via.as_str()), (field, shown), "{text}");
        let bytes: usize = marks.iter().map(|mark| mark.len()).sum();
        assert_eq!(bytes, marked, "{text}");
    }
    assert_eq!(directory().explain(&query("2022"), CityId(5)).via, None);
}

#[test]
fn what_words_name_is_offered_as_a_filter() {
    for (text, offers) in [
        ("korea 2022", &["joined=2022", "country=kr"][..]),
        ("korea", &["country=kr"]),
        ("South  KOREA", &["country=kr"]),
        ("republic of korea", &["country=kr"]),
        ("corée du sud", &["country=kr"]),
        ("goyang corée", &["country=kr"]),
        ("republic", &[]),
        ("south", &[]),
        ("chi", &["country=cn"]),
        ("ch", &[]),
        ("cn", &["country=cn"]),
        ("cn nanjing", &[]),
        ("south africa", &["country=za"]),
        ("africa", &["region=africa"]),
        ("pacific", &["region=asia-and-the-pacific"]),
        ("2022", &["joined=2022", "award=2022"]),
        ("award 2021", &["award=2021"]),
        ("award 2016", &[]),
        ("kenya nanjing", &[]),
        ("nanjing", &[]),
        ("", &[]),
    ] {
        assert_eq!(offered(text), offers, "{text}");
    }
}

#[test]
fn what_is_chosen_already_is_not_offered() {
    let directory = directory();
    let mut chosen = query("korea");
    chosen.set(FacetValue::Country(code("KR")), Chosen::Yes);
    assert_eq!(directory.offers(&chosen), []);
}

#[test]
fn an_accepted_offer_takes_the_place_of_its_words() {
    let directory = directory();
    for (text, facet, value, left) in [
        ("goyang, South Korea", Facet::Country, "kr", "goyang"),
        ("Corée du Sud 2022", Facet::Country, "kr", "2022"),
        ("korea 2022", Facet::Joined, "2022", "korea"),
        ("award korea 2021", Facet::Award, "2021", "korea"),
        ("2021 awards", Facet::Award, "2021", ""),
        ("africa (durban)", Facet::Region, "africa", "durban)"),
        ("nanjing", Facet::Country, "kr", "nanjing"),
    ] {
        let value = FacetValue::parse(facet, value).unwrap();
        let accepted = directory.accept_offer(&query(text), value);
        assert_eq!(accepted.text, left, "{text}");
        assert_eq!(accepted.chosen(), [value], "{text}");
    }
}

#[test]
fn every_offer_leaves_results_and_a_way_back() {
    let directory = directory();
    for text in [
        "korea 2022",
        "china 2019",
        "award 2021",
        "chi",
        "africa durban",
    ] {
        for value in directory.offers(&query(text)) {
            let accepted = directory.accept_offer(&query(text), value);
            assert!(!found(&directory, &accepted).is_empty(), "{text}");
        }
    }
}
