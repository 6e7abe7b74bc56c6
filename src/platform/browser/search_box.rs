//! The search box stands as it was served, so nothing typed into it is ever lost, not even half a
//! character of an input method: the program only listens and, where the text comes from elsewhere,
//! writes.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlInputElement};

use super::element;

const SEARCH_BOX: &str = "main input[type=search]";
const SEARCH_FORM: &str = "main form[role=search]";

/// Tells what is typed, and when the reader has done.
pub fn follow_search_box(on_text: impl Fn(String) + 'static, on_done: impl Fn() + 'static) {
    listen("input", SEARCH_BOX, move |_| {
        if let Some(input) = search_box() {
            on_text(input.value());
        }
    });
    listen("submit", SEARCH_FORM, move |event| {
        event.prevent_default();
        on_done();
    });
}

/// Shows a text in the search box unless it is there already: writing the same text would move the
/// caret and end an input method's composition.
pub fn show_in_search_box(text: &str) {
    if let Some(input) = search_box().filter(|input| input.value().trim() != text.trim()) {
        input.set_value(text);
    }
}

/// Puts the caret into the search box, its text selected.
pub fn focus_search_box() {
    if let Some(input) = search_box() {
        let _ = input.focus();
        input.select();
    }
}

fn search_box() -> Option<HtmlInputElement> {
    element(SEARCH_BOX)?.dyn_into().ok()
}

fn listen(name: &str, selector: &str, heard: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(heard);
    if let Some(target) = document().query_selector(selector).ok().flatten() {
        let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
