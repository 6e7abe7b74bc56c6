//! What the reader does with the controls of the program: one listener for each kind of event
//! serves all of them, because every control says in an attribute what it does.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlInputElement};

use super::element;
use crate::platform::Entered;

/// Where the program stands.
const PROGRAM: &str = "[data-fingerprint]";

/// Tells the `data-act` of every control that is pressed.
pub fn follow_acts(on_act: impl Fn(&str) + 'static) {
    listen("click", move |target| {
        let control = target.closest("[data-act]").ok().flatten();
        if let Some(act) = control.and_then(|control| control.get_attribute("data-act")) {
            on_act(&act);
        }
    });
}

/// Tells what is checked, unchecked and selected.
pub fn follow_choices(on_choice: impl Fn(Entered) + 'static) {
    listen("change", move |target| {
        let name = target.get_attribute("name").unwrap_or_default();
        let entered = match target.dyn_ref::<HtmlInputElement>() {
            Some(input) => Entered {
                name,
                value: input.value(),
                is_checked: input.checked(),
            },
            None => Entered {
                name,
                value: super::value_of(&target),
                is_checked: true,
            },
        };
        on_choice(entered);
    });
}

fn listen(name: &str, heard: impl Fn(Element) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event.target();
        if let Some(target) = target.and_then(|target| target.dyn_into::<Element>().ok()) {
            heard(target);
        }
    });
    let place = element(PROGRAM).or_else(|| document().document_element());
    if let Some(place) = place {
        let _ = place.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
