//! The results on the map. It stands in a place of its own, so that the reader's way over it touches
//! no row of the list beside it.

use leptos::prelude::{Get, With, untrack};

use crate::components::city_map::{
    MapContents, MapPoint, map_caption, map_cluster, map_legend, map_plane, map_point,
};
use crate::domain::city::{City, CityId, Precision};
use crate::domain::directory::Directory;
use crate::domain::display::View;
use crate::domain::query::Sort;
use crate::i18n::city_wording::{map_facts, precision};
use crate::i18n::texts::{Text, Texts};
use crate::markup::{Element, block, button, element};
use crate::pages::directory::action::{Action, MapAct};
use crate::platform::{self, Part, Served};
use crate::routes::{Asset, Page};
use crate::state::directory_state::DirectoryState;
use crate::state::map_state::{MapStep, PLANE, cluster_id, point_id};
use crate::state::site::Site;

/// Finds the map's board in the page: controls and plane.
pub(super) const BOARD: &str = ".map-board";

/// Finds what is said below the map in the page.
pub(super) const NOTES: &str = ".map-notes";

/// Finds the map's points in the page.
const POINTS: &str = ".map-point";

/// Finds all that keeps its size on the screen.
const SIGNS: &str = ".map-point, .map-cluster";

/// The id of what tells the map's keys.
const HINT: &str = "map-hint";

/// The controls with their words.
const CONTROLS: [(MapAct, Text); 4] = [
    (MapAct::Closer, Text::MapCloser),
    (MapAct::Farther, Text::MapFarther),
    (MapAct::World, Text::MapWorld),
    (MapAct::Results, Text::MapFit),
];

/// The controls and the map, empty in another view.
pub(super) fn board(site: &Site, state: DirectoryState) -> Element {
    let board = block("div", "map map-board");
    if state.view() != View::Map {
        return board.when("hidden", true);
    }
    let texts = &site.texts;
    let count = state.map.places.with(Vec::len);
    let points = points(site, state);
    let plane = state.map.clusters.with(|found| {
        let clusters = found.clusters.iter().filter_map(|cluster| {
            let count = cluster.members.len();
            let label = texts.plural(Text::MapCluster, count, &[]);
            let id = cluster_id(*cluster.members.first()?);
            Some(map_cluster(&id, &label, count, cluster.at))
        });
        map_plane(MapContents {
            label: &texts.plural(Text::MapLabel, count, &[]),
            described_by: HINT,
            land: &site.asset(&Asset::Land),
            leaders: &found.leaders,
            points,
            clusters: clusters.collect(),
        })
    });
    board.child(controls(texts)).child(plane)
}

/// What is said below the map, empty in another view.
pub(super) fn notes(site: &Site, state: DirectoryState) -> Element {
    let notes = block("div", "map map-notes");
    if state.view() != View::Map {
        return notes.when("hidden", true);
    }
    let texts = &site.texts;
    let kinds = Precision::ALL.map(|kind| (kind.value(), precision(texts, kind)));
    let hint = block("p", "remark map-hint")
        .with("id", HINT)
        .text(texts.get(Text::MapHint));
    notes
        .child(refusal(texts, state))
        .child(caption(site, state))
        .child(map_legend(texts.get(Text::MapPrecision), &kinds))
        .child(without(texts, state))
        .child(part(texts, state))
        .child(hint)
        .child(block("p", "remark").text(texts.get(Text::MapNote)))
}

/// Keeps board and notes as the state says, and the plane's window as the reader moves it.
pub(super) fn follow(site: &Site, state: DirectoryState, written: DirectoryState, served: Served) {
    let first = untrack(|| board(site, written));
    let mut shown = Part::new(BOARD, served, first);
    let of_board = site.clone();
    let mut was_there = false;
    platform::follow(move || {
        let is_there = state.view() == View::Map;
        if let Some(shown) = &mut shown {
            shown.show(board(&of_board, state));
        }
        if is_there
            && !was_there
            && let Some(size) = platform::map_size(PLANE)
        {
            state.map.take_size(size);
        }
        was_there = is_there;
        untrack(|| {
            show_frame(state);
            scale_signs(state);
            // A node is kept for what has its place among those drawn, which may be another city.
            if let Some(id) = state.map.reached_point() {
                platform::return_focus(POINTS, &id);
            }
        });
    });
    let first = untrack(|| notes(site, written));
    let mut shown = Part::new(NOTES, served, first);
    let of_notes = site.clone();
    platform::follow(move || {
        if let Some(shown) = &mut shown {
            shown.show(notes(&of_notes, state));
        }
    });
    platform::follow(move || show_frame(state));
    platform::follow(move || scale_signs(state));
    state.map.follow(state, BOARD);
}

/// Does what a control of the map says.
pub(super) fn act(state: DirectoryState, act: MapAct) {
    match act {
        MapAct::Closer => state.map.step(MapStep::Closer),
        MapAct::Farther => state.map.step(MapStep::Farther),
        MapAct::World => state.map.step(MapStep::World),
        MapAct::Results => state.map.step(MapStep::Results),
        MapAct::Near => platform::locate(move |place| match place {
            Ok((latitude, longitude)) => {
                state.extras.refuse(String::new());
                state.map.show_near(latitude, longitude);
            }
            Err(reason) => state.extras.refuse(reason),
        }),
    }
}

/// The part of the world shown changes with every move of a drag, so it is written by itself.
fn show_frame(state: DirectoryState) {
    if state.view() == View::Map {
        platform::frame_map(PLANE, &state.map.view_box());
    }
}

fn scale_signs(state: DirectoryState) {
    if state.view() == View::Map {
        platform::scale_signs(SIGNS, &state.map.scale());
    }
}

fn controls(texts: &Texts) -> Element {
    let control = |act: MapAct, words| {
        button("", &Action::Map(act).value(), texts.get(words)).with("data-map", act.value())
    };
    let steps = CONTROLS.map(|(act, words)| control(act, words));
    let near = control(MapAct::Near, Text::MapLocate).with("aria-describedby", "map-locate-note");
    let note = block("p", "remark")
        .with("id", "map-locate-note")
        .text(texts.get(Text::MapLocateNote));
    block("div", "map-controls")
        .with("role", "group")
        .with("aria-label", texts.get(Text::MapControls))
        .all(steps.into())
        .child(near)
        .child(note)
}

/// A point for each result that is drawn, also for those below a number, in the order of the
/// results.
fn points(site: &Site, state: DirectoryState) -> Vec<Element> {
    let map = state.map;
    let total = state.total().to_string();
    let (drawn, entrance) = (map.drawn(), map.entrance());
    map.clusters.with(|clusters| {
        state.with_catalogue(|catalogue| {
            let directory = &catalogue.directory;
            let points = drawn.iter().filter_map(|(index, place)| {
                let city = directory.city(place.id)?;
                let name = place_name(site, directory, city);
                let number = place.number.to_string();
                let filled = [("city", &*name), ("number", &*number), ("total", &*total)];
                Some(map_point(&MapPoint {
                    id: &point_id(place.id),
                    slug: &city.slug,
                    href: &site.href(Page::City(city.slug.clone())),
                    label: &site.texts.fill(Text::MapPoint, &filled),
                    precision: place.precision.value(),
                    at: clusters.drawn.get(*index).copied().unwrap_or(place.point),
                    is_entrance: entrance == Some(place.id),
                }))
            });
            points.collect()
        })
    })
}

/// Why the device gave no position. While the order asks for one, its panel says so.
fn refusal(texts: &Texts, state: DirectoryState) -> Element {
    let reason = state.extras.refusal();
    let is_told = !reason.is_empty() && state.sort() != Sort::Near;
    let words = texts.fill(Text::NearRefused, &[("reason", &reason)]);
    element("p")
        .with("role", "alert")
        .text(if is_told { &words } else { "" })
}

fn caption(site: &Site, state: DirectoryState) -> Element {
    let told: Option<CityId> = state.map.told.get();
    state.with_catalogue(|catalogue| {
        let directory = &catalogue.directory;
        match told.and_then(|id| directory.city(id)) {
            Some(city) => map_caption(
                &place_name(site, directory, city),
                &map_facts(&site.texts, city),
            ),
            None => map_caption("", site.texts.get(Text::MapCaption)),
        }
    })
}

/// How many results have no position.
fn without(texts: &Texts, state: DirectoryState) -> Element {
    let missing = state.total() - state.map.places.with(Vec::len).min(state.total());
    block("p", "map-remark")
        .with("data-map-without", "")
        .when("hidden", missing == 0)
        .text(&texts.plural(Text::MapWithout, missing, &[]))
}

/// How many points are left out because they are too many.
fn part(texts: &Texts, state: DirectoryState) -> Element {
    let (drawn, all) = (state.map.drawn().len(), state.map.places.with(Vec::len));
    let (shown, total) = (drawn.to_string(), all.to_string());
    block("p", "map-remark")
        .with("data-map-part", "")
        .when("hidden", drawn == all)
        .text(&texts.fill(Text::MapPart, &[("shown", &shown), ("total", &total)]))
}

fn place_name(site: &Site, directory: &Directory, city: &City) -> String {
    let country = directory.country_name(city.country, site.language());
    site.texts.list(&[&*city.name, country])
}

#[cfg(test)]
mod tests;
