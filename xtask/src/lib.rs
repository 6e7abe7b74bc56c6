//! The part of the build tool that others use: the static server and the plan of a measurement.
//!
//! `cargo xtask serve` shows the built site with the server, and the browser tests start it with
//! held back files and faults; `cargo xtask bench` hands the plan on. All else is in the program (`main.rs`).

pub mod plan;
pub mod server;
