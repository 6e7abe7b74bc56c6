//! Which rows of a list too long for the document the reader is looking at.
//!
//! Rows differ in height, so when others take their place what the reader looks at would move; it is
//! held where it was.

use std::ops::Range;
use std::rc::Rc;

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Element};

use super::{effects, element, spawn};
use crate::platform::RowWindow;

/// The element whose children are the rows.
const ROWS: &str = ".city-list:not([hidden]), .city-table tbody";

/// Rows kept ready above and below what is seen, so that scrolling by a screen shows no gap and the
/// keys that walk the rows find the next one.
const SPARE_ROWS: usize = 20;

/// A row's height where none has been measured.
const USUAL_ROW_PX: f64 = 56.0;

/// Tells which rows should stand in the document, at every scroll that comes near the end of those
/// that do.
pub fn follow_rows(
    now: impl Fn() -> RowWindow + 'static,
    show: impl Fn(Range<usize>, f64) + 'static,
) {
    let follow = Rc::new((now, show));
    let listener = Closure::<dyn Fn()>::new(move || {
        let (now, show) = &*follow;
        let state = now();
        let is_whole = state.rows.len() >= state.total;
        if is_whole {
            return;
        }
        let Some(list) = element(ROWS) else { return };
        let row_px = state.row_px.or_else(row_height_px).unwrap_or(USUAL_ROW_PX);
        let Some(wanted) = wanted(&list, &state, row_px) else {
            return;
        };
        let anchor = first_seen(&list).map(|row| (row.get_bounding_client_rect().top(), row));
        show(wanted, row_px);
        spawn(async move {
            effects().await;
            if let Some((top, row)) = anchor.filter(|(_, row)| row.is_connected()) {
                let moved = row.get_bounding_client_rect().top() - top;
                if moved.abs() >= 1.0 {
                    window().scroll_by_with_x_and_y(0.0, moved);
                }
            }
        });
    });
    let options = AddEventListenerOptions::new();
    options.set_passive(true);
    let _ = document().add_event_listener_with_callback_and_add_event_listener_options(
        "scroll",
        listener.as_ref().unchecked_ref(),
        &options,
    );
    listener.forget();
}

/// The height of the rows that stand in the document, on average; `None` where there are none.
pub fn row_height_px() -> Option<f64> {
    let list = element(ROWS)?;
    let (rows, height) = (
        list.child_element_count(),
        list.get_bounding_client_rect().height(),
    );
    (rows > 0 && height > 0.0).then(|| height / f64::from(rows))
}

/// The rows that should stand in the document; `None` while those that do suffice.
fn wanted(list: &Element, state: &RowWindow, row_px: f64) -> Option<Range<usize>> {
    let bounds = list.get_bounding_client_rect();
    let view_px = window().inner_height().ok()?.as_f64()?;
    let rows = &state.rows;
    // Rows above the top of the screen: measured among those that are there, estimated elsewhere.
    let above = if bounds.top() <= 0.0 && bounds.bottom() >= 0.0 {
        let part = -bounds.top() / bounds.height().max(1.0);
        rows.start as f64 + part * rows.len() as f64
    } else {
        rows.start as f64 - bounds.top() / row_px
    };
    let first = above.max(0.0) as usize;
    let last = first + (view_px / row_px) as usize + 1;
    let is_short_above = rows.start > 0 && first < rows.start + SPARE_ROWS / 2;
    let is_short_below = rows.end < state.total && last + SPARE_ROWS / 2 > rows.end;
    let length = last - first + 2 * SPARE_ROWS;
    let start = first
        .saturating_sub(SPARE_ROWS)
        .min(state.total.saturating_sub(length));
    let wanted = start..(start + length).min(state.total);
    ((is_short_above || is_short_below) && wanted != *rows).then_some(wanted)
}

/// The first row of which something is on the screen.
fn first_seen(list: &Element) -> Option<Element> {
    let rows = list.children();
    let rows = (0..rows.length()).filter_map(|at| rows.item(at));
    rows.into_iter()
        .find(|row| row.get_bounding_client_rect().bottom() > 0.0)
}
