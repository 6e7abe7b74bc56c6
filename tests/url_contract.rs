//! The addresses that readers' links and other sites rely on: old ones must keep their meaning.
#![allow(clippy::unwrap_used)]

use learning_cities::domain::query::Facet::{self, Award, Country, Joined, Region};
use learning_cities::domain::query::{FacetValue, Query, Sort};
use learning_cities::domain::query_codec::{decode, encode};

/// A query written in words.
fn query(text: &str, values: &[(Facet, &str)], sort: Sort) -> Query {
    let mut query = Query {
        text: text.to_owned(),
        sort,
        ..Query::default()
    };
    for (facet, value) in values {
        let value = FacetValue::parse(*facet, value).unwrap();
        query.set(value, learning_cities::domain::query::Chosen::Yes);
    }
    query
}

/// Addresses with the queries they have meant since they were first published.
fn published() -> Vec<(&'static str, Query)> {
    vec![
        ("", query("", &[], Sort::Name)),
        ("q=nanjing", query("nanjing", &[], Sort::Name)),
        ("q=%E5%8D%97%E4%BA%AC", query("南京", &[], Sort::Name)),
        ("q=new+york", query("new york", &[], Sort::Name)),
        (
            "region=africa",
            query("", &[(Region, "africa")], Sort::Name),
        ),
        (
            "region=arab-states",
            query("", &[(Region, "arab-states")], Sort::Name),
        ),
        (
            "region=asia-and-the-pacific",
            query("", &[(Region, "asia-and-the-pacific")], Sort::Name),
        ),
        (
            "region=europe-and-north-america&region=latin-america-and-the-caribbean",
            query(
                "",
                &[
                    (Region, "europe-and-north-america"),
                    (Region, "latin-america-and-the-caribbean"),
                ],
                Sort::Name,
            ),
        ),
        (
            "country=cn&country=kr",
            query("", &[(Country, "CN"), (Country, "KR")], Sort::Name),
        ),
        (
            "joined=2024&joined=unknown",
            query("", &[(Joined, "2024"), (Joined, "unknown")], Sort::Name),
        ),
        (
            "award=2017&award=2021",
            query("", &[(Award, "2017"), (Award, "2021")], Sort::Name),
        ),
        ("sort=-joined", query("", &[], Sort::JoinedNewest)),
        ("sort=joined", query("", &[], Sort::JoinedOldest)),
        ("sort=-population", query("", &[], Sort::Population)),
        ("sort=country", query("", &[], Sort::Country)),
        ("sort=near", query("", &[], Sort::Near)),
        (
            "q=su&region=asia-and-the-pacific&country=cn&joined=2024&award=2021&sort=country",
            query(
                "su",
                &[
                    (Region, "asia-and-the-pacific"),
                    (Country, "cn"),
                    (Joined, "2024"),
                    (Award, "2021"),
                ],
                Sort::Country,
            ),
        ),
    ]
}

#[test]
fn every_published_form_of_address_keeps_its_meaning() {
    for (address, meaning) in published() {
        let decoded = decode(address);
        assert_eq!(decoded.query, meaning, "{address}");
        assert_eq!(decoded.dropped, [], "{address}");
        assert_eq!(encode(&meaning), address);
        assert_eq!(decode(&format!("?{address}")).query, meaning, "{address}");
    }
}

#[test]
fn the_order_of_the_parts_does_not_matter() {
    let address = "sort=country&joined=2024&q=su&country=CN";
    assert_eq!(
        encode(&decode(address).query),
        "q=su&country=cn&joined=2024&sort=country"
    );
}

#[test]
fn every_value_a_checkbox_can_carry_is_read_back() {
    for facet in Facet::ALL {
        for value in ["africa", "cn", "2024", "unknown"] {
            if let Some(value) = FacetValue::parse(facet, value) {
                assert_eq!(value.facet(), facet);
                assert_eq!(FacetValue::parse(facet, &value.value()), Some(value));
            }
        }
    }
    for sort in Sort::ALL {
        assert_eq!(Sort::parse(sort.value()), Some(sort));
    }
}

#[test]
fn a_link_that_somebody_decorated_still_works_and_tells_what_it_lost() {
    let decoded = decode("q=suzhou&utm_source=mail&country=cn&country=zz&fbclid=x");
    assert_eq!(encode(&decoded.query), "q=suzhou&country=cn");
    let lost: Vec<String> = decoded
        .dropped
        .iter()
        .map(|dropped| format!("{}={}", dropped.key, dropped.value))
        .collect();
    assert_eq!(lost, ["utm_source=mail", "country=zz", "fbclid=x"]);
}
