//! Tests of clusters and of spread places.

use std::time::Instant;

use proptest::prelude::*;

use super::*;
use crate::domain::map_window::MapWindow;

const SCREEN: ScreenSize = (1000.0, 486.7);

fn placed(places: &[(f64, f64)]) -> Vec<(CityId, PlanePoint)> {
    let places = places
        .iter()
        .map(|(north, east)| PlanePoint::at(*north, *east));
    (0..).map(CityId).zip(places).collect()
}

fn at(latitude: f64, longitude: f64, zoom: f64) -> MapFrame {
    MapFrame::of(Some(MapWindow::new(latitude, longitude, zoom)))
}

fn distance_px(a: PlanePoint, b: PlanePoint, frame: MapFrame) -> f64 {
    f64::from(a.x - b.x).hypot(f64::from(a.y - b.y)) / frame.units_per_px(SCREEN)
}

#[test]
fn neighbours_stand_under_one_number_and_a_far_place_alone() {
    let places = placed(&[(35.1, 129.0), (-34.6, -58.4), (37.6, 127.0)]);
    let found = MapClusters::of(&places, MapFrame::WORLD, SCREEN);
    assert_eq!(found.clusters.len(), 1);
    assert_eq!(found.clusters[0].members, [CityId(0), CityId(2)]);
    assert_eq!(found.clusters[0].at, places[0].1);
    assert_eq!(found.drawn[1], places[1].1);
}

#[test]
fn four_cities_on_one_point_are_a_number_from_afar_and_a_ring_from_near() {
    let places = placed(&[(35.1, 129.0); 4]);
    let afar = MapClusters::of(&places, MapFrame::WORLD, SCREEN);
    assert_eq!(afar.clusters[0].members.len(), 4);
    assert!(afar.leaders.is_empty());
    let points = places.iter().map(|(_, place)| *place);
    let opened = opening(points, MapFrame::WORLD, SCREEN);
    let near = MapClusters::of(&places, opened, SCREEN);
    assert!(near.clusters.is_empty());
    assert_eq!(near.leaders.len(), 4);
    for (index, one) in near.drawn.iter().enumerate() {
        for other in &near.drawn[index + 1..] {
            assert!(distance_px(*one, *other, opened) >= 24.0);
        }
    }
}

#[test]
fn opening_separates_what_does_not_share_a_place() {
    let places = placed(&[(48.9, 2.4), (50.8, 4.4), (52.4, 4.9)]);
    let points = places.iter().map(|(_, place)| *place);
    let opened = opening(points, MapFrame::WORLD, SCREEN);
    assert!(places.iter().all(|(_, place)| opened.holds(*place)));
    assert!(MapClusters::of(&places, opened, SCREEN).clusters.is_empty());
    assert!(opened.zoom() < 40.0, "enlarged more than needed");
}

#[test]
fn at_the_largest_enlargement_nothing_is_left_under_a_number() {
    // Six kilometres apart: a phone cannot tell them apart.
    let places = placed(&[(6.17, -75.59), (6.16, -75.64)]);
    let found = MapClusters::of(&places, at(6.17, -75.6, 200.0), (320.0, 240.0));
    assert!(found.clusters.is_empty());
    assert_eq!(found.leaders.len(), 2);
}

#[test]
fn nothing_gives_nothing_and_opens_nothing() {
    assert_eq!(
        MapClusters::of(&[], MapFrame::WORLD, SCREEN),
        MapClusters::default()
    );
    let frame = at(1.0, 1.0, 3.0);
    assert_eq!(opening(std::iter::empty(), frame, SCREEN), frame);
}

#[test]
fn many_on_one_place_fill_a_disc_without_touching() {
    let offsets: Vec<(f64, f64)> = (0..60).map(|number| offset_px(number, 60)).collect();
    for (index, one) in offsets.iter().enumerate() {
        for other in &offsets[index + 1..] {
            let distance = (one.0 - other.0).hypot(one.1 - other.1);
            assert!(distance >= 24.0, "{one:?} {other:?} {distance}");
        }
    }
}

#[test]
fn a_hundred_thousand_places_take_no_second_even_where_all_are_one() {
    let spread: Vec<(f64, f64)> = (0..100_000_u32)
        .map(|number| {
            let (north, east) = (
                number.wrapping_mul(7919) % 16_000,
                number.wrapping_mul(104_729) % 36_000,
            );
            (
                f64::from(north) / 100.0 - 80.0,
                f64::from(east) / 100.0 - 180.0,
            )
        })
        .collect();
    for places in [placed(&spread), placed(&vec![(1.0, 1.0); 100_000])] {
        let start = Instant::now();
        let found = MapClusters::of(&places, MapFrame::WORLD, SCREEN);
        let members: usize = found
            .clusters
            .iter()
            .map(|cluster| cluster.members.len())
            .sum();
        assert!(members > 99_000, "{members}");
        // The tests are built without optimisation; the program is ten times as fast.
        assert!(start.elapsed().as_secs() < 5);
    }
}

proptest! {
    #[test]
    fn every_place_is_drawn_once_and_belongs_to_one_cluster_at_most(
        places in prop::collection::vec((-60.0..75.0f64, -180.0..=180.0f64), 0..80),
        zoom in 1.0..=200.0f64,
    ) {
        let places = placed(&places);
        let frame = at(20.0, 10.0, zoom);
        let found = MapClusters::of(&places, frame, SCREEN);
        prop_assert_eq!(found.drawn.len(), places.len());
        let mut members: Vec<CityId> =
            found.clusters.iter().flat_map(|cluster| cluster.members.clone()).collect();
        let count = members.len();
        members.sort();
        members.dedup();
        prop_assert_eq!(members.len(), count);
        for (index, one) in found.clusters.iter().enumerate() {
            for other in &found.clusters[index + 1..] {
                prop_assert!(distance_px(one.at, other.at, frame) > REACH_PX - 0.5);
            }
        }
        prop_assert_eq!(MapClusters::of(&places, frame, SCREEN), found);
    }
}
