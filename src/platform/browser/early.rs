//! What a reader did with the page before the program was ready, and the focus given back.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement};

use super::{element, elements, value_of};
use crate::platform::{EarlyInput, Focus};

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

/// Gives the focus back to a control of a page that was written anew.
pub fn restore_focus(focus: &Focus) {
    let Some(target) =
        element(&focus.selector).and_then(|found| found.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    focus_still(&target);
    if let (Some((start, end)), Some(input)) =
        (focus.selection, target.dyn_ref::<HtmlInputElement>())
    {
        let _ = input.set_selection_range(start, end);
    }
}

fn focus() -> Option<Focus> {
    let active = document().active_element()?;
    if let Some(href) = active.get_attribute("href") {
        return Some(Focus {
            selector: format!("main a[href=\"{href}\"]"),
            selection: None,
        });
    }
    if ["SELECT", "SUMMARY"].contains(&active.tag_name().as_str()) {
        let selector = format!("main {}", active.tag_name());
        return Some(Focus {
            selector,
            selection: None,
        });
    }
    let input = active.dyn_into::<HtmlInputElement>().ok()?;
    let selection = match (input.selection_start(), input.selection_end()) {
        (Ok(Some(start)), Ok(Some(end))) => Some((start, end)),
        _ => None,
    };
    let selector = match input.type_().as_str() {
        "search" => "main input[type=search]".to_owned(),
        "checkbox" => format!(
            "main input[name=\"{}\"][value=\"{}\"]",
            input.name(),
            input.value()
        ),
        _ => return None,
    };
    Some(Focus {
        selector,
        selection,
    })
}
