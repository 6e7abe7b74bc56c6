//! What a reader did with the page before the program was ready, and the focus given back.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement};

use super::{element, elements, value_of};
use crate::platform::EarlyInput;

/// What the reader has entered so far.
pub fn early_input() -> EarlyInput {
    let inputs: Vec<HtmlInputElement> = elements("main input");
    EarlyInput {
        text: inputs
            .iter()
            .find(|input| input.type_() == "search")
            .map(HtmlInputElement::value)
            .unwrap_or_default(),
        checked: inputs
            .iter()
            .filter(|input| input.type_() == "checkbox" && input.checked())
            .map(|input| (input.name(), input.value()))
            .collect(),
        sort: element("main select[name=sort]")
            .map(|select| value_of(&select))
            .filter(|value| value != "name"),
        focus: focus(),
    }
}

/// Gives the focus to an element that is in the page, which stays where it is.
pub(super) fn focus_still(element: &Element) {
    let Some(target) = element.dyn_ref::<HtmlElement>() else {
        return;
    };
    if target.is_connected() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = target.focus_with_options(&options);
    }
}

/// Gives a focus that was lost with the element that had it to the element that stands in its place.
/// A reader who has gone elsewhere since is left there.
pub fn restore_focus(selector: &str) {
    let holder = document().active_element();
    if holder.is_some_and(|holder| holder.tag_name() != "BODY") {
        return;
    }
    if let Some(target) = element(selector) {
        focus_still(&target);
    }
}

fn focus() -> Option<String> {
    let active = document().active_element()?;
    if let Some(href) = active.get_attribute("href") {
        return Some(format!("main a[href=\"{href}\"]"));
    }
    let tag = active.tag_name();
    if ["SELECT", "SUMMARY"].contains(&tag.as_str()) {
        return Some(format!("main {tag}"));
    }
    // The search box stands as it was served: it keeps the focus, and the caret, by itself.
    let input = active.dyn_into::<HtmlInputElement>().ok()?;
    (input.type_() == "checkbox").then(|| {
        let (name, value) = (input.name(), input.value());
        format!("main input[name=\"{name}\"][value=\"{value}\"]")
    })
}
