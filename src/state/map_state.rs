//! The live map's state: what it shows of the plane, what is drawn where, and which city has the
//! reader's attention. The window of the address is followed, and told where the reader has moved.

use leptos::prelude::*;

use crate::domain::city::CityId;
use crate::domain::map_clusters::{MapClusters, opening};
use crate::domain::map_frame::{MapFrame, ScreenSize, two_decimals};
use crate::domain::map_gesture::MapGesture;
use crate::domain::map_plane::PlanePoint;
use crate::domain::map_window::MapWindow;
use crate::platform::{self, Debounce};
use crate::state::directory_state::DirectoryState;

mod place;
mod reactions;

pub use place::MapPlace;

/// Up to so many points are all drawn; of more, those of the part shown, at most as many.
const MOST_POINTS: usize = 1000;

/// The address is told once the reader pauses: Safari refuses more than 100 changes in 30 seconds.
const ADDRESS_PAUSE_MS: u64 = 350;

/// The map's size before the page is laid out: that of a small laptop.
const FIRST_SCREEN: ScreenSize = (960.0, 467.0);

/// How much one press of a button or key enlarges the map.
const ONE_STEP: f64 = 2.0;

/// The middle of the map, in parts of its sides.
const MIDDLE: (f64, f64) = (0.5, 0.5);

/// Finds the map's plane in the page.
pub const PLANE: &str = ".map-plane";

/// What a button of the map does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MapStep {
    /// Shows less, larger.
    Closer,
    /// Shows more, smaller.
    Farther,
    /// Shows the whole world.
    World,
    /// Shows all results and little else.
    Results,
}

/// Whether the address is told where the reader moves the map.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Telling {
    /// It is.
    Told,
    /// It is not: the map shows where the reader is, and an address goes to the server and to others.
    Kept,
}

type Tell = Box<dyn Fn(MapFrame) + Send + Sync>;

/// The state of the map; copies share it.
#[derive(Clone, Copy)]
pub struct MapState {
    /// The results that have a position, in their order.
    pub places: Memo<Vec<MapPlace>>,
    /// Which are drawn under one number, and where each is drawn.
    pub clusters: Memo<MapClusters>,
    /// What is shown now, in the middle of a gesture too.
    frame: RwSignal<MapFrame>,
    /// What was shown when the reader last came to rest: what is drawn follows this one.
    settled: RwSignal<MapFrame>,
    screen: RwSignal<ScreenSize>,
    /// The city that a walk through the points has reached.
    reached: RwSignal<Option<CityId>>,
    /// The city that is told of below the map.
    pub told: RwSignal<Option<CityId>>,
    gesture: StoredValue<MapGesture>,
    telling: StoredValue<Telling>,
    pause: StoredValue<Debounce>,
    /// Tells the address where the reader has come to rest.
    tell: StoredValue<Option<Tell>>,
}

impl MapState {
    /// A map of places that shows a window; `None` is the whole world.
    pub fn new(places: Memo<Vec<MapPlace>>, window: Option<MapWindow>) -> Self {
        let first = MapFrame::of(window);
        let frame = RwSignal::new(first);
        let settled = RwSignal::new(first);
        let screen = RwSignal::new(FIRST_SCREEN);
        let zoom = Memo::new(move |_| settled.get().in_the_corner());
        let clusters = Memo::new(move |_| {
            let located: Vec<(CityId, PlanePoint)> =
                places.with(|places| places.iter().map(|place| (place.id, place.point)).collect());
            MapClusters::of(&located, zoom.get(), screen.get())
        });
        Self {
            places,
            clusters,
            frame,
            settled,
            screen,
            reached: RwSignal::new(None),
            told: RwSignal::new(None),
            gesture: StoredValue::new(MapGesture::default()),
            telling: StoredValue::new(Telling::Told),
            pause: StoredValue::new(Debounce::new(ADDRESS_PAUSE_MS)),
            tell: StoredValue::new(None),
        }
    }

    /// Follows the window of the address and what happens on the plane in a board, and tells the
    /// address where the reader has moved.
    pub fn follow(self, state: DirectoryState, board: &str) {
        // Other changes of the display leave a map alone whose address is not told yet.
        let window = Memo::new(move |_| state.display_parts(|display| display.window));
        platform::follow(move || {
            let window = window.get();
            if self.frame.with_untracked(|frame| frame.window()) != window {
                self.pause.with_value(Debounce::cancel);
                self.telling.set_value(Telling::Told);
                self.frame.set(MapFrame::of(window));
                self.settled.set(MapFrame::of(window));
            }
        });
        self.tell.set_value(Some(Box::new(move |rested: MapFrame| {
            if window.get_untracked() != rested.window() {
                state.look(|display| display.window = rested.window());
            }
        })));
        platform::follow_map(board, PLANE, move |event| self.react(event));
    }

    /// The units of the plane in a pixel, for what keeps its size on the screen.
    pub fn scale(self) -> String {
        two_decimals(self.frame.get().units_per_px(self.screen.get()))
    }

    /// The part of the plane shown, as an SVG has it.
    pub fn view_box(self) -> String {
        self.frame.get().view_box()
    }

    /// The places whose points are drawn, with their indexes among all.
    pub fn drawn(self) -> Vec<(usize, MapPlace)> {
        self.places.with(|places| {
            let all = places.iter().copied().enumerate();
            if places.len() <= MOST_POINTS {
                return all.collect();
            }
            let frame = self.settled.get();
            all.filter(|(_, place)| frame.holds(place.point))
                .take(MOST_POINTS)
                .collect()
        })
    }

    /// Takes the size that the plane has on the screen.
    pub fn take_size(self, size: ScreenSize) {
        if size.0 > 0.0 && size.1 > 0.0 {
            put(self.screen, size);
        }
    }

    /// Where the place of an index is drawn.
    fn point(self, index: usize) -> Option<PlanePoint> {
        self.clusters
            .with(|clusters| clusters.drawn.get(index).copied())
    }

    /// The point at which the Tab key enters the map: the one last reached, or the first.
    pub fn entrance(self) -> Option<CityId> {
        let drawn = self.drawn();
        let reached = self.reached.get();
        let stays = drawn.iter().find(|(_, place)| Some(place.id) == reached);
        stays.or(drawn.first()).map(|(_, place)| place.id)
    }

    /// The id of the point that the reader has reached.
    pub fn reached_point(self) -> Option<String> {
        self.reached.get().map(point_id)
    }

    /// Does what a button says.
    pub fn step(self, step: MapStep) {
        let frame = self.frame.get_untracked();
        if matches!(step, MapStep::World | MapStep::Results) {
            self.telling.set_value(Telling::Told);
        }
        self.show(match step {
            MapStep::Closer => frame.zoomed(ONE_STEP, MIDDLE),
            MapStep::Farther => frame.zoomed(1.0 / ONE_STEP, MIDDLE),
            MapStep::World => MapFrame::WORLD,
            MapStep::Results => self
                .places
                .with_untracked(|places| MapFrame::fitting(places.iter().map(|place| place.point)))
                .unwrap_or(MapFrame::WORLD),
        });
    }

    /// Shows the surroundings of the reader. The address is not told, nor of moves from there, until
    /// the map shows the world, the results or what an address asks for.
    pub fn show_near(self, latitude: f64, longitude: f64) {
        self.telling.set_value(Telling::Kept);
        self.show(MapFrame::near(latitude, longitude));
    }

    /// Shows a part of the plane and tells the address of it.
    fn show(self, frame: MapFrame) {
        self.frame.set(frame);
        self.settled.set(frame);
        self.settle_later();
    }

    /// Draws anew what depends on the enlargement; the address follows when the reader rests.
    fn settle(self) {
        put(self.settled, self.frame.get_untracked());
        self.settle_later();
    }

    fn settle_later(self) {
        self.pause.with_value(|pause| {
            pause.run(move || {
                let frame = self.frame.get_untracked();
                put(self.settled, frame);
                if self.telling.get_value() == Telling::Told {
                    self.tell.with_value(|tell| {
                        if let Some(tell) = tell {
                            tell(frame);
                        }
                    });
                }
            });
        });
    }

    /// Shows what lies around a city apart.
    fn open(self, member: CityId) {
        let points: Vec<PlanePoint> = self.clusters.with_untracked(|clusters| {
            let holds = |ids: &[CityId]| ids.contains(&member);
            let cluster = clusters
                .clusters
                .iter()
                .find(|cluster| holds(&cluster.members));
            self.places.with_untracked(|places| {
                let inside = places.iter().filter(|place| {
                    cluster.is_some_and(|cluster| cluster.members.contains(&place.id))
                });
                inside.map(|place| place.point).collect()
            })
        });
        let screen = self.screen.get_untracked();
        let frame = self.frame.get_untracked();
        self.show(opening(points.iter().copied(), frame, screen));
    }

    /// Goes to another point of those drawn.
    fn walk(self, to: &dyn Fn(Option<usize>, usize) -> usize) {
        let drawn = untrack(|| self.drawn());
        let last = drawn.len().saturating_sub(1);
        let reached = self.reached.get_untracked();
        let here = drawn
            .iter()
            .position(|(_, place)| Some(place.id) == reached);
        if let Some((_, place)) = drawn.get(to(here, last).min(last)) {
            platform::focus_by_id(&point_id(place.id));
        }
    }
}

/// Sets a signal where that changes it: what follows it is drawn anew.
fn put<T: Copy + PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.get_untracked() != value {
        signal.set(value);
    }
}

/// The id of a city's point in the page.
pub fn point_id(city: CityId) -> String {
    format!("{POINT}{}", city.0)
}

/// The id of a cluster's number in the page, by its first city.
pub fn cluster_id(first: CityId) -> String {
    format!("{CLUSTER}{}", first.0)
}

const POINT: &str = "map-point-";
const CLUSTER: &str = "map-cluster-";
