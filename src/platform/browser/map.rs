//! The map's element in the browser: one listener for all that happens in it.

use std::rc::Rc;

use leptos::prelude::{
    Effect, Get, NodeRef, SetValue, StoredValue, WithValue, document, on_cleanup, window,
};
use leptos::svg::Svg;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, KeyboardEvent, MouseEvent, Node, PointerEvent,
    WheelEvent,
};

use crate::platform::{MapEvent, Reaction, WheelAim};

/// What is listened to on the map itself.
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

type Listener = Closure<dyn Fn(Event)>;

/// Tells what happens on the map as long as it stands in the page.
pub fn follow_map(svg: NodeRef<Svg>, react: impl Fn(MapEvent) -> Reaction + 'static) {
    let react: Rc<dyn Fn(MapEvent) -> Reaction> = Rc::new(react);
    let kept: StoredValue<Option<Listener>, _> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(svg) = svg.get() else { return };
        let svg: Element = svg.unchecked_into();
        react(size(&svg));
        let react = Rc::clone(&react);
        let place = svg.clone();
        let listener = Listener::new(move |event: Event| {
            if let Some(told) = translated(&event, &place) {
                carry_out(react(told), &event, &place);
            }
        });
        let callback = listener.as_ref().unchecked_ref();
        for name in EVENTS {
            let _ = svg.add_event_listener_with_callback(name, callback);
        }
        let _ = window().add_event_listener_with_callback("resize", callback);
        kept.set_value(Some(listener));
    });
    on_cleanup(move || {
        kept.try_with_value(|listener| {
            if let Some(listener) = listener {
                let callback = listener.as_ref().unchecked_ref();
                let _ = window().remove_event_listener_with_callback("resize", callback);
            }
        });
    });
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
        "resize" => Some(size(svg)),
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
    let area = svg.get_bounding_client_rect();
    MapEvent::Sized((area.width(), area.height()))
}

fn place(event: &MouseEvent, svg: &Element) -> (f64, f64) {
    let area = svg.get_bounding_client_rect();
    (
        f64::from(event.client_x()) - area.left(),
        f64::from(event.client_y()) - area.top(),
    )
}
