//! What publishers do with the data and the texts: check them, and take the cities to a spreadsheet
//! and back.
//!
//! A crate of its own, beside the build tool: it is compiled with the site's core, which the build
//! tool must not be, because a running program cannot be replaced while the core changes.

pub mod check;
pub mod spreadsheet;
