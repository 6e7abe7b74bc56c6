//! The part of the build tool that others use: the static server and the plan of a measurement.
//!
//! `cargo xtask serve` shows the built site with the server, and the browser tests start it with
//! held back files and faults; `cargo xtask bench` hands the plan on, and publishers' commands are
//! handed on as orders. All else is in the program (`main.rs`).

pub mod orders;
pub mod plan;
pub mod server;
