//! Addresses read and written, one by one and at random.

use proptest::prelude::*;

use super::super::country::CountryCode;
use super::super::query::{JoinedFilter, TEXT_CHARACTERS};
use super::super::region::Region;
use super::*;

fn dropped(address: &str) -> Vec<(String, String)> {
    decode(address)
        .dropped
        .into_iter()
        .map(|Dropped { key, value }| (key, value))
        .collect()
}

#[test]
fn the_default_query_is_the_empty_address() {
    assert_eq!(encode(&Query::default()), "");
    for address in ["", "?", "&", "?&&", "q=", "sort=name"] {
        assert_eq!(decode(address), Decoded::default(), "{address}");
    }
}

#[test]
fn parts_are_written_in_a_fixed_order_and_form() {
    let mut query = Query {
        text: " São Paulo & co ".into(),
        ..Query::default()
    };
    query.sort = Sort::JoinedNewest;
    for (facet, value) in [
        (Facet::Award, "2021"),
        (Facet::Joined, "unknown"),
        (Facet::Joined, "2024"),
        (Facet::Country, "KR"),
        (Facet::Country, "CN"),
        (Facet::Region, "Arab States"),
    ] {
        query.set(FacetValue::parse(facet, value).unwrap(), Chosen::Yes);
    }
    assert_eq!(
        encode(&query),
        "q=S%C3%A3o+Paulo+%26+co&region=arab-states&country=cn&country=kr\
         &joined=2024&joined=unknown&award=2021&sort=-joined"
    );
    assert_eq!(decode(&encode(&query)).query, query.normalised());
}

#[test]
fn repeats_are_merged_and_case_does_not_matter() {
    let decoded = decode("?country=cn&country=CN&region=Africa&joined=UNKNOWN");
    assert_eq!(decoded.dropped, []);
    assert_eq!(decoded.query.chosen().len(), 3);
    assert!(decoded.query.contains(FacetValue::Region(Region::Africa)));
    assert!(
        decoded
            .query
            .contains(FacetValue::Joined(JoinedFilter::Unknown))
    );
}

#[test]
fn what_means_nothing_is_handed_back() {
    for (address, key, value) in [
        ("utm_source=x", "utm_source", "x"),
        ("Q=a", "Q", "a"),
        ("region=atlantis", "region", "atlantis"),
        ("region=", "region", ""),
        ("country=zz", "country", "zz"),
        ("country=chn", "country", "chn"),
        ("joined=24", "joined", "24"),
        ("joined=%2B2024", "joined", "+2024"),
        ("award=99999", "award", "99999"),
        ("award=unknown", "award", "unknown"),
        ("sort=-name", "sort", "-name"),
        ("view=globe", "view", "globe"),
        ("at=95,0,2", "at", "95,0,2"),
        ("at=north", "at", "north"),
        ("compare=<x>", "compare", "<x>"),
        ("only=a%20b", "only", "a b"),
        ("like=San%20Jos%C3%A9", "like", "San José"),
        ("by=weather", "by", "weather"),
        ("%FF=%FF", "\u{fffd}", "\u{fffd}"),
    ] {
        assert_eq!(
            dropped(address),
            [(key.to_owned(), value.to_owned())],
            "{address}"
        );
        assert!(decode(address).query.is_default(), "{address}");
    }
}

#[test]
fn of_several_texts_or_orders_the_first_counts() {
    let decoded = decode("q=a&q=b&q=a&sort=bogus&sort=country&sort=joined");
    assert_eq!(decoded.query.text, "a");
    assert_eq!(decoded.query.sort, Sort::Country);
    let values: Vec<&str> = decoded
        .dropped
        .iter()
        .map(|dropped| &*dropped.value)
        .collect();
    assert_eq!(values, ["b", "bogus", "joined"]);
}

#[test]
fn long_texts_are_cut_and_control_characters_removed() {
    let decoded = decode(&format!("q=%00a%09b%0D%0Ac{}", "d".repeat(500)));
    assert!(decoded.query.text.starts_with("a b  cddd"));
    assert_eq!(decoded.query.text.chars().count(), TEXT_CHARACTERS);
}

#[test]
fn how_results_are_shown_is_written_after_what_is_asked() {
    let address = "q=su&only=nanjing,suzhou&view=map&at=31.50,119.60,8.0&compare=nanjing,cork&like=cork&by=joined";
    let decoded = decode(address);
    assert_eq!(decoded.dropped, []);
    assert_eq!(encode_shown(&decoded.query, &decoded.display), address);
    assert_eq!(decoded.display.view, View::Map);
    assert_eq!(decoded.display.compared.len(), 2);
    assert_eq!(
        decoded.display.peers.unwrap().criteria,
        [PeerCriterion::Joined]
    );
}

#[test]
fn a_comparison_takes_four_and_hands_the_others_back() {
    assert_eq!(
        dropped("compare=a,b,c,d,e,f"),
        [("compare", "e"), ("compare", "f")].map(|(key, value)| (key.into(), value.into()))
    );
    assert_eq!(dropped("compare=a&compare=b").len(), 1);
    assert_eq!(dropped("view=map&view=map&at=0,0,2&at=0.00,0.00,2.0"), []);
}

fn any_display() -> impl Strategy<Value = Display> {
    let slugs = || prop::collection::btree_set("[a-z0-9-]{1,8}", 0..4);
    (
        prop::sample::select(View::ALL.to_vec()),
        prop::option::of((-90.0..90.0f64, -180.0..180.0f64, 1.0..200.0f64)),
        slugs(),
        prop::option::of("[a-z-]{1,8}"),
        prop::collection::btree_set(prop::sample::select(PeerCriterion::ALL.to_vec()), 1..5),
    )
        .prop_map(|(view, window, compared, like, criteria)| {
            let mut list = Slugs::default();
            compared
                .iter()
                .for_each(|slug| list.add(slug, MOST_COMPARED));
            Display {
                view,
                window: window
                    .map(|(latitude, longitude, zoom)| MapWindow::new(latitude, longitude, zoom)),
                compared: list,
                peers: like.map(|slug| PeerQuestion {
                    slug,
                    criteria: criteria.into_iter().collect(),
                }),
            }
        })
}

fn any_query() -> impl Strategy<Value = Query> {
    let years = || prop::collection::btree_set(1000u16..=9999, 0..3);
    let code = prop::sample::select(vec!["CN", "KR", "DE", "XK"]);
    (
        any::<String>(),
        prop::collection::btree_set(prop::sample::select(Region::ALL.to_vec()), 0..3),
        prop::collection::btree_set(code, 0..3),
        years(),
        any::<bool>(),
        years(),
        prop::sample::select(Sort::ALL.to_vec()),
    )
        .prop_map(|(text, regions, codes, joined, unknown, awards, sort)| {
            let mut query = Query {
                text,
                sort,
                ..Query::default()
            };
            let codes = codes.iter().filter_map(|code| CountryCode::parse(code));
            let joined = joined.into_iter().map(JoinedFilter::Year);
            let joined = joined.chain(unknown.then_some(JoinedFilter::Unknown));
            let values = regions
                .into_iter()
                .map(FacetValue::Region)
                .chain(codes.map(FacetValue::Country))
                .chain(joined.map(FacetValue::Joined))
                .chain(awards.into_iter().map(FacetValue::Award));
            values.for_each(|value| query.set(value, Chosen::Yes));
            query
        })
}

proptest! {
    #[test]
    fn a_written_way_of_showing_is_read_back(query in any_query(), display in any_display()) {
        let decoded = decode(&encode_shown(&query, &display));
        prop_assert_eq!(decoded.query, query.normalised());
        prop_assert_eq!(decoded.display, display);
        prop_assert_eq!(decoded.dropped, []);
    }

    #[test]
    fn a_written_query_is_read_back(query in any_query()) {
        let decoded = decode(&encode(&query));
        prop_assert_eq!(decoded.query, query.normalised());
        prop_assert_eq!(decoded.dropped, []);
    }

    #[test]
    fn normalising_twice_changes_nothing(query in any_query()) {
        let once = query.normalised();
        prop_assert_eq!(once.normalised(), once);
    }

    #[test]
    fn any_text_is_an_address(text in any::<String>()) {
        let decoded = decode(&text);
        prop_assert_eq!(decoded.query.normalised(), decoded.query);
    }

    #[test]
    fn any_mixture_of_known_parts_is_an_address(
        text in "(\\??(q|region|country|joined|award|sort|view|at|compare|only|like|by)?=?(cn|africa|2024|%E4|%|\\+|-joined|map|1,2,3|near)?[&;]?){0,8}"
    ) {
        let decoded = decode(&text);
        let again = decode(&encode_shown(&decoded.query, &decoded.display));
        prop_assert_eq!(again.query, decoded.query);
        prop_assert_eq!(again.display, decoded.display);
        prop_assert_eq!(again.dropped, []);
    }
}
