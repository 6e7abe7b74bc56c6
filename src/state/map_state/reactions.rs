//! What the map does when the reader presses, drags, turns the wheel or uses keys.

use leptos::prelude::*;

use super::{CLUSTER, MIDDLE, MapState, MapStep, ONE_STEP, POINT, point_id, put};
use crate::domain::city::CityId;
use crate::domain::map_gesture::Pull;
use crate::platform::{self, Debounce, MapEvent, Reaction, WheelAim};

/// A turn of the wheel by so many pixels enlarges as one step does; faster turns do no more at once.
const STEP_PX: f64 = 200.0;

impl MapState {
    pub(super) fn react(self, event: MapEvent) -> Reaction {
        match event {
            MapEvent::Sized(size) => self.take_size(size),
            MapEvent::Press(pointer, at) => {
                // The address waits for the end of the gesture.
                self.pause.with_value(Debounce::cancel);
                self.gesture
                    .update_value(|gesture| gesture.press(pointer, at));
            }
            MapEvent::Drag(pointer, to) => return self.drag(pointer, to),
            MapEvent::Release(pointer) => {
                self.gesture
                    .update_value(|gesture| gesture.release(pointer));
                self.settle();
            }
            MapEvent::Wheel(px, at, WheelAim::Map) => {
                let turned = (px.abs() / STEP_PX).min(1.0);
                let factor = 1.0 + turned * (ONE_STEP - 1.0);
                let factor = if px > 0.0 { 1.0 / factor } else { factor };
                self.zoom_at(factor, at);
                self.settle_later();
                return Reaction::Take;
            }
            MapEvent::Key(key, target) => return self.key(&key, &target),
            MapEvent::Focus(target) => self.reach(&target),
            MapEvent::Hover(target) => {
                if let Some(city) = city(&target, POINT) {
                    put(self.told, Some(city));
                }
            }
            // What follows a drag is no click.
            MapEvent::Click(_) if self.was_drag() => return Reaction::Take,
            MapEvent::Click(target) | MapEvent::Activate(target) => {
                if let Some(first) = city(&target, CLUSTER) {
                    self.enter(first);
                    return Reaction::Take;
                }
            }
            MapEvent::DoubleClick(at) => {
                self.zoom_at(ONE_STEP, at);
                self.settle();
            }
            MapEvent::Wheel(_, _, WheelAim::Page) => {}
        }
        Reaction::Leave
    }

    fn drag(self, pointer: i32, to: (f64, f64)) -> Reaction {
        let mut pull: Option<Pull> = None;
        self.gesture
            .update_value(|gesture| pull = gesture.drag(pointer, to));
        let Some(Pull { by, factor, about }) = pull else {
            return Reaction::Leave;
        };
        let frame = self.frame.get_untracked();
        let (right, down) = frame.parts_of_px(self.screen.get_untracked(), by);
        self.frame.set(frame.panned(-right, -down));
        if factor != 1.0 {
            self.zoom_at(factor, about);
        }
        Reaction::Hold
    }

    /// Enlarges around a place of the screen.
    fn zoom_at(self, factor: f64, at: (f64, f64)) {
        let screen = self.screen.get_untracked();
        let frame = self.frame.get_untracked();
        // A screen of another shape than the map has room on two sides: measured from its middle.
        let from_middle = (at.0 - screen.0 / 2.0, at.1 - screen.1 / 2.0);
        let (across, down) = frame.parts_of_px(screen, from_middle);
        let about = (MIDDLE.0 + across, MIDDLE.1 + down);
        self.frame.set(frame.zoomed(factor, about));
    }

    fn key(self, key: &str, target: &str) -> Reaction {
        let next = |here: Option<usize>, _| here.map_or(0, |here| here + 1);
        let previous = |here: Option<usize>, last| here.map_or(last, |here| here.saturating_sub(1));
        let cluster = city(target, CLUSTER);
        match key {
            "ArrowRight" | "ArrowDown" => self.walk(&next),
            "ArrowLeft" | "ArrowUp" => self.walk(&previous),
            "Home" => self.walk(&|_, _| 0),
            "End" => self.walk(&|_, last| last),
            "+" | "=" => self.zoom_here(ONE_STEP),
            "-" | "_" => self.zoom_here(1.0 / ONE_STEP),
            "0" => self.step(MapStep::World),
            "Escape" => return Reaction::LetGo,
            " " | "Enter" => {
                let point = city(target, POINT).filter(|_| key == " ");
                match (point, cluster) {
                    (Some(point), _) => self.open(point),
                    (None, Some(first)) => self.enter(first),
                    (None, None) => return Reaction::Leave,
                }
            }
            _ => return Reaction::Leave,
        }
        Reaction::Take
    }

    /// Shows the cities of a number apart. The number is gone then, so the focus goes to its first.
    fn enter(self, first: CityId) {
        self.open(first);
        platform::focus_by_id(&point_id(first));
    }

    /// Enlarges around the city reached, where one is in sight.
    fn zoom_here(self, factor: f64) {
        let frame = self.frame.get_untracked();
        let reached = self.reached.get_untracked();
        let about = self.places.with_untracked(|places| {
            let place = places.iter().find(|place| Some(place.id) == reached)?;
            frame
                .holds(place.point)
                .then(|| frame.parts_of(place.point))
        });
        self.show(frame.zoomed(factor, about.unwrap_or(MIDDLE)));
    }

    fn reach(self, target: &str) {
        let Some(reached) = city(target, POINT) else {
            return;
        };
        put(self.reached, Some(reached));
        put(self.told, Some(reached));
        let index = self
            .places
            .with_untracked(|places| places.iter().position(|place| place.id == reached));
        let frame = self.frame.get_untracked();
        if let Some(point) = untrack(|| self.point(index?)) {
            let shown = frame.showing(point);
            if shown != frame {
                self.show(shown);
            }
        }
    }

    fn was_drag(self) -> bool {
        self.gesture.with_value(|gesture| gesture.was_drag())
    }
}

/// The city of an id in the page.
fn city(id: &str, kind: &str) -> Option<CityId> {
    id.strip_prefix(kind)?.parse().ok().map(CityId)
}
