//! The part of the build tool that others use: the static server, packages for hosts, and the plan of
//! a measurement.
//!
//! `cargo xtask serve` shows the built site with the server, and the browser tests start it with
//! held back files and faults; `cargo xtask package` writes a package, and the tests of hosts serve it.
//! A measurement's plan and publishers' orders are handed on. All else is in the program (`main.rs`).

mod media_type;
pub mod orders;
pub mod package;
pub mod plan;
pub mod server;
pub mod versions;
