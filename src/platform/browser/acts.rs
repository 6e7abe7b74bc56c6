//! What the reader does with the controls of the program: one listener for each kind of event
//! serves all of them, because every control says in an attribute what it does.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlInputElement};

use super::{effects, element, focus_still, spawn};
use crate::platform::Entered;

/// Where the program stands.
const PROGRAM: &str = "[data-fingerprint]";

/// The count of results: where the reader goes on when what was pressed is gone.
const COUNT: &str = "main .result-count";

/// Tells the `data-act` of every control that is pressed.
pub fn follow_acts(on_act: impl Fn(&str) + 'static) {
    listen("click", move |target| {
        let control = target.closest("[data-act]").ok().flatten();
        let Some(control) = control else { return };
        on_act(&act_of(&control));
        spawn(async move {
            effects().await;
            let is_gone =
                !control.is_connected() || matches!(control.closest("[hidden]"), Ok(Some(_)));
            // A control that is gone leaves the reader who pressed it at the top of the page.
            if let (true, Some(count)) = (is_gone, element(COUNT)) {
                focus_still(&count);
            }
        });
    });
}

/// What a control does. Those of a row end in a space and leave out the city, which only the one that
/// compares it names: each attribute that differs between rows costs its time hundreds of times.
fn act_of(control: &Element) -> String {
    let mut act = control.get_attribute("data-act").unwrap_or_default();
    if act.ends_with(' ') {
        let beside = control.parent_element();
        let comparing = beside.and_then(|beside| beside.query_selector("[data-compare]").ok()?);
        let city = comparing.and_then(|control| control.get_attribute("data-compare"));
        act.push_str(&city.unwrap_or_default());
    }
    act
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
