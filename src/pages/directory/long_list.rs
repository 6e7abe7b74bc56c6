//! Room above and below the rows of a list too long to stand in the document whole.

use leptos::prelude::*;

use crate::components::row_space::RowSpace;
use crate::platform::RowWindow;
use crate::state::directory_state::DirectoryState;

/// The rows with the room of those that are not there around them.
#[component]
pub fn LongList(
    /// The directory's state.
    state: DirectoryState,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let room = move |count: fn(&RowWindow) -> usize| {
        Signal::derive(move || {
            let window = state.row_window();
            let row_px = window.row_px.unwrap_or_default();
            (count(&window) as f64 * row_px) as usize
        })
    };
    let above = room(|window| window.rows.start);
    let below = room(|window| window.total - window.rows.end);
    view! { <RowSpace height_px=above/>{children()}<RowSpace height_px=below/> }
}
