//! The map as a reader finds it in each view.

use std::sync::Arc;

use leptos::prelude::Owner;

use super::*;
use crate::domain::query_codec::decode;
use crate::routes::Base;
use crate::state::catalogue::Catalogue;
use crate::state::shortlist::Shortlist;

/// Two cities that lie close, one farther away, and one without a position.
const CITIES: &str = r#"{"cities": [
    {"slug":"abuja","name":"Abuja","country":"Nigeria","iso2":"NG","region":"Africa","lat":9.1,"lon":7.4,"geo_precision":"city"},
    {"slug":"beira","name":"Beira","country":"Mozambique","iso2":"MZ","region":"Africa"},
    {"slug":"nanjing","name":"Nanjing","country":"China","iso2":"CN","region":"Asia and the Pacific","lat":32.06,"lon":118.78,"geo_precision":"city"},
    {"slug":"suzhou","name":"Suzhou","country":"China","iso2":"CN","region":"Asia and the Pacific","lat":31.3,"lon":120.6,"geo_precision":"city"}
]}"#;

fn shown(address: &str, look: impl FnOnce(&Site, DirectoryState)) {
    Owner::new().with(|| {
        let site = Site::new(Base::new("/"), Texts::english(), "");
        let (catalogue, _) = Catalogue::read(CITIES, "[]", &Texts::english()).unwrap();
        let state = DirectoryState::new(Arc::new(catalogue), decode(address), Shortlist::new());
        look(&site, state);
    });
}

fn of_class<'a>(view: &'a Element, class: &str) -> Vec<&'a Element> {
    let parts = view.descendants().into_iter();
    parts
        .filter(|part| part.attribute("class") == Some(class))
        .collect()
}

#[test]
fn the_board_has_a_point_for_each_position_and_a_number_where_they_lie_close() {
    shown("?view=map", |site, state| {
        let board = board(site, state);
        let points = of_class(&board, "map-point").into_iter();
        let slugs: Vec<_> = points
            .filter_map(|point| point.attribute("data-city"))
            .collect();
        assert_eq!(slugs, ["abuja", "nanjing", "suzhou"]);
        let entrances = board.descendants().into_iter();
        let entrances = entrances.filter(|part| part.attribute("tabindex") == Some("0"));
        assert_eq!(entrances.count(), 1);
        assert_eq!(of_class(&board, "map-cluster").len(), 1);
        let notes = notes(site, state);
        let missing = of_class(&notes, "map-remark");
        assert!(
            missing
                .iter()
                .any(|remark| remark.words().starts_with("1 city"))
        );
    });
}

#[test]
fn an_address_with_a_window_shows_its_cities_apart() {
    shown("?view=map&at=31.70,119.70,40.0", |site, state| {
        assert_eq!(of_class(&board(site, state), "map-cluster").len(), 0);
    });
}

#[test]
fn another_view_leaves_the_place_of_the_map_empty() {
    shown("?view=list", |site, state| {
        for part in [board(site, state), notes(site, state)] {
            assert_eq!(part.attribute("hidden"), Some(""));
            assert!(part.children().is_empty());
        }
    });
}
