//! Tests of the rectangle that the map shows.

use proptest::prelude::*;

use super::*;

const SCREEN: ScreenSize = (1000.0, 500.0);

fn is_in_the_world(frame: MapFrame) -> bool {
    frame.left >= 0
        && frame.top >= 0
        && frame.left + frame.width <= WIDTH
        && frame.top + frame.height() <= HEIGHT
}

#[test]
fn without_a_window_the_whole_world_is_shown_and_the_other_way_round() {
    assert_eq!(MapFrame::of(None), MapFrame::WORLD);
    assert_eq!(MapFrame::WORLD.window(), None);
    assert_eq!(MapFrame::WORLD.view_box(), "0 0 1000000 486717");
}

#[test]
fn a_window_is_a_rectangle_around_its_middle() {
    let window = MapWindow::new(31.5, 119.6, 8.0);
    let frame = MapFrame::of(Some(window));
    assert_eq!(frame.window(), Some(window));
    let (across, down) = frame.parts_of(PlanePoint::at(31.5, 119.6));
    assert!((across - 0.5).abs() < 1e-4 && (down - 0.5).abs() < 1e-4);
}

#[test]
fn the_place_under_the_pointer_stays_while_the_map_is_enlarged() {
    let frame = MapFrame::of(Some(MapWindow::new(10.0, 10.0, 4.0)));
    let place = PlanePoint::at(14.0, 20.0);
    let about = frame.parts_of(place);
    let after = frame.zoomed(2.0, about).parts_of(place);
    assert!((after.0 - about.0).abs() < 1e-4 && (after.1 - about.1).abs() < 1e-4);
}

#[test]
fn no_places_fit_no_rectangle_and_one_place_keeps_its_surroundings() {
    assert_eq!(MapFrame::fitting(std::iter::empty()), None);
    let one = MapFrame::fitting([PlanePoint::at(32.0, 118.0)].into_iter()).unwrap();
    assert!((one.zoom() - MOST_ZOOM_TO_FIT).abs() < 0.01);
    assert!(one.holds(PlanePoint::at(32.0, 118.0)));
}

#[test]
fn places_on_both_sides_of_the_date_line_need_the_whole_width() {
    let fiji_and_samoa = [PlanePoint::at(-18.1, 178.4), PlanePoint::at(-13.8, -171.8)];
    let frame = MapFrame::fitting(fiji_and_samoa.into_iter()).unwrap();
    assert_eq!(frame, MapFrame::WORLD);
}

#[test]
fn a_place_on_the_date_line_is_shown_at_the_edge() {
    let place = PlanePoint::at(0.0, 180.0);
    let frame = MapFrame::fitting([place].into_iter()).unwrap();
    assert!(frame.holds(place) && is_in_the_world(frame));
}

#[test]
fn what_is_shown_already_moves_nothing_and_what_is_not_comes_into_the_middle() {
    let frame = MapFrame::of(Some(MapWindow::new(0.0, 0.0, 8.0)));
    assert_eq!(frame.showing(PlanePoint::at(1.0, 1.0)), frame);
    let moved = frame.showing(PlanePoint::at(40.0, 90.0));
    assert!(moved.holds(PlanePoint::at(40.0, 90.0)));
    assert_eq!(moved.width, frame.width);
}

#[test]
fn a_tall_screen_shows_the_width_whole() {
    assert!((MapFrame::WORLD.units_per_px((500.0, 500.0)) - 2000.0).abs() < 0.01);
    let (across, _) = MapFrame::WORLD.parts_of_px((500.0, 500.0), (250.0, 0.0));
    assert!((across - 0.5).abs() < 1e-9);
    assert_eq!(
        two_decimals(MapFrame::WORLD.units_per_px(SCREEN)),
        "1000.00"
    );
}

#[test]
fn half_a_unit_of_height_leads_not_out_of_the_world() {
    assert!(is_in_the_world(MapFrame::around(
        PlanePoint::at(-90.0, 0.0),
        2.0
    )));
}

proptest! {
    #[test]
    fn nothing_leads_out_of_the_world(
        latitude in -90.0..=90.0f64, longitude in -180.0..=180.0f64, zoom in 0.5..300.0f64,
        right in -3.0..3.0f64, down in -3.0..3.0f64, factor in 0.01..100.0f64,
    ) {
        let frame = MapFrame::of(Some(MapWindow::new(latitude, longitude, zoom)));
        for frame in [frame, frame.panned(right, down), frame.zoomed(factor, (right, down))] {
            prop_assert!(is_in_the_world(frame), "{frame:?}");
            prop_assert!(frame.zoom() < MOST_ZOOM + 0.01);
        }
    }

    #[test]
    fn a_fitting_rectangle_holds_all_its_places(
        places in prop::collection::vec((-90.0..=90.0f64, -180.0..=180.0f64), 1..20),
    ) {
        let places: Vec<PlanePoint> =
            places.iter().map(|(latitude, longitude)| PlanePoint::at(*latitude, *longitude)).collect();
        let frame = MapFrame::fitting(places.iter().copied()).unwrap();
        for place in places {
            // The south pole rounds to a unit below the map.
            let on_the_map = PlanePoint { y: place.y.min(HEIGHT), ..place };
            prop_assert!(frame.holds(on_the_map));
        }
    }

    #[test]
    fn the_window_of_an_address_keeps_the_rectangle_to_a_pixel_or_three(
        latitude in -60.0..=60.0f64, longitude in -150.0..=150.0f64, zoom in 3.0..200.0f64,
    ) {
        let frame = MapFrame::around(PlanePoint::at(latitude, longitude), zoom);
        let again = MapFrame::of(frame.window());
        let px = f64::from((again.left - frame.left).abs()) / frame.units_per_px(SCREEN);
        prop_assert!(px < 10.0, "{px}");
    }
}
