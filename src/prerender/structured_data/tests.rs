//! Tests of the descriptions, on the site as it stands.

use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;

use super::super::material::Material;
use super::*;
use crate::routes::Base;

fn with_data<T>(test: impl FnOnce(&StructuredData<'_>) -> T) -> T {
    let material = Material::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let edition = material.english().unwrap();
    let site = edition.site(&Base::new("/repo/"), "0");
    test(&StructuredData {
        origin: "https://example.org",
        site: &site,
        library: &edition.library,
    })
}

/// The things of a page by their types.
fn things(page: &Page) -> BTreeMap<String, Value> {
    let script = with_data(|data| data.script(page));
    let text = script
        .strip_prefix("<script type=\"application/ld+json\">")
        .and_then(|rest| rest.strip_suffix("</script>"))
        .unwrap();
    let document: Value = serde_json::from_str(text).unwrap();
    assert_eq!(document["@context"], "https://schema.org");
    let things = document["@graph"].as_array().unwrap().clone();
    let named = things
        .into_iter()
        .map(|it| (it["@type"].as_str().unwrap().to_owned(), it));
    named.collect()
}

fn city(slug: &str) -> Value {
    things(&Page::City(slug.to_owned())).remove("City").unwrap()
}

#[test]
fn the_story_is_a_news_article_of_this_site_that_rests_on_the_report() {
    let article = &things(&Page::Story)["NewsArticle"];
    for (key, value) in [
        ("datePublished", "2026-11-23"),
        ("dateModified", "2026-11-23"),
        ("inLanguage", "en"),
        ("url", "https://example.org/repo/"),
    ] {
        assert_eq!(article[key], value, "{key}");
    }
    assert_eq!(
        article["mainEntityOfPage"]["@id"],
        "https://example.org/repo/"
    );
    for key in ["author", "publisher"] {
        assert_eq!(article[key]["@type"], "Organization");
        assert_eq!(article[key]["name"], "Learning Cities");
    }
    assert_eq!(
        article["image"][0],
        "https://example.org/repo/media/admission-arcs.svg"
    );
    let report = article["isBasedOn"].as_array().unwrap();
    assert_eq!(report.len(), 1);
    assert_eq!(report[0]["datePublished"], "2024-06-08");
    assert_eq!(report[0].get("url"), None);
    assert_eq!(article["citation"].as_array().unwrap().len(), 4);
}

#[test]
fn the_article_names_its_cities_and_people() {
    let article = &things(&Page::Story)["NewsArticle"];
    assert_eq!(
        article["about"][0]["@id"],
        "https://example.org/repo/#event"
    );
    assert_eq!(article["about"][1]["@type"], "City");
    assert_eq!(
        article["about"][1]["@id"],
        city("nanjing")["@id"],
        "one identity on both pages"
    );
    assert_eq!(article["about"][2]["name"], "Suzhou");
    let people = article["mentions"].as_array().unwrap();
    assert!(people.iter().all(|it| it["@type"] == "Person"));
    assert!(
        people
            .iter()
            .any(|it| it["jobTitle"] == "Vice Mayor of Nanjing")
    );
}

#[test]
fn the_event_says_when_and_where_and_not_what_nobody_knows() {
    let event = &things(&Page::Story)["Event"];
    let name = event["name"].as_str().unwrap();
    assert!(name.starts_with("2024 International Symposium"), "{name}");
    assert_eq!(event["startDate"], "2024-05-19");
    assert_eq!(event["location"]["@type"], "Place");
    assert_eq!(event["location"]["name"], "Nanjing");
    assert_eq!(event["location"]["@id"], city("nanjing")["@id"]);
    assert_eq!(event["location"]["address"]["addressCountry"], "CN");
    assert_eq!(event["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!(
        event["eventAttendanceMode"],
        "https://schema.org/OfflineEventAttendanceMode"
    );
    assert!(!event["description"].as_str().unwrap().contains('{'));
    for unknown in ["endDate", "isAccessibleForFree", "organizer", "offers"] {
        assert_eq!(event.get(unknown), None, "{unknown}");
    }
}

#[test]
fn a_city_says_its_names_its_place_and_its_membership() {
    let nanjing = city("nanjing");
    assert_eq!(nanjing["name"], "Nanjing");
    let names = nanjing["alternateName"].as_array().unwrap();
    assert_eq!(names[0], "南京");
    assert_eq!(names.iter().filter(|it| *it == "南京").count(), 1);
    assert!(names.iter().any(|it| it == "Nanking"));
    assert_eq!(nanjing["containedInPlace"]["identifier"], "CN");
    assert_eq!(nanjing["geo"]["latitude"], 32.0617);
    assert_eq!(nanjing["identifier"]["value"], "1799962");
    assert_eq!(nanjing["memberOf"]["startDate"], "2024");
    assert_eq!(
        nanjing["memberOf"]["memberOf"]["name"],
        "UNESCO Global Network of Learning Cities"
    );
    let facts = nanjing["additionalProperty"].as_array().unwrap();
    assert!(
        facts
            .iter()
            .any(|it| it["name"] == "Joined the network" && it["value"] == 2024)
    );
}

#[test]
fn what_is_not_known_of_a_city_is_left_out() {
    // Abuja may have left; the position of Dobong-gu is Seoul's.
    assert_eq!(city("abuja").get("memberOf"), None);
    let district = city("dobong-gu");
    for unknown in ["geo", "identifier", "sameAs", "subjectOf"] {
        assert_eq!(district.get(unknown), None, "{unknown}");
    }
}

#[test]
fn the_profile_is_the_same_city_and_its_own_page_is_about_it() {
    let address = city("bangkok")["sameAs"].as_str().unwrap().to_owned();
    assert!(address.starts_with("https://www.uil.unesco.org/"));
    let page = &city("edmonton")["subjectOf"];
    assert_eq!(page["@type"], "WebPage");
    assert!(page["url"].as_str().unwrap().contains("edmonton.ca"));
}

#[test]
fn every_city_and_country_is_described_in_json_with_its_trail() {
    with_data(|data| {
        let directory = &data.library.catalogue.directory;
        let cities = directory.cities().iter();
        let cities = cities.map(|city| (Page::City(city.slug.clone()), 4));
        let countries = directory.country_codes().into_iter();
        let countries = countries.map(|code| (Page::Country(code), 3));
        for (page, steps) in cities.chain(countries) {
            let trail = data.trail(&page).unwrap();
            let items = trail["itemListElement"].as_array().unwrap();
            assert_eq!(items.len(), steps, "{page:?}");
            assert!(items.iter().all(|it| it["name"].as_str() != Some("")));
            assert!(data.script(&page).len() > 300, "{page:?}");
        }
    });
}

#[test]
fn the_trail_leads_from_the_home_page_which_has_none() {
    assert!(!things(&Page::Story).contains_key("BreadcrumbList"));
    let trail = &things(&Page::City("nanjing".into()))["BreadcrumbList"]["itemListElement"];
    let steps = [
        (1, "Learning Cities", "https://example.org/repo/"),
        (2, "Directory", "https://example.org/repo/cities/"),
        (3, "China", "https://example.org/repo/countries/cn/"),
        (4, "Nanjing", "https://example.org/repo/cities/nanjing/"),
    ];
    for (item, (position, name, address)) in trail.as_array().unwrap().iter().zip(steps) {
        assert_eq!(
            (&item["position"], &item["name"], &item["item"]),
            (&json!(position), &json!(name), &json!(address))
        );
    }
}

#[test]
fn the_data_are_offered_in_three_forms_and_are_one_set_on_both_pages() {
    let dataset = &things(&Page::Directory)["Dataset"];
    assert_eq!(dataset, &things(&Page::About)["Dataset"]);
    assert_eq!(dataset["isAccessibleForFree"], true);
    assert_eq!(dataset["license"]["name"], crate::domain::export::LICENCE);
    assert_eq!(dataset["dateModified"], "2026-11-23");
    let forms: Vec<(&str, &str)> = dataset["distribution"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            (
                it["encodingFormat"].as_str().unwrap(),
                it["contentUrl"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        forms,
        [
            (
                "application/json",
                "https://example.org/repo/data/cities.json"
            ),
            ("text/csv", "https://example.org/repo/data/cities.csv"),
            (
                "application/geo+json",
                "https://example.org/repo/data/cities.geojson"
            ),
        ]
    );
    let edges = dataset["spatialCoverage"]["geo"]["box"].as_str().unwrap();
    let edges: Vec<f64> = edges.split(' ').map(|it| it.parse().unwrap()).collect();
    assert!(edges[0] < edges[2] && edges[1] < edges[3], "{edges:?}");
    let description = dataset["description"].as_str().unwrap();
    assert!((50..5000).contains(&description.len()), "{description}");
    let years = dataset["temporalCoverage"].as_str().unwrap();
    assert!(years.ends_with("/2025"), "{years}");
}

#[test]
fn nothing_is_said_where_no_page_is() {
    with_data(|data| {
        assert_eq!(data.script(&Page::NotFound), "");
        assert_eq!(data.script(&Page::City("atlantis".into())), "");
    });
}

proptest! {
    #[test]
    fn no_text_can_end_the_script_or_open_a_comment(words in any::<String>(), tail in "</script|<!--|<script") {
        let value = json!({ "name": format!("{words}{tail}") });
        let written = harmless(&value);
        prop_assert!(!written.contains('<'));
        prop_assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), value);
    }
}
