//! The platform of the prerenderer: no browser, so nothing happens, and rows are written once.

use std::ops::Range;
use std::time::Duration;

use super::{Entered, KeyPress, MapEvent, Pace, Reaction, RowState, RowWindow, Served, Step};
use crate::markup::Element;

/// Runs something once after a pause; never, here.
#[derive(Clone, Debug)]
pub struct Debounce;

impl Debounce {
    /// A pause of so many milliseconds.
    pub fn new(pause_ms: u64) -> Self {
        let _ = Duration::from_millis(pause_ms);
        Self
    }

    /// Would run `action` after the pause.
    pub fn run(&self, action: impl FnOnce() + 'static) {
        drop(action);
    }

    /// Would forget what is to be run.
    pub fn cancel(&self) {}
}

/// A part of the page: there is no page to change.
#[derive(Debug)]
pub struct Part;

impl Part {
    /// The element that a selector finds: none.
    pub fn new(_selector: &str, _served: Served, _first: Element) -> Option<Self> {
        None
    }

    /// Would show another view.
    pub fn show(&mut self, next: Element) {
        drop(next);
    }
}

/// The rows of an element: there is none.
#[derive(Debug)]
pub struct Rows;

impl Rows {
    /// The rows of the element that a selector finds.
    pub fn new(
        _selector: &'static str,
        _served: Served,
        _keys: Vec<u32>,
        _view: Box<dyn Fn(&RowState) -> Element>,
    ) -> Self {
        Self
    }

    /// Would show rows.
    pub fn show(&mut self, states: Vec<RowState>) {
        drop(states);
    }
}

/// Would run, and again whenever what was read changes.
pub fn follow(run: impl FnMut() + 'static) {
    drop(run);
}

/// Would tell what is pressed.
pub fn follow_acts(_on_act: impl Fn(&str) + 'static) {}

/// Would tell what is chosen.
pub fn follow_choices(_on_choice: impl Fn(Entered) + 'static) {}

/// Would tell what is typed.
pub fn follow_search_box(_on_text: impl Fn(String) + 'static, _on_done: impl Fn() + 'static) {}

/// Would show a text in the search box.
pub fn show_in_search_box(_text: &str) {}

/// Would put the caret into the search box.
pub fn focus_search_box() {}

/// A text that the device has kept: none.
pub fn stored(_name: &str) -> Option<String> {
    None
}

/// Would have the device keep a text.
pub fn store(_name: &str, _text: &str) -> bool {
    false
}

/// Would run a task beside the page.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    drop(task);
}

/// Would take the steps in their order.
pub fn take_steps(steps: Vec<Step>, _pace: Pace) {
    drop(steps);
}

/// Would end when effects have been carried out.
pub async fn effects() {}

/// Would fetch a text file.
///
/// # Errors
/// Always: there is no network while pages are written.
pub async fn fetch_text(address: String) -> Result<String, String> {
    Err(address)
}

/// Would say that something that is shown lacks a part.
pub fn tell_incomplete() {}

/// How far the page is scrolled down.
pub fn scroll_position() -> f64 {
    0.0
}

/// Would scroll.
pub fn restore_scroll(_position: f64) {}

/// Would tell which rows should stand in the document.
pub fn follow_rows(
    _now: impl Fn() -> RowWindow + 'static,
    _show: impl Fn(Range<usize>, f64) + 'static,
) {
}

/// The height of the rows: nothing is laid out.
pub fn row_height_px() -> Option<f64> {
    None
}

/// Would tell every key that is pressed.
pub fn follow_keys(_take: impl Fn(KeyPress) -> bool + 'static) {}

/// Would put the focus on a result.
pub fn focus_result(_position: usize) -> bool {
    false
}

/// Would tell what happens on the map.
pub fn follow_map(
    _board: &str,
    _plane: &'static str,
    _react: impl Fn(MapEvent) -> Reaction + 'static,
) {
}

/// Would show a part of the map's plane.
pub fn frame_map(_plane: &str, _view_box: &str) {}

/// Would enlarge the map's signs.
pub fn scale_signs(_selector: &str, _factor: &str) {}

/// The size of the map's plane: it stands nowhere.
pub fn map_size(_plane: &str) -> Option<(f64, f64)> {
    None
}

/// Would give the focus to the element of an id.
pub fn focus_by_id(_id: &str) {}

/// Would give the focus back to the element of an id.
pub fn return_focus(_selector: &str, _id: &str) {}

/// Would take the focus away.
pub fn leave_control() {}

/// Would open a dialog.
pub fn open_dialog(_selector: &str) {}

/// Would ask where the reader is.
pub fn locate(tell: impl Fn(Result<(f64, f64), String>) + Clone + 'static) {
    drop(tell);
}

/// Would have the browser save a text as a file.
pub fn save_file(_name: &str, _media_type: &str, _text: &str) -> bool {
    false
}

/// Would copy a text.
pub async fn copy_text(text: String) -> bool {
    drop(text);
    false
}

/// Would print the page.
pub fn print() {}

/// The day: there is no clock while pages are written.
pub fn today() -> String {
    String::new()
}

/// A path of this site with its scheme and host, which the page does not know.
pub fn absolute(path: &str) -> String {
    path.to_owned()
}
