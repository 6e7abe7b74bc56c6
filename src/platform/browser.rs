//! The platform of the browser.

mod acts;
mod early;
mod keys;
mod living;
mod map;
mod place;
mod row_window;
mod rows;
mod search_box;
mod storage;
mod taking;
mod tasks;

use std::time::Duration;

use gloo_net::http::{Request, Response};
use js_sys::{Function, Object, Promise, Reflect};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::{GetValue, SetValue, StoredValue, document, set_timeout_with_handle, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDialogElement, HtmlElement, MouseEvent};

pub use acts::{follow_acts, follow_choices};
use early::focus_still;
pub use early::{early_input, restore_focus};
pub use keys::{focus_result, follow_keys, leave_control};
pub use living::{Part, follow};
pub use map::{focus_by_id, follow_map, frame_map, map_size, return_focus, scale_signs};
pub use place::locate;
pub use row_window::{follow_rows, row_height_px};
pub use rows::Rows;
pub use search_box::{focus_search_box, follow_search_box, show_in_search_box};
pub use storage::{store, stored};
pub use taking::{absolute, copy_text, print, save_file, today};
pub use tasks::{next_task, spawn, take_steps};

/// From here on the filters stand beside the list; as in the stylesheet and the loader.
const WIDE_SCREEN: &str = "(min-width:56rem)";

/// Runs something once after a pause; a new request starts the pause again.
#[derive(Clone, Copy)]
pub struct Debounce {
    pause: Duration,
    pending: StoredValue<Option<TimeoutHandle>>,
}

impl Debounce {
    /// A pause of so many milliseconds.
    pub fn new(pause_ms: u64) -> Self {
        Self {
            pause: Duration::from_millis(pause_ms),
            pending: StoredValue::new(None),
        }
    }

    /// Runs `action` after the pause, in place of what was to be run before.
    pub fn run(&self, action: impl FnOnce() + 'static) {
        self.cancel();
        self.pending
            .set_value(set_timeout_with_handle(action, self.pause).ok());
    }

    /// Forgets what is to be run.
    pub fn cancel(&self) {
        if let Some(handle) = self.pending.get_value() {
            handle.clear();
        }
        self.pending.set_value(None);
    }
}

/// Ends when what was asked for so far has been carried out: effects run once the task that woke
/// them has ended, still before the next frame.
pub async fn effects() {
    leptos::task::tick().await;
}

/// Fetches a text file of this site.
///
/// # Errors
/// The address and the reason: no answer, or a status other than success.
pub async fn fetch_text(address: String) -> Result<String, String> {
    let fault = |error: gloo_net::Error| format!("{address}: {error}");
    let response = match early_response(&address).await {
        Some(response) => response,
        None => Request::get(&address).send().await.map_err(fault)?,
    };
    if !response.ok() {
        return Err(format!(
            "{address}: {} {}",
            response.status(),
            response.status_text()
        ));
    }
    response.text().await.map_err(fault)
}

/// Tells a problem to whoever looks after the site: on the preview the page lists it.
pub fn report(message: &str) {
    if !call("report", message) {
        leptos::logging::warn!("{message}");
    }
}

/// Ends the search that the page's own script has offered until the program was there: all rows
/// stand again where they were served.
pub fn end_plain_search() {
    call("endPlainSearch", "");
}

/// Says that the program cannot start or go on, and why: the page's own script makes it a document
/// again (`<html data-app="failed">`).
pub fn fail(reason: &str) {
    call("fail", reason);
}

/// Says that something that is shown lacks a part, which could not be fetched.
pub fn tell_incomplete() {
    set_root_attribute("data-incomplete", "");
}

/// Says that the program runs.
pub fn tell_ready() {
    set_root_attribute("data-app", "ready");
}

/// Calls a function of the page's own script; tells whether it has it.
fn call(name: &str, argument: &str) -> bool {
    let function = Reflect::get(&window(), &JsValue::from_str(name)).ok();
    let function = function.and_then(|it| it.dyn_into::<Function>().ok());
    function.is_some_and(|it| {
        it.call1(&JsValue::NULL, &JsValue::from_str(argument))
            .is_ok()
    })
}

/// Whether the page has a place for the program.
pub fn has_program_place() -> bool {
    element("[data-fingerprint]").is_some()
}

/// An element that is not in the page, for what is run and not seen.
pub fn place_out_of_sight() -> HtmlElement {
    let made = document().create_element("div").ok();
    let made = made.and_then(|made| made.dyn_into().ok());
    made.unwrap_or_else(|| {
        document()
            .body()
            .unwrap_or_else(|| JsValue::NULL.unchecked_into())
    })
}

/// How far the page is scrolled down, in CSS pixels.
pub fn scroll_position() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls to where the reader was.
pub fn restore_scroll(position: f64) {
    window().scroll_to_with_x_and_y(0.0, position);
}

/// Opens the filters on a wide screen, where the stylesheet shows them beside the list anyway: by
/// the rules of WebDriver and of some assistive software a closed `details` hides what it holds.
/// The served page's own script does the same.
pub fn open_filters_where_they_fit() {
    let fits = window()
        .match_media(WIDE_SCREEN)
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    if let (true, Some(filters)) = (fits, element(".filters details")) {
        let _ = filters.set_attribute("open", "");
    }
}

/// Opens a dialog over the page, unless it is open.
pub fn open_dialog(selector: &str) {
    let dialog = element(selector).and_then(|found| found.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = dialog.filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// Keeps clicks on links from the router: every other page is a document, which the browser opens
/// faster and keeps in its own cache for the way back.
pub fn leave_links_to_the_browser() {
    let listener = Closure::<dyn Fn(MouseEvent)>::new(|event: MouseEvent| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| matches!(target.closest("a"), Ok(Some(_)))) {
            event.stop_propagation();
        }
    });
    let _ = document().add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// The path of the address.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The query of the address, with its question mark.
pub fn search() -> String {
    window().location().search().unwrap_or_default()
}

/// An attribute of the root element, empty where it is missing.
pub fn root_attribute(name: &str) -> String {
    document()
        .document_element()
        .and_then(|root| root.get_attribute(name))
        .unwrap_or_default()
}

fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// The fingerprint of the data the served page was written from.
pub fn served_fingerprint() -> Option<String> {
    element("[data-fingerprint]")?.get_attribute("data-fingerprint")
}

/// Whether the served page stands as it was served: browsers' translation wraps text in `font`.
pub fn is_page_untouched() -> bool {
    element("main font").is_none()
}

/// The answer to a request that the page's first script has made; taken once, so that another try
/// asks anew.
async fn early_response(address: &str) -> Option<Response> {
    let early: Object = Reflect::get(&window(), &JsValue::from_str("early"))
        .ok()?
        .dyn_into()
        .ok()?;
    let address = JsValue::from_str(address);
    let promise = Reflect::get(&early, &address)
        .ok()?
        .dyn_into::<Promise>()
        .ok()?;
    let _ = Reflect::delete_property(&early, &address);
    let response = JsFuture::from(promise).await.ok()?;
    Some(response.dyn_into::<web_sys::Response>().ok()?.into())
}

/// The value of a control.
fn value_of(control: &Element) -> String {
    let value = Reflect::get(control, &JsValue::from_str("value")).ok();
    value
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

fn element(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn elements<T: JsCast>(selector: &str) -> Vec<T> {
    elements_in(&document().document_element(), selector)
}

fn elements_in<T: JsCast>(parent: &Option<Element>, selector: &str) -> Vec<T> {
    let found = parent
        .as_ref()
        .and_then(|parent| parent.query_selector_all(selector).ok());
    let Some(found) = found else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.item(index))
        .filter_map(|node| node.dyn_into::<T>().ok())
        .collect()
}
