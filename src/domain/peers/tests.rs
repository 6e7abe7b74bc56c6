//! Tests of peers: a small world in words, then any world against what must always hold.

use proptest::prelude::*;

use super::super::city::{City, Position, Precision};
use super::super::country::{Countries, CountryCode};
use super::super::directory::Directory;
use super::super::geo::distance_km;
use super::super::record::read_cities;
use super::*;

/// A directory of records as a file would hold them; regions and names are filled in.
fn directory(records: &[&str]) -> Directory {
    let texts: Vec<String> = records
        .iter()
        .map(|record| format!("{{{record}}}"))
        .collect();
    let text = format!("[{}]", texts.join(","));
    let reading = read_cities("cities.json", &text, &Countries::default());
    assert_eq!(
        reading.value.cities.len(),
        records.len(),
        "{:?}",
        reading.issues
    );
    Directory::new(reading.value.cities, Countries::default())
}

fn question(slug: &str, criteria: &[PeerCriterion]) -> PeerQuestion {
    PeerQuestion {
        slug: slug.to_owned(),
        criteria: criteria.to_vec(),
    }
}

fn slugs<'a>(directory: &'a Directory, peers: &[Peer]) -> Vec<&'a str> {
    let city = |peer: &Peer| directory.city(peer.id).unwrap().slug.as_str();
    peers.iter().map(city).collect()
}

#[test]
fn every_reason_is_found_and_said() {
    let directory = directory(&[
        r#""slug":"a","name":"A","iso2":"CN","region":"asia-and-the-pacific","joined":2022,"awards":[2017,2019],"lat":32,"lon":118,"population":1000"#,
        r#""slug":"b","name":"B","iso2":"FR","region":"europe-and-north-america","joined":2022,"awards":[2017],"lat":33,"lon":118,"population":2000"#,
        r#""slug":"c","name":"C","iso2":"KE","region":"africa","joined":2024,"awards":[2021],"population":1000"#,
        r#""slug":"d","name":"D","iso2":"KE","region":"africa","lat":0,"lon":0,"population":4000"#,
        r#""slug":"e","name":"E","iso2":"CN","region":"asia-and-the-pacific","joined":2022,"lat":32,"lon":118"#,
    ]);
    let peers = directory.peers(&question("a", &PeerCriterion::ALL), 9);
    assert_eq!(slugs(&directory, &peers), ["b", "c", "d"]);
    assert_eq!(
        peers[0].reasons,
        [
            PeerReason::SameYear(2022),
            PeerReason::SameAward(2017),
            PeerReason::OtherRegion(Region::EuropeAndNorthAmerica),
            PeerReason::Near,
            PeerReason::SimilarSize(2000),
        ]
    );
    assert_eq!(
        peers[1].reasons,
        [
            PeerReason::NeighbouringYear {
                own: 2022,
                other: 2024
            },
            PeerReason::BothAwarded {
                own: 2019,
                other: 2021
            },
            PeerReason::SameCountryGroup(CountryGroup::Few),
            PeerReason::OtherRegion(Region::Africa),
        ]
    );
    assert_eq!(peers[1].distance_km, None);
    assert_eq!(
        peers[2].reasons.last(),
        Some(&PeerReason::ComparableSize(4000))
    );
}

#[test]
fn towns_are_compared_only_where_both_figures_belong_to_the_city() {
    let directory = directory(&[
        r#""slug":"a","name":"A","iso2":"CN","region":"africa","lat":1,"lon":1,"population":1000"#,
        r#""slug":"b","name":"B","iso2":"FR","region":"africa","lat":1,"lon":1,"population":1000,"geo_precision":"parent-place""#,
        r#""slug":"c","name":"C","iso2":"FR","region":"africa","lat":1,"lon":1,"population":1000"#,
        r#""slug":"d","name":"D","iso2":"FR","region":"africa","lat":1,"lon":1,"population":4001"#,
        r#""slug":"e","name":"E","iso2":"FR","region":"africa","lat":1,"lon":1,"population":0"#,
    ]);
    let peers = directory.peers(&question("a", &[PeerCriterion::Size]), 9);
    assert_eq!(slugs(&directory, &peers), ["c"]);
}

#[test]
fn a_city_that_may_have_left_comes_after_all_others_and_says_so() {
    let directory = directory(&[
        r#""slug":"a","name":"A","iso2":"CN","region":"africa","joined":2020,"awards":[2021]"#,
        r#""slug":"b","name":"B","iso2":"FR","region":"africa","joined":2020,"awards":[2021],"presumed_current":false"#,
        r#""slug":"c","name":"C","iso2":"FR","region":"africa","joined":2018"#,
    ]);
    let peers = directory.peers(&PeerQuestion::parse("a").unwrap(), 9);
    assert_eq!(slugs(&directory, &peers), ["c", "b"]);
    assert_eq!(peers[1].standing, Standing::MayHaveLeft);
}

#[test]
fn equals_follow_in_the_order_of_names_from_the_citys_own_on() {
    let record = |name: &str, iso2: &str| {
        format!(
            r#""slug":"{name}","name":"{name}","iso2":"{iso2}","region":"africa","joined":2020"#
        )
    };
    let records = [
        record("aa", "FR"),
        record("bb", "FR"),
        record("cc", "CN"),
        record("dd", "FR"),
        record("ee", "FR"),
    ];
    let directory = directory(&records.each_ref().map(String::as_str));
    let peers = directory.peers(&question("cc", &[PeerCriterion::Joined]), 3);
    assert_eq!(slugs(&directory, &peers), ["dd", "ee", "aa"]);
}

#[test]
fn an_unknown_city_has_no_peers() {
    assert_eq!(
        directory(&[]).peers(&question("a", &PeerCriterion::ALL), 6),
        []
    );
}

#[test]
fn a_country_is_grouped_by_its_cities_on_record() {
    for (cities, group) in [
        (1, CountryGroup::One),
        (2, CountryGroup::Few),
        (4, CountryGroup::Few),
        (5, CountryGroup::Many),
    ] {
        assert_eq!(CountryGroup::of(cities), group);
    }
}

fn any_city() -> impl Strategy<Value = City> {
    let place = prop::option::of((-90.0..90.0f64, -180.0..180.0f64, any::<bool>()));
    let standing = any::<bool>();
    (
        "[ab]{1,2}",
        0usize..4,
        prop::collection::btree_set(2015u16..2026, 0..3),
        prop::collection::btree_set(2015u16..2020, 0..2),
        place,
        prop::option::of(0u32..40),
        standing,
    )
        .prop_map(
            |(name, country, admissions, awards, place, people, standing)| City {
                slug: String::new(),
                name,
                recorded_name: None,
                native_name: None,
                country: CountryCode::parse(["CN", "KR", "DE", "EG"][country]).unwrap(),
                country_name: String::new(),
                region: Region::ALL[country % 2],
                admissions: admissions.into_iter().collect(),
                awards: awards.into_iter().collect(),
                position: place.map(|(latitude, longitude, is_itself)| Position {
                    latitude,
                    longitude,
                    precision: [Precision::ParentPlace, Precision::City][usize::from(is_itself)],
                }),
                town_population: people,
                names: vec![],
                aliases: vec![],
                last_attested: None,
                standing: [Standing::MayHaveLeft, Standing::PresumedCurrent][usize::from(standing)],
                sources: vec![],
            },
        )
}

/// More cities than are kept while looking, so that some are let go on the way.
fn any_directory() -> impl Strategy<Value = Directory> {
    prop::collection::vec(any_city(), 1..160).prop_map(|mut cities| {
        for (number, city) in cities.iter_mut().enumerate() {
            city.slug = format!("c{number}");
        }
        Directory::new(cities, Countries::default())
    })
}

fn any_criteria() -> impl Strategy<Value = Vec<PeerCriterion>> {
    prop::sample::subsequence(PeerCriterion::ALL.to_vec(), 1..=PeerCriterion::ALL.len())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn peers_lie_elsewhere_have_reasons_asked_for_and_exact_distances(
        directory in any_directory(),
        criteria in any_criteria(),
        most in 0usize..9,
    ) {
        let question = question("c0", &criteria);
        let peers = directory.peers(&question, most);
        prop_assert!(peers.len() <= most);
        prop_assert_eq!(&peers, &directory.peers(&question, most));
        let origin = directory.city(CityId(0)).unwrap();
        for peer in &peers {
            let city = directory.city(peer.id).unwrap();
            prop_assert_ne!(city.country, origin.country);
            prop_assert_eq!(peer.standing, city.standing);
            for reason in &peer.reasons {
                prop_assert!(criteria.contains(&reason.criterion()), "{:?}", reason);
            }
            let places = origin.position.zip(city.position);
            prop_assert_eq!(peer.distance_km, places.map(|(a, b)| distance_km(&a, &b)));
            prop_assert!(!peer.reasons.is_empty() || criteria.contains(&PeerCriterion::Distance));
        }
        prop_assert!(peers.is_sorted_by_key(|peer| peer.standing));
    }

    #[test]
    fn fewer_peers_are_the_first_of_more(
        directory in any_directory(),
        criteria in any_criteria(),
        most in 0usize..9,
    ) {
        // Nearness is chosen roughly and ordered exactly, so at the edge it may choose otherwise.
        let criteria: Vec<PeerCriterion> =
            criteria.into_iter().filter(|one| *one != PeerCriterion::Distance).collect();
        let question = question("c0", &criteria);
        let all = directory.peers(&question, usize::MAX);
        let some = directory.peers(&question, most);
        prop_assert_eq!(&some[..], &all[..most.min(all.len())]);
    }

    #[test]
    fn by_distance_alone_the_nearest_come_first(directory in any_directory()) {
        let peers = directory.peers(&question("c0", &[PeerCriterion::Distance]), 6);
        let distances = |standing: Standing| -> Vec<f64> {
            let of = peers.iter().filter(|peer| peer.standing == standing);
            of.filter_map(|peer| peer.distance_km).collect()
        };
        prop_assert!(distances(Standing::PresumedCurrent).is_sorted());
        prop_assert!(distances(Standing::MayHaveLeft).is_sorted());
        prop_assert!(peers.iter().all(|peer| peer.distance_km.is_some()));
    }
}
