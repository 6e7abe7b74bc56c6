//! The map's plane in the browser: one listener for all that happens on it, and its window.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, KeyboardEvent, MouseEvent, Node, PointerEvent,
    WheelEvent,
};

use super::{element, elements};
use crate::platform::{MapEvent, Reaction, WheelAim};

/// What is listened to. On the board and no wider: a listener to the wheel slows scrolling.
const EVENTS: [&str; 11] = [
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerover",
    "wheel",
    "keydown",
    "focusin",
    "click",
    "dblclick",
    "dragstart",
];

/// Pixels of a line, where the wheel turns by lines, as in Firefox.
const PX_PER_LINE: f64 = 33.0;

/// Tells what happens on the plane, which comes and goes, of a board, which stays.
pub fn follow_map(
    board: &str,
    plane: &'static str,
    react: impl Fn(MapEvent) -> Reaction + 'static,
) {
    let Some(board) = element(board) else { return };
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let Some(svg) = element(plane) else { return };
        if event.type_() == "resize" {
            react(size(&svg));
            return;
        }
        let target = event.target();
        let target = target.and_then(|target| target.dyn_into::<Node>().ok());
        if !svg.contains(target.as_ref()) {
            return;
        }
        if event.type_() == "pointerdown" {
            // What stands beside the map may have changed its size without the window's.
            react(size(&svg));
        }
        if let Some(told) = translated(&event, &svg) {
            carry_out(react(told), &event, &svg);
        }
    });
    let callback = listener.as_ref().unchecked_ref();
    for name in EVENTS {
        let _ = board.add_event_listener_with_callback(name, callback);
    }
    let _ = window().add_event_listener_with_callback("resize", callback);
    listener.forget();
}

/// Shows a part of the plane: left, top, width and height.
pub fn frame_map(plane: &str, view_box: &str) {
    if let Some(svg) = element(plane) {
        let _ = svg.set_attribute("viewBox", view_box);
    }
}

/// Enlarges the signs that a selector finds, so that they keep their size on the screen.
pub fn scale_signs(selector: &str, factor: &str) {
    let transform = ["scale(", factor, ")"].concat();
    for sign in elements::<Element>(selector) {
        let _ = sign.set_attribute("transform", &transform);
    }
}

/// The size of the plane on the screen, in CSS pixels, where it stands in the page.
pub fn map_size(plane: &str) -> Option<(f64, f64)> {
    element(plane).map(|svg| area(&svg))
}

/// Gives the focus to the element of an id, and lets the page stay where it is.
pub fn focus_by_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Elements of SVG have the same method.
        let _ = element
            .unchecked_ref::<HtmlElement>()
            .focus_with_options(&options);
    }
}

/// Gives the focus to the element of an id where it is on another of those that a selector finds:
/// what had been one may have become the other.
pub fn return_focus(selector: &str, id: &str) {
    let active = document().active_element();
    let is_astray = active
        .is_some_and(|active| matches!(active.matches(selector), Ok(true)) && active.id() != id);
    if is_astray {
        focus_by_id(id);
    }
}

fn carry_out(reaction: Reaction, event: &Event, svg: &Element) {
    if reaction != Reaction::Leave {
        event.prevent_default();
    }
    match reaction {
        Reaction::Hold => {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                let _ = svg.set_pointer_capture(event.pointer_id());
            }
        }
        Reaction::LetGo => {
            if let Some(active) = document().active_element() {
                let _ = active.unchecked_ref::<HtmlElement>().blur();
            }
        }
        Reaction::Leave | Reaction::Take => {}
    }
}

fn translated(event: &Event, svg: &Element) -> Option<MapEvent> {
    let target = target_id(event);
    let pointer = event.dyn_ref::<PointerEvent>();
    let mouse = event.dyn_ref::<MouseEvent>();
    match event.type_().as_str() {
        "pointerdown" => {
            let pointer = pointer.filter(|pointer| pointer.button() == 0)?;
            Some(MapEvent::Press(pointer.pointer_id(), place(pointer, svg)))
        }
        "pointermove" => {
            pointer.map(|pointer| MapEvent::Drag(pointer.pointer_id(), place(pointer, svg)))
        }
        "pointerup" | "pointercancel" => {
            pointer.map(|pointer| MapEvent::Release(pointer.pointer_id()))
        }
        "pointerover" => Some(MapEvent::Hover(target)),
        "wheel" => event.dyn_ref::<WheelEvent>().map(|event| wheel(event, svg)),
        "keydown" => {
            let event = event.dyn_ref::<KeyboardEvent>()?;
            let is_the_browser_s = event.ctrl_key() || event.meta_key() || event.alt_key();
            (!is_the_browser_s).then(|| MapEvent::Key(event.key(), target))
        }
        "focusin" => Some(MapEvent::Focus(target)),
        "click" if mouse.is_some_and(|event| event.detail() == 0) => {
            Some(MapEvent::Activate(target))
        }
        "click" => Some(MapEvent::Click(target)),
        "dblclick" => mouse.map(|event| MapEvent::DoubleClick(place(event, svg))),
        // The browser would drag the link away.
        _ => {
            event.prevent_default();
            None
        }
    }
}

fn wheel(event: &WheelEvent, svg: &Element) -> MapEvent {
    let has_focus = document()
        .active_element()
        .is_some_and(|active| svg.contains(Some(active.unchecked_ref::<Node>())));
    let aim = if event.ctrl_key() || event.meta_key() || has_focus {
        WheelAim::Map
    } else {
        WheelAim::Page
    };
    let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL {
        1.0
    } else {
        PX_PER_LINE
    };
    MapEvent::Wheel(event.delta_y() * unit, place(event, svg), aim)
}

fn target_id(event: &Event) -> String {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|target| target.closest("[id]").ok().flatten())
        .map(|target| target.id())
        .unwrap_or_default()
}

fn size(svg: &Element) -> MapEvent {
    MapEvent::Sized(area(svg))
}

fn area(svg: &Element) -> (f64, f64) {
    let area = svg.get_bounding_client_rect();
    (area.width(), area.height())
}

fn place(event: &MouseEvent, svg: &Element) -> (f64, f64) {
    let area = svg.get_bounding_client_rect();
    (
        f64::from(event.client_x()) - area.left(),
        f64::from(event.client_y()) - area.top(),
    )
}
