//! What publishers do with the data and the texts: check them, take the cities to a spreadsheet and
//! back, and log what has changed.
//!
//! A crate of its own, beside the build tool: it is compiled with the site's core, which the build
//! tool must not be, because a running program cannot be replaced while the core changes.

pub mod change_log;
pub mod check;
pub mod spreadsheet;
