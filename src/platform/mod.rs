//! The only place that names what a browser offers; outside one, the same names do nothing.
//!
//! The prerenderer builds the same views natively, so every function stands twice with one
//! signature. Views call them from events and effects only, which never run natively.

mod early_input;
mod key_press;
mod map_event;
mod pace;
mod row_state;

#[cfg(feature = "browser")]
mod browser;
#[cfg(feature = "browser")]
pub use browser::*;

#[cfg(not(feature = "browser"))]
mod native;
#[cfg(not(feature = "browser"))]
pub use native::*;

pub use early_input::{EarlyInput, Entered};
pub use key_press::{KeyPlace, KeyPress};
pub use map_event::{MapEvent, Reaction, WheelAim};
pub use pace::{Pace, Step};
pub use row_state::{RowState, RowWindow, Served};
