//! The keyboard: what was pressed where, and the focus among the results.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::elements;
use crate::platform::{KeyPlace, KeyPress};

/// The links of the results, in their order; the map's points have keys of their own.
const RESULTS: &str = "main :not(svg *)[data-city] a[href]:not(svg *)";

/// Controls that take keys themselves.
const CONTROLS: &str = "input, select, textarea, [contenteditable], dialog, svg";

/// Tells every key that is pressed; one that `take` takes does nothing else.
pub fn follow_keys(take: impl Fn(KeyPress) -> bool + 'static) {
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        let press = KeyPress {
            key: event.key(),
            place: place(),
            is_taken: event.ctrl_key()
                || event.alt_key()
                || event.meta_key()
                || event.is_composing()
                || event.default_prevented(),
        };
        if take(press) {
            event.prevent_default();
        }
    });
    let _ =
        document().add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Puts the focus on a result, by its position from 0; tells whether there is one.
pub fn focus_result(position: usize) -> bool {
    let links = elements::<HtmlElement>(RESULTS);
    links.get(position).is_some_and(|link| link.focus().is_ok())
}

/// Takes the focus away from the control that has it.
pub fn leave_control() {
    if let Some(active) = active().and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
        let _ = active.blur();
    }
}

fn active() -> Option<Element> {
    document().active_element()
}

fn place() -> KeyPlace {
    let Some(active) = active() else {
        return KeyPlace::Page;
    };
    if let Some(input) = active.dyn_ref::<HtmlInputElement>()
        && input.type_() == "search"
    {
        let is_empty = input.value().is_empty();
        return KeyPlace::SearchBox { is_empty };
    }
    if matches!(active.closest(CONTROLS), Ok(Some(_))) {
        return KeyPlace::Control;
    }
    let links = elements::<Element>(RESULTS);
    let position = links.iter().position(|link| *link == active);
    position.map_or(KeyPlace::Page, KeyPlace::Result)
}
